#pragma once
// A message to a browser that is closed: encrypted for it alone (RFC 8291, aes128gcm) and signed for its push service
// (RFC 8292, VAPID). The push service carries what it cannot read.

#include <string>
#include <string_view>

#include "platform/base/result.hpp"
#include "platform/base/time.hpp"

namespace zx::outbound {

/// A pair on the curve P-256.
struct PushKeys {
  std::string private_key;  ///< 32 bytes
  std::string public_key;   ///< 65 bytes, uncompressed
};
PushKeys make_push_keys();

/// What a browser gives whoever may write to it.
struct PushReceiver {
  std::string public_key;  ///< p256dh: 65 bytes
  std::string secret;      ///< auth: 16 bytes
};
/// Refuses what is no receiver: outbound.push_receiver_invalid.
Result<void> check(PushReceiver const& receiver);

/// As much as every push service takes.
inline constexpr std::size_t longest_push = 3000;

/// The body of the request. `text` of more than `longest_push` bytes is a bug and throws.
Result<std::string> encrypted_push(std::string_view text, PushReceiver const& receiver);
/// The same with a pair and a salt (16 bytes) that are otherwise made for this message alone; for the vectors of the RFC.
Result<std::string> encrypted_push(std::string_view text, PushReceiver const& receiver, PushKeys const& sender, std::string_view salt);

/// The value of the Authorization header: `origin` is the push service's ("https://push.example.com"), `contact` a URL of
/// ours under which its operator reaches somebody; empty: none.
std::string vapid_authorization(PushKeys const& keys, std::string_view origin, std::string_view contact, Instant expires);

}  // namespace zx::outbound
