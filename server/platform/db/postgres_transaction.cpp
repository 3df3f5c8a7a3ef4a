#include "platform/db/postgres_transaction.hpp"

#include <cstdlib>
#include <cstring>

#include "platform/db/postgres_row.hpp"

namespace zx::db {
namespace {

constexpr Statement begin_write{"begin", "", "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"};
constexpr Statement commit_statement{"commit", "", "COMMIT"};

}  // namespace

/// After an error nothing more is sent, and the transaction cannot commit even if `work` swallowed it.
template <class F>
auto PostgresTransaction::guarded(F&& action) {
  if (failure_) std::rethrow_exception(failure_);
  try {
    return action();
  } catch (ConstraintViolation const&) {
    failure_ = std::current_exception();
    throw;
  } catch (DatabaseError const&) {
    failure_ = std::current_exception();
    throw;
  }
}

void PostgresTransaction::send(Statement const& statement, Parameters const& parameters) {
  if (!begun_ && mode_ == Mode::write) connection_.send(begin_write, {});
  begun_ = true;
  connection_.send(statement, parameters);
}

void PostgresTransaction::enqueue(Statement const& statement, Parameters const& parameters) {
  guarded([&] { send(statement, parameters); });
}

std::int64_t PostgresTransaction::execute(Statement const& statement, Parameters const& parameters) {
  return guarded([&] {
    send(statement, parameters);
    auto const answer = connection_.answer();
    has_answered_ = true;
    return static_cast<std::int64_t>(std::atoll(PQcmdTuples(answer.get())));
  });
}

void PostgresTransaction::run(Statement const& statement, Parameters const& parameters, std::function<void(Row const&)> const& use) {
  auto const answer = guarded([&] {
    send(statement, parameters);
    return connection_.answer();
  });
  has_answered_ = true;
  PostgresRow row(answer.get(), statement.name);
  for (int i = 0, count = PQntuples(answer.get()); i < count; ++i) {
    row.stand_on(i);
    use(row);
  }
}

void PostgresTransaction::commit() {
  if (failure_) std::rethrow_exception(failure_);
  if (!begun_) return;
  connection_.send(commit_statement, {});
  PostgresResult answer;
  try {
    answer = connection_.finish();
  } catch (DatabaseError const& error) {
    if (connection_.is_broken()) throw DatabaseError(std::string("whether the transaction was committed is not known: ") + error.what(), false);
    throw;
  }
  if (std::strcmp(PQcmdStatus(answer.get()), "COMMIT") != 0) throw DatabaseError("PostgreSQL rolled back instead of committing", false);
}

void PostgresTransaction::release() noexcept {
  if (!begun_ || failure_) return abort();
  try {
    connection_.close_pipeline();
  } catch (...) {
    abort();  // the reader has what it wanted
  }
}

void PostgresTransaction::abort() noexcept {
  if (begun_) connection_.abort();
}

}  // namespace zx::db
