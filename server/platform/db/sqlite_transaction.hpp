#pragma once

#include <exception>
#include <functional>
#include <type_traits>
#include <vector>

#include "platform/db/sqlite_connection.hpp"

namespace zx::db {

/// One job of the writer. After an error nothing more runs and it cannot commit, as on PostgreSQL, even if `work` swallowed it.
class SqliteTransaction final : public Transaction {
 public:
  SqliteTransaction(SqliteConnection& connection, std::vector<std::function<void()>>& after_commit) : connection_(connection), after_commit_(after_commit) {}

  Engine engine() const override { return Engine::sqlite; }
  std::int64_t execute(Statement const& statement, Parameters const& parameters) override {
    return guarded([&] { return connection_.execute(statement, parameters); });
  }
  void enqueue(Statement const& statement, Parameters const& parameters) override { execute(statement, parameters); }
  void after_commit(std::function<void()> action) override { after_commit_.push_back(std::move(action)); }

  void rethrow_failure() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 protected:
  void run(Statement const& statement, Parameters const& parameters, std::function<void(Row const&)> const& use) override {
    guarded([&] { connection_.run(statement, parameters, use); });
  }

 private:
  template <class F>
  std::invoke_result_t<F&> guarded(F&& action) {
    rethrow_failure();
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

  SqliteConnection& connection_;
  std::vector<std::function<void()>>& after_commit_;
  std::exception_ptr failure_;
};

}  // namespace zx::db
