#pragma once
// The morning digest: what waits for a person today, in one message, on working days, only when there is something.

#include "platform/jobs/jobs.hpp"

namespace zx::notify {

/// Everybody whose hour has come; returns how many were told something.
int send_digests(Services& services, OrganizationId organization, jobs::Lease const* lease = nullptr);

/// Every minute.
jobs::Job morning_digest();

}  // namespace zx::notify
