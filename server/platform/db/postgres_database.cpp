#include "platform/db/postgres_database.hpp"

#include <algorithm>
#include <random>
#include <thread>

#include "platform/db/callback_scope.hpp"
#include "platform/db/postgres_transaction.hpp"

namespace zx::db {
namespace {

constexpr int attempts = 4;  // the first and three more
constexpr Statement touch{"touch", "", "SELECT 1"};

/// Two transactions that collided must not collide again in step.
void wait_before_retry(int attempt) {
  thread_local std::minstd_rand random{std::random_device{}()};
  std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution<int>(1, 10 << attempt)(random)));
}

}  // namespace

PostgresDatabase::PostgresDatabase(Options const& options)
    : pool_(static_cast<std::size_t>(std::max(1, options.connections)), [url = options.url] { return std::make_unique<PostgresConnection>(url); }) {}

/// A connection known to be alive. When one was lost, the server has probably gone away from the other idle ones too.
PostgresDatabase::Pool::Lease PostgresDatabase::lend() {
  for (;;) {
    auto connection = pool_.lend();
    connection->settle();
    if (!connection->is_broken()) return connection;
    pool_.close_idle();
  }
}

void PostgresDatabase::run_read(std::function<void(Executor&)> const& work) {
  CallbackScope scope(*this);
  for (int attempt = 1;; ++attempt) {
    auto connection = lend();
    PostgresTransaction snapshot(*connection, PostgresTransaction::Mode::read);
    try {
      work(snapshot);
      ++reads_;
      return snapshot.release();
    } catch (DatabaseError const& error) {
      snapshot.abort();
      if (!error.retryable || snapshot.has_answered() || attempt == attempts) throw;
      ++retries_;
    } catch (...) {
      snapshot.abort();
      throw;
    }
  }
}

std::vector<std::function<void()>> PostgresDatabase::try_write(std::function<bool(Transaction&)> const& work) {
  CallbackScope scope(*this);
  auto connection = lend();
  PostgresTransaction transaction(*connection, PostgresTransaction::Mode::write);
  try {
    if (!work(transaction)) {
      transaction.abort();
      return {};
    }
    transaction.commit();
  } catch (...) {
    transaction.abort();
    throw;
  }
  ++transactions_;
  return transaction.take_actions();
}

std::optional<Refusal> PostgresDatabase::run_write(std::function<bool(Transaction&)> const& work) {
  for (int attempt = 1;; ++attempt) {
    try {
      for (auto const& action : try_write(work)) action();
      return std::nullopt;
    } catch (ConstraintViolation const& violation) {
      if (auto refusal = refusal_of(violation)) return refusal;
      throw;
    } catch (DatabaseError const& error) {
      if (!error.retryable || attempt == attempts) throw;
    }
    ++retries_;
    wait_before_retry(attempt);
  }
}

void PostgresDatabase::run_script(std::string const& sql) {
  CallbackScope scope(*this);
  lend()->script(sql);
}

void PostgresDatabase::check() {
  auto connection = lend();
  connection->send(touch, {});
  connection->finish();
}

std::map<std::string, double> PostgresDatabase::figures() const {
  return {
      {"postgres_connections_open", static_cast<double>(pool_.open_count())},
      {"postgres_connections_in_use", static_cast<double>(pool_.in_use())},
      {"postgres_transactions_total", static_cast<double>(transactions_)},
      {"postgres_reads_total", static_cast<double>(reads_)},
      {"postgres_retries_total", static_cast<double>(retries_)},
  };
}

std::unique_ptr<Database> open_postgres(Options const& options) { return std::make_unique<PostgresDatabase>(options); }

}  // namespace zx::db
