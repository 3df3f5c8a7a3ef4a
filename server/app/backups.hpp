#pragma once
// The backups of an installation: one file each, whatever the database, with its SHA-256 beside it. Those made by themselves or without a
// file name lie in the backup directory as zhixing-<time in UTC>.db (SQLite) or .dump (PostgreSQL); the oldest beyond `backup.keep` go.

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "platform/base/described.hpp"
#include "platform/base/result.hpp"
#include "platform/base/time.hpp"
#include "platform/config/config.hpp"
#include "platform/services.hpp"

namespace zx::app {

struct MadeBackup {
  std::string file;
  std::int64_t bytes = 0;
  std::string sha256;
};
BOOST_DESCRIBE_STRUCT(MadeBackup, (), (file, bytes, sha256))

class Backups {
 public:
  explicit Backups(config::Config const& config);

  std::filesystem::path const& directory() const { return directory_; }
  /// When each was made, the newest first.
  std::map<Instant, std::filesystem::path, std::greater<>> kept() const;
  std::optional<Instant> newest() const;

  /// Copies the running database. Without a file: into the directory, and forgets the oldest. Refuses command.file_exists,
  /// command.backup.program_missing.
  Result<MadeBackup> make(Services& services, std::optional<std::filesystem::path> const& file);
  /// Puts the backup in place of the database, which nobody may have open. Answers where the former one was left, empty when there was none.
  /// Refuses command.file_unreadable, command.restore.no_checksum, .checksum_differs, .other_database, .in_use, data.in_use,
  /// command.backup.program_missing.
  Result<std::string> restore(std::filesystem::path const& backup, Instant now);

  /// For /metrics: how many are kept; age and size of the newest, if there is one.
  std::map<std::string, double> figures(Instant now) const;

 private:
  void forget_old();

  std::filesystem::path data_directory_;
  std::filesystem::path directory_;
  std::string database_url_;  ///< empty: SQLite
  std::size_t keep_;
};

}  // namespace zx::app
