#pragma once
// UTF-8 text. A character here is a Unicode code point.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace zx::text {

/// Without leading and trailing blanks: ASCII white space, no-break and full-width space (U+3000), zero-width space, byte order mark.
std::string_view trim(std::string_view text);

/// For comparing and searching: NFKC, lower case, full-width letters and digits to half-width ("ＡＢＣ１" -> "abc1").
std::string fold(std::string_view text);

bool is_valid_utf8(std::string_view text);

std::size_t length(std::string_view text);

/// The first `characters` characters, never half of one.
std::string_view cut(std::string_view text, std::size_t characters);

/// Always at least one part; parts may be empty.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace zx::text
