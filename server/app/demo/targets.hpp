#pragma once
// What the demo company wants to reach this year, and how far it is.

#include "app/demo/staff.hpp"
#include "app/demo/story.hpp"
#include "modules/goal/goal.hpp"
#include "platform/context.hpp"

namespace zx::app::demo {

/// Three measures; the year of the account managers by months, the year by products, and one manager's plans of this month and
/// the last, below the year. After `win_customers`. Gives the account managers' year, in whose second row 何志远 stands.
Result<goal::SheetId> set_targets(Context& ctx, Actors const& actors, Past const& on);

}  // namespace zx::app::demo
