#pragma once
// A copy of a running SQLite database; postgres_copy.hpp is PostgreSQL's.

#include <filesystem>

#include "platform/db/database.hpp"

namespace zx::db {

/// Copies one consistent snapshot to `path`, on disk when it returns; reads and writes go on meanwhile. The file
/// appears under its name only when complete. Throws DatabaseError when `path` exists, the copy fails, or the database
/// is not SQLite.
void backup_sqlite(Database& database, std::filesystem::path const& path);

}  // namespace zx::db
