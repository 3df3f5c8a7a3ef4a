#pragma once
// One process at a time owns a data directory.

#include <filesystem>
#include <stdexcept>

namespace zx::db {

struct DataDirectoryBusy : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Holds <directory>/lock for its lifetime. The kernel lets go of it when the process dies, however it dies. The
/// directory is created when absent, for its owner only.
class DataDirectoryLock {
 public:
  /// Throws DataDirectoryBusy saying which process holds it, std::system_error when the directory cannot be used.
  explicit DataDirectoryLock(std::filesystem::path const& directory);
  ~DataDirectoryLock();
  DataDirectoryLock(DataDirectoryLock const&) = delete;
  DataDirectoryLock& operator=(DataDirectoryLock const&) = delete;

 private:
  int descriptor_;
};

}  // namespace zx::db
