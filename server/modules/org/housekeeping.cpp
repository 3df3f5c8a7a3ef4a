#include "modules/org/housekeeping.hpp"

#include "modules/org/sql.hpp"

namespace zx::org {
namespace {

using namespace std::chrono_literals;

void forget(db::Transaction& tx, Services const& services, Instant now) {
  tx.execute(sql::forget_sessions, {{"seen_before", now - services.session_idle}, {"created_before", now - services.session_absolute}});
  tx.execute(sql::forget_links, {{"before", now}});
  tx.execute(sql::forget_failures, {{"before", now - Milliseconds(24h)}});
}

}  // namespace

jobs::Job forget_expired() {
  return {"org.forget_expired", 1h, 5min, [](Services& services, jobs::Lease const& lease) {
            auto done = services.database.write([&](db::Transaction& tx) -> Result<void> {
              auto const now = services.clock.now();
              if (jobs::still_mine(tx, lease, now)) forget(tx, services, now);
              return {};
            });
            done.value();
          }};
}

}  // namespace zx::org
