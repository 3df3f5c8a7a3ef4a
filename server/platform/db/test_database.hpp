#pragma once
// For tests: an empty database of its own on either engine, gone afterwards.

#include <filesystem>
#include <memory>
#include <string>

#include "platform/db/database.hpp"

namespace zx::db {

/// SQLite lives in a temporary folder. PostgreSQL lives in a schema of its own on the server that the environment
/// variable ZHIXING_TEST_POSTGRES names (a postgres:// URL), so that test programs may run side by side.
class TestDatabase {
 public:
  /// False for PostgreSQL without ZHIXING_TEST_POSTGRES: skip the test, saying `how_to_enable`.
  static bool is_available(Engine engine);
  static constexpr char const* how_to_enable = "set ZHIXING_TEST_POSTGRES to a postgres:// URL to run this on PostgreSQL";

  explicit TestDatabase(Engine engine);
  ~TestDatabase();
  TestDatabase(TestDatabase const&) = delete;
  TestDatabase& operator=(TestDatabase const&) = delete;

  Database& operator*() { return *database_; }
  Database* operator->() { return database_.get(); }
  /// To open it once more, after `close` or as another node.
  Options const& options() const { return options_; }
  void close() { database_.reset(); }
  /// A temporary folder, with either engine; SQLite's file in it is test.db.
  std::filesystem::path const& folder() const { return folder_; }

 private:
  std::string name_;
  std::filesystem::path folder_;
  Options options_;
  std::unique_ptr<Database> database_;
};

}  // namespace zx::db
