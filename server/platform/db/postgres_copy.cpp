#include "platform/db/postgres_copy.hpp"

#include <libpq-fe.h>

#include <chrono>
#include <thread>

#include "platform/db/on_disk.hpp"
#include "platform/db/postgres_connection.hpp"
#include "platform/db/programs.hpp"

namespace zx::db {
namespace {

namespace fs = std::filesystem;

constexpr Statement others{"postgres.others", "",
                           "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' "
                           "AND pid <> pg_backend_pid()"};
constexpr Statement tables{"postgres.tables", "", "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"};

/// The address as libpq's environment variables: arguments can be seen by everybody on the machine.
ProgramEnvironment environment_of(std::string const& url) {
  char* complaint = nullptr;
  auto* options = PQconninfoParse(postgres_connection_string(url).c_str(), &complaint);
  if (!options) {
    std::string const reason = complaint ? complaint : "out of memory";
    PQfreemem(complaint);
    throw DatabaseError("the database's address cannot be read: " + reason, false);
  }
  ProgramEnvironment environment{{"PGAPPNAME", "zhixing"}};
  for (auto const* option = options; option->keyword; ++option) {
    if (option->val && *option->val && option->envvar) environment[option->envvar] = option->val;
  }
  PQconninfoFree(options);
  return environment;
}

std::int64_t asked(std::string const& url, Statement const& question) {
  auto database = Database::open({.url = url, .connections = 1});
  return database->read([&](Executor& executor) { return executor.sure<std::int64_t>(question); });
}

/// "before_restore_20261121_231500"
std::string kept_schema(Instant now) {
  std::string name = "before_restore_";
  for (char c : now.text().substr(0, 19)) {
    if (c == 'T') name += '_';
    if (c >= '0' && c <= '9') name += c;
  }
  return name;
}

/// As a new database has it: PostgreSQL's programs then leave the schema itself out of their dumps.
std::string make_room(std::string const& kept) {
  auto const away = kept.empty() ? std::string("DROP SCHEMA public CASCADE;") : "ALTER SCHEMA public RENAME TO " + kept + ";";
  return away + "CREATE SCHEMA public AUTHORIZATION pg_database_owner; GRANT USAGE ON SCHEMA public TO PUBLIC;";
}

struct Removed {
  fs::path path;
  ~Removed() {
    std::error_code ignored;
    fs::remove(path, ignored);
  }
};

}  // namespace

void backup_postgres(std::string const& url, fs::path const& path) {
  write_whole(path, [&](fs::path const& partial) {
    run_postgres_program(
        "pg_dump",
        {"--format=custom", "--no-owner", "--no-privileges", "--exclude-schema=before_restore_*", "--lock-wait-timeout=60s", "--file=" + partial.string()},
        environment_of(url));
  });
}

/// One that has just gone is still listed for a moment.
int postgres_others_connected(std::string const& url) {
  auto count = asked(url, others);
  for (int looks = 0; count > 0 && looks < 10; ++looks) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    count = asked(url, others);
  }
  return static_cast<int>(count);
}

std::string restore_postgres(std::string const& url, fs::path const& path, fs::path const& folder, Instant now) {
  if (postgres_others_connected(url) > 0) throw DatabaseError("others are connected to the database", false);
  auto const kept = asked(url, tables) > 0 ? kept_schema(now) : std::string();
  Removed const script{folder / "restore.sql"};
  run_postgres_program("pg_restore", {"--no-owner", "--no-privileges", "--file=" + script.path.string(), path.string()}, {});
  run_postgres_program(
      "psql", {"--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--command=" + make_room(kept), "--file=" + script.path.string()},
      environment_of(url));
  return kept;
}

}  // namespace zx::db
