#pragma once

#include <cstddef>
#include <string_view>

namespace zx::table {

/// Bytes at the end of a piece of UTF-8 text that only begin a character: they belong before the next piece.
inline std::size_t unfinished_bytes(std::string_view text) {
  for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
    auto const byte = static_cast<unsigned char>(text[text.size() - back]);
    if (byte < 0x80) return 0;
    if (byte >= 0xC0) return (byte >= 0xF0 ? 4u : byte >= 0xE0 ? 3u : 2u) > back ? back : 0;
  }
  return 0;
}

}  // namespace zx::table
