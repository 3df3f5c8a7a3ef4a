#pragma once
// The goal cards of the demo company: ten people, every state from draft to closed.

#include "app/demo/staff.hpp"
#include "app/demo/telling.hpp"
#include "platform/context.hpp"

namespace zx::app::demo {

/// How many work items and check-ins came of it.
Result<Told> agree_on_goals(Context& ctx, Actors const& actors, Past const& on);

}  // namespace zx::app::demo
