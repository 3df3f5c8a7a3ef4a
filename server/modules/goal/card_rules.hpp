#pragma once
// What a goal card must be like. Pure.

#include "modules/goal/cards.hpp"
#include "platform/calendar/working_calendar.hpp"

namespace zx::goal::rules {

inline constexpr std::size_t most_items = 30;

struct PeriodSpan {
  Date from;
  Date to;  ///< included
  bool operator==(PeriodSpan const&) const = default;
};
/// The civil period that has the day; weeks begin on Monday.
PeriodSpan period_of(CardPeriod period, Date day);
/// The one after it.
PeriodSpan period_after(CardPeriod period, Date from);

/// Of one item in the period, each at `path` + its name: field.required, field.too_long, goal.outside_period, goal.tier_order,
/// goal.target_positive, goal.target_needed (tiers without a target), goal.weight_range, goal.twice, goal.rollup_unit,
/// goal.target_sheet_needed, goal.target_row_needed, goal.target_row_not_followed.
std::vector<FieldError> wrong_fields(GoalItemForm const& form, PeriodSpan period, std::string const& path);
std::vector<FieldError> wrong_fields(NewCardForm const& form);
std::vector<FieldError> wrong_fields(CardPatch const& patch);

/// From easy to hard: base ≤ commit ≤ target ≤ stretch, the other way round where lower is better.
bool in_order(BetterWhen better, std::vector<std::optional<Decimal>> const& tiers);

/// Exactly 100.
bool is_whole(std::vector<Decimal> const& weights);

Rhythm default_rhythm(CardPeriod period);
/// Weekly: the next Friday; monthly: the last working day of the month; both at 16:00. After the period's end: the next working day at 10:00.
/// Always on a later day than `now`: a look made on the very day is that day's look.
Instant next_check_in(Rhythm rhythm, Date period_to, Instant now, calendar::WorkingCalendar const& calendar);

}  // namespace zx::goal::rules
