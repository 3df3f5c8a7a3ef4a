#pragma once
// The web client, served from the binary.

#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>

#include "platform/files/embedded.hpp"
#include "platform/http/message.hpp"

namespace zx::http {

class StaticFiles {
 public:
  /// The files must outlive the server: replies refer to their bytes.
  explicit StaticFiles(std::span<EmbeddedFile const> files);

  /// The file, its 304, or, for a path that looks like a page of the application (no extension, not below /api/),
  /// /index.html. nullopt = not ours: another method, an API path, an unknown file.
  std::optional<Reply> find(Request const& request) const;

 private:
  EmbeddedFile const* file_for(std::string_view path) const;

  std::unordered_map<std::string_view, EmbeddedFile const*> by_path_;
};

/// Does an If-None-Match value name this entity tag (given with its quotes)? Weak comparison, RFC 9110 §13.1.2.
bool matches_etag(std::string_view if_none_match, std::string_view etag);

}  // namespace zx::http
