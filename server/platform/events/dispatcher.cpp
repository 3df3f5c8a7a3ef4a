#include <condition_variable>
#include <exception>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

#include "platform/events/events.hpp"
#include "platform/events/reacting.hpp"
#include "platform/events/sql.hpp"
#include "platform/log/log.hpp"

namespace zx::events {
namespace {

/// How soon postponed events and those of nodes that died are looked for.
constexpr auto tick = std::chrono::seconds(1);

struct Backlog {
  std::int64_t pending = 0;
  std::optional<Instant> oldest_at;
  std::int64_t failed = 0;
};
BOOST_DESCRIBE_STRUCT(Backlog, (), (pending, oldest_at, failed))

using ByEvent = std::map<std::string, std::vector<Reaction const*>, std::less<>>;

ByEvent by_event(std::vector<Reaction> const& reactions) {
  ByEvent sorted;
  std::set<std::string_view> names;
  for (auto const& reaction : reactions) {
    if (!names.insert(reaction.name).second) throw std::logic_error("two reactions are named " + reaction.name);
    sorted[reaction.event].push_back(&reaction);
  }
  return sorted;
}

}  // namespace

struct Dispatcher::Impl {
  Impl(Services& services, std::vector<Reaction> given) : services(services), reactions(std::move(given)), by_name(by_event(reactions)) {}

  std::vector<PendingEvent> due_events() const {
    auto const now = services.clock.now();
    return services.database.read([&](db::Executor& db) { return db.all<PendingEvent>(sql::due_events, {{"now", now}}); });
  }

  std::span<Reaction const* const> reactions_to(std::string_view event) const {
    auto found = by_name.find(event);
    return found == by_name.end() ? std::span<Reaction const* const>{} : found->second;
  }

  /// Each event alone, so that one that fails stops no other.
  Reacted react_one_by_one(std::vector<PendingEvent> const& events) {
    Reacted all;
    for (auto const& event : events) {
      if (is_stopping()) break;
      auto const reacted = react(services, event, reactions_to(event.name));
      all.ran += reacted.ran;
      all.moved = all.moved || reacted.moved;
    }
    return all;
  }

  std::optional<Reacted> react_to_new() {
    return react_to_batch(services, [this](std::string_view event) { return reactions_to(event); });
  }

  /// What failed before is not in batches; it must not wait for the end of a long stream of new events either.
  Reacted react_to_all(std::vector<PendingEvent> events) {
    std::optional<Reacted> batch;
    if (events.size() > 1) batch = react_to_new();
    streams = batch.has_value();
    if (batch) std::erase_if(events, [](PendingEvent const& event) { return event.attempts == 0; });
    auto reacted = react_one_by_one(events);
    if (!batch) return reacted;
    return {.ran = batch->ran + reacted.ran, .moved = true};
  }

  /// In a long stream batch follows batch; all that waits is looked at once in a while.
  int stream() {
    int ran = 0;
    for (auto const until = std::chrono::steady_clock::now() + tick; std::chrono::steady_clock::now() < until && !is_stopping();) {
      auto const batch = react_to_new();
      if (!batch) break;
      ran += batch->ran;
    }
    return ran;
  }

  /// A round in which nothing moved met only events in other nodes' hands: looking again at once would only spin.
  int drain() {
    int ran = 0;
    while (!is_stopping()) {
      if (streams) ran += stream();
      auto const reacted = react_to_all(due_events());
      ran += reacted.ran;
      if (!reacted.moved) break;
    }
    return ran;
  }

  void loop() {
    while (wait()) {
      try {
        drain();
      } catch (std::exception const& failure) { log::error("dispatcher.failed", {{"reason", failure.what()}}); }
    }
  }

  /// Until woken, or for a tick; false when it is time to stop.
  bool wait() {
    std::unique_lock lock(mutex);
    changed.wait_for(lock, tick, [&] { return woken || stopping; });
    woken = false;
    return !stopping;
  }

  bool is_stopping() {
    std::lock_guard lock(mutex);
    return stopping;
  }

  void signal(bool stop) {
    {
      std::lock_guard lock(mutex);
      (stop ? stopping : woken) = true;
    }
    changed.notify_one();
  }

  Services& services;
  std::vector<Reaction> const reactions;
  ByEvent const by_name;
  bool streams = false;  ///< the last look found a batch of new events
  std::mutex mutex;
  std::condition_variable changed;
  bool woken = true;  // whatever an earlier process left is looked for at once
  bool stopping = false;
  std::thread thread;
};

Dispatcher::Dispatcher(Services& services, std::vector<Reaction> reactions) : impl_(std::make_unique<Impl>(services, std::move(reactions))) {}

Dispatcher::~Dispatcher() { stop(); }

void Dispatcher::start() {
  if (!impl_->thread.joinable()) impl_->thread = std::thread([this] { impl_->loop(); });
}

void Dispatcher::stop() {
  impl_->signal(true);
  if (impl_->thread.joinable()) impl_->thread.join();
}

void Dispatcher::wake() { impl_->signal(false); }

int Dispatcher::drain() { return impl_->drain(); }

std::map<std::string, double> Dispatcher::figures() const {
  auto backlog = impl_->services.database.read([](db::Executor& db) { return db.sure<Backlog>(sql::backlog); });
  auto const now = impl_->services.clock.now();
  double const oldest = backlog.oldest_at ? static_cast<double>((now - *backlog.oldest_at).count()) / 1000 : 0;
  return {{"pending", static_cast<double>(backlog.pending)}, {"oldest_age_seconds", oldest}, {"failed", static_cast<double>(backlog.failed)}};
}

}  // namespace zx::events
