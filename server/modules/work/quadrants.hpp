#pragma once
// Four quadrants 四象限: A important and urgent (碎石), B important (石块), C urgent (细沙), D neither (水).

#include <memory>
#include <optional>

#include "platform/base/described.hpp"
#include "platform/base/time.hpp"
#include "platform/calendar/working_calendar.hpp"

namespace zx::work {

enum class Quadrant { A, B, C, D };
BOOST_DESCRIBE_ENUM(Quadrant, A, B, C, D)

namespace rules {

/// What an item without estimate is taken to need: a working day.
inline constexpr std::int64_t assumed_estimate_minutes = 450;

/// 1 (most) … 4. The working time left against what the work needs: not more than it needs, or overdue: 1; up to twice as
/// much: 2; up to four times: 3; else, or without due time, 4.
std::int64_t urgency_of(calendar::WorkingCalendar const& calendar, Instant now, std::optional<Instant> due_at, std::optional<std::int64_t> estimate_minutes);

/// 1 and 2 are important, and urgent.
Quadrant quadrant_of(std::int64_t importance, std::int64_t urgency);

}  // namespace rules
}  // namespace zx::work
