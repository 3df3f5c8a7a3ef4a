#pragma once

#include <atomic>

#include "platform/db/connection_pool.hpp"
#include "platform/db/postgres_connection.hpp"

namespace zx::db {

class PostgresDatabase final : public Database {
 public:
  explicit PostgresDatabase(Options const& options);

  Engine engine() const override { return Engine::postgres; }
  void run_script(std::string const& sql) override;
  void check() override;
  std::map<std::string, double> figures() const override;

 protected:
  void run_read(std::function<void(Executor&)> const& work) override;
  std::optional<Refusal> run_write(std::function<bool(Transaction&)> const& work) override;

 private:
  using Pool = ConnectionPool<PostgresConnection>;
  Pool::Lease lend();
  /// Returns what is to be done after the commit.
  std::vector<std::function<void()>> try_write(std::function<bool(Transaction&)> const& work);

  Pool pool_;
  std::atomic<std::int64_t> transactions_{0}, reads_{0}, retries_{0};
};

std::unique_ptr<Database> open_postgres(Options const& options);

}  // namespace zx::db
