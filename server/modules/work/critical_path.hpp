#pragma once
// Parallel and serial scheduling 统筹: which items can run side by side, which one after the other, how long all of it takes.
//
// The critical path method (Kelley and Walker, 1959) over finish-to-start dependencies with lags. Pure: time is counted in
// working minutes from the plan's beginning; whoever knows the calendar turns them into instants.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/result.hpp"

namespace zx::work {

struct Predecessor {
  std::size_t activity = 0;      ///< index into the plan
  std::int64_t lag_minutes = 0;  ///< wait after its finish; never negative
};

struct Activity {
  std::string name;  ///< named in refusals: "W-2026-000012 打压测试"
  std::int64_t duration_minutes = 0;
  std::vector<Predecessor> after;
  std::int64_t not_before = 0;        ///< minutes from the plan's beginning
  std::optional<std::size_t> person;  ///< who does it; levelling lets one person do one thing at a time
  bool begun = false;                 ///< levelling lets nobody drop it for something else
  std::int64_t importance = 2;        ///< 1 … 4, 1 the most important
};

struct PlannedActivity {
  std::int64_t earliest_start = 0;
  std::int64_t earliest_finish = 0;
  std::int64_t latest_start = 0;
  std::int64_t latest_finish = 0;
  std::int64_t slack = 0;           ///< how much later it may start without delaying the whole
  bool critical = false;            ///< no slack
  std::size_t group = 0;            ///< those of one group can run in parallel as far as dependencies go; groups run in series
  std::int64_t levelled_start = 0;  ///< with everyone doing one thing at a time
};

struct Schedule {
  std::vector<PlannedActivity> activities;  ///< in the order of the plan
  std::int64_t length_minutes = 0;          ///< as dependencies allow
  std::int64_t serial_minutes = 0;          ///< one after the other
  std::int64_t levelled_minutes = 0;        ///< as dependencies and people allow
  std::vector<std::size_t> critical_path;   ///< in the order of their starts
};

/// Where several things ask for one person, the one that has begun comes first, then what is critical, then the more important,
/// then the one that stands first in the plan; each takes the first time that is long enough for it. Without lags and later
/// beginnings the levelled plan is never longer than one thing after the other.
///
/// Refuses work.dependency_cycle with the loop's names, in the order of the loop, in argument `items`.
Result<Schedule> schedule(std::vector<Activity> const& plan);

}  // namespace zx::work
