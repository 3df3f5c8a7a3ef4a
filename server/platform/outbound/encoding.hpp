#pragma once
// Bytes as letters, the way mail, URLs and signed requests want them.

#include <optional>
#include <string>
#include <string_view>

namespace zx::outbound {

/// RFC 4648 section 4, padded, in one line.
std::string base64(std::string_view bytes);
/// RFC 4648 section 5, without padding.
std::string base64url(std::string_view bytes);
/// Nullopt when a character is not of the alphabet; padding may be there or not.
std::optional<std::string> from_base64url(std::string_view text);

/// Everything but RFC 3986's unreserved characters as %XX, a space as %20: fits paths, queries and the signatures of the clouds.
std::string percent_encoded(std::string_view text);

}  // namespace zx::outbound
