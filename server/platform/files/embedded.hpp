#pragma once
// Files carried inside the binary, made by zhixing_embed_files (cmake/embed.cmake).

#include <algorithm>
#include <span>
#include <string_view>

namespace zx {

/// `gzip` and `brotli` are empty where compression gains too little. `etag` is quoted and stands for `content`; the
/// compressed forms are other representations and need a tag of their own (add a suffix inside the quotes).
struct EmbeddedFile {
  std::string_view path;  ///< below the embedded folder, with '/': "assets/index.js"
  std::string_view content_type;
  std::string_view content;
  std::string_view gzip;
  std::string_view brotli;
  std::string_view etag;
};

/// `files` are sorted by path, as <namespace>::files() returns them. Null when there is none of this path.
inline EmbeddedFile const* find_embedded(std::span<EmbeddedFile const> files, std::string_view path) {
  auto found = std::ranges::lower_bound(files, path, {}, &EmbeddedFile::path);
  return found != files.end() && found->path == path ? &*found : nullptr;
}

}  // namespace zx
