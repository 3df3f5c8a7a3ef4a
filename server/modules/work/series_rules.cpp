#include "modules/work/series_rules.hpp"

#include <algorithm>

namespace zx::work::rules {
namespace {

constexpr TimeOfDay time_on_days_off{9 * 60};

unsigned days_in(int year, unsigned month) {
  unsigned day = 31;
  while (!Date{year, month, day}.valid()) --day;
  return day;
}

Date months_after(Date first, std::int64_t months) {
  auto const all = first.year * std::int64_t{12} + first.month - 1 + months;
  auto const year = static_cast<int>(all / 12);
  auto const month = static_cast<unsigned>(all % 12) + 1;
  return {year, month, std::min(first.day, days_in(year, month))};
}

}  // namespace

Date occurrence_on(SeriesRule const& rule, std::int64_t number) {
  auto const steps = rule.every * number;
  switch (rule.unit) {
    case SeriesUnit::day: return rule.first_on.plus_days(steps);
    case SeriesUnit::week: return rule.first_on.plus_days(7 * steps);
    case SeriesUnit::month: return months_after(rule.first_on, steps);
  }
  throw std::logic_error("unknown unit of a series");
}

Date shifted(Date day, SeriesShift shift, calendar::WorkingCalendar const& calendar) {
  if (shift == SeriesShift::keep || calendar.is_working_day(day)) return day;
  return calendar.add_working_days(day, shift == SeriesShift::later ? 1 : -1);
}

Instant made_at(SeriesRule const& rule, std::int64_t number, calendar::WorkingCalendar const& calendar) {
  auto const day = shifted(occurrence_on(rule, number), rule.shift, calendar);
  auto const begin = calendar.next_working_instant(calendar::at(day, TimeOfDay{0}, calendar.zone()));
  if (calendar::local_date(begin, calendar.zone()) == day) return begin;
  return calendar::at(day, time_on_days_off, calendar.zone());
}

bool has_occurrence(SeriesRule const& rule, std::int64_t number) { return !rule.until_on || occurrence_on(rule, number) <= *rule.until_on; }

std::optional<std::int64_t> last_due(SeriesRule const& rule, std::int64_t number, Instant now, calendar::WorkingCalendar const& calendar) {
  auto is_due = [&](std::int64_t each) { return has_occurrence(rule, each) && made_at(rule, each, calendar) <= now; };
  if (!is_due(number)) return std::nullopt;
  while (is_due(number + 1)) ++number;
  return number;
}

Instant due_after(Instant made, std::int64_t working_days, calendar::WorkingCalendar const& calendar) {
  auto const zone = calendar.zone();
  auto const day = calendar.add_working_days(calendar::local_date(made, zone), static_cast<int>(working_days));
  auto const night = calendar::at(day.plus_days(1), TimeOfDay{0}, zone);
  auto const morning = calendar::at(day, TimeOfDay{0}, zone);
  auto const worked = calendar.working_time_between(morning, night);
  return worked.count() > 0 ? calendar.add_working_time(morning, worked) : night - Milliseconds(60'000);
}

}  // namespace zx::work::rules
