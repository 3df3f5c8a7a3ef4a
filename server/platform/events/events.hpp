#pragma once
// Modules talk upwards and sideways through events only. An event is written to the outbox in the transaction of the
// change; after the commit the dispatcher runs each registered reaction, its effects once: the row (event, reaction) in
// reaction_done is written in their transaction. Events that pile up share transactions while nothing fails; after a
// failure each reaction runs again in one of its own.

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/json.hpp"
#include "platform/context.hpp"
#include "platform/services.hpp"

namespace zx::events {

/// Writes to the outbox; E is described and names itself: `static constexpr std::string_view event_name = "followup.recorded";`
void publish_json(Context const& ctx, std::string_view name, std::string payload);
template <class E>
void publish(Context const& ctx, E const& event) {
  publish_json(ctx, E::event_name, to_json(event));
}

/// A named, idempotent answer to an event, which touches nothing but its transaction. It runs as the system actor of the event's organization; throwing or
/// refusing makes it run again later with growing pauses (1 s, 5 s, 30 s, 5 min, 30 min, then every hour, for ever) and
/// shows in /metrics. Events come oldest first, but one that failed comes after later ones: a reaction looks at the
/// present state, not at the order.
struct Reaction {
  std::string event;
  std::string name;  ///< unique and stable: "work.track_progress"
  std::function<Result<void>(Context&, std::string const& payload)> run;
};

template <class E, class F>
Reaction on(std::string name, F react) {  // react: Result<void>(Context&, E const&)
  return {std::string(E::event_name), std::move(name), [react](Context& ctx, std::string const& payload) -> Result<void> {
            auto event = TRY(from_json<E>(payload));
            return react(ctx, event);
          }};
}

/// Runs reactions on its own thread; woken after each commit that published, and by the clock. Several nodes may run
/// one each: an event is locked while one of its reactions runs, and the unique (event, reaction) row makes the second
/// do nothing.
class Dispatcher {
 public:
  Dispatcher(Services& services, std::vector<Reaction> reactions);
  ~Dispatcher();
  void start();
  void stop();
  void wake();
  /// Runs everything due now on the calling thread, what the reactions publish included; for the command line and
  /// tests. Returns how many reactions ran to their end.
  int drain();
  /// For /metrics: pending, oldest_age_seconds, failed.
  std::map<std::string, double> figures() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace zx::events
