#include "platform/calendar/working_calendar.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

// Everything rests on one never-falling function: W(t), the working milliseconds from the first week until t.
// A span is a difference of two W, adding is W turned round. Weekly totals make both a search and at most
// seven days of walking.

namespace zx::calendar {
namespace {

constexpr std::int64_t week_days = 7;
constexpr std::int64_t first_monday = -3;  // 1969-12-29, the Monday before 1970-01-01
constexpr std::int64_t week_count = 6784;  // the last one contains 2099-12-31

std::int64_t floor_divide(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }
std::int64_t week_of(std::int64_t day) { return floor_divide(day - first_monday, week_days); }
std::int64_t monday_of(std::int64_t week) { return first_monday + week * week_days; }
int weekday_of(std::int64_t day) { return static_cast<int>(day - monday_of(week_of(day))) + 1; }

WorkingHours checked(WorkingHours hours) {
  if (auto const sound = check(hours); !sound) {
    auto const& fault = sound.refusal().fields.front();
    throw std::invalid_argument("working hours: " + fault.code + " at " + fault.path);
  }
  return hours;
}

std::int64_t nominal_week_ms(WorkingHours const& hours) {
  std::int64_t minutes = 0;
  for (auto const& day : hours.days)
    for (auto const& interval : day) minutes += interval.to.minutes - interval.from.minutes;
  return minutes * 60'000;
}

}  // namespace

WorkingCalendar::WorkingCalendar(Zone zone, WorkingHours hours, Holidays const& holidays)
    : zone_(zone), hours_(checked(std::move(hours))), known_until_(holidays.known_until()), ordinary_week_ms_(nominal_week_ms(hours_)) {
  for (auto const& special : holidays.days()) {
    auto const day = special.date.days();
    if (week_of(day) >= 0 && week_of(day) < week_count) overrides_.push_back({day, special.kind});
  }
  totals_.reserve(week_count + 1);
  totals_.push_back(0);
  for (std::int64_t week = 0; week < week_count; ++week) totals_.push_back(totals_.back() + total_of_week(week));
}

std::vector<WorkingInterval> const& WorkingCalendar::hours_on(std::int64_t day) const {
  static std::vector<WorkingInterval> const none;
  auto const found = std::lower_bound(overrides_.begin(), overrides_.end(), day, [](Override const& o, std::int64_t d) { return o.day < d; });
  if (found == overrides_.end() || found->day != day) return hours_.on(weekday_of(day));
  return found->kind == DayKind::off ? none : hours_.on_adjusted_workday(weekday_of(day));
}

std::vector<WorkingCalendar::Stretch> WorkingCalendar::stretches_of_week(std::int64_t week) const {
  std::vector<Stretch> stretches;
  stretches.reserve(2 * week_days);
  for (auto day = monday_of(week); day < monday_of(week + 1); ++day) {
    auto const date = Date::from_days(day);
    for (auto const& [from, to] : hours_on(day)) stretches.push_back({at(date, from, zone_).ms, at(date, to, zone_).ms});
  }
  return stretches;
}

bool WorkingCalendar::is_ordinary_week(std::int64_t week) const {
  auto const [monday, next] = std::pair(monday_of(week), monday_of(week + 1));
  auto const special = std::lower_bound(overrides_.begin(), overrides_.end(), monday, [](Override const& o, std::int64_t d) { return o.day < d; });
  if (special != overrides_.end() && special->day < next) return false;
  return zone_.offset_at(start_of(Date::from_days(monday), zone_)) == zone_.offset_at(start_of(Date::from_days(next), zone_));
}

std::int64_t WorkingCalendar::total_of_week(std::int64_t week) const {
  if (is_ordinary_week(week)) return ordinary_week_ms_;
  std::int64_t total = 0;
  for (auto const& stretch : stretches_of_week(week)) total += stretch.to_ms - stretch.from_ms;
  return total;
}

std::int64_t WorkingCalendar::total_before_week(std::int64_t week) const {
  if (week < 0) return week * ordinary_week_ms_;
  if (week > week_count) return totals_.back() + (week - week_count) * ordinary_week_ms_;
  return totals_[static_cast<std::size_t>(week)];
}

std::int64_t WorkingCalendar::last_week_beginning_with(std::int64_t at_most) const {
  if (at_most < 0) return floor_divide(at_most, ordinary_week_ms_);
  if (at_most >= totals_.back()) return week_count + (at_most - totals_.back()) / ordinary_week_ms_;
  return std::upper_bound(totals_.begin(), totals_.end(), at_most) - totals_.begin() - 1;
}

std::int64_t WorkingCalendar::worked_by(Instant instant) const {
  auto const week = week_of(local_date(instant, zone_).days());
  auto total = total_before_week(week);
  for (auto const& [from, to] : stretches_of_week(week)) {
    if (from >= instant.ms) break;
    total += std::min(to, instant.ms) - from;
  }
  return total;
}

Instant WorkingCalendar::earliest_with(std::int64_t total) const {
  // Runs on into later weeks only beyond the table, where totals are those of ordinary weeks.
  auto week = last_week_beginning_with(total - 1);
  for (auto before = total_before_week(week);; ++week)
    for (auto const& [from, to] : stretches_of_week(week)) {
      if (before + (to - from) >= total) return {from + (total - before)};
      before += to - from;
    }
}

Instant WorkingCalendar::latest_with(std::int64_t total) const {
  auto week = last_week_beginning_with(total);
  for (auto before = total_before_week(week);; ++week)
    for (auto const& [from, to] : stretches_of_week(week)) {
      if (before + (to - from) > total) return {from + (total - before)};
      before += to - from;
    }
}

bool WorkingCalendar::is_working_day(Date date) const { return !hours_on(date.days()).empty(); }

Date WorkingCalendar::add_working_days(Date start, int n) const {
  if (n > 100'000 || n < -100'000) throw std::out_of_range("add_working_days: " + std::to_string(n));
  auto day = start.days();
  int const step = n < 0 ? -1 : 1;
  for (int left = n; left != 0;) {
    day += step;
    if (!hours_on(day).empty()) left -= step;
  }
  return Date::from_days(day);
}

int WorkingCalendar::working_days_between(Date after, Date until) const {
  if (until < after) return -working_days_between(until, after);
  int count = 0;
  for (auto day = after.days() + 1; day <= until.days(); ++day) count += hours_on(day).empty() ? 0 : 1;
  return count;
}

int WorkingCalendar::working_days_in(int year) const { return working_days_between({year - 1, 12, 31}, {year, 12, 31}); }

Instant WorkingCalendar::next_working_instant(Instant start) const { return latest_with(worked_by(start)); }

Instant WorkingCalendar::add_working_time(Instant start, Milliseconds duration) const {
  auto const worked = worked_by(start);
  auto const total = worked + duration.count();
  if (duration.count() > 0) return earliest_with(total);
  // The end of an interval still counts as worked, so adding nothing to a sum changes nothing.
  if (duration.count() == 0 && earliest_with(worked) == start) return start;
  return latest_with(total);
}

Milliseconds WorkingCalendar::working_time_between(Instant start, Instant end) const { return Milliseconds(worked_by(end) - worked_by(start)); }

}  // namespace zx::calendar
