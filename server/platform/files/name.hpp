#pragma once

#include <string_view>

namespace zx::files {

/// A name to show and to save under: valid UTF-8 of at most 255 bytes, no path parts, no control characters, none of
/// the invisible marks that turn the direction of writing ("invoice\u202Efdp.exe").
bool is_acceptable_name(std::string_view name);

}  // namespace zx::files
