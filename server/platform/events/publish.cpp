#include "platform/events/events.hpp"
#include "platform/events/sql.hpp"

namespace zx::events {

void publish_json(Context const& ctx, std::string_view name, std::string payload) {
  ctx.db.enqueue(sql::insert_event, {{"org_id", ctx.actor.organization}, {"id", Uuid::v7()}, {"name", name}, {"payload", std::move(payload)}, {"at", ctx.now}});
  ctx.db.after_commit([&services = ctx.services] {
    if (services.wake_dispatcher) services.wake_dispatcher();
  });
}

}  // namespace zx::events
