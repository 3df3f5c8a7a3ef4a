#include "platform/events/reacting.hpp"

#include <algorithm>
#include <array>
#include <exception>

#include "platform/events/sql.hpp"
#include "platform/jobs/bookkeeping.hpp"
#include "platform/log/log.hpp"

namespace zx::events {
namespace {

using namespace std::chrono_literals;

constexpr std::array<Milliseconds, 6> pauses{1s, 5s, 30s, 5min, 30min, 1h};

/// How long a batch may hold its locks, but for its last event: in SQLite everybody who writes waits for it, in PostgreSQL
/// whoever changes the same rows, while each batch costs the locks of a hundred events.
std::chrono::milliseconds longest_batch(db::Engine engine) { return engine == db::Engine::sqlite ? 20ms : 150ms; }

enum class Outcome { ran, not_ours };

Actor system_of(OrganizationId organization) { return {.organization = organization, .name = "系统", .is_system = true}; }

db::Parameters key_of(PendingEvent const& event) { return {{"org_id", event.org_id}, {"id", event.id}}; }

bool lock(db::Transaction& tx, PendingEvent const& event) { return tx.one<std::int64_t>(sql::lock_pending_event, key_of(event)).has_value(); }

std::vector<std::string> reactions_done(db::Executor& db, PendingEvent const& event) {
  return db.all<std::string>(sql::reactions_done, {{"org_id", event.org_id}, {"event_id", event.id}});
}

bool contain_all(std::vector<std::string> const& done, std::span<Reaction const* const> reactions) {
  return std::ranges::all_of(reactions, [&](Reaction const* r) { return std::ranges::find(done, r->name) != done.end(); });
}

Result<void> run_reaction(Services& services, db::Transaction& tx, PendingEvent const& event, Reaction const& reaction, Instant now) {
  tx.enqueue(sql::insert_reaction_done, {{"org_id", event.org_id}, {"event_id", event.id}, {"reaction", reaction.name}, {"at", now}});
  Actor const actor = system_of(event.org_id);
  Context ctx{actor, now, tx, services};
  return reaction.run(ctx, event.payload);
}

/// The lock on the event's row holds until the commit: what `done` says stays true.
Result<Outcome> run_locked(Services& services, db::Transaction& tx, PendingEvent const& event, Reaction const& reaction,
                           std::span<Reaction const* const> reactions) {
  if (!lock(tx, event)) return Outcome::not_ours;
  auto done = reactions_done(tx, event);
  if (std::ranges::find(done, reaction.name) != done.end()) return Outcome::not_ours;
  auto const now = services.clock.now();
  TRY(run_reaction(services, tx, event, reaction, now));
  done.push_back(reaction.name);
  if (contain_all(done, reactions)) tx.enqueue(sql::mark_event_done, key_of(event).and_("now", now));
  return Outcome::ran;
}

/// A reaction that ran before the process died makes its row a second time: the whole batch fails.
Result<Reacted> run_batch(Services& services, db::Transaction& tx, ReactionsTo const& reactions_to) {
  auto const begin = std::chrono::steady_clock::now();
  auto const now = services.clock.now();
  auto const events = in_order_of_index(tx, [&] { return tx.all<PendingEvent>(sql::lock_new_events, {{"now", now}}); });
  if (events.size() < 2) return Reacted{};
  Reacted reacted{.moved = true};
  for (auto const& event : events) {
    for (auto const* reaction : reactions_to(event.name)) {
      TRY(run_reaction(services, tx, event, *reaction, now));
      ++reacted.ran;
    }
    tx.enqueue(sql::mark_event_done, key_of(event).and_("now", now));
    if (std::chrono::steady_clock::now() - begin > longest_batch(tx.engine())) break;
  }
  return reacted;
}

/// A broken reaction must not stop the others: what it throws becomes a refusal.
Result<Outcome> run_one(Services& services, PendingEvent const& event, Reaction const& reaction, std::span<Reaction const* const> reactions) {
  try {
    return services.database.write([&](db::Transaction& tx) { return run_locked(services, tx, event, reaction, reactions); });
  } catch (std::exception const& failure) { return Refusal::of(RefusalKind::unavailable, failure.what()); }
}

/// Of an event nobody reacts to, or whose outstanding reactions a newer program no longer has.
void mark_done(Services& services, PendingEvent const& event) {
  jobs::keep_books(services, [&](db::Transaction& tx) { tx.enqueue(sql::mark_event_done, key_of(event).and_("now", services.clock.now())); });
}

void postpone(Services& services, PendingEvent const& event, std::string const& error) {
  auto const next = services.clock.now() + pause_after(event.attempts + 1);
  jobs::keep_books(services, [&](db::Transaction& tx) {
    tx.enqueue(sql::postpone_event, key_of(event).and_("next_attempt_at", next).and_("error", error).and_("attempts", event.attempts));
  });
}

bool all_done(Services& services, PendingEvent const& event, std::span<Reaction const* const> reactions) {
  auto done = services.database.read([&](db::Executor& db) { return reactions_done(db, event); });
  return contain_all(done, reactions);
}

std::string describe(PendingEvent const& event, Reaction const& reaction, Refusal const& refusal) {
  log::warning("reaction.failed",
               {{"reaction", reaction.name}, {"event", event.name}, {"id", event.id}, {"attempt", event.attempts + 1}, {"reason", refusal.code}});
  return reaction.name + ": " + refusal.code;
}

}  // namespace

Milliseconds pause_after(std::int64_t attempts) {
  auto const at = std::clamp<std::int64_t>(attempts - 1, 0, pauses.size() - 1);
  return pauses[static_cast<std::size_t>(at)];
}

std::optional<Reacted> react_to_batch(Services& services, ReactionsTo const& reactions_to) {
  try {
    auto reacted = services.database.write([&](db::Transaction& tx) { return run_batch(services, tx, reactions_to); });
    if (reacted && reacted->moved) return *reacted;
  } catch (std::exception const&) {}  // who fails alone as well is told of then
  return std::nullopt;
}

Reacted react(Services& services, PendingEvent const& event, std::span<Reaction const* const> reactions) {
  int ran = 0;
  std::string error;
  for (auto const* reaction : reactions) {
    auto outcome = run_one(services, event, *reaction, reactions);
    if (outcome) ran += *outcome == Outcome::ran;
    else error = describe(event, *reaction, outcome.refusal());
  }
  if (!error.empty()) {
    postpone(services, event, error);
    return {.ran = ran, .moved = true};
  }
  if (ran > 0) return {.ran = ran, .moved = true};
  if (!all_done(services, event, reactions)) return {};
  mark_done(services, event);
  return {.moved = true};
}

}  // namespace zx::events
