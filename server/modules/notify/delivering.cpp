#include "modules/notify/delivering.hpp"

#include <future>
#include <map>

#include "modules/notify/claiming.hpp"
#include "modules/notify/rules.hpp"
#include "modules/notify/sql.hpp"
#include "platform/jobs/bookkeeping.hpp"
#include "platform/log/log.hpp"

namespace zx::notify {
namespace {

using namespace std::chrono_literals;

constexpr int batch = 400;
/// Then what has come meanwhile is looked at anew.
constexpr Milliseconds longest_run = 30s;
constexpr Milliseconds notices_kept = 24h * 366;
constexpr Milliseconds deliveries_kept = 24h * 2 * 366;

struct Due {
  DeliveryId id;
  Channel channel = Channel::email;
  Uuid recipient_id;
};
BOOST_DESCRIBE_STRUCT(Due, (), (id, channel, recipient_id))

/// How many senders of a channel work side by side. Robots go at their platforms' pace anyway.
std::size_t lanes_of(Channel channel) {
  switch (channel) {
    case Channel::email:
    case Channel::webhook:
    case Channel::push: return 4;
    case Channel::sms: return 2;
    default: return 1;
  }
}

/// What one sender works through: a person's messages stay with one, in their order.
std::size_t lane_of(Due const& due, std::size_t position) {
  auto const key = rules::is_group(due.channel) ? position : std::hash<Uuid>{}(due.recipient_id);
  return key % lanes_of(due.channel);
}

using Lanes = std::map<std::pair<Channel, std::size_t>, std::vector<DeliveryId>>;

struct Sent {
  Claim claim;
  Outcome outcome;
};

struct Worker {
  Services& services;
  Actor system;
  std::string node;
  Instant until;

  Lanes due() const {
    auto const rows = services.database.read([&](db::Executor& db) {
      return db.all<Due>(sql::due_deliveries, {{"org", system.organization}, {"now", services.clock.now()}, {"limit", batch}});
    });
    Lanes lanes;
    for (std::size_t i = 0; i < rows.size(); ++i) lanes[{rows[i].channel, lane_of(rows[i], i)}].push_back(rows[i].id);
    return lanes;
  }

  bool has_time() const { return services.clock.now() < until; }

  template <class F>
  auto write(F&& work) const {
    return services.database
        .write([&](db::Transaction& tx) -> Result<std::invoke_result_t<F&, Context const&>> {
          Context const ctx{system, services.clock.now(), tx, services};
          return work(ctx);
        })
        .value();
  }

  void write_down(Sent const& sent) const {
    write([&](Context const& ctx) { return record(ctx, sent.claim, sent.outcome); });
  }

  /// The outcome before and the next claim in one transaction: each commit is a write to the disk.
  std::optional<Claim> go_on(std::optional<Sent> const& before, DeliveryId next) const {
    try {
      return write([&](Context const& ctx) -> std::optional<Claim> {
        if (before) record(ctx, before->claim, before->outcome);
        return claim(ctx, next, node);
      });
    } catch (std::exception const& failure) {
      log::error("notify.claim_failed", {{"delivery", next}, {"reason", failure.what()}});
      if (before) write_down(*before);  // whatever is wrong with the next one, this one has left
      return std::nullopt;
    }
  }

  Outcome send(Sender* sender, Claim const& claim) const {
    if (!sender) return {.what = Outcome::What::refused, .answer = "notify.no_sender"};
    try {
      return sender->send(claim.account, claim.message);
    } catch (std::exception const& failure) {
      // How far it came is unknown; the log may name it, the answer is shown to people.
      log::error("notify.sender_failed", {{"delivery", claim.delivery}, {"reason", failure.what()}});
      return {.what = Outcome::What::ambiguous, .answer = "notify.sender_failed"};
    }
  }

  int work_through(Channel channel, std::vector<DeliveryId> const& ids) const {
    auto sender = senders_of(services).of(channel);
    if (auto kept = sender ? sender->keeping_connections() : nullptr) sender = kept;
    int count = 0;
    std::optional<Sent> before;
    for (auto id : ids) {
      if (!has_time()) break;
      auto claimed = go_on(before, id);
      before.reset();
      if (!claimed) continue;
      auto outcome = send(sender.get(), *claimed);
      before = Sent{std::move(*claimed), std::move(outcome)};
      ++count;
    }
    if (before) write_down(*before);
    return count;
  }

  int run_once() const {
    auto const lanes = due();
    std::vector<std::future<int>> working;
    for (auto const& [lane, ids] : lanes)
      working.push_back(std::async(std::launch::async, [this, channel = lane.first, &ids = ids] { return work_through(channel, ids); }));
    int sent = 0;
    for (auto& each : working) sent += each.get();
    return sent;
  }
};

/// What this node had in hand when it died is nobody's: it need not wait for the end of the lease.
void free_what_was_in_hand(Services& services, std::string const& node) {
  jobs::keep_books(services, [&](db::Transaction& tx) {
    if (auto const organization = org::only_organization(tx))
      tx.enqueue(sql::free_deliveries_of, {{"org", *organization}, {"node", node}, {"now", services.clock.now()}});
  });
}

bool something_is_due(db::Executor& db, Instant now) {
  auto const organization = org::only_organization(db);
  return organization && db.one<DeliveryId>(sql::deliveries_wait, {{"org", *organization}, {"now", now}}).has_value();
}

}  // namespace

int deliver_due(Services& services, OrganizationId organization, std::string const& node) {
  Worker const worker{services, {.organization = organization, .name = "系统", .is_system = true}, node, services.clock.now() + longest_run};
  int sent = 0;
  while (worker.has_time()) {
    auto const now = worker.run_once();
    if (now == 0) break;  // what is left waits or is in other hands
    sent += now;
  }
  return sent;
}

jobs::Job deliver() {
  return {.name = "notify.deliver",
          .every = 1s,
          .lease = longest_run,
          .run =
              [](Services& services, jobs::Lease const& lease) {
                auto const organization = services.database.read([](db::Executor& db) { return org::only_organization(db); });
                if (organization) deliver_due(services, *organization, lease.node);
              },
          .has_work = &something_is_due,
          .on_every_node = true,
          .recover = &free_what_was_in_hand};
}

jobs::Job forget_old() {
  return {"notify.forget_old", 6h, 5min, [](Services& services, jobs::Lease const& lease) {
            auto done = services.database.write([&](db::Transaction& tx) -> Result<void> {
              auto const now = services.clock.now();
              auto const organization = org::only_organization(tx);
              if (!organization || !jobs::still_mine(tx, lease, now)) return {};
              tx.execute(sql::forget_deliveries, {{"org", *organization}, {"before", now - deliveries_kept}});
              tx.execute(sql::forget_notices, {{"org", *organization}, {"before", now - notices_kept}});
              return {};
            });
            done.value();
          }};
}

}  // namespace zx::notify
