#pragma once
// Working time: how long people had, as opposed to how long the clock ran.

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "platform/base/time.hpp"
#include "platform/calendar/holidays.hpp"
#include "platform/calendar/working_hours.hpp"
#include "platform/calendar/zone.hpp"

namespace zx::calendar {

/// Immutable and thread-safe. Spans of any length cost two searches in weekly totals, built once.
/// Exact, changes of clocks included, from 1970 to 2099; ordinary weeks are assumed beyond.
class WorkingCalendar {
 public:
  /// Throws std::invalid_argument for hours that `check` refuses.
  WorkingCalendar(Zone zone, WorkingHours hours, Holidays const& holidays = {});

  Zone zone() const { return zone_; }
  WorkingHours const& hours() const { return hours_; }

  /// Holidays are known up to and including this day. Later days are judged by the ordinary week alone:
  /// say so wherever they are shown.
  std::optional<Date> known_until() const { return known_until_; }
  bool is_announced(Date date) const { return known_until_ && date <= *known_until_; }

  bool is_working_day(Date) const;
  /// The `n`th working day after `start`, which itself is not counted; before it when `n` is negative;
  /// `start` when `n` is 0. |n| ≤ 100,000, else throws std::out_of_range.
  Date add_working_days(Date start, int n) const;
  /// Working days after `after` up to and including `until`; negative when `until` is earlier.
  int working_days_between(Date after, Date until) const;
  int working_days_in(int year) const;

  /// `start` if it is working time (intervals are half open), else when work next begins.
  Instant next_working_instant(Instant start) const;
  bool is_working_time(Instant at) const { return next_working_instant(at) == at; }
  /// The earliest instant by which `duration` was worked: one that ends with the day ends at 18:00, not at
  /// 09:00 of the next. Zero moves free time to the next beginning. A negative duration counts back to the
  /// latest instant that leaves it ("remind one working hour before").
  Instant add_working_time(Instant start, Milliseconds duration) const;
  /// Negative when `end` is before `start`. working_time_between(t, add_working_time(t, d)) == d.
  Milliseconds working_time_between(Instant start, Instant end) const;

 private:
  struct Override {
    std::int64_t day;
    DayKind kind;
  };
  struct Stretch {
    std::int64_t from_ms;
    std::int64_t to_ms;
  };

  std::vector<WorkingInterval> const& hours_on(std::int64_t day) const;
  std::vector<Stretch> stretches_of_week(std::int64_t week) const;
  bool is_ordinary_week(std::int64_t week) const;
  std::int64_t total_of_week(std::int64_t week) const;
  std::int64_t total_before_week(std::int64_t week) const;
  std::int64_t last_week_beginning_with(std::int64_t at_most) const;
  std::int64_t worked_by(Instant) const;
  Instant earliest_with(std::int64_t total) const;
  Instant latest_with(std::int64_t total) const;

  Zone zone_;
  WorkingHours hours_;
  std::vector<Override> overrides_;  // sorted by day
  std::optional<Date> known_until_;
  std::int64_t ordinary_week_ms_ = 0;
  std::vector<std::int64_t> totals_;  // working milliseconds before each week; one more entry than there are weeks
};

}  // namespace zx::calendar
