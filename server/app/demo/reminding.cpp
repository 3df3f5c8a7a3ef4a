#include "app/demo/reminding.hpp"

#include <algorithm>

#include "app/demo/telling.hpp"
#include "modules/followup/firing.hpp"
#include "modules/followup/sql.hpp"

namespace zx::app::demo {

Result<void> Reminding::up_to(Instant until) {
  if (until < from_) return {};
  for (;;) {
    auto const next = ctx_.db.one<Instant>(followup::sql::oldest_reminder);
    if (!next || *next > until) return {};
    auto const at = std::max(*next, from_);
    followup::reminders::fire_some(ctx_.db, ctx_.services, at);
    Context then{ctx_.actor, at, ctx_.db, ctx_.services};
    TRY(react(then));
  }
}

}  // namespace zx::app::demo
