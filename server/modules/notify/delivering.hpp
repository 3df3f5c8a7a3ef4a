#pragma once
// The worker: due deliveries leave, and what became of them is written down. Private to notify.

#include "platform/jobs/jobs.hpp"

namespace zx::notify {

/// Claims and sends what is due, each channel in lanes of its own, so that a slow one holds up no other; returns how many
/// were handed to a sender. Several nodes may do it at once: each claims what it sends.
int deliver_due(Services& services, OrganizationId organization, std::string const& node);

/// Every second, on every node.
jobs::Job deliver();
/// Notices older than a year, deliveries older than two.
jobs::Job forget_old();

}  // namespace zx::notify
