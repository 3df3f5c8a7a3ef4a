#pragma once
// The request target, strictly: what a proxy in front and the application see must be the same path.

#include <optional>
#include <string>
#include <string_view>

#include "platform/http/message.hpp"

namespace zx::http {

/// Fills `path` and `query` from `target`. False (answer 400) on invalid escapes, NUL, invalid UTF-8, an encoded slash
/// or backslash, control characters in the path, and dot or empty segments: none is ever sent by an honest client.
bool parse_target(Request& request);

/// application/x-www-form-urlencoded pairs in order, duplicates kept; `+` is a space. nullopt on a bad escape.
std::optional<std::vector<std::pair<std::string, std::string>>> parse_query(std::string_view text);

bool is_valid_utf8(std::string_view text);

/// "en-GB,en;q=0.9" → "en". Only the first preference counts; Chinese unless it is English.
inline std::string_view language_of(std::string_view accept_language) { return accept_language.starts_with("en") ? "en" : "zh"; }

/// The client behind a trusted proxy: the last address of X-Forwarded-For that does not itself lie in a trusted network.
std::string forwarded_client(std::string_view x_forwarded_for, std::vector<std::string> const& trusted, std::string const& peer);

}  // namespace zx::http
