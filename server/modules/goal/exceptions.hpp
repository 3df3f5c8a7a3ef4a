#pragma once
// Management by exception 例外管理: only what departs from the plan, each with its evidence and formula; and what went notably well.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "modules/followup/followup.hpp"
#include "modules/goal/card_words.hpp"
#include "modules/goal/goal.hpp"
#include "platform/base/decimal.hpp"
#include "platform/base/described.hpp"

namespace zx::goal {

/// no_number: the last look at a goal with a target said none.
enum class ExceptionKind { behind_line, no_check_in, no_number, falling_confidence, support_unanswered, help_unanswered, notably_well };
BOOST_DESCRIBE_ENUM(ExceptionKind, behind_line, no_check_in, no_number, falling_confidence, support_unanswered, help_unanswered, notably_well)

struct ExceptionView {
  ExceptionKind kind = ExceptionKind::behind_line;
  GoalItemId item_id;
  GoalCardId card_id;
  std::string item_number;
  followup::PersonView person;
  std::string what;
  std::optional<std::string> unit;
  std::optional<Decimal> target;
  std::optional<Decimal> actual;
  std::optional<Decimal> expected;
  std::optional<Decimal> against_line;
  std::string code;  ///< "goal.exception.behind_line": its text has the formula with the numbers
  std::map<std::string, std::string> arguments;
  std::string text;    ///< in the reader's language
  std::string prompt;  ///< what to do: ask how it can be done better, answer, praise
};
BOOST_DESCRIBE_STRUCT(ExceptionView, (),
                      (kind, item_id, card_id, item_number, person, what, unit, target, actual, expected, against_line, code, arguments, text, prompt))

struct ExceptionsQuery {
  std::optional<bool> all;  ///< true: of everybody goal.supervise reaches; default: of those one supervises
};
BOOST_DESCRIBE_STRUCT(ExceptionsQuery, (), (all))

struct ExceptionsView {
  std::int64_t goals = 0;       ///< under way, looked at
  std::int64_t as_planned = 0;  ///< of them without any exception
  Decimal tolerance;            ///< percent
  std::vector<ExceptionView> departures;
  std::vector<ExceptionView> praise;
};
BOOST_DESCRIBE_STRUCT(ExceptionsView, (), (goals, as_planned, tolerance, departures, praise))

ExceptionsView exceptions(ReadContext const& ctx, ExceptionsQuery const& query);

namespace rules {

/// Where an accumulating goal should stand today: target × elapsed days ÷ days of the period up to its own due day; a level one always at
/// its target. Nothing before the period, or without a target.
std::optional<Decimal> expected_on(Accrual accrual, std::optional<Decimal> target, Date from, Date to, Date today);
/// The day against whose line an actual is held: the day it was said, until the next look is due; then today, and today where the last look
/// had no number. A number said on time is no exception merely because days went by.
Date line_day(std::optional<Date> said_on, bool is_missing, Date today);
/// Days passed, today included, of the days of the period.
std::int64_t elapsed_percent(Date from, Date to, Date today);
/// Percent of the line; the same formula as completion. Nothing without a line or an actual.
std::optional<Decimal> against_line(BetterWhen better, std::optional<Decimal> expected, std::optional<Decimal> actual);
bool is_behind(std::optional<Decimal> against_line, Decimal tolerance);
bool is_notably_well(std::optional<Decimal> against_line, Decimal tolerance);
bool fell(std::optional<Confidence> before, std::optional<Confidence> now);

}  // namespace rules
}  // namespace zx::goal
