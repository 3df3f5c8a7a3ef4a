#pragma once
// What a file is, judged from its first bytes and its name; the client's word is never asked.

#include <string_view>

namespace zx::files {

/// A type from a fixed list of harmless ones; application/octet-stream for everything else, among it whatever a
/// browser could run (HTML, SVG, XML, scripts), also when its name pretends to be plain text.
std::string_view content_type_of(std::string_view name, std::string_view content);

}  // namespace zx::files
