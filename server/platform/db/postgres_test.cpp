// What only PostgreSQL does: connections get lost, transactions collide.

#include <gtest/gtest.h>

#include <barrier>
#include <thread>

#include "platform/db/test_database.hpp"

namespace zx::db {
namespace {

constexpr Statement own_pid{"own_pid", "", "SELECT pg_backend_pid()"};
constexpr Statement terminate{"terminate", "", "SELECT pg_terminate_backend(CAST(:pid AS int), 5000)"};
constexpr Statement raise{"raise", "", "UPDATE item SET size = size + 1 WHERE id = :id"};
constexpr Statement total{"total", "", "SELECT CAST(sum(size) AS bigint) FROM item"};
constexpr Statement uncast_total{"uncast_total", "", "SELECT sum(size) FROM item"};

class Postgres : public testing::Test {
 protected:
  void SetUp() override {
    if (!TestDatabase::is_available(Engine::postgres)) GTEST_SKIP() << TestDatabase::how_to_enable;
    test_.emplace(Engine::postgres);
    db().run_script("CREATE TABLE item (id bigint PRIMARY KEY, size bigint NOT NULL); INSERT INTO item VALUES (1, 0), (2, 0)");
  }
  Database& db() { return **test_; }
  void end_connection(int pid) {
    auto const other = Database::open(test_->options());
    std::ignore = other->write([&](Transaction& tx) -> Result<bool> { return tx.sure<bool>(terminate, {{"pid", pid}}); });
  }
  int idle_pid() {
    return db().read([](Executor& r) { return r.sure<int>(own_pid); });
  }
  std::int64_t sum() {
    return db().read([](Executor& r) { return r.sure<std::int64_t>(total); });
  }
  std::optional<TestDatabase> test_;
};

TEST_F(Postgres, a_connection_lost_while_idle_is_replaced_unnoticed) {
  end_connection(idle_pid());
  EXPECT_EQ(sum(), 0);
  end_connection(idle_pid());
  EXPECT_TRUE(db().write([](Transaction& tx) -> Result<void> { return tx.enqueue(raise, {{"id", 1}}), Result<void>(); }));
  end_connection(idle_pid());
  EXPECT_NO_THROW(db().check());
  EXPECT_EQ(sum(), 1);
}

TEST_F(Postgres, a_statement_that_says_so_is_planned_by_its_values_and_no_other) {
  constexpr Statement mode{"mode", "", "SELECT current_setting('plan_cache_mode') WHERE :one = 1"};
  constexpr Statement by_value{"by_value", "", "SELECT current_setting('plan_cache_mode') WHERE :one = 1 /* planned by value */"};
  auto const modes = db().read([&](Executor& r) {
    std::vector<std::string> seen;
    for (auto const* statement : {&mode, &by_value, &mode}) seen.push_back(r.sure<std::string>(*statement, {{"one", 1}}));
    return seen;
  });
  EXPECT_EQ(modes, (std::vector<std::string>{"force_generic_plan", "force_custom_plan", "force_generic_plan"}));
}

TEST_F(Postgres, a_long_transaction_makes_the_tables_it_fills_known_to_the_planner) {
  constexpr Statement add{"add", "", "INSERT INTO item (id, size) VALUES (:id, 0) RETURNING id"};
  constexpr Statement counted{"counted", "", "SELECT CAST(reltuples AS bigint) FROM pg_class WHERE relname = 'item' AND :one = 1"};
  auto const known_after = [&](int rows) {
    std::int64_t known = 0;
    std::ignore = db().write([&](Transaction& tx) -> Result<bool> {
      for (int i = 0; i < rows; ++i) tx.sure<std::int64_t>(add, {{"id", 10 + i}});
      known = tx.sure<std::int64_t>(counted, {{"one", 1}});
      return Refusal::conflict("again");
    });
    return known;
  };
  EXPECT_EQ(known_after(100), -1) << "never counted";
  EXPECT_GT(known_after(1000), 400);
}

TEST_F(Postgres, a_transaction_whose_connection_is_lost_before_its_commit_runs_again) {
  int runs = 0;
  EXPECT_TRUE(db().write([&](Transaction& tx) -> Result<void> {
    tx.execute(raise, {{"id", 1}});
    auto const pid = tx.sure<int>(own_pid);
    if (++runs == 1) std::thread([&] { end_connection(pid); }).join();
    tx.execute(raise, {{"id", 2}});
    return {};
  }));
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(sum(), 2);
}

TEST_F(Postgres, one_of_two_deadlocked_transactions_runs_again) {
  std::barrier both_hold_one(2);
  auto const raise_both = [&](int first, int second) {
    bool first_run = true;
    EXPECT_TRUE(db().write([&](Transaction& tx) -> Result<void> {
      tx.execute(raise, {{"id", first}});
      if (std::exchange(first_run, false)) both_hold_one.arrive_and_wait();
      tx.execute(raise, {{"id", second}});
      return {};
    }));
  };
  std::thread other([&] { raise_both(2, 1); });
  raise_both(1, 2);
  other.join();
  EXPECT_EQ(sum(), 4);
}

TEST_F(Postgres, a_sum_that_is_not_cast_is_a_bug) {
  EXPECT_THROW(db().read([](Executor& r) { return r.sure<std::int64_t>(uncast_total); }), std::logic_error);
}

TEST_F(Postgres, an_unreachable_server_is_a_database_error) {
  auto const nowhere = Database::open({.url = "postgres:host=127.0.0.1 port=1 dbname=none"});
  EXPECT_THROW(nowhere->check(), DatabaseError);
}

}  // namespace
}  // namespace zx::db
