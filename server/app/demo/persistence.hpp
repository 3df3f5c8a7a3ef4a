#pragma once
// How the demo company follows up: cadences, what is known of the people on the other side, a campaign of the past, and somebody
// who would like to give up.

#include "app/demo/staff.hpp"
#include "app/demo/story.hpp"
#include "platform/context.hpp"

namespace zx::app::demo {

Result<void> keep_following_up(Context& ctx, Actors const& actors, Past const& on);

}  // namespace zx::app::demo
