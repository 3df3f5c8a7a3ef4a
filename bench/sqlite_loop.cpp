// bench_sqlite_loop DATABASE SCRIPT SECONDS IDS
//
// What a straightforward program reaches on SQLite: one connection, one thread, the script's statements over and over,
// every transaction durable by itself (synchronous=FULL). SCRIPT holds one statement per line, parameters written
// `:name`; IDS holds a work item's id (32 hex digits) per line. Values, by name:
//   :any_id               a random id of IDS
//   :new_1 … :new_9       new ids in order of time, as the product makes them
//   :column               what an earlier row of this round had in the column of that name
// Prints {"rounds": N, "seconds": S, "rows": R, "p50_us": …, "p99_us": …}.

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct CloseDatabase { void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); } };
struct Finalize { void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); } };
struct FreeValue { void operator()(sqlite3_value* value) const { sqlite3_value_free(value); } };
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;
using Value = std::unique_ptr<sqlite3_value, FreeValue>;

void check(Database const& database, int outcome) {
  if (outcome != SQLITE_OK && outcome != SQLITE_ROW && outcome != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(database.get()));
}

Database open(char const* path) {
  sqlite3* handle = nullptr;
  auto const outcome = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(handle);
  check(database, outcome);
  // The product's settings, but for its own checkpoints.
  check(database, sqlite3_exec(handle, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;",
                               nullptr, nullptr, nullptr));
  return database;
}

std::vector<std::string> lines_of(char const* path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);)
    if (!line.empty()) lines.push_back(line);
  if (lines.empty()) throw std::runtime_error(std::string(path) + " is empty");
  return lines;
}

std::string bytes_of(std::string const& hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return bytes;
}

class Round {
 public:
  Round(Database const& database, std::vector<std::string> const& script, std::vector<std::string> const& ids) : database_(database) {
    for (auto const& id : ids) ids_.push_back(bytes_of(id));
    for (auto const& sql : script) {
      sqlite3_stmt* handle = nullptr;
      check(database, sqlite3_prepare_v3(database.get(), sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &handle, nullptr));
      statements_.emplace_back(handle);
    }
  }

  void run() {
    any_id_ = ids_[random_() % ids_.size()];
    for (auto const& statement : statements_) run(statement.get());
  }

  long rows() const { return rows_; }

 private:
  void run(sqlite3_stmt* statement) {
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) bind(statement, i, sqlite3_bind_parameter_name(statement, i) + 1);
    int outcome = SQLITE_ROW;
    while ((outcome = sqlite3_step(statement)) == SQLITE_ROW) take(statement);
    check(database_, outcome);
    sqlite3_reset(statement);
  }

  void bind(sqlite3_stmt* statement, int at, std::string const& name) {
    if (name == "any_id") return bind_bytes(statement, at, any_id_);
    if (name.starts_with("new_")) return bind_bytes(statement, at, new_id());
    auto const found = columns_.find(name);
    if (found == columns_.end()) throw std::runtime_error("nothing gives :" + name);
    check(database_, sqlite3_bind_value(statement, at, found->second.get()));
  }

  void bind_bytes(sqlite3_stmt* statement, int at, std::string const& bytes) {
    check(database_, sqlite3_bind_blob(statement, at, bytes.data(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT));
  }

  /// Reads every column, as whoever asks for them would.
  void take(sqlite3_stmt* statement) {
    ++rows_;
    for (int i = 0; i < sqlite3_column_count(statement); ++i) columns_[sqlite3_column_name(statement, i)].reset(sqlite3_value_dup(sqlite3_column_value(statement, i)));
  }

  /// UUIDv7: 48 bits of milliseconds, the rest random.
  std::string new_id() {
    auto const now = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
    std::string id(16, '\0');
    for (int i = 0; i < 6; ++i) id[static_cast<std::size_t>(i)] = static_cast<char>(now >> (40 - 8 * i));
    for (std::size_t i = 6; i < 16; ++i) id[i] = static_cast<char>(random_());
    id[6] = static_cast<char>(0x70 | (id[6] & 0x0f));
    id[8] = static_cast<char>(0x80 | (id[8] & 0x3f));
    return id;
  }

  Database const& database_;
  std::vector<Statement> statements_;
  std::vector<std::string> ids_;
  std::string any_id_;
  std::map<std::string, Value> columns_;
  std::mt19937 random_{20260101};
  long rows_ = 0;
};

void measure(char const* path, char const* script, double seconds, char const* ids) {
  auto const database = open(path);
  Round round(database, lines_of(script), lines_of(ids));
  std::vector<double> took;
  auto const start = Clock::now();
  auto last = start;
  while (std::chrono::duration<double>(last - start).count() < seconds) {
    round.run();
    auto const now = Clock::now();
    took.push_back(std::chrono::duration<double, std::micro>(now - last).count());
    last = now;
  }
  std::sort(took.begin(), took.end());
  std::printf("{\"rounds\": %zu, \"seconds\": %.3f, \"rows\": %ld, \"p50_us\": %.0f, \"p99_us\": %.0f}\n", took.size(), std::chrono::duration<double>(last - start).count(),
              round.rows(), took[took.size() / 2], took[took.size() * 99 / 100]);
}

}  // namespace

int main(int count, char** words) {
  if (count != 5) return std::fprintf(stderr, "usage: bench_sqlite_loop DATABASE SCRIPT SECONDS IDS\n"), 2;
  try {
    measure(words[1], words[2], std::atof(words[3]), words[4]);
  } catch (std::exception const& error) {
    return std::fprintf(stderr, "bench_sqlite_loop: %s\n", error.what()), 1;
  }
}
