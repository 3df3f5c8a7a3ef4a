#pragma once
// Robots, SMS and webhooks: everything that leaves as an HTTP request (channels/ knows what it says). Private to notify.

#include "modules/notify/channels/robot_message.hpp"
#include "modules/notify/transports.hpp"
#include "platform/outbound/address_policy.hpp"

namespace zx::notify {

std::map<Channel, std::shared_ptr<Sender>> http_senders();

/// A notice as the group robots post it, in lines where it was written in lines.
channels::RobotMessage robot_message(Message const& message);

/// Refuses what was pasted as a robot's address and is none.
Result<void> check_robot(Channel channel, Settings const& secrets);

/// Public addresses only, but for this host where an administrator has said so for this account.
outbound::AddressPolicy policy_of(Settings const& settings, std::string host);

}  // namespace zx::notify
