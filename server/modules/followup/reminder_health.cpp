#include "modules/followup/reminder_health.hpp"

#include <algorithm>
#include <chrono>

#include "modules/followup/followup.hpp"
#include "modules/followup/sql.hpp"

namespace zx::followup {
namespace {

constexpr Milliseconds tolerated_lag = std::chrono::minutes(2);

struct Queue {
  std::optional<Instant> next_due_at;
  std::int64_t waiting = 0;
};
BOOST_DESCRIBE_STRUCT(Queue, (), (next_due_at, waiting))

/// The job serves all organizations in order of time, so the oldest one tells how far behind it is for everybody.
Milliseconds lag(db::Executor& db, Instant now) {
  auto const oldest = db.one<Instant>(sql::oldest_reminder);
  return oldest ? std::max(Milliseconds(0), now - *oldest) : Milliseconds(0);
}

}  // namespace

ReminderHealth reminder_health(ReadContext const& ctx) {
  auto const behind_by = lag(ctx.db, ctx.now);
  auto const queue = ctx.db.sure<Queue>(sql::reminder_queue, {{"org", ctx.actor.organization}, {"now", ctx.now}});
  return {std::chrono::duration_cast<std::chrono::seconds>(behind_by).count(), behind_by > tolerated_lag, queue.next_due_at, queue.waiting};
}

std::map<std::string, double> reminder_figures(Services& services) {
  auto const now = services.clock.now();
  auto const behind_by = services.database.read([&](db::Executor& db) { return lag(db, now); });
  return {{"lag_seconds", static_cast<double>(behind_by.count()) / 1000}, {"behind", behind_by > tolerated_lag}};
}

}  // namespace zx::followup
