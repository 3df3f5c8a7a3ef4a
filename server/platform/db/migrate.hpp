#pragma once
// Forward-only schema changes, embedded from <folder>/migrations/NNNN_what.sql.

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/time.hpp"
#include "platform/db/database.hpp"

namespace zx::db {

/// `number` counts within the module. Once released a migration is never edited.
struct Migration {
  std::string_view module;
  int number = 0;
  std::string_view name;
  std::string_view sqlite;
  std::string_view postgres;
};

/// The database and this binary do not belong together.
struct SchemaMismatch : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// "org/1 init"
std::string text(Migration const& migration);

/// What `migrate` would apply, in its order. Throws SchemaMismatch when the database holds a migration this binary does
/// not know (a newer binary was here), or knows differently (it was edited).
std::vector<Migration> pending(Database& database, std::span<Migration const> migrations);

/// Applies what is missing, in the given order, each in a transaction of its own together with its entry in
/// schema_migration, and returns it. A failing one leaves nothing behind and is thrown; those before it stay. Nodes that
/// start together wait for each other. Call it after the data directory is locked and before anything else runs.
std::vector<Migration> migrate(Database& database, std::span<Migration const> migrations, Instant now);

}  // namespace zx::db
