#include "modules/work/quadrants.hpp"

namespace zx::work::rules {

std::int64_t urgency_of(calendar::WorkingCalendar const& calendar, Instant now, std::optional<Instant> due_at, std::optional<std::int64_t> estimate_minutes) {
  if (!due_at) return 4;
  auto const left = calendar.working_time_between(now, *due_at);
  Milliseconds const needed = std::chrono::minutes(estimate_minutes.value_or(assumed_estimate_minutes));
  if (left <= needed) return 1;
  if (left <= 2 * needed) return 2;
  return left <= 4 * needed ? 3 : 4;
}

Quadrant quadrant_of(std::int64_t importance, std::int64_t urgency) {
  bool const urgent = urgency <= 2;
  if (importance <= 2) return urgent ? Quadrant::A : Quadrant::B;
  return urgent ? Quadrant::C : Quadrant::D;
}

}  // namespace zx::work::rules
