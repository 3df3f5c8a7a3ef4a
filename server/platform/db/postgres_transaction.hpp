#pragma once

#include <exception>
#include <vector>

#include "platform/db/postgres_connection.hpp"

namespace zx::db {

/// A transaction or a read snapshot. BEGIN travels with the first statement; without one nothing is sent at all. A read
/// needs neither BEGIN nor COMMIT: statements up to the next sync are one transaction, and the session's default makes it
/// read-only with one snapshot. Rows to insert are collected, table by table, until something else is sent.
class PostgresTransaction final : public Transaction {
 public:
  enum class Mode { read, write };
  PostgresTransaction(PostgresConnection& connection, Mode mode) : connection_(connection), mode_(mode) {}

  Engine engine() const override { return Engine::postgres; }
  std::int64_t execute(Statement const& statement, Parameters const& parameters) override;
  void enqueue(Statement const& statement, Parameters const& parameters) override;
  void after_commit(std::function<void()> action) override { after_commit_.push_back(std::move(action)); }

  /// Durable when it returns. Throws the error that prevented it; a connection lost from here on leaves the outcome
  /// unknown, which is never retryable.
  void commit();
  /// Of a read: lets go of the snapshot without waiting.
  void release() noexcept;
  void abort() noexcept;

  /// True as soon as an answer was handed out, from when on running `work` again could show.
  bool has_answered() const { return has_answered_; }
  std::vector<std::function<void()>> take_actions() { return std::move(after_commit_); }

 protected:
  void run(Statement const& statement, Parameters const& parameters, std::function<void(Row const&)> const& use) override;

 private:
  template <class F>
  auto guarded(F&& action);
  void begin();
  void send(Statement const& statement, Parameters const& parameters);
  void collect(PostgresStatement& statement, Parameters const& parameters);
  void send_collected();

  struct Collected {
    PostgresStatement* statement;
    std::vector<Parameters> rows;
  };

  PostgresConnection& connection_;
  Mode const mode_;
  bool begun_ = false;
  int sent_ = 0;
  int count_at_ = 500;  ///< statements after which tables that have grown are counted: more than a request sends; then twice as many
  bool has_answered_ = false;
  std::exception_ptr failure_;
  std::vector<Collected> collected_;
  std::vector<std::function<void()>> after_commit_;
};

}  // namespace zx::db
