#pragma once
// The goal cards of the demo company: eleven people, every state from draft to closed.

#include "app/demo/staff.hpp"
#include "app/demo/telling.hpp"
#include "modules/goal/goal.hpp"
#include "platform/context.hpp"

namespace zx::app::demo {

/// How many work items and check-ins came of it. One goal follows 何志远's row of `year_of_managers`.
Result<Told> agree_on_goals(Context& ctx, Actors const& actors, Past const& on, goal::SheetId year_of_managers);

}  // namespace zx::app::demo
