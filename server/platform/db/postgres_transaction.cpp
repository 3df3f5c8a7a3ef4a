#include "platform/db/postgres_transaction.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "platform/db/postgres_row.hpp"

namespace zx::db {
namespace {

constexpr Statement begin_write{"begin", "", "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"};
constexpr Statement commit_statement{"commit", "", "COMMIT"};
constexpr Statement count_grown_tables{"count_grown_tables", "", R"(DO $$
DECLARE filled regclass;
BEGIN
  FOR filled IN SELECT c.oid FROM pg_class c
                WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND pg_relation_size(c.oid) > 4 * 8192 * c.relpages::bigint
  LOOP
    EXECUTE format('ANALYZE (SKIP_LOCKED) %s', filled);
  END LOOP;
END $$)"};

constexpr std::size_t most_collected = 64;  ///< rows of one table

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

void PostgresTransaction::begin() {
  if (!begun_ && mode_ == Mode::write) connection_.send(begin_write, {});
  begun_ = true;
}

/// A server that has never counted a table takes it for empty, and any index for as good as another: a join then walks the
/// whole table once for every row. It counts by itself a minute after rows are committed, too late for the import that fills
/// a new database in one transaction.
void PostgresTransaction::send(Statement const& statement, Parameters const& parameters) {
  send_collected();
  begin();
  if (mode_ == Mode::write && ++sent_ == count_at_) {
    connection_.send(count_grown_tables, {});
    count_at_ *= 2;
  }
  connection_.send(statement, parameters);
}

/// Tables take turns (an item, its history, the next item): each keeps its own rows, sent in the order in which the
/// tables came first. So rows others refer to go ahead of these.
void PostgresTransaction::collect(PostgresStatement& statement, Parameters const& parameters) {
  auto group = std::ranges::find(collected_, &statement, &Collected::statement);
  if (group == collected_.end()) group = collected_.insert(collected_.end(), Collected{&statement, {}});
  group->rows.push_back(parameters);
  if (group->rows.size() == most_collected) send_collected();
}

void PostgresTransaction::send_collected() {
  for (auto& group : collected_) {
    if (group.rows.empty()) continue;
    begin();
    connection_.send_rows(*group.statement, group.rows);
    group.rows.clear();
  }
}

void PostgresTransaction::enqueue(Statement const& statement, Parameters const& parameters) {
  guarded([&] {
    auto& known = connection_.cached(statement);
    known.takes_rows ? collect(known, parameters) : send(statement, parameters);
  });
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
  guarded([&] { send_collected(); });
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
  collected_.clear();
  if (begun_) connection_.abort();
}

}  // namespace zx::db
