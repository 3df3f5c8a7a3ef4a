#pragma once
// The backup that is made every night by itself.

#include "app/backups.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/jobs/jobs.hpp"

namespace zx::app {

/// The last moment not after `now` at which clocks there showed `at`.
Instant last_turn(Instant now, TimeOfDay at, calendar::Zone zone);

/// Whether the daily backup is to be made now. A turn that was missed while no server ran is made up, ten minutes after the start: then whoever
/// waited for the server has got in.
bool backup_is_due(Instant now, Instant started, std::optional<Instant> newest, TimeOfDay at, calendar::Zone zone);

/// backup.daily, by `backup.at` in the organization's time zone; nothing when that is "never". A failed one is tried again after five minutes.
std::optional<jobs::Job> daily_backup(config::Config const& config, Services& services);

}  // namespace zx::app
