#include "platform/files/name.hpp"

#include <unicode/utf8.h>

#include <cstdint>

namespace zx::files {
namespace {

constexpr std::size_t longest = 255;

bool is_control(UChar32 c) { return c < 0x20 || (c >= 0x7f && c < 0xa0); }

bool is_separator(UChar32 c) { return c == '/' || c == '\\' || c == 0x2028 || c == 0x2029; }

bool turns_direction(UChar32 c) { return c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069); }

}  // namespace

bool is_acceptable_name(std::string_view name) {
  if (name.empty() || name.size() > longest || name == "." || name == "..") return false;
  if (name.front() == ' ' || name.back() == ' ') return false;
  auto const* bytes = reinterpret_cast<std::uint8_t const*>(name.data());
  auto const length = static_cast<std::int32_t>(name.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 c;
    U8_NEXT(bytes, at, length, c);
    if (c < 0 || is_control(c) || is_separator(c) || turns_direction(c)) return false;
  }
  return true;
}

}  // namespace zx::files
