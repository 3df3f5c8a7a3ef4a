// Reads and writes: the contract of database.hpp, held on both engines.

#include <atomic>
#include <latch>
#include <thread>

#include "platform/db/database_contract.hpp"

namespace zx::db {
namespace {

class TransactionContract : public DatabaseContract {};

INSTANTIATE_TEST_SUITE_P(Both, TransactionContract, testing::Values(Engine::sqlite, Engine::postgres),
                         [](auto const& info) { return info.param == Engine::sqlite ? "sqlite" : "postgres"; });

TEST_P(TransactionContract, a_refused_write_changes_nothing) {
  bool told = false;
  auto const answer = db().write([&](Transaction& tx) -> Result<int> {
    tx.after_commit([&] { told = true; });
    tx.execute(insert_item, {{"id", 1}, {"code", "a"}, {"size", 1}});
    tx.enqueue(insert_item, {{"id", 2}, {"code", "b"}, {"size", 1}});
    return Refusal::conflict("item.no");
  });
  EXPECT_EQ(answer.refusal().code, "item.no");
  EXPECT_EQ(items(), 0);
  EXPECT_FALSE(told);
}

TEST_P(TransactionContract, an_exception_changes_nothing_and_reaches_the_caller) {
  EXPECT_THROW(std::ignore = db().write([&](Transaction& tx) -> Result<void> {
    tx.enqueue(insert_item, {{"id", 1}, {"code", "a"}, {"size", 1}});
    throw std::runtime_error("no");
  }),
               std::runtime_error);
  EXPECT_EQ(items(), 0);
  EXPECT_TRUE(add(1, "a"));
}

TEST_P(TransactionContract, after_commit_sees_the_commit) {
  std::int64_t seen = -1;
  std::ignore = db().write([&](Transaction& tx) -> Result<void> {
    tx.enqueue(insert_item, {{"id", 1}, {"code", "a"}, {"size", 1}});
    tx.after_commit([&] { seen = items(); });
    return {};
  });
  EXPECT_EQ(seen, 1);
}

TEST_P(TransactionContract, constraints_have_the_same_names_on_both_engines) {
  constexpr auto insert_label = same("insert_label", "INSERT INTO part (id, item, label) VALUES (:id, 1, 'x')");
  ASSERT_TRUE(add(1, "a"));
  EXPECT_EQ(violated(insert_item, {{"id", 2}, {"code", "a"}, {"size", 1}}), "item_code");
  EXPECT_EQ(violated(insert_item, {{"id", 1}, {"code", "b"}, {"size", 1}}), "item_pkey");
  EXPECT_EQ(violated(insert_item, {{"id", 2}, {"code", "b"}, {"size", 0}}), "item_size_positive");
  EXPECT_EQ(violated(insert_item, {{"id", 2}, {"code", std::optional<std::string>()}, {"size", 1}}), "item.code");
  EXPECT_EQ(violated(insert_part, {{"id", 1}, {"item", 77}}), "part_item_fkey");
  EXPECT_EQ(violated(insert_label, {{"id", 1}}), "nothing");
  EXPECT_EQ(violated(insert_label, {{"id", 2}}), "part_label_key");
}

TEST_P(TransactionContract, a_known_constraint_becomes_a_refusal) {
  db().refuse_as("item_code", "item.code_taken");
  ASSERT_TRUE(add(1, "a"));
  auto const again = add(2, "a");
  ASSERT_FALSE(again);
  EXPECT_EQ(again.refusal().code, "item.code_taken");
  EXPECT_EQ(again.refusal().kind, RefusalKind::conflict);
}

TEST_P(TransactionContract, many_rows_enqueued_for_tables_in_turn_are_all_there) {
  constexpr auto insert_sized = same("insert_sized", "INSERT INTO part (id, item, label) VALUES (:id, :item, :label)");
  constexpr auto count_parts = same("count_parts", "SELECT CAST(sum(item) AS bigint) FROM part WHERE label IS NULL");
  ASSERT_TRUE(db().write([&](Transaction& tx) -> Result<void> {
    for (int i = 1; i <= 200; ++i) {
      tx.enqueue(insert_item, {{"id", i}, {"code", "c" + std::to_string(i)}, {"size", i}});
      auto const label = i % 3 == 0 ? std::optional("p" + std::to_string(i)) : std::nullopt;
      tx.enqueue(insert_sized, {{"id", i}, {"item", i}, {"label", label}});
      if (i == 100) {
        EXPECT_EQ(tx.sure<std::int64_t>(count_items), 100);
      }
    }
    return {};
  }));
  EXPECT_EQ(items(), 200);
  EXPECT_EQ(db().read([&](Executor& r) { return r.sure<std::int64_t>(count_parts); }), 200 * 201 / 2 - 3 * (66 * 67 / 2));
}

TEST_P(TransactionContract, an_enqueued_error_surfaces_at_the_commit) {
  ASSERT_TRUE(add(1, "a"));
  EXPECT_THROW(std::ignore = db().write([&](Transaction& tx) -> Result<void> {
    tx.enqueue(insert_item, {{"id", 2}, {"code", "b"}, {"size", 1}});
    tx.enqueue(insert_item, {{"id", 3}, {"code", "a"}, {"size", 1}});
    return {};
  }),
               ConstraintViolation);
  EXPECT_EQ(items(), 1);
  EXPECT_TRUE(add(4, "d"));
}

TEST_P(TransactionContract, an_enqueued_error_surfaces_at_the_next_query) {
  ASSERT_TRUE(add(1, "a"));
  bool reached = false;
  EXPECT_THROW(std::ignore = db().write([&](Transaction& tx) -> Result<void> {
    tx.enqueue(insert_item, {{"id", 3}, {"code", "a"}, {"size", 1}});
    tx.sure<std::int64_t>(count_items);
    reached = true;
    return {};
  }),
               ConstraintViolation);
  EXPECT_FALSE(reached);
}

TEST_P(TransactionContract, a_deferred_foreign_key_is_checked_at_the_commit_of_its_own_transaction) {
  constexpr auto insert_late = same("insert_late", "INSERT INTO late_part (id, item) VALUES (:id, :item)");
  auto add_late = [&](bool with_item) {
    return db().write([&](Transaction& tx) -> Result<void> {
      tx.enqueue(insert_late, {{"id", 1}, {"item", 9}});
      if (with_item) tx.enqueue(insert_item, {{"id", 9}, {"code", "late"}, {"size", 1}});
      return {};
    });
  };
  EXPECT_THROW(std::ignore = add_late(false), ConstraintViolation);
  EXPECT_TRUE(add_late(true));
}

TEST_P(TransactionContract, a_swallowed_violation_still_prevents_the_commit) {
  ASSERT_TRUE(add(1, "a"));
  EXPECT_THROW(std::ignore = db().write([&](Transaction& tx) -> Result<void> {
    tx.execute(insert_item, {{"id", 2}, {"code", "b"}, {"size", 1}});
    try {
      tx.execute(insert_item, {{"id", 3}, {"code", "a"}, {"size", 1}});
    } catch (ConstraintViolation const&) {}
    return {};
  }),
               ConstraintViolation);
  EXPECT_EQ(items(), 1);
}

TEST_P(TransactionContract, bad_sql_is_a_database_error_and_harms_nobody) {
  EXPECT_THROW(db().read([](Executor& r) { return r.all<Item>(same("bad", "SELECT id FROM nowhere")); }), DatabaseError);
  EXPECT_THROW(db().run_script("CREATE TABLE half (id bigint); SELECT broken FROM nowhere"), DatabaseError);
  EXPECT_TRUE(add(1, "a"));
  EXPECT_EQ(items(), 1);
}

TEST_P(TransactionContract, a_reader_cannot_write) {
  EXPECT_THROW(db().read([](Executor& r) { r.execute(insert_item, {{"id", 1}, {"code", "a"}, {"size", 1}}); }), DatabaseError);
  EXPECT_EQ(items(), 0);
}

TEST_P(TransactionContract, readers_see_one_snapshot_of_what_is_committed) {
  std::latch inserted(1), looked(1);
  std::thread writer([&] {
    std::ignore = db().write([&](Transaction& tx) -> Result<void> {
      tx.execute(insert_item, {{"id", 1}, {"code", "a"}, {"size", 1}});
      inserted.count_down();
      looked.wait();
      return {};
    });
  });
  inserted.wait();
  db().read([&](Executor& r) {
    EXPECT_EQ(r.sure<std::int64_t>(count_items), 0);
    looked.count_down();
    writer.join();
    EXPECT_EQ(r.sure<std::int64_t>(count_items), 0);
  });
  EXPECT_EQ(items(), 1);
}

TEST_P(TransactionContract, reads_and_writes_do_not_nest) {
  EXPECT_THROW(db().read([&](Executor&) { return items(); }), std::logic_error);
  EXPECT_THROW(db().read([&](Executor&) { std::ignore = add(1, "a"); }), std::logic_error);
  EXPECT_THROW(std::ignore = db().write([&](Transaction&) -> Result<void> { return add(1, "a"); }), std::logic_error);
  EXPECT_EQ(items(), 0);
}

TEST_P(TransactionContract, all_writes_of_many_threads_are_present) {
  constexpr int threads = 8, writes = 500;
  std::atomic<int> good = 0;
  std::vector<std::thread> running;
  for (int t = 0; t < threads; ++t)
    running.emplace_back([&, t] {
      for (int i = 0; i < writes; ++i) good += add(t * writes + i, std::to_string(t) + "-" + std::to_string(i)).ok();
    });
  for (auto& thread : running) thread.join();
  EXPECT_EQ(good, threads * writes);
  EXPECT_EQ(items(), threads * writes);
}

TEST_P(TransactionContract, a_failing_transaction_does_not_take_its_neighbours_along) {
  ASSERT_TRUE(add(-1, "taken"));
  constexpr int threads = 8, writes = 100;
  std::atomic<int> good = 0, failed = 0;
  std::vector<std::thread> running;
  for (int t = 0; t < threads; ++t)
    running.emplace_back([&, t] {
      for (int i = 0; i < writes; ++i) {
        auto const id = t * writes + i;
        try {
          good += add(id, t % 2 ? "taken" : std::to_string(id)).ok();
        } catch (ConstraintViolation const&) { ++failed; }
      }
    });
  for (auto& thread : running) thread.join();
  EXPECT_EQ(good, threads * writes / 2);
  EXPECT_EQ(failed, threads * writes / 2);
  EXPECT_EQ(items(), threads * writes / 2 + 1);
}

}  // namespace
}  // namespace zx::db
