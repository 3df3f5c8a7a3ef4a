#pragma once
// Secrets of this module's rows, sealed on their way into the database and opened for the moment of their use. Private to notify.

#include <optional>
#include <string>
#include <string_view>

#include "modules/notify/store.hpp"

namespace zx::notify::secrets {

/// What is given to `place`, sealed. Without keep_secrets_with (one-shot commands, tests) the key is the data directory's own.
std::string sealed(Services& services, std::string_view secret, std::string_view place);
/// Nothing when it cannot be opened; what was never sealed is given back as it is.
std::optional<std::string> opened(Services& services, std::string const& sealed, std::string_view place);

/// An account's, as JSON.
std::string sealed(Services& services, Settings const& secrets, AccountId account);
/// None when they cannot be opened: then the account cannot log in, which it says.
Settings of(Services& services, store::AccountRow const& account);

}  // namespace zx::notify::secrets
