#pragma once
// The job that finds the reminders whose time has come. Private to followup.

#include "modules/followup/reminders.hpp"
#include "platform/jobs/jobs.hpp"

namespace zx::followup {

/// Every second: publishes a ReminderDue for each reminder whose time has come, and puts it on its next rung, a thousand in one
/// transaction; then computes anew what a changed ladder or calendar asks for.
jobs::Job remind();

namespace reminders {

/// One transaction's worth: how many were looked at, all of them moved on.
int fire_some(db::Transaction& tx, Services& services, Instant now);
/// The next batch of what was asked to be computed anew; false when there is nothing to do.
bool recount_some(db::Transaction& tx, Services& services, Instant now);

}  // namespace reminders
}  // namespace zx::followup
