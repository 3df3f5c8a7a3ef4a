#include "platform/db/on_disk.hpp"

#include <fcntl.h>
#include <unistd.h>

#include "platform/db/database.hpp"

namespace zx::db {
namespace {

void sync(std::filesystem::path const& path) {
  auto const descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  auto const synced = descriptor >= 0 && ::fsync(descriptor) == 0;
  if (descriptor >= 0) ::close(descriptor);
  if (!synced) throw DatabaseError("cannot flush " + path.string(), false);
}

}  // namespace

void write_whole(std::filesystem::path const& path, std::function<void(std::filesystem::path const& partial)> const& write) {
  if (std::filesystem::exists(path)) throw DatabaseError(path.string() + " exists already", false);
  auto partial = path;
  partial += ".partial";
  std::filesystem::remove(partial);
  try {
    write(partial);
    sync(partial);
    std::filesystem::rename(partial, path);
    sync(path.has_parent_path() ? path.parent_path() : std::filesystem::path("."));
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(partial, ignored);
    throw;
  }
}

}  // namespace zx::db
