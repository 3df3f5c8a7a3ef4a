#pragma once
// The only door to a database. Two engines, one contract:
//
//   SQLite      one writer thread owns the one writing connection and batches many requests' transactions into one
//               fsync (group commit, synchronous=FULL, each transaction a savepoint); readers have their own
//               read-only connections.
//   PostgreSQL  a pool of equal connections; a transaction's enqueued statements travel in one pipeline.
//
// SQL lives in named files (modules/*/sql/*.sql), embedded at build time as `Statement` constants. Parameters are
// written `:name`. Statements are prepared once per connection and cached.

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/db/parameters.hpp"
#include "platform/db/row.hpp"

namespace zx::db {

enum class Engine { sqlite, postgres };

/// One embedded SQL file. The two texts are the same unless the file has `.sqlite.sql` / `.postgres.sql` twins.
/// Constants generated at build time have static storage; `Composed` makes the others.
struct Statement {
  std::string_view name;
  std::string_view sqlite;
  std::string_view postgres;

  std::string_view text(Engine engine) const { return engine == Engine::sqlite ? sqlite : postgres; }
};

/// A statement put together from embedded fragments (filters, orders), never from strings: only Statements fit.
/// Each distinct combination is prepared once per connection.
class Composed {
 public:
  Composed(Statement const& head);
  Composed& operator+=(Statement const& fragment);
  operator Statement() const;

 private:
  std::string name_, sqlite_, postgres_;
};

/// Thrown when the database refuses a row. `constraint` is the same on both engines:
///   unique       the index's name (CREATE UNIQUE INDEX name …); `<table>_pkey` for a primary key,
///                `<table>_<columns>_key` for a UNIQUE written inside CREATE TABLE
///   check        the constraint's name (CONSTRAINT name CHECK …)
///   not_null     `<table>.<column>`
///   foreign_key  `<table>_<columns>_fkey` where the table has only one. SQLite does not say which of several failed,
///                nor which child holds a deleted parent: then it is the written table's name; empty for a deferred key.
/// After a violation, as after any error, nothing but the rollback can follow in that transaction.
struct ConstraintViolation : std::runtime_error {
  enum class Kind { unique, foreign_key, check, not_null };
  ConstraintViolation(Kind kind, std::string constraint, std::string const& detail);
  Kind kind;
  std::string constraint;
};

/// Anything else that went wrong below us (disk, network, bad SQL). Never shown to users.
struct DatabaseError : std::runtime_error {
  DatabaseError(std::string const& what, bool retryable) : std::runtime_error(what), retryable(retryable) {}
  bool retryable;  ///< serialization failure, deadlock, lost connection before commit
};

/// Runs statements; a read connection or a transaction. Not thread-safe; valid only inside the callback it was given to.
class Executor {
 public:
  virtual ~Executor() = default;
  virtual Engine engine() const = 0;

  /// All rows, each as a described struct (columns matched to members by name; a missing column throws) or, for a
  /// scalar T, the first column.
  template <class T>
  std::vector<T> all(Statement const& statement, Parameters const& parameters = {}) {
    std::vector<T> rows;
    run(statement, parameters, [&](Row const& row) { rows.push_back(read_row<T>(row)); });
    return rows;
  }

  /// The first row, or nothing.
  template <class T>
  std::optional<T> one(Statement const& statement, Parameters const& parameters = {}) {
    std::optional<T> found;
    run(statement, parameters, [&](Row const& row) {
      if (!found) found = read_row<T>(row);
    });
    return found;
  }

  /// The first row, which must exist.
  template <class T>
  T sure(Statement const& statement, Parameters const& parameters = {}) {
    auto found = one<T>(statement, parameters);
    if (!found) throw std::logic_error("no row from " + std::string(statement.name));
    return std::move(*found);
  }

  /// Streams rows without keeping them.
  void each(Statement const& statement, Parameters const& parameters, std::function<void(Row const&)> const& use) { run(statement, parameters, use); }

  /// Runs now and says how many rows it touched.
  virtual std::int64_t execute(Statement const& statement, Parameters const& parameters = {}) = 0;

  /// Runs in order with the others, answer not awaited: PostgreSQL pipelines it up to the next query or the commit.
  /// A constraint it violates surfaces there.
  virtual void enqueue(Statement const& statement, Parameters const& parameters = {}) = 0;

 protected:
  virtual void run(Statement const& statement, Parameters const& parameters, std::function<void(Row const&)> const& use) = 0;
};

/// A write transaction.
class Transaction : public Executor {
 public:
  /// Runs after the commit is durable, on an unspecified thread; dropped on rollback. Must be quick and not throw.
  virtual void after_commit(std::function<void()> action) = 0;
};

struct Options {
  /// "sqlite:/path/to/zhixing.db" or "postgres://user@host/db" (any libpq URI or "postgres:key=value …").
  std::string url;
  int readers = 2;       ///< SQLite read-only connections
  int connections = 16;  ///< PostgreSQL pool
  int max_batch = 256;   ///< SQLite: transactions per fsync at most
};

class Database {
 public:
  static std::unique_ptr<Database> open(Options const& options);
  virtual ~Database() = default;
  virtual Engine engine() const = 0;

  /// Constraint name → refusal code, told by the modules at start; `write` turns a violation into Refusal::conflict(code).
  void refuse_as(std::string constraint, std::string code) { refusals_[std::move(constraint)] = std::move(code); }

  /// Runs `work(Executor&)` on a read connection in one consistent snapshot and returns what it returns. May run again
  /// when the connection proves lost before it gave any row. Neither read nor write may be called from within `work`
  /// of either on the same database: that throws std::logic_error (it would wait for itself when the pool is empty).
  template <class F>
  auto read(F&& work) {
    using R = std::invoke_result_t<F&, Executor&>;
    if constexpr (std::is_void_v<R>) {
      run_read([&](Executor& executor) { work(executor); });
    } else {
      std::optional<R> answer;
      run_read([&](Executor& executor) { answer.emplace(work(executor)); });
      return std::move(*answer);
    }
  }

  /// Runs `work(Transaction&)`, which returns a Result: committed and durable when it is good, rolled back when it is a
  /// refusal or an exception. Blocks until durable. `work` may run again after a serialization failure, and on another
  /// thread than the caller's, so it must touch nothing but the transaction and its own captures.
  template <class F>
  auto write(F&& work) {
    using R = std::invoke_result_t<F&, Transaction&>;  // Result<T>
    std::optional<R> answer;
    auto refusal = run_write([&](Transaction& tx) {
      answer.emplace(work(tx));
      return answer->ok();
    });
    if (refusal) return R(std::move(*refusal));
    return std::move(*answer);
  }

  /// The same outside of a transaction's rules, for migrations and maintenance only (DDL, VACUUM): raw text, one or
  /// many statements. Never given anything that came from a user.
  virtual void run_script(std::string const& sql) = 0;

  /// Cheap truth for /readyz; throws DatabaseError with the reason.
  virtual void check() = 0;

  /// For /metrics: name → value (queue depth, batches, statements, pool in use).
  virtual std::map<std::string, double> figures() const = 0;

 protected:
  virtual void run_read(std::function<void(Executor&)> const& work) = 0;
  /// `work` says whether to commit. A returned refusal replaces its answer (constraint violations).
  virtual std::optional<Refusal> run_write(std::function<bool(Transaction&)> const& work) = 0;

  /// What `refuse_as` said about this constraint.
  std::optional<Refusal> refusal_of(ConstraintViolation const& violation) const;

  std::map<std::string, std::string> refusals_;
};

}  // namespace zx::db
