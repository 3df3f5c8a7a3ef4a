#pragma once
// The SMART check: a linter that says what a goal lacks and why. It stops nobody unless the organization says so.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "modules/goal/card_words.hpp"
#include "modules/goal/goal.hpp"
#include "platform/base/decimal.hpp"
#include "platform/base/described.hpp"

namespace zx::goal {

enum class SmartLetter { specific, measurable, achievable, relevant, time_bound };
BOOST_DESCRIBE_ENUM(SmartLetter, specific, measurable, achievable, relevant, time_bound)

/// finding: something to mend. note: worth knowing, blocks never.
enum class SmartWeight { finding, note };
BOOST_DESCRIBE_ENUM(SmartWeight, finding, note)

struct SmartFinding {
  GoalItemId item_id;
  std::string item_number;
  SmartLetter letter = SmartLetter::specific;
  SmartWeight weight = SmartWeight::finding;
  std::string code;  ///< "goal.smart.vague": its text in both languages
  std::map<std::string, std::string> arguments;
  std::string text;  ///< in the reader's language
};
BOOST_DESCRIBE_STRUCT(SmartFinding, (), (item_id, item_number, letter, weight, code, arguments, text))

/// Of each item, in the order of the letters.
Result<std::vector<SmartFinding>> smart_findings(ReadContext const& ctx, GoalCardId id);

namespace rules {

/// What the linter looks at.
struct SmartItem {
  std::string what;
  std::optional<std::string> quantity;
  std::optional<std::string> quality;
  std::optional<std::string> how;
  std::optional<std::string> measure;
  std::optional<std::string> unit;
  BetterWhen better = BetterWhen::higher;
  std::optional<Decimal> target;
  std::vector<Decimal> history;  ///< actuals of the same measure, newest first
  bool linked_upward = false;
  std::optional<Date> due_on;
  std::vector<Date> milestones;
  Date period_from;
  Date period_to;
};
struct SmartRemark {
  SmartLetter letter;
  SmartWeight weight;
  std::string code;
  std::map<std::string, std::string> arguments;
};
/// Achievable compares with the mean m and the best b of the history (turned round where lower is better): below m too easy, above
/// 150 % of b doubtful, 100–130 % of b a stretch.
std::vector<SmartRemark> smart(SmartItem const& item);

}  // namespace rules
}  // namespace zx::goal
