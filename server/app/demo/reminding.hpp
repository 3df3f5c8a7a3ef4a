#pragma once
// The reminders of the demo company's last days: the job's own work, at the times it would have been done.

#include "app/demo/story.hpp"
#include "platform/context.hpp"

namespace zx::app::demo {

/// Nobody is reminded of what came before `from`: the half year before would only fill the inboxes with what was read long ago.
class Reminding {
 public:
  Reminding(Context& ctx, Instant from) : ctx_(ctx), from_(from) {}

  /// Whatever came due until then, one after another; what is told by it is told at once.
  Result<void> up_to(Instant until);

 private:
  Context& ctx_;
  Instant from_;
};

}  // namespace zx::app::demo
