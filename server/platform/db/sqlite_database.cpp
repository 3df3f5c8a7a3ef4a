#include "platform/db/sqlite_database.hpp"

#include <algorithm>

#include "platform/db/callback_scope.hpp"

namespace zx::db {
namespace {

constexpr Statement begin{"begin", "BEGIN", ""};
constexpr Statement commit{"commit", "COMMIT", ""};
constexpr Statement rollback{"rollback", "ROLLBACK", ""};
constexpr Statement touch{"touch", "SELECT 1 FROM sqlite_schema LIMIT 1", ""};
constexpr int attempts = 3;

class ReadExecutor final : public Executor {
 public:
  explicit ReadExecutor(SqliteConnection& connection) : connection_(connection) {}
  Engine engine() const override { return Engine::sqlite; }
  std::int64_t execute(Statement const& statement, Parameters const& parameters) override { return connection_.execute(statement, parameters); }
  void enqueue(Statement const& statement, Parameters const& parameters) override { connection_.execute(statement, parameters); }

 protected:
  void run(Statement const& statement, Parameters const& parameters, std::function<void(Row const&)> const& use) override {
    connection_.run(statement, parameters, use);
  }

 private:
  SqliteConnection& connection_;
};

std::string path_of(std::string const& url) { return url.substr(std::string_view("sqlite:").size()); }

}  // namespace

SqliteDatabase::SqliteDatabase(Options const& options)
    : path_(path_of(options.url)), writer_(*this, path_, options.max_batch), readers_(static_cast<std::size_t>(std::max(1, options.readers)), [this] {
        return std::make_unique<SqliteConnection>(path_, SqliteConnection::Role::reader);
      }) {}

void SqliteDatabase::run_read(std::function<void(Executor&)> const& work) {
  CallbackScope scope(*this);
  auto connection = readers_.lend();
  ReadExecutor executor(*connection);
  connection->execute(begin, {});
  try {
    work(executor);
    connection->execute(commit, {});
  } catch (...) {
    if (connection->in_transaction()) connection->execute(rollback, {});
    throw;
  }
}

std::optional<Refusal> SqliteDatabase::run_write(std::function<bool(Transaction&)> const& work) {
  for (int attempt = 1;; ++attempt) {
    try {
      writer_.write(work);
      return std::nullopt;
    } catch (ConstraintViolation const& violation) {
      if (auto refusal = refusal_of(violation)) return refusal;
      throw;
    } catch (DatabaseError const& error) {
      if (!error.retryable || attempt == attempts) throw;
    }
  }
}

void SqliteDatabase::check() {
  writer_.check();
  auto connection = readers_.lend();
  connection->execute(touch, {});
}

std::map<std::string, double> SqliteDatabase::figures() const {
  std::map<std::string, double> figures;
  writer_.add_figures(figures);
  figures["sqlite_readers_in_use"] = static_cast<double>(readers_.in_use());
  return figures;
}

std::unique_ptr<Database> open_sqlite(Options const& options) { return std::make_unique<SqliteDatabase>(options); }

}  // namespace zx::db
