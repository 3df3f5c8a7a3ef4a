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

constexpr int batch_size = 100;
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
  Impl(Services& services, std::vector<Reaction> given) : services(services), reactions(std::move(given)), reactions_to(by_event(reactions)) {}

  std::vector<PendingEvent> due_events() const {
    auto const now = services.clock.now();
    return services.database.read([&](db::Executor& db) { return db.all<PendingEvent>(sql::due_events, {{"now", now}, {"limit", batch_size}}); });
  }

  Reacted react_to(PendingEvent const& event) {
    auto found = reactions_to.find(event.name);
    if (found == reactions_to.end()) return react(services, event, {});
    return react(services, event, found->second);
  }

  /// A batch in which nothing moved was all in other nodes' hands: looking again at once would only spin.
  int drain() {
    int ran = 0;
    for (;;) {
      auto const events = due_events();
      int ran_now = 0;
      bool progress = false;
      for (auto const& event : events) {
        if (is_stopping()) return ran + ran_now;
        auto const reacted = react_to(event);
        ran_now += reacted.ran;
        progress = progress || reacted.moved;
      }
      ran += ran_now;
      if (!progress) return ran;
    }
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
  ByEvent const reactions_to;
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
