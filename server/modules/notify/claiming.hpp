#pragma once
// The decision, in one short transaction, whether a due delivery leaves now; and afterwards what became of it. Private to notify.

#include <optional>

#include "modules/notify/store.hpp"
#include "modules/notify/transports.hpp"

namespace zx::notify {

/// A delivery this node may send until the lease ends.
struct Claim {
  DeliveryId delivery;
  std::int64_t fence = 0;
  std::int64_t attempts = 0;  ///< this one included
  Account account;
  Message message;
};

/// Longer than any sender blocks: when it ends without an outcome, the node has died.
inline constexpr Milliseconds sending_lease = std::chrono::minutes(2);

/// Nothing when another node has it, or it waits on (night, limit, broken account), was merged, or has become needless.
/// The claim is committed before anything is sent.
std::optional<Claim> claim(Context const& ctx, DeliveryId id, std::string_view node);

/// False when the lease was lost: somebody else has sent or is sending it, and this node writes nothing.
bool record(Context const& ctx, Claim const& claim, Outcome const& outcome);

/// With its secrets: keep it no longer than sending takes.
Account account_from(Services& services, store::AccountRow const& row);

}  // namespace zx::notify
