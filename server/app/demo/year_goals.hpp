#pragma once
// The year's goals of the demo company: the general manager's, and his deputy's below them.

#include "app/demo/staff.hpp"
#include "app/demo/story.hpp"
#include "modules/goal/cards.hpp"

namespace zx::app::demo {

/// What the departments' goals serve, and how often somebody checked in.
struct YearGoals {
  goal::GoalItemId revenue;
  goal::GoalItemId repairs;
  std::int64_t looks = 0;
};

Result<YearGoals> agree_on_the_year(Context& ctx, Actors const& actors, Past const& on);

}  // namespace zx::app::demo
