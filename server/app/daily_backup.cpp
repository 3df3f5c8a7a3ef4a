#include "app/daily_backup.hpp"

#include <stdexcept>

#include "modules/org/org.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/log/log.hpp"

namespace zx::app {
namespace {

using namespace std::chrono_literals;

void make(Backups& backups, Services& services) {
  auto const made = backups.make(services, std::nullopt);
  if (!made) throw std::runtime_error(services.texts.text("en", made.refusal().code, made.refusal().arguments));
  log::info("backup.made", {{"file", made->file}, {"bytes", made->bytes}});
}

}  // namespace

Instant last_turn(Instant now, TimeOfDay at, calendar::Zone zone) {
  auto const today = calendar::local_date(now, zone);
  auto const turn = calendar::at(today, at, zone);
  return turn <= now ? turn : calendar::at(today.plus_days(-1), at, zone);
}

bool backup_is_due(Instant now, Instant started, std::optional<Instant> newest, TimeOfDay at, calendar::Zone zone) {
  auto const turn = last_turn(now, at, zone);
  if (newest && *newest >= turn) return false;
  return turn > started || now - started >= 10min;
}

std::optional<jobs::Job> daily_backup(config::Config const& config, Services& services) {
  auto const at = TimeOfDay::parse(config.text("backup.at"));
  if (!at) return std::nullopt;
  auto has_work = [backups = Backups(config), at = *at, started = services.clock.now(), &services](db::Executor& db, Instant now) {
    if (!org::only_organization(db)) return false;
    return backup_is_due(now, started, backups.newest(), at, org::system_actor(db, services).time_zone);
  };
  auto run = [backups = Backups(config)](Services& services, jobs::Lease const&) mutable { make(backups, services); };
  return jobs::Job{.name = "backup.daily", .every = 5min, .lease = 2h, .run = std::move(run), .has_work = std::move(has_work)};
}

}  // namespace zx::app
