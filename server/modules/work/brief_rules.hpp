#pragma once
// Which of the seven answers an item gives: values in, result out. Private to work.

#include "modules/work/brief.hpp"

namespace zx::work::rules {

/// The item's answers, wherever they stand.
struct Answers {
  std::optional<std::string> why;
  bool who = false;   ///< it has an owner
  bool when = false;  ///< it has a due time
  bool what = false;  ///< it has a title
  std::optional<std::string> how;
  std::vector<std::string> standard;
  std::optional<std::string> consequence;
};

std::vector<Answer> answered(Answers const& answers);
/// What is required and not answered.
std::vector<Answer> missing(std::vector<Answer> const& required, std::vector<Answer> const& answered);
/// Refuses work.brief_incomplete, each missing answer with its field.
Result<void> complete(std::vector<Answer> const& missing);

/// Every wrong field, below "brief".
std::vector<FieldError> wrong_fields(BriefForm const& form);
std::vector<FieldError> wrong_fields(BriefPatch const& patch);

}  // namespace zx::work::rules
