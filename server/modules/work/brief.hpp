#pragma once
// The brief: the seven answers 七问 an item gives to whoever has to carry it out.
//
// who (owner and handler), when (due) and what (title, description) stand on the item itself; why, how and consequence are
// texts of the brief; the standard is a list of points, each of which is judged when the result is accepted.

#include <optional>
#include <string>
#include <vector>

#include "modules/work/events.hpp"
#include "modules/work/kinds.hpp"
#include "platform/base/patch.hpp"

namespace zx::work {

struct BriefForm {
  std::optional<std::string> why;
  std::optional<std::string> how;
  std::optional<std::string> consequence;
  std::vector<std::string> standard;  ///< points, at most 20
};
BOOST_DESCRIBE_STRUCT(BriefForm, (), (why, how, consequence, standard))

struct BriefPatch {
  Patch<std::string> why;
  Patch<std::string> how;
  Patch<std::string> consequence;
  std::optional<std::vector<std::string>> standard;  ///< the whole list
};
BOOST_DESCRIBE_STRUCT(BriefPatch, (), (why, how, consequence, standard))

struct BriefView {
  std::optional<std::string> why;
  std::optional<std::string> how;
  std::optional<std::string> consequence;
  std::vector<std::string> standard;
  std::vector<Answer> answered;  ///< of the seven
  std::vector<Answer> required;  ///< by the kind
  std::vector<Answer> missing;   ///< required and not answered; imported items may have some
};
BOOST_DESCRIBE_STRUCT(BriefView, (), (why, how, consequence, standard, answered, required, missing))

enum class BriefGroup { assigner, department };
BOOST_DESCRIBE_ENUM(BriefGroup, assigner, department)

/// Items made in the period, at most two years; default: the last 30 days.
struct BriefReportQuery {
  std::optional<BriefGroup> by;  ///< default assigner: whoever made the item
  std::optional<Date> from;
  std::optional<Date> to;
};
BOOST_DESCRIBE_STRUCT(BriefReportQuery, (), (by, from, to))

/// How often each answer is missing, whether the kind asks for it or not. Who is missing while nobody has accepted to handle it; what
/// never is, every item has a title.
struct BriefReportLine {
  std::optional<Uuid> id;           ///< of the person or the department
  std::optional<std::string> name;  ///< absent: items without department
  std::int64_t items = 0;
  std::int64_t why = 0;
  std::int64_t who = 0;
  std::int64_t when = 0;
  std::int64_t how = 0;
  std::int64_t standard = 0;
  std::int64_t consequence = 0;
};
BOOST_DESCRIBE_STRUCT(BriefReportLine, (), (id, name, items, why, who, when, how, standard, consequence))

/// Of the items the actor sees; most items first.
Result<std::vector<BriefReportLine>> brief_report(ReadContext const& ctx, BriefReportQuery const& query);

}  // namespace zx::work
