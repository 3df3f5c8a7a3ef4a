#pragma once
// Whether reminders go out in time. Private to followup.

#include "platform/base/described.hpp"
#include "platform/context.hpp"

namespace zx::followup {

struct ReminderHealth {
  std::int64_t lag_seconds = 0;        ///< age of the oldest one whose time has come and that was not sent on
  bool behind = false;                 ///< more than two minutes
  std::optional<Instant> next_due_at;  ///< of this organization
  std::int64_t waiting = 0;            ///< of this organization: whose time has come
};
BOOST_DESCRIBE_STRUCT(ReminderHealth, (), (lag_seconds, behind, next_due_at, waiting))

ReminderHealth reminder_health(ReadContext const& ctx);

}  // namespace zx::followup
