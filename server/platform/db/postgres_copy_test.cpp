#include "platform/db/postgres_copy.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>

#include "platform/db/programs.hpp"
#include "platform/db/test_database.hpp"

namespace zx::db {
namespace {

namespace fs = std::filesystem;

/// A database of its own: a restore replaces all its tables.
class PostgresCopy : public testing::Test {
 protected:
  void SetUp() override {
    if (!TestDatabase::is_available(Engine::postgres)) GTEST_SKIP() << TestDatabase::how_to_enable;
    on_server("CREATE DATABASE " + name_);
    fs::create_directories(folder_);
    open()->run_script("CREATE TABLE note (id bigint PRIMARY KEY, words text NOT NULL); INSERT INTO note VALUES (1, '备份之前')");
  }
  void TearDown() override {
    if (!TestDatabase::is_available(Engine::postgres)) return;
    on_server("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
    fs::remove_all(folder_);
  }

  std::string url() const {
    auto const server = std::string(std::getenv("ZHIXING_TEST_POSTGRES"));
    return server.substr(0, server.rfind('/') + 1) + name_;
  }
  std::unique_ptr<Database> open() const { return Database::open({.url = url(), .connections = 1}); }
  void on_server(std::string const& statement) { Database::open({.url = std::getenv("ZHIXING_TEST_POSTGRES"), .connections = 1})->run_script(statement); }
  std::vector<std::string> words(std::string const& table = "note") const {
    auto const sql = "SELECT words FROM " + table + " ORDER BY id";
    return open()->read([&](Executor& db) { return db.all<std::string>(Statement{sql, sql, sql}); });
  }
  void add_later_note() { open()->run_script("INSERT INTO note VALUES (2, '备份之后'); CREATE TABLE later (id bigint)"); }
  fs::path dump() const { return folder_ / "a.dump"; }
  Instant const now = *Instant::parse("2026-11-21T23:15:00Z");

  std::string const name_ = "zx_copy_" + std::to_string(getpid());
  fs::path const folder_ = fs::path(testing::TempDir()) / name_;
};

TEST_F(PostgresCopy, a_restore_gives_the_moment_of_the_dump_and_keeps_what_was_there) {
  backup_postgres(url(), dump());
  add_later_note();
  auto const former = restore_postgres(url(), dump(), folder_, now);
  EXPECT_EQ(former, "before_restore_20261121_231500");
  EXPECT_EQ(words(), std::vector<std::string>{"备份之前"});
  EXPECT_EQ(words(former + ".note"), (std::vector<std::string>{"备份之前", "备份之后"}));
  EXPECT_FALSE(fs::exists(folder_ / "restore.sql"));
}

TEST_F(PostgresCopy, a_dump_made_after_a_restore_can_be_restored_into_an_empty_database) {
  backup_postgres(url(), dump());
  restore_postgres(url(), dump(), folder_, now);
  backup_postgres(url(), folder_ / "b.dump");
  on_server("DROP DATABASE " + name_);
  on_server("CREATE DATABASE " + name_);
  EXPECT_EQ(restore_postgres(url(), folder_ / "b.dump", folder_, now), "");
  EXPECT_EQ(words(), std::vector<std::string>{"备份之前"});
}

TEST_F(PostgresCopy, a_restore_that_fails_changes_nothing) {
  backup_postgres(url(), dump());
  add_later_note();
  fs::resize_file(dump(), fs::file_size(dump()) / 2);
  EXPECT_THROW(restore_postgres(url(), dump(), folder_, now), DatabaseError);
  EXPECT_EQ(words(), (std::vector<std::string>{"备份之前", "备份之后"}));
}

TEST_F(PostgresCopy, nothing_is_restored_while_others_are_connected) {
  backup_postgres(url(), dump());
  auto const other = open();
  other->check();
  EXPECT_EQ(postgres_others_connected(url()), 1);
  EXPECT_THROW(restore_postgres(url(), dump(), folder_, now), DatabaseError);
}

TEST_F(PostgresCopy, an_unreachable_database_leaves_no_file) {
  EXPECT_THROW(backup_postgres(url() + "_nowhere", dump()), DatabaseError);
  EXPECT_TRUE(fs::is_empty(folder_));
}

TEST(PostgresPrograms, a_missing_one_is_named) {
  try {
    run_postgres_program("pg_no_such_program", {}, {});
    FAIL();
  } catch (ProgramMissing const& missing) { EXPECT_STREQ(missing.what(), "pg_no_such_program"); }
}

}  // namespace
}  // namespace zx::db
