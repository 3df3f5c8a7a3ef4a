#pragma once
// A person's browsers: who may be reached by push, and with which keys. Private to notify.

#include <optional>

#include "modules/notify/store.hpp"
#include "modules/notify/transports.hpp"
#include "platform/outbound/address_policy.hpp"

namespace zx::notify {

struct PushRow {
  PushSubscriptionId id;
  EmployeeId employee_id;
  std::string endpoint;
  std::string receiver_key;  ///< base64url, as its secret
  std::string receiver_secret;
  std::string device;
  std::string address;
  Instant created_at;
  std::optional<Instant> last_ok_at;
};
BOOST_DESCRIBE_STRUCT(PushRow, (), (id, employee_id, endpoint, receiver_key, receiver_secret, device, address, created_at, last_ok_at))

std::vector<PushRow> push_devices(ReadContext const& ctx, EmployeeId employee);
std::int64_t count_push_devices(ReadContext const& ctx, EmployeeId employee);

/// A browser as the account a message leaves by; nothing when it was switched off meanwhile.
std::optional<Account> push_account(Context const& ctx, EmployeeId employee, std::string_view address);

/// What sending to it has shown: it works, or it is gone for good.
void note_push(Context const& ctx, Account const& account, Outcome const& outcome);

/// `addresses`: public ones only, but in tests.
std::shared_ptr<Sender> push_sender(outbound::AddressPolicy addresses = {});

}  // namespace zx::notify
