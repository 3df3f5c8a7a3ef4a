#pragma once
// How the people of the demo company work with one another: who stands in for whom, what they ask, what they have learned, and what the
// administrator has set up for them.

#include "app/demo/staff.hpp"
#include "app/demo/story.hpp"
#include "platform/context.hpp"

namespace zx::app::demo {

Result<void> work_together(Context& ctx, Actors const& actors, Past const& on);

}  // namespace zx::app::demo
