#pragma once
// What each kind of account has to be told: one table for checking, the form on screen and the senders. Private to notify.

#include "modules/notify/transports.hpp"

namespace zx::notify {

/// All that is wrong at once, at settings.<name> and secrets.<name>.
Result<void> check_settings(Channel channel, Settings const& settings, Settings const& secrets);

/// Refuses addresses nobody should be made to call (transports.cpp).
Result<void> check_addresses(Channel channel, Settings const& settings, Settings const& secrets);

/// The events that may be sent to accounts of this kind.
std::vector<std::string> account_events(Channel channel);

/// "This is a test" in the actor's language, to this address.
Message trial_message(ReadContext const& ctx, Channel channel, std::string to);

}  // namespace zx::notify
