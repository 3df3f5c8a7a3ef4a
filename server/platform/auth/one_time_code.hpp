#pragma once
// The six digits of an authenticator app: RFC 6238 over HMAC-SHA-1, the only digest every app understands.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/time.hpp"

namespace zx::auth {

/// 20 random bytes, as RFC 4226 wants them.
std::string random_code_secret();

/// The code of one step of thirty seconds since 1970.
std::string one_time_code(std::string_view secret, std::int64_t step, int digits = 6);

std::int64_t step_at(Instant now);

/// The step whose code this is, of the present one and those beside it: phones' clocks are a little wrong. Blanks
/// within the code do not count.
std::optional<std::int64_t> step_of_code(std::string_view secret, std::string_view code, Instant now);

/// RFC 4648 without padding: how people type a secret into an app.
std::string base32(std::string_view bytes);

/// "otpauth://totp/…", which an app reads from a QR code.
std::string authenticator_address(std::string_view secret, std::string_view issuer, std::string_view account);

}  // namespace zx::auth
