#pragma once

#include "platform/db/connection_pool.hpp"
#include "platform/db/sqlite_writer.hpp"

namespace zx::db {

class SqliteDatabase final : public Database {
 public:
  explicit SqliteDatabase(Options const& options);

  Engine engine() const override { return Engine::sqlite; }
  void run_script(std::string const& sql) override { writer_.script(sql); }
  void check() override;
  std::map<std::string, double> figures() const override;
  std::string const& path() const { return path_; }

 protected:
  void run_read(std::function<void(Executor&)> const& work) override;
  std::optional<Refusal> run_write(std::function<bool(Transaction&)> const& work) override;

 private:
  std::string const path_;
  // Before the readers: it creates the file, and must close last because closing checkpoints.
  SqliteWriter writer_;
  ConnectionPool<SqliteConnection> readers_;
};

std::unique_ptr<Database> open_sqlite(Options const& options);

}  // namespace zx::db
