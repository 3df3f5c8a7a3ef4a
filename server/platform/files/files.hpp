#pragma once
// Attachments' contents. They live in the database so that a backup is one thing and any node can serve them; equal
// contents are kept once per organization.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/described.hpp"
#include "platform/context.hpp"

namespace zx::files {

using FileId = Id<struct FileTag>;

constexpr std::size_t size_limit = 20 << 20;

struct FileView {
  FileId id;
  std::string name;
  std::string content_type;
  std::int64_t size = 0;
  std::string sha256;  ///< lower hex
  std::string added_by;
  Instant added_at;
};
BOOST_DESCRIBE_STRUCT(FileView, (), (id, name, content_type, size, sha256, added_by, added_at))

/// Keeps the content under a subject. Refuses: file.too_large, file.empty, file.name_invalid (path parts, controls).
/// The content type is decided from the content's first bytes and the name, never believed from the client;
/// anything a browser could run is stored as application/octet-stream.
Result<FileView> add(Context const& ctx, std::string_view subject_type, Uuid subject_id, std::string name, std::string_view content);

struct File {
  FileView view;
  std::string subject_type;
  Uuid subject_id;
  std::string content;
  std::optional<UserId> added_by_id;  ///< names are not unique; absent: the system
};
/// The caller checks that the actor sees the subject.
std::optional<File> find(ReadContext const& ctx, FileId id);
std::vector<FileView> of(ReadContext const& ctx, std::string_view subject_type, Uuid subject_id);
bool remove(Context const& ctx, FileId id);

}  // namespace zx::files
