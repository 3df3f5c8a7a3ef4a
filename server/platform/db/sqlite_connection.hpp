#pragma once
// One SQLite connection: prepared statements, binding, rows, errors. Used by one thread at a time.

#include <sqlite3.h>

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "platform/db/database.hpp"
#include "platform/db/statement_cache.hpp"

namespace zx::db {

struct SqliteStatement {
  std::string sql;
  std::string name;
  std::vector<std::string> parameters;  ///< parameters[0] is bound at 1
  sqlite3_stmt* handle = nullptr;
  bool in_use = false;

  ~SqliteStatement() { sqlite3_finalize(handle); }
};

class SqliteConnection {
 public:
  /// writer: the only one that may write and checkpoint. reader: reads, and never checkpoints, not even when it is the
  /// last to close: Debian 12's SQLite has the WAL-reset bug, where a checkpoint by one connection racing with a write
  /// by another one can corrupt the database.
  enum class Role { writer, reader };
  SqliteConnection(std::string const& path, Role role);
  ~SqliteConnection();
  SqliteConnection(SqliteConnection const&) = delete;
  SqliteConnection& operator=(SqliteConnection const&) = delete;

  void run(Statement const& statement, Parameters const& parameters, std::function<void(Row const&)> const& use);
  /// Returns the number of rows written.
  std::int64_t execute(Statement const& statement, Parameters const& parameters);
  /// Raw text, one or many statements.
  void script(std::string const& sql) { script(sql.c_str()); }
  void script(char const* sql);

  bool is_broken() const { return false; }
  bool in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }
  /// Deferred foreign keys that still point nowhere.
  bool has_dangling_references() const;
  sqlite3* handle() const { return handle_; }
  std::int64_t statements_run() const { return statements_run_.load(std::memory_order_relaxed); }

 private:
  class InUse;
  std::unique_ptr<SqliteStatement> prepare(Statement const& statement);
  SqliteStatement& cached(Statement const& statement);
  void bind(SqliteStatement& statement, Parameters const& parameters);
  bool step(SqliteStatement& statement);

  sqlite3* handle_ = nullptr;
  StatementCache<SqliteStatement> cache_;
  std::vector<Value const*> matched_;
  std::atomic<std::int64_t> statements_run_{0};
};

/// Throws what SQLite's last error on this connection means: ConstraintViolation or DatabaseError. `during` is the
/// statement's name and `sql` its text.
[[noreturn]] void throw_sqlite_error(sqlite3* handle, std::string_view during, std::string_view sql);

}  // namespace zx::db
