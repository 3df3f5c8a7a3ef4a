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

/// The client behind a trusted proxy: the last address of X-Forwarded-For that is not itself trusted.
std::string forwarded_client(std::string_view x_forwarded_for, std::vector<std::string> const& trusted, std::string const& peer);

}  // namespace zx::http
