#include "modules/notify/delivering.hpp"

#include <future>
#include <map>

#include "modules/notify/claiming.hpp"
#include "modules/notify/sql.hpp"
#include "platform/log/log.hpp"

namespace zx::notify {
namespace {

using namespace std::chrono_literals;

constexpr int batch = 200;
constexpr Milliseconds longest_sending = 70s;
constexpr Milliseconds notices_kept = 24h * 366;
constexpr Milliseconds deliveries_kept = 24h * 2 * 366;

struct Due {
  DeliveryId id;
  Channel channel = Channel::email;
};
BOOST_DESCRIBE_STRUCT(Due, (), (id, channel))

struct Worker {
  Services& services;
  Actor system;
  std::string node;
  jobs::Lease const* lease;

  std::map<Channel, std::vector<DeliveryId>> due() const {
    auto const rows = services.database.read([&](db::Executor& db) {
      return db.all<Due>(sql::due_deliveries, {{"org", system.organization}, {"now", services.clock.now()}, {"limit", batch}});
    });
    std::map<Channel, std::vector<DeliveryId>> by_channel;
    for (auto const& row : rows) by_channel[row.channel].push_back(row.id);
    return by_channel;
  }

  bool has_time() const { return !lease || services.clock.now() + longest_sending < lease->until; }

  template <class F>
  auto write(F&& work) const {
    return services.database
        .write([&](db::Transaction& tx) -> Result<std::invoke_result_t<F&, Context const&>> {
          Context const ctx{system, services.clock.now(), tx, services};
          return work(ctx);
        })
        .value();
  }

  std::optional<Claim> take(DeliveryId id) const {
    return write([&](Context const& ctx) -> std::optional<Claim> {
      if (lease && !jobs::still_mine(ctx.db, *lease, ctx.now)) return std::nullopt;
      return claim(ctx, id, node);
    });
  }

  Outcome send(Claim const& claim) const {
    auto const sender = senders_of(services).of(claim.message.channel);
    if (!sender) return {.what = Outcome::What::refused, .answer = "notify.no_sender"};
    try {
      return sender->send(claim.account, claim.message);
    } catch (std::exception const& failure) {
      // How far it came is unknown; the log may name it, the answer is shown to people.
      log::error("notify.sender_failed", {{"delivery", claim.delivery}, {"reason", failure.what()}});
      return {.what = Outcome::What::ambiguous, .answer = "notify.sender_failed"};
    }
  }

  int work_through(std::vector<DeliveryId> const& ids) const {
    int sent = 0;
    for (auto id : ids) {
      if (!has_time()) break;
      auto const claimed = take(id);
      if (!claimed) continue;
      auto const outcome = send(*claimed);
      write([&](Context const& ctx) { return record(ctx, *claimed, outcome); });
      ++sent;
    }
    return sent;
  }

  int run_once() const {
    auto const channels = due();
    std::vector<std::future<int>> working;
    for (auto const& each : channels) working.push_back(std::async(std::launch::async, [this, &ids = each.second] { return work_through(ids); }));
    int sent = 0;
    for (auto& each : working) sent += each.get();
    return sent;
  }
};

}  // namespace

int deliver_due(Services& services, OrganizationId organization, std::string const& node, jobs::Lease const* lease) {
  Worker const worker{services, {.organization = organization, .name = "系统", .is_system = true}, node, lease};
  int sent = 0;
  while (worker.has_time()) {
    auto const now = worker.run_once();
    if (now == 0) break;  // what is left waits or is in other hands
    sent += now;
  }
  return sent;
}

jobs::Job deliver() {
  return {"notify.deliver", 1s, 90s, [](Services& services, jobs::Lease const& lease) {
            auto const organization = services.database.read([](db::Executor& db) { return org::only_organization(db); });
            if (organization) deliver_due(services, *organization, lease.node, &lease);
          }};
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
