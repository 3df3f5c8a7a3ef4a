#pragma once
// What comes round again in the demo company: the monthly check of the fire extinguishers, the weekly round through the pump rooms.

#include "app/demo/staff.hpp"
#include "app/demo/story.hpp"
#include "app/demo/telling.hpp"
#include "platform/context.hpp"

namespace zx::app::demo {

/// The rules, and the items they have made since; all but each rule's last are done.
Result<Told> come_round_again(Context& ctx, Actors const& actors, Past const& on);

}  // namespace zx::app::demo
