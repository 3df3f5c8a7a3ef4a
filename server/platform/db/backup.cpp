#include "platform/db/backup.hpp"

#include "platform/db/on_disk.hpp"
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

}  // namespace

void backup_sqlite(Database& database, std::filesystem::path const& path) {
  auto const* sqlite = dynamic_cast<SqliteDatabase const*>(&database);
  if (!sqlite) throw DatabaseError("only SQLite is copied this way", false);
  write_whole(path, [&](std::filesystem::path const& partial) { copy_snapshot(sqlite->path(), partial.string()); });
}

}  // namespace zx::db
