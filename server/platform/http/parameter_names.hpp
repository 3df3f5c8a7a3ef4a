#pragma once
// The API's words for what every list has: `cursor`, `sort`, `until`. Query structs call the same members by what they
// are to the query: `after` (or `before`, newest first), `order`, `to`. Those older names are still understood.

#include <string_view>

namespace zx::http {

/// "after" → "cursor"; other names are the same on the wire.
std::string_view wire_name(std::string_view member);

/// Whether the caller means this member.
inline bool names_member(std::string_view given, std::string_view member) { return given == member || given == wire_name(member); }

}  // namespace zx::http
