#pragma once
// Random texts that grant something. Store only `token_hash`: a stolen database then signs nobody in.

#include <string>
#include <string_view>

#include "platform/auth/digest.hpp"

namespace zx::auth {

/// The prefix and 33 letters and digits (196 random bits): "zx_4fQ…". No character breaks a double click or a URL.
std::string random_token(std::string_view prefix);

/// SHA-256 of the whole token, prefix included. Tokens are random, so no slow hash is needed.
Digest token_hash(std::string_view token);

/// "k7mqx-r3wzp-d9hvn-t4cjb": four groups of five (99 bits) without letters that look alike; for handing out,
/// in the demo company and after a reset by an administrator.
std::string random_password();

/// For keys.
std::string random_bytes(std::size_t count);

/// `digits` decimal digits, for one-time codes.
std::string random_code(int digits);

}  // namespace zx::auth
