#include "platform/events/housekeeping.hpp"

#include "platform/events/sql.hpp"
#include "platform/jobs/bookkeeping.hpp"

namespace zx::events {
namespace {

constexpr auto kept_for = std::chrono::hours(24 * 7);

/// One bounded step, so that nobody waits long behind it; false when nothing was left or the lease was lost.
bool forget_some(Services& services, jobs::Lease const& lease) {
  auto const now = services.clock.now();
  return jobs::keep_books(services, [&](db::Transaction& tx) {
    if (!jobs::still_mine(tx, lease, now)) return false;
    tx.enqueue(sql::forget_reactions, {{"before", now - kept_for}});
    return tx.execute(sql::forget_events, {{"before", now - kept_for}}) > 0;
  });
}

}  // namespace

jobs::Job forget_old_events() {
  return {
      .name = "events.forget_old", .every = std::chrono::hours(1), .lease = std::chrono::minutes(10), .run = [](Services& services, jobs::Lease const& lease) {
        while (forget_some(services, lease)) {}
      }};
}

}  // namespace zx::events
