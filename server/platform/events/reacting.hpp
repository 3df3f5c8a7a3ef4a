#pragma once
// Events and their reactions: many in one transaction while nothing fails, else each in a transaction of its own.

#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "platform/events/events.hpp"
#include "platform/events/sql.hpp"

namespace zx::events {

/// A pending row of outbox_event.
struct PendingEvent {
  OrganizationId org_id;
  Uuid id;
  std::string name;
  std::string payload;
  std::int64_t attempts = 0;
};
BOOST_DESCRIBE_STRUCT(PendingEvent, (), (org_id, id, name, payload, attempts))

/// Of a table that was empty a moment ago PostgreSQL's planner thinks that sorting its few rows is cheaper than reading them in the
/// order of their index; in a flood every look would sort all of them.
template <class Look>
auto in_order_of_index(db::Transaction& tx, Look&& look) {
  if (tx.engine() == db::Engine::sqlite) return look();
  tx.enqueue(sql::no_sorting);
  auto found = look();
  tx.enqueue(sql::sorting);
  return found;
}

struct Reacted {
  int ran = 0;
  bool moved = false;  ///< an event is not where it was: something ran, it is done, or it was postponed
};

/// The reactions to the events of a name, in the order they were registered.
using ReactionsTo = std::function<std::span<Reaction const* const>(std::string_view event)>;

/// Runs all reactions to the oldest new events in one transaction: the commit costs more than most reactions do. It
/// takes a hundred events at most, and as many as a few hundredths of a second allow, because others wait for its locks.
/// Nothing when there are fewer than two, or when something failed: then nothing has happened, and `react` finds out
/// with each event alone what it was.
std::optional<Reacted> react_to_batch(Services& services, ReactionsTo const& reactions_to);

/// Runs the reactions that have not run yet; marks the event done with the last of them, or postpones it when one
/// failed. Leaves an event alone that another node is working on.
Reacted react(Services& services, PendingEvent const& event, std::span<Reaction const* const> reactions);

/// The pause after the given number of failed attempts, counted from 1.
Milliseconds pause_after(std::int64_t attempts);

}  // namespace zx::events
