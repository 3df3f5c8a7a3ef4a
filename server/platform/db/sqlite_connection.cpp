#include "platform/db/sqlite_connection.hpp"

#include <mutex>

#include "platform/db/sqlite_row.hpp"

namespace zx::db {
namespace {

constexpr char const* for_every_connection =
    "PRAGMA foreign_keys = ON;"
    "PRAGMA synchronous = FULL;"
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA recursive_triggers = ON;"
    // The connection that closes last would checkpoint; the writer does that itself. See Role.
    "PRAGMA wal_autocheckpoint = 0;";

/// SQLite counts its memory under a lock at every allocation, for figures nobody asks for. Only before its first use.
void stop_counting_memory() {
  static std::once_flag once;
  std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
}

sqlite3* open_handle(std::string const& path) {
  stop_counting_memory();
  sqlite3* handle = nullptr;
  auto const flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  if (sqlite3_open_v2(path.c_str(), &handle, flags, nullptr) == SQLITE_OK) return handle;
  DatabaseError error("cannot open " + path + ": " + (handle ? sqlite3_errmsg(handle) : "out of memory"), false);
  sqlite3_close(handle);
  throw error;
}

int bind_value(sqlite3_stmt* handle, int at, Value const& value) {
  if (value.is_null()) return sqlite3_bind_null(handle, at);
  switch (value.type()) {
    case ValueType::boolean:
    case ValueType::integer: return sqlite3_bind_int64(handle, at, value.integer());
    // The parameters outlive the statement's run, so nothing is copied.
    case ValueType::text: return sqlite3_bind_text64(handle, at, value.text().data(), value.text().size(), SQLITE_STATIC, SQLITE_UTF8);
    case ValueType::uuid: return sqlite3_bind_blob(handle, at, value.uuid().bytes.data(), 16, SQLITE_STATIC);
    case ValueType::bytes: return sqlite3_bind_blob64(handle, at, value.text().data(), value.text().size(), SQLITE_STATIC);
  }
  return SQLITE_MISUSE;
}

std::vector<std::string> parameter_names(sqlite3_stmt* handle, std::string_view statement) {
  std::vector<std::string> names;
  for (int i = 1; i <= sqlite3_bind_parameter_count(handle); ++i) {
    auto const* name = sqlite3_bind_parameter_name(handle, i);
    if (!name || *name != ':') throw std::logic_error("statement " + std::string(statement) + " has a parameter that is not written :name");
    names.emplace_back(name + 1);
  }
  return names;
}

}  // namespace

/// A statement that is not reset holds its snapshot and blocks commits and checkpoints.
class SqliteConnection::InUse {
 public:
  explicit InUse(SqliteStatement& statement) : statement_(statement) { statement_.in_use = true; }
  ~InUse() {
    sqlite3_reset(statement_.handle);
    statement_.in_use = false;
  }

 private:
  SqliteStatement& statement_;
};

SqliteConnection::SqliteConnection(std::string const& path, Role role) : handle_(open_handle(path)) {
  try {
    sqlite3_busy_timeout(handle_, 10'000);
    if (role == Role::writer) script("PRAGMA journal_mode = WAL; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -65536;");
    script(for_every_connection);
    if (role == Role::reader) {
      script("PRAGMA query_only = ON; PRAGMA cache_size = -16384;");
      sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    }
  } catch (...) {
    sqlite3_close_v2(handle_);
    throw;
  }
}

SqliteConnection::~SqliteConnection() {
  cache_.clear();
  sqlite3_close_v2(handle_);
}

void SqliteConnection::script(char const* sql) {
  if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) throw_sqlite_error(handle_, "script", "");
}

bool SqliteConnection::has_dangling_references() const {
  int current = 0, highest = 0;
  sqlite3_db_status(handle_, SQLITE_DBSTATUS_DEFERRED_FKS, &current, &highest, 0);
  return current != 0;
}

std::unique_ptr<SqliteStatement> SqliteConnection::prepare(Statement const& statement) {
  auto prepared = std::make_unique<SqliteStatement>();
  prepared->sql = statement.sqlite;
  prepared->name = statement.name;
  char const* tail = nullptr;
  auto const& sql = prepared->sql;
  if (sqlite3_prepare_v3(handle_, sql.c_str(), static_cast<int>(sql.size()) + 1, SQLITE_PREPARE_PERSISTENT, &prepared->handle, &tail) != SQLITE_OK)
    throw_sqlite_error(handle_, statement.name, sql);
  if (!prepared->handle) throw std::logic_error("statement " + prepared->name + " is empty");
  if (std::string_view(tail).find_first_not_of(" \t\r\n;") != std::string_view::npos)
    throw std::logic_error("statement " + prepared->name + " holds more than one statement");
  prepared->parameters = parameter_names(prepared->handle, statement.name);
  return prepared;
}

SqliteStatement& SqliteConnection::cached(Statement const& statement) {
  if (auto* found = cache_.find(statement.sqlite)) return *found;
  auto prepared = prepare(statement);
  if (cache_.is_full()) cache_.drop_idle([](SqliteStatement const&) {});
  return cache_.keep(std::move(prepared), statement.sqlite);
}

void SqliteConnection::bind(SqliteStatement& statement, Parameters const& parameters) {
  match_parameters(statement.name, statement.parameters, parameters, matched_);
  for (std::size_t i = 0; i < matched_.size(); ++i)
    if (bind_value(statement.handle, static_cast<int>(i) + 1, *matched_[i]) != SQLITE_OK) throw_sqlite_error(handle_, statement.name, statement.sql);
}

bool SqliteConnection::step(SqliteStatement& statement) {
  auto const outcome = sqlite3_step(statement.handle);
  if (outcome == SQLITE_ROW) return true;
  if (outcome == SQLITE_DONE) return false;
  throw_sqlite_error(handle_, statement.name, statement.sql);
}

void SqliteConnection::run(Statement const& statement, Parameters const& parameters, std::function<void(Row const&)> const& use) {
  statements_run_.fetch_add(1, std::memory_order_relaxed);
  auto* prepared = &cached(statement);
  // A statement run again from within its own rows gets a twin of its own.
  std::unique_ptr<SqliteStatement> twin;
  if (prepared->in_use) {
    twin = prepare(statement);
    prepared = twin.get();
  }
  InUse in_use(*prepared);
  bind(*prepared, parameters);
  SqliteRow row(prepared->handle, prepared->name);
  while (step(*prepared)) use(row);
}

std::int64_t SqliteConnection::execute(Statement const& statement, Parameters const& parameters) {
  auto const before = sqlite3_total_changes64(handle_);
  std::int64_t rows = 0;
  run(statement, parameters, [&](Row const&) { ++rows; });
  // total_changes counts what triggers and cascades wrote too; changes() only the statement's own rows, but it keeps
  // the number of an earlier statement when this one wrote nothing.
  return sqlite3_total_changes64(handle_) == before ? rows : sqlite3_changes64(handle_);
}

}  // namespace zx::db
