#include "platform/db/migrate.hpp"

#include <algorithm>
#include <cstdio>

#include "platform/db/schema_state.hpp"

namespace zx::db {

struct AppliedMigration {
  std::string module;
  std::int64_t number;
  std::string checksum;
};
BOOST_DESCRIBE_STRUCT(AppliedMigration, (), (module, number, checksum))

namespace {

constexpr Statement list_applied{"schema_migration.list", "SELECT module, number, checksum FROM schema_migration ORDER BY applied_at, module, number",
                                 "SELECT module, number, checksum FROM schema_migration ORDER BY applied_at, module, number"};

constexpr char const* create_table =
    "CREATE TABLE IF NOT EXISTS schema_migration (module text NOT NULL, number bigint NOT NULL, name text NOT NULL, "
    "checksum text NOT NULL, applied_at bigint NOT NULL, PRIMARY KEY (module, number));";

/// Held to the end of the transaction, so that of two starting nodes one waits for the other.
constexpr char const* lock = "SELECT pg_advisory_xact_lock(7526486);";

std::string_view sql_of(Database const& database, Migration const& migration) {
  return database.engine() == Engine::sqlite ? migration.sqlite : migration.postgres;
}

/// FNV-1a: it notices an edited file, it does not defend against anybody.
std::string checksum(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ull;
  for (unsigned char c : text) hash = (hash ^ c) * 1099511628211ull;
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
  return digits;
}

std::string begin(Database const& database) { return database.engine() == Engine::sqlite ? "BEGIN IMMEDIATE;" : std::string("BEGIN;") + lock; }

std::string quoted(std::string_view text) {
  std::string quoted = "'";
  for (char c : text) quoted.append(c == '\'' ? 2 : 1, c);
  return quoted + "'";
}

/// The entry comes first: when another node applied it meanwhile, the primary key stops this one before it does anything.
std::string script(Database const& database, Migration const& migration, Instant now) {
  auto const sql = sql_of(database, migration);
  return begin(database) + "INSERT INTO schema_migration (module, number, name, checksum, applied_at) VALUES (" + quoted(migration.module) + ", " +
         std::to_string(migration.number) + ", " + quoted(migration.name) + ", " + quoted(checksum(sql)) + ", " + std::to_string(now.ms) + ");\n" +
         std::string(sql) + "\n;COMMIT;";
}

void check_known(Database const& database, AppliedMigration const& applied, std::span<Migration const> migrations) {
  auto known = std::ranges::find_if(migrations, [&](auto const& m) { return m.module == applied.module && m.number == applied.number; });
  auto const label = applied.module + "/" + std::to_string(applied.number);
  if (known == migrations.end()) throw SchemaMismatch("the database was migrated by a newer version: it holds " + label + ", which this version does not know");
  if (checksum(sql_of(database, *known)) != applied.checksum) throw SchemaMismatch("migration " + text(*known) + " was changed after it had been applied");
}

/// False when another node was quicker.
bool apply(Database& database, Migration const& migration, Instant now) {
  try {
    database.run_script(script(database, migration, now));
    return true;
  } catch (ConstraintViolation const& violation) {
    if (violation.constraint == "schema_migration_pkey") return false;
    throw DatabaseError("migration " + text(migration) + ": " + violation.what(), false);
  } catch (DatabaseError const& error) { throw DatabaseError("migration " + text(migration) + ": " + error.what(), false); }
}

std::vector<Migration> missing_in(Database& database, std::span<Migration const> migrations) {
  auto const applied = database.read([](Executor& executor) { return executor.all<AppliedMigration>(list_applied); });
  for (auto const& entry : applied) check_known(database, entry, migrations);
  std::vector<Migration> missing;
  for (auto const& migration : migrations)
    if (std::ranges::none_of(applied, [&](auto const& entry) { return entry.module == migration.module && entry.number == migration.number; }))
      missing.push_back(migration);
  return missing;
}

}  // namespace

std::string text(Migration const& migration) {
  return std::string(migration.module) + "/" + std::to_string(migration.number) + " " + std::string(migration.name);
}

std::vector<Migration> pending(Database& database, std::span<Migration const> migrations) {
  database.run_script(begin(database) + create_table + "COMMIT;");
  return missing_in(database, migrations);
}

bool is_current(Database& database, std::span<Migration const> migrations) {
  try {
    return missing_in(database, migrations).empty();
  } catch (SchemaMismatch const&) { return false; }
}

std::vector<Migration> migrate(Database& database, std::span<Migration const> migrations, Instant now) {
  std::vector<Migration> applied;
  for (auto const& migration : pending(database, migrations)) {
    if (apply(database, migration, now)) applied.push_back(migration);
  }
  if (!pending(database, migrations).empty()) throw SchemaMismatch("the schema is still incomplete after migrating");
  return applied;
}

}  // namespace zx::db
