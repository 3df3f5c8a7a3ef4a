#pragma once
// Makes stories true: the real verbs, by the people themselves, in order of time.

#include <vector>

#include "app/demo/reminding.hpp"
#include "app/demo/staff.hpp"
#include "app/demo/story.hpp"
#include "platform/context.hpp"

namespace zx::app::demo {

struct Told {
  std::int64_t items = 0;
  std::int64_t follow_ups = 0;
};

/// Tells everything that happened up to `ctx.now`; of the people in `actors` only, and reminds them in between. Reactions to what happened run at
/// the time it happened, too, so that the dispatcher finds nothing left to do. A refused step refuses the whole.
Result<Told> tell(Context& ctx, std::vector<Story> const& stories, Actors const& actors, Reminding& reminding);

/// What the dispatcher does with what has happened up to `ctx.now`.
Result<void> react(Context& ctx);

}  // namespace zx::app::demo
