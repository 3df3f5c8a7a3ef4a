#include "platform/jobs/bookkeeping.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/jobs/sql.hpp"

namespace zx::jobs {
namespace {

constexpr auto kept_for = std::chrono::hours(24 * 30);

void forget(Services& services, Lease const& lease) {
  auto const now = services.clock.now();
  keep_books(services, [&](db::Transaction& tx) {
    if (still_mine(tx, lease, now)) tx.enqueue(sql::forget_tasks, {{"before", now - kept_for}});
  });
}

}  // namespace

Job forget_old_tasks() { return {.name = "tasks.forget_old", .every = std::chrono::hours(24), .lease = std::chrono::minutes(10), .run = forget}; }

}  // namespace zx::jobs
