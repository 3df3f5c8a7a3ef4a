#pragma once
// What an outcome says about its account: after five failures in a row nothing is tried for a while, and one whose key
// or password is wrong is switched off and somebody told. Kept in the account's row, so that all nodes rest together.

#include "modules/notify/store.hpp"
#include "modules/notify/transports.hpp"

namespace zx::notify::breaker {

void note(Context const& ctx, AccountId account, Outcome const& outcome);

}  // namespace zx::notify::breaker
