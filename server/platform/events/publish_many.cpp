#include "platform/events/publish_many.hpp"

#include "platform/base/described.hpp"
#include "platform/base/json.hpp"
#include "platform/events/sql.hpp"

namespace zx::events {
namespace {

struct NewEvent {
  Uuid id;
  std::string payload;
};
BOOST_DESCRIBE_STRUCT(NewEvent, (), (id, payload))

void insert_one_by_one(Context const& ctx, std::string_view name, std::vector<std::string>& payloads) {
  for (auto& payload : payloads) {
    ctx.db.enqueue(sql::insert_event,
                   {{"org_id", ctx.actor.organization}, {"id", Uuid::v7()}, {"name", name}, {"payload", std::move(payload)}, {"at", ctx.now}});
  }
}

void insert_together(Context const& ctx, std::string_view name, std::vector<std::string>& payloads) {
  std::vector<NewEvent> events;
  events.reserve(payloads.size());
  for (auto& payload : payloads) events.push_back({Uuid::v7(), std::move(payload)});
  ctx.db.enqueue(sql::insert_events, {{"org_id", ctx.actor.organization}, {"name", name}, {"events", to_json(events)}, {"at", ctx.now}});
}

}  // namespace

void publish_many(Context const& ctx, std::string_view name, std::vector<std::string> payloads) {
  if (payloads.empty()) return;
  // A statement costs PostgreSQL more than its row; in SQLite it costs next to nothing.
  ctx.db.engine() == db::Engine::postgres ? insert_together(ctx, name, payloads) : insert_one_by_one(ctx, name, payloads);
  ctx.db.after_commit([&services = ctx.services] {
    if (services.wake_dispatcher) services.wake_dispatcher();
  });
}

}  // namespace zx::events
