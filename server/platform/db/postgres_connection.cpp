#include "platform/db/postgres_connection.hpp"

#include <poll.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "platform/db/postgres_rows.hpp"

namespace zx::db {
namespace {

constexpr Statement rollback{"rollback", "", "ROLLBACK"};

constexpr std::size_t most_rows = 64;  ///< in one statement; a power of two
constexpr char const* by_value = "SET plan_cache_mode = force_custom_plan";
constexpr char const* once_for_all = "SET plan_cache_mode = force_generic_plan";

constexpr char const* for_statements =
    "SET statement_timeout = '60s';"
    // For what has no BEGIN: reads.
    "SET default_transaction_isolation = 'repeatable read';"
    "SET default_transaction_read_only = on";

constexpr char const* for_scripts =
    "SET statement_timeout = 0;"
    "SET default_transaction_isolation = 'read committed';"
    "SET default_transaction_read_only = off";

constexpr char const* session =
    "SET TIME ZONE 'UTC';"
    "SET client_min_messages = warning;"
    // Each statement is planned once per connection: planning a page anew takes longer than reading it. So statements
    // must not depend on their values for a good plan, and a LIMIT that matters is a number in their text. The few that
    // cannot help it, because words are rare or frequent, say "/* planned by value */".
    "SET plan_cache_mode = force_generic_plan;"
    // Durable at least; a server set to wait for its standbys' replay keeps doing so.
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') NOT IN ('on', 'remote_apply')";

PGconn* connect(std::string const& url) {
  auto const text = postgres_connection_string(url);
  // What the url says itself wins, because it stands later.
  char const* keywords[] = {"application_name", "connect_timeout", "client_encoding", "dbname", nullptr};
  char const* values[] = {"zhixing", "5", "UTF8", text.c_str(), nullptr};
  auto* handle = PQconnectdbParams(keywords, values, 1);
  if (PQstatus(handle) == CONNECTION_OK) return handle;
  DatabaseError error(std::string("cannot connect to PostgreSQL: ") + (handle ? PQerrorMessage(handle) : "out of memory"), false);
  PQfinish(handle);
  throw error;
}

Oid oid_of(ValueType type) {
  switch (type) {
    case ValueType::boolean: return 16;
    case ValueType::integer: return 20;
    case ValueType::text: return 25;
    case ValueType::uuid: return 2950;
    case ValueType::bytes: return 17;
  }
  return 0;
}

std::uint64_t big_endian(std::uint64_t number) { return std::endian::native == std::endian::little ? __builtin_bswap64(number) : number; }

}  // namespace

std::string postgres_connection_string(std::string const& url) {
  auto const colon = url.find(':');
  return url.compare(colon, 3, "://") == 0 ? url : url.substr(colon + 1);
}

PostgresConnection::PostgresConnection(std::string const& url) : handle_(connect(url)) {
  PQsetNoticeProcessor(
      handle_, [](void*, char const*) {}, nullptr);
  try {
    run_simple(session);
    run_simple(for_statements);
  } catch (...) {
    PQfinish(handle_);
    throw;
  }
  PQenterPipelineMode(handle_);
}

void PostgresConnection::send_rows(PostgresStatement& statement, std::span<Parameters const> rows) {
  if (statement.planned_by_value) set(by_value);
  while (!rows.empty()) {
    auto const count = match_rows(statement, rows.first(std::min(rows.size(), statement.takes_rows ? most_rows : 1)));
    encode();
    auto const& plan = plan_for(statement, count);
    expect(PQsendQueryPrepared(handle_, plan.c_str(), static_cast<int>(data_.size()), data_.data(), lengths_.data(), formats_.data(), 1));
    pending_.push_back({Step::execute, &statement, {}});
    rows = rows.subspan(count);
  }
  if (statement.planned_by_value) set(once_for_all);
}

/// The values of the first rows of equal types, a power of two of them, so that few plans are made; how many.
std::size_t PostgresConnection::match_rows(PostgresStatement const& statement, std::span<Parameters const> rows) {
  auto const width = statement.numbered.names.size();
  auto const same_types = [&] { return std::ranges::equal(row_, std::span(matched_).first(width), {}, &Value::type, &Value::type); };
  matched_.clear();
  std::size_t count = 0;
  for (auto const& row : rows) {
    match_parameters(statement.name, statement.numbered.names, row, row_);
    if (count > 0 && !same_types()) break;
    matched_.insert(matched_.end(), row_.begin(), row_.end());
    ++count;
  }
  count = std::bit_floor(count);
  matched_.resize(count * width);
  return count;
}

/// Nobody waits for its answer.
void PostgresConnection::set(char const* setting) {
  expect(PQsendQueryParams(handle_, setting, 0, nullptr, nullptr, nullptr, nullptr, 1));
  pending_.push_back({Step::set, nullptr, {}});
}

PostgresStatement& PostgresConnection::cached(Statement const& statement) {
  if (auto* found = cache_.find(statement.postgres)) return *found;
  if (statement.postgres.empty()) throw std::logic_error("statement " + std::string(statement.name) + " is empty");
  auto fresh = std::make_unique<PostgresStatement>();
  fresh->sql = statement.postgres;
  fresh->name = statement.name;
  fresh->numbered = number_parameters(statement.postgres);
  fresh->takes_rows = inserts_one_row(fresh->numbered.text);
  fresh->planned_by_value = statement.postgres.find("/* planned by value */") != std::string_view::npos;
  return cache_.keep(std::move(fresh), statement.postgres);
}

/// The plan for `types_`; a new one is prepared in the same pipeline.
std::string const& PostgresConnection::plan_for(PostgresStatement& statement, std::size_t rows) {
  auto found = std::ranges::find(statement.plans, types_, &PostgresStatement::Plan::types);
  if (found != statement.plans.end()) return found->id;
  auto const& plan = statement.plans.emplace_back(types_, "s" + std::to_string(++plans_made_));
  auto const sql = rows == 1 ? statement.numbered.text : inserting(statement.numbered, rows);
  expect(PQsendPrepare(handle_, plan.id.c_str(), sql.c_str(), static_cast<int>(types_.size()), types_.data()));
  pending_.push_back({Step::prepare, &statement, plan.id});
  return plan.id;
}

void PostgresConnection::encode() {
  auto const count = matched_.size();
  types_.resize(count);
  numbers_.resize(count);
  data_.resize(count);
  lengths_.resize(count);
  formats_.assign(count, 1);
  for (std::size_t i = 0; i < count; ++i) {
    auto const& value = *matched_[i];
    types_[i] = oid_of(value.type());
    auto give = [&](void const* data, std::size_t length) { data_[i] = static_cast<char const*>(data), lengths_[i] = static_cast<int>(length); };
    if (value.is_null()) give(nullptr, 0);
    else if (value.type() == ValueType::integer) numbers_[i] = big_endian(static_cast<std::uint64_t>(value.integer())), give(&numbers_[i], 8);
    else if (value.type() == ValueType::boolean) give(value.boolean() ? "\1" : "\0", 1);
    else if (value.type() == ValueType::uuid) give(value.uuid().bytes.data(), 16);
    else give(value.text().data(), value.text().size());
  }
}

void PostgresConnection::expect(int sent) {
  if (!sent) std::rethrow_exception(lost());
}

PostgresResult PostgresConnection::answer() {
  expect(PQsendFlushRequest(handle_));
  PostgresResult last;
  while (!pending_.empty()) {
    auto const is_set = pending_.front().step == Step::set;
    auto const* statement = pending_.front().statement;
    auto result = receive();
    auto error = error_of(result.get(), statement);
    if (!is_set) last = std::move(result);
    if (error) {
      // The server skips everything up to the next sync.
      std::exception_ptr ignored;
      close_pipeline();
      receive_all(ignored);
      std::rethrow_exception(error);
    }
  }
  return last;
}

void PostgresConnection::close_pipeline() {
  if (!PQpipelineSync(handle_)) return void(lost());
  pending_.push_back({Step::sync, nullptr, {}});
}

PostgresResult PostgresConnection::finish() {
  close_pipeline();
  if (is_broken()) std::rethrow_exception(lost());
  std::exception_ptr error;
  auto last = receive_all(error);
  if (error) std::rethrow_exception(error);
  return last;
}

void PostgresConnection::settle() {
  std::exception_ptr ignored;
  receive_all(ignored);
  // An idle connection has nothing to say but that it ends.
  pollfd readable{PQsocket(handle_), POLLIN, 0};
  if (!is_broken() && ::poll(&readable, 1, 0) > 0 && !PQconsumeInput(handle_)) lost();
  if (!is_broken() && (plans_are_stale_ || cache_.is_full())) forget_all_plans();
}

void PostgresConnection::abort() noexcept {
  // The first rollback is skipped when an outstanding statement fails; the second one finds the pipeline clean.
  for (int i = 0; i < 2 && !is_broken(); ++i) {
    try {
      send(rollback, {});
      finish();
    } catch (...) {}
    if (PQtransactionStatus(handle_) == PQTRANS_IDLE) return;
  }
  broken_ = true;
}

/// The answer to the oldest pending step; null when the connection is lost.
PostgresResult PostgresConnection::receive() {
  auto const step = std::move(pending_.front());
  pending_.pop_front();
  PostgresResult last;
  if (step.step == Step::sync) {
    last.reset(PQgetResult(handle_));
    return last;
  }
  while (auto* result = PQgetResult(handle_)) {
    last.reset(result);
    if (PQstatus(handle_) == CONNECTION_BAD) break;
  }
  if (step.step == Step::prepare && PQresultStatus(last.get()) != PGRES_COMMAND_OK) forget(*step.statement, step.plan);
  return last;
}

/// Keeps the first error; the last answer that is not a sync.
PostgresResult PostgresConnection::receive_all(std::exception_ptr& first_error) {
  PostgresResult last;
  while (!pending_.empty()) {
    auto const step = pending_.front().step;
    auto const* statement = pending_.front().statement;
    auto result = receive();
    auto error = error_of(result.get(), statement);
    if (error && !first_error) first_error = error;
    if (step == Step::prepare || step == Step::execute) last = std::move(result);
  }
  return last;
}

std::exception_ptr PostgresConnection::error_of(PGresult const* result, PostgresStatement const* statement) {
  if (PQstatus(handle_) == CONNECTION_BAD || !result) return lost();
  switch (PQresultStatus(result)) {
    case PGRES_TUPLES_OK:
    case PGRES_COMMAND_OK:
    case PGRES_EMPTY_QUERY:
    case PGRES_PIPELINE_SYNC:
    case PGRES_PIPELINE_ABORTED: return nullptr;  // an earlier step has told the error
    default: break;
  }
  auto const* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  // A plan the server no longer knows, or one whose result an ALTER TABLE changed.
  if (state && (!std::strcmp(state, "26000") || !std::strcmp(state, "0A000"))) plans_are_stale_ = true;
  return postgres_error(result, statement ? statement->name : "sync");
}

std::exception_ptr PostgresConnection::lost() {
  broken_ = true;
  pending_.clear();
  return std::make_exception_ptr(DatabaseError(std::string("lost the connection to PostgreSQL: ") + PQerrorMessage(handle_), true));
}

void PostgresConnection::forget(PostgresStatement& statement, std::string const& plan) {
  std::erase_if(statement.plans, [&](auto const& known) { return known.id == plan; });
}

void PostgresConnection::forget_all_plans() {
  cache_.clear();
  plans_are_stale_ = false;
  PQexitPipelineMode(handle_);
  PostgresResult const result(PQexec(handle_, "DEALLOCATE ALL"));
  broken_ = PQresultStatus(result.get()) != PGRES_COMMAND_OK || !PQenterPipelineMode(handle_);
}

void PostgresConnection::script(std::string const& sql) {
  settle();
  if (is_broken() || !PQexitPipelineMode(handle_)) std::rethrow_exception(lost());
  try {
    run_simple(for_scripts);
    run_simple(sql.c_str());
    if (PQtransactionStatus(handle_) != PQTRANS_IDLE) throw DatabaseError("a script left its transaction open", false);
    run_simple(for_statements);
  } catch (...) {
    broken_ = true;  // thrown away rather than tidied up
    throw;
  }
  PQenterPipelineMode(handle_);
}

void PostgresConnection::run_simple(char const* sql) {
  PostgresResult result(PQexec(handle_, sql));
  auto const status = PQresultStatus(result.get());
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY) return;
  if (!result || PQstatus(handle_) == CONNECTION_BAD) std::rethrow_exception(lost());
  std::rethrow_exception(postgres_error(result.get(), "script"));
}

}  // namespace zx::db
