#pragma once
// Check-ins 跟进检查: a regular look at each goal, with the numbers as they stand that day.
//
// Weekly ones fall on Friday, monthly ones on the month's last working day, at 16:00; after the period's end, the next working day.

#include <optional>
#include <string>
#include <vector>

#include "modules/followup/followup.hpp"
#include "modules/goal/card_words.hpp"
#include "modules/goal/goal.hpp"
#include "platform/base/decimal.hpp"

namespace zx::goal {

using CheckInId = Id<struct CheckInTag>;

struct CheckInForm {
  std::optional<CheckInId> id;    ///< made by an offline client; the same id again changes nothing
  std::optional<Decimal> actual;  ///< so far in the period; absent: unknown yet
  Confidence confidence = Confidence::on_track;
  std::string finding;                  ///< what was done and seen
  std::optional<std::string> obstacle;  ///< what stands in the way
  std::optional<std::string> help;      ///< what is wanted of the supervisor
  std::optional<std::string> catch_up;  ///< how to do better; needed when off track or behind by more than the tolerance
  std::optional<Instant> next_at;       ///< default: by the card's rhythm
};
BOOST_DESCRIBE_STRUCT(CheckInForm, (), (id, actual, confidence, finding, obstacle, help, catch_up, next_at))

/// `target`, `expected`, `against_line` and `completion` are frozen: a later revision does not change them.
struct CheckInView {
  CheckInId id;
  GoalItemId item_id;
  std::int64_t number = 0;  ///< 1 = first
  Instant at;
  std::string by_name;
  std::optional<Decimal> actual;
  std::string finding;
  Confidence confidence = Confidence::on_track;
  std::optional<std::string> obstacle;
  std::optional<std::string> help;
  std::optional<std::string> catch_up;
  std::optional<Decimal> target;
  std::optional<Decimal> expected;      ///< the time-proportional line that day
  std::optional<Decimal> against_line;  ///< percent of it
  std::optional<Decimal> completion;    ///< percent of the target
  Instant next_at;
  std::optional<Instant> acknowledged_at;
  std::optional<std::string> acknowledged_by_name;
  std::optional<std::string> answer;  ///< the supervisor's
};
BOOST_DESCRIBE_STRUCT(CheckInView, (),
                      (id, item_id, number, at, by_name, actual, finding, confidence, obstacle, help, catch_up, target, expected, against_line, completion,
                       next_at, acknowledged_at, acknowledged_by_name, answer))

struct AcknowledgementForm {
  std::optional<std::string> answer;  ///< needed when help is wanted
};
BOOST_DESCRIBE_STRUCT(AcknowledgementForm, (), (answer))

struct MissingCheckInView {
  GoalItemId item_id;
  GoalCardId card_id;
  std::string number;  ///< the item's
  std::string what;
  followup::PersonView person;
  Instant due_at;  ///< when it should have been
  std::optional<Instant> last_at;
  std::int64_t days_late = 0;
};
BOOST_DESCRIBE_STRUCT(MissingCheckInView, (), (item_id, card_id, number, what, person, due_at, last_at, days_late))

/// By the person of a committed or active card; recorded as a follow-up on the item's commitment, too. Refuses goal.catch_up_needed,
/// goal.not_yours, goal.illegal_step, and what followup::record refuses.
Result<CheckInView> check_in(Context& ctx, GoalItemId id, CheckInForm const& form);
/// By the supervisor. Refuses goal.answer_needed when help is wanted.
Result<CheckInView> acknowledge(Context& ctx, CheckInId id, AcknowledgementForm const& form);
/// Of everybody the actor sees by goal.read, the longest missing first.
std::vector<MissingCheckInView> missing_check_ins(ReadContext const& ctx);

}  // namespace zx::goal
