#include "platform/db/backup.hpp"

#include <fcntl.h>
#include <unistd.h>

#include "platform/db/sqlite_database.hpp"

namespace zx::db {
namespace {

/// The source is a connection of its own holding one read snapshot: the copy never starts over because of a write,
/// and neither the writer nor the readers' pool is kept busy. The price is a WAL that grows meanwhile.
void copy_snapshot(std::string const& from, std::string const& to) {
  SqliteConnection source(from, SqliteConnection::Role::reader);
  source.script("BEGIN; SELECT 1 FROM sqlite_schema");
  sqlite3* target = nullptr;
  auto outcome = sqlite3_open(to.c_str(), &target);
  if (outcome == SQLITE_OK) {
    if (auto* backup = sqlite3_backup_init(target, "main", source.handle(), "main")) {
      sqlite3_backup_step(backup, -1);
      sqlite3_backup_finish(backup);
    }
    outcome = sqlite3_errcode(target);
  }
  std::string const reason = sqlite3_errmsg(target);
  sqlite3_close(target);
  if (outcome != SQLITE_OK) throw DatabaseError("cannot copy the database to " + to + ": " + reason, false);
}

void sync(std::filesystem::path const& path) {
  auto const descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  auto const synced = descriptor >= 0 && ::fsync(descriptor) == 0;
  if (descriptor >= 0) ::close(descriptor);
  if (!synced) throw DatabaseError("cannot flush " + path.string(), false);
}

}  // namespace

void backup_sqlite(Database& database, std::filesystem::path const& path) {
  auto const* sqlite = dynamic_cast<SqliteDatabase const*>(&database);
  if (!sqlite) throw DatabaseError("only SQLite is copied this way", false);
  if (std::filesystem::exists(path)) throw DatabaseError(path.string() + " exists already", false);
  auto partial = path;
  partial += ".partial";
  std::filesystem::remove(partial);
  try {
    copy_snapshot(sqlite->path(), partial.string());
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
