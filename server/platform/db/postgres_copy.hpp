#pragma once
// A copy of a PostgreSQL database by PostgreSQL's own programs (Debian: postgresql-client), in their custom format.

#include <filesystem>
#include <stdexcept>
#include <string>

#include "platform/base/time.hpp"

namespace zx::db {

/// pg_dump, pg_restore or psql is not on this machine.
struct ProgramMissing : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Dumps one consistent snapshot to `path`, on disk when it returns; reads and writes go on meanwhile. The file appears under its name only
/// when complete. Passwords stand in the programs' environment, never in their arguments. Throws ProgramMissing; DatabaseError with what
/// the program said.
void backup_postgres(std::string const& url, std::filesystem::path const& path);

/// Puts a dump in place of the database's tables, in one transaction: at the end there is either all of it or what was there before. What was
/// there stays in the schema this returns ("before_restore_20261121_231500"), empty when there was nothing. `folder` has room for
/// the unpacked dump. Throws as above, and DatabaseError when others are connected.
std::string restore_postgres(std::string const& url, std::filesystem::path const& path, std::filesystem::path const& folder, Instant now);

/// How many others are connected to the database: nodes that serve, for all we know.
int postgres_others_connected(std::string const& url);

}  // namespace zx::db
