#pragma once
// Closing many items at once. Private to work.

#include "modules/work/work.hpp"

namespace zx::work {

struct ClosingForm {
  std::vector<WorkItemId> ids;  ///< 1–200
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ClosingForm, (), (ids, note))

/// What became of one item.
struct ClosingVerdict {
  WorkItemId id;
  std::optional<std::string> number;  ///< absent: no such item, or out of sight
  std::optional<std::string> title;
  bool closed = false;
  std::optional<std::string> code;  ///< of the refusal
  std::optional<std::string> text;  ///< what it says, in the actor's language
};
BOOST_DESCRIBE_STRUCT(ClosingVerdict, (), (id, number, title, closed, code, text))

struct ClosingResult {
  std::int64_t closed = 0;
  std::vector<ClosingVerdict> items;  ///< in the order of `ids`, each once
};
BOOST_DESCRIBE_STRUCT(ClosingResult, (), (closed, items))

/// Closes what `close` closes, each item for itself: what it refuses stays as it is and is named with the reason. Sub-items go before
/// what stands above them, whatever the order of `ids`. Points of a standard are not judged here: such items are refused.
Result<ClosingResult> close_many(Context& ctx, ClosingForm const& form);

}  // namespace zx::work
