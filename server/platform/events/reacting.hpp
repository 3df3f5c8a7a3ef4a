#pragma once
// One event and its reactions, each in a transaction of its own.

#include <cstdint>
#include <span>
#include <string>

#include "platform/events/events.hpp"

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

struct Reacted {
  int ran = 0;
  bool moved = false;  ///< the event is not where it was: something ran, it is done, or it was postponed
};

/// Runs the reactions that have not run yet; marks the event done with the last of them, or postpones it when one
/// failed. Leaves an event alone that another node is working on.
Reacted react(Services& services, PendingEvent const& event, std::span<Reaction const* const> reactions);

/// The pause after the given number of failed attempts, counted from 1.
Milliseconds pause_after(std::int64_t attempts);

}  // namespace zx::events
