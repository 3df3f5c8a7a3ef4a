#pragma once
// One PostgreSQL connection, always in pipeline mode: statements are sent without waiting, answers are read when
// somebody wants one. Used by one thread at a time.

#include <libpq-fe.h>

#include <cstdint>
#include <deque>
#include <exception>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "platform/db/database.hpp"
#include "platform/db/named_parameters.hpp"
#include "platform/db/statement_cache.hpp"

namespace zx::db {

struct PostgresResultDeleter {
  void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, PostgresResultDeleter>;

/// One SQL text, prepared once per combination of parameter types it was given (nearly always one).
struct PostgresStatement {
  struct Plan {
    std::vector<Oid> types;
    std::string id;
  };
  std::string sql;
  std::string name;
  NumberedSql numbered;
  bool takes_rows = false;       ///< several rows of it may be sent as one statement
  bool planned_by_value = false;  ///< says so in its text: "/* planned by value */"
  std::deque<Plan> plans;        ///< for several rows too: those have more types
};

class PostgresConnection {
 public:
  explicit PostgresConnection(std::string const& url);
  ~PostgresConnection() { PQfinish(handle_); }
  PostgresConnection(PostgresConnection const&) = delete;
  PostgresConnection& operator=(PostgresConnection const&) = delete;

  /// Sends a statement behind the others; nothing is awaited.
  void send(Statement const& statement, Parameters const& parameters) { send_rows(cached(statement), {&parameters, 1}); }
  /// The same for each of `rows`, in as few statements as may be when it `takes_rows`.
  void send_rows(PostgresStatement& statement, std::span<Parameters const> rows);
  /// Valid as long as the transaction.
  PostgresStatement& cached(Statement const& statement);
  /// The answer to the statement sent last. Throws the first error of all that were outstanding.
  PostgresResult answer();
  /// Ends a pipeline without waiting; `settle` reads what it left.
  void close_pipeline();
  /// Ends the pipeline and reads all that is outstanding; throws the first error and returns the last answer.
  PostgresResult finish();
  /// Makes an idle connection ready: reads what is outstanding, caring for no errors, and notices a lost connection.
  void settle();
  /// Rolls back whatever state the transaction is in. Never throws; the connection may be broken afterwards.
  void abort() noexcept;

  /// Raw text in simple protocol, without the statement timeout; only while no transaction is open.
  void script(std::string const& sql);

  bool is_broken() const { return broken_ || PQstatus(handle_) == CONNECTION_BAD; }

 private:
  enum class Step { prepare, execute, set, sync };
  struct Pending {
    Step step;
    PostgresStatement* statement;
    std::string plan;  ///< of a prepare
  };

  std::string const& plan_for(PostgresStatement& statement, std::size_t rows);
  std::size_t match_rows(PostgresStatement const& statement, std::span<Parameters const> rows);
  void encode();
  void set(char const* setting);
  void expect(int sent);
  PostgresResult receive();
  PostgresResult receive_all(std::exception_ptr& first_error);
  std::exception_ptr error_of(PGresult const* result, PostgresStatement const* statement);
  std::exception_ptr lost();
  void forget(PostgresStatement& statement, std::string const& plan);
  void forget_all_plans();
  void run_simple(char const* sql);

  PGconn* handle_;
  bool broken_ = false;
  bool plans_are_stale_ = false;
  StatementCache<PostgresStatement> cache_;
  std::deque<Pending> pending_;
  std::uint64_t plans_made_ = 0;

  // Scratch of one statement sent.
  std::vector<Value const*> matched_, row_;
  std::vector<Oid> types_;
  std::vector<std::uint64_t> numbers_;
  std::vector<char const*> data_;
  std::vector<int> lengths_, formats_;
};

/// "postgres://…" is libpq's own; of "postgres:key=value …" what follows the colon.
std::string postgres_connection_string(std::string const& url);

/// What an error answer means: ConstraintViolation or DatabaseError.
std::exception_ptr postgres_error(PGresult const* result, std::string_view statement);

}  // namespace zx::db
