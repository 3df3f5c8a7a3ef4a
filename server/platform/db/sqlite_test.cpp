// What only SQLite does: its file, its lock, its copies.

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <thread>

#include "platform/db/backup.hpp"
#include "platform/db/data_directory.hpp"
#include "platform/db/test_database.hpp"

namespace zx::db {
namespace {

constexpr Statement insert_item{"insert_item", "INSERT INTO item (id, text) VALUES (:id, :text)", ""};
constexpr Statement count_items{"count_items", "SELECT count(*) FROM item", ""};

class SqliteFile : public testing::Test {
 protected:
  SqliteFile() { db().run_script("CREATE TABLE item (id bigint PRIMARY KEY, text text NOT NULL)"); }

  Database& db() { return *database_; }
  bool add(std::int64_t id, std::string const& text = "") {
    return db().write([&](Transaction& tx) -> Result<void> { return tx.enqueue(insert_item, {{"id", id}, {"text", text}}), Result<void>(); }).ok();
  }
  static std::int64_t items_in(Database& database) {
    return database.read([](Executor& r) { return r.sure<std::int64_t>(count_items); });
  }

  TestDatabase database_{Engine::sqlite};
};

TEST_F(SqliteFile, waiting_transactions_share_a_commit) {
  std::atomic<bool> writer_is_busy = false, go_on = false;
  std::thread first([&] {
    std::ignore = db().write([&](Transaction& tx) -> Result<void> {
      tx.execute(insert_item, {{"id", 0}, {"text", ""}});
      writer_is_busy = true;
      while (!go_on) std::this_thread::yield();
      return {};
    });
  });
  while (!writer_is_busy) std::this_thread::yield();
  std::vector<std::thread> others;
  for (int i = 1; i <= 10; ++i) others.emplace_back([&, i] { add(i); });
  while (db().figures()["sqlite_write_queue"] < 10) std::this_thread::yield();
  auto const before = db().figures()["sqlite_batches_total"];
  go_on = true;
  first.join();
  for (auto& other : others) other.join();
  EXPECT_EQ(db().figures()["sqlite_batches_total"] - before, 2);
  EXPECT_EQ(items_in(db()), 11);
}

TEST_F(SqliteFile, the_wal_is_copied_back_while_running) {
  std::string const pages(20'000, 'x');
  for (int i = 0; i < 400; ++i) ASSERT_TRUE(add(i, pages));
  EXPECT_GT(std::filesystem::file_size(database_.folder() / "test.db"), 3'000'000u);
  EXPECT_LT(std::filesystem::file_size(database_.folder() / "test.db-wal"), 20'000'000u);
}

TEST_F(SqliteFile, a_backup_taken_among_writes_is_complete_and_sound) {
  for (int i = 0; i < 100; ++i) ASSERT_TRUE(add(i, std::string(10'000, 'x')));
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    for (int i = 100; !stop; ++i) add(i);
  });
  auto const copy = database_.folder() / "copy.db";
  backup_sqlite(db(), copy);
  stop = true;
  writer.join();
  EXPECT_THROW(backup_sqlite(db(), copy), DatabaseError);
  auto const copied = Database::open({.url = "sqlite:" + copy.string()});
  EXPECT_GE(items_in(*copied), 100);
  EXPECT_EQ(copied->read([](Executor& r) { return r.sure<std::string>(Statement{"check", "PRAGMA integrity_check", ""}); }), "ok");
}

TEST_F(SqliteFile, what_was_written_is_there_after_opening_again) {
  auto const path = (database_.folder() / "again.db").string();
  {
    auto const database = Database::open({.url = "sqlite:" + path});
    database->run_script("CREATE TABLE item (id bigint); INSERT INTO item VALUES (1)");
  }
  EXPECT_FALSE(std::filesystem::exists(path + "-wal"));  // closing copied it back
  EXPECT_EQ(items_in(*Database::open({.url = "sqlite:" + path})), 1);
}

TEST_F(SqliteFile, a_script_that_leaves_its_transaction_open_is_undone) {
  EXPECT_THROW(db().run_script("BEGIN; INSERT INTO item VALUES (1, '')"), DatabaseError);
  EXPECT_EQ(items_in(db()), 0);
  EXPECT_TRUE(add(1));
}

/// A full disk is played by a limit on the file's size.
TEST_F(SqliteFile, a_full_disk_fails_writes_but_not_the_database) {
  auto const pages = [&](char const* pragma) { db().run_script(pragma); };
  pages("PRAGMA max_page_count = 20");
  EXPECT_THROW(
      {
        for (int i = 0; i < 100; ++i) add(i, std::string(4000, 'x'));
      },
      DatabaseError);
  pages("PRAGMA max_page_count = 100000");
  EXPECT_TRUE(add(1000));
  EXPECT_NO_THROW(db().check());
}

/// Every write to a file beyond its present size fails, with an error that is not "disk full".
class UnwritableDisk {
 public:
  explicit UnwritableDisk(std::uintmax_t size) {
    std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit limited{size, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limited);
  }
  ~UnwritableDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_;
};

TEST_F(SqliteFile, a_commit_the_disk_refuses_ends_all_writing) {
  ASSERT_TRUE(add(1));
  {
    UnwritableDisk disk(std::filesystem::file_size(database_.folder() / "test.db-wal"));
    EXPECT_THROW(add(2, std::string(100'000, 'x')), DatabaseError);
  }
  EXPECT_THROW(add(3), DatabaseError);
  EXPECT_THROW(db().check(), DatabaseError);
  EXPECT_EQ(items_in(db()), 1);
  auto const options = database_.options();
  database_.close();
  auto const again = Database::open(options);
  EXPECT_NO_THROW(again->check());
  EXPECT_EQ(items_in(*again), 1);
}

TEST(DataDirectory, only_one_holder_at_a_time) {
  TestDatabase const database(Engine::sqlite);  // for its folder
  {
    DataDirectoryLock first(database.folder() / "data");
    try {
      DataDirectoryLock second(database.folder() / "data");
      FAIL();
    } catch (DataDirectoryBusy const& busy) { EXPECT_NE(std::string(busy.what()).find("process " + std::to_string(::getpid())), std::string::npos); }
  }
  EXPECT_NO_THROW(DataDirectoryLock(database.folder() / "data"));
}

TEST(DataDirectory, a_killed_process_holds_nothing) {
  TestDatabase const database(Engine::sqlite);
  auto const child = ::fork();
  if (child == 0) {
    DataDirectoryLock lock(database.folder() / "data");
    ::_exit(0);  // no destructor runs
  }
  ::waitpid(child, nullptr, 0);
  EXPECT_NO_THROW(DataDirectoryLock(database.folder() / "data"));
}

}  // namespace
}  // namespace zx::db
