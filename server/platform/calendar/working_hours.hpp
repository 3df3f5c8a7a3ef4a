#pragma once
// When a week's work is done, in civil time.

#include <array>
#include <string>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/base/time.hpp"

namespace zx::calendar {

/// Half open: [from, to). A night shift is two intervals: until 24:00, and from 00:00 of the next day.
struct WorkingInterval {
  TimeOfDay from;
  TimeOfDay to;
  bool operator==(WorkingInterval const&) const = default;
};

struct WorkingHours {
  /// Monday first.
  std::array<std::vector<WorkingInterval>, 7> days;

  /// Monday to Friday 09:00–12:00 and 13:30–18:00.
  static WorkingHours standard();
  /// `weekday` as in Date::weekday(): 1 = Monday.
  std::vector<WorkingInterval> const& on(int weekday) const { return days[static_cast<std::size_t>(weekday - 1)]; }
  /// The hours of a day that is worked although its weekday may be free: those of Monday on a weekend
  /// (and on a free weekday); of the first weekday with hours when Monday has none.
  std::vector<WorkingInterval> const& on_adjusted_workday(int weekday) const;
  bool operator==(WorkingHours const&) const = default;
};

/// Refuses (paths "days.<0–6>.<interval>") intervals that end before they start, leave 00:00–24:00,
/// overlap or are out of order; and a week without any hours, in which no duration would ever end.
Result<void> check(WorkingHours const&);

}  // namespace zx::calendar
