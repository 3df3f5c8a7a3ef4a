#include "platform/calendar/working_hours.hpp"

#include <algorithm>

namespace zx::calendar {
namespace {

constexpr int monday = 1;
constexpr int saturday = 6;
constexpr int day_minutes = 24 * 60;

std::vector<FieldError> faults_of_day(std::vector<WorkingInterval> const& intervals, std::string const& path) {
  std::vector<FieldError> faults;
  for (std::size_t i = 0; i < intervals.size(); ++i) {
    auto const& [from, to] = intervals[i];
    auto const here = path + "." + std::to_string(i);
    if (from.minutes < 0 || to.minutes > day_minutes || from >= to) faults.push_back({here, "calendar.interval_invalid"});
    else if (i > 0 && from < intervals[i - 1].to) faults.push_back({here, "calendar.intervals_overlap"});
  }
  return faults;
}

}  // namespace

WorkingHours WorkingHours::standard() {
  std::vector<WorkingInterval> const day{{{9 * 60}, {12 * 60}}, {{13 * 60 + 30}, {18 * 60}}};
  return {{day, day, day, day, day, {}, {}}};
}

std::vector<WorkingInterval> const& WorkingHours::on_adjusted_workday(int weekday) const {
  if (weekday < saturday && !on(weekday).empty()) return on(weekday);
  if (!on(monday).empty()) return on(monday);
  auto const first = std::find_if(days.begin(), days.end(), [](auto const& day) { return !day.empty(); });
  return first == days.end() ? days.front() : *first;
}

Result<void> check(WorkingHours const& hours) {
  std::vector<FieldError> faults;
  for (std::size_t day = 0; day < hours.days.size(); ++day)
    for (auto& fault : faults_of_day(hours.days[day], "days." + std::to_string(day))) faults.push_back(std::move(fault));
  if (std::all_of(hours.days.begin(), hours.days.end(), [](auto const& day) { return day.empty(); })) faults.push_back({"days", "calendar.no_working_hours"});
  if (!faults.empty()) return Refusal::invalid_fields(std::move(faults));
  return {};
}

}  // namespace zx::calendar
