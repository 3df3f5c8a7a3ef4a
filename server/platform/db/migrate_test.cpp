#include "platform/db/migrate.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "platform/db/schema_state.hpp"
#include "platform/db/test_database.hpp"

namespace zx::db {
namespace {

constexpr Migration migration(std::string_view module, int number, std::string_view sql) { return {module, number, "what", sql, sql}; }

constexpr auto create_a = migration("org", 1, "CREATE TABLE a (id bigint PRIMARY KEY); INSERT INTO a VALUES (1)");
constexpr auto create_b = migration("work", 1, "CREATE TABLE b (id bigint PRIMARY KEY)");
constexpr auto fill_b = migration("work", 2, "INSERT INTO b SELECT id FROM a; -- it's done");
constexpr auto broken = migration("work", 2, "INSERT INTO b VALUES (7); INSERT INTO nowhere VALUES (1)");

class Migrations : public testing::TestWithParam<Engine> {
 protected:
  void SetUp() override {
    if (!TestDatabase::is_available(GetParam())) GTEST_SKIP() << TestDatabase::how_to_enable;
    database_.emplace(GetParam());
  }
  Database& db() { return **database_; }
  std::size_t apply(std::vector<Migration> const& migrations) { return migrate(db(), migrations, Instant{1000}).size(); }
  std::int64_t rows_of_b() {
    constexpr std::string_view sql = "SELECT count(*) FROM b";
    return db().read([&](Executor& r) { return r.sure<std::int64_t>(Statement{"rows_of_b", sql, sql}); });
  }
  std::optional<TestDatabase> database_;
};

INSTANTIATE_TEST_SUITE_P(Both, Migrations, testing::Values(Engine::sqlite, Engine::postgres),
                         [](auto const& info) { return info.param == Engine::sqlite ? "sqlite" : "postgres"; });

TEST_P(Migrations, only_what_is_missing_is_applied) {
  EXPECT_EQ(pending(db(), std::vector{create_a, create_b}).size(), 2u);
  EXPECT_EQ(apply({create_a, create_b}), 2u);
  EXPECT_EQ(apply({create_a, create_b}), 0u);
  EXPECT_EQ(apply({create_a, create_b, fill_b}), 1u);
  EXPECT_EQ(rows_of_b(), 1);
}

TEST_P(Migrations, a_failing_one_leaves_nothing_and_is_named) {
  try {
    apply({create_a, create_b, broken});
    FAIL();
  } catch (DatabaseError const& error) { EXPECT_NE(std::string(error.what()).find("work/2 what"), std::string::npos); }
  EXPECT_EQ(rows_of_b(), 0);
  EXPECT_EQ(pending(db(), std::vector{create_a, create_b, fill_b}).size(), 1u);
  EXPECT_EQ(apply({create_a, create_b, fill_b}), 1u);
}

TEST_P(Migrations, an_edited_one_is_refused) {
  apply({create_a, create_b});
  auto edited = create_b;
  edited.sqlite = edited.postgres = "CREATE TABLE b (id bigint)";
  EXPECT_THROW(apply({create_a, edited}), SchemaMismatch);
}

TEST_P(Migrations, an_older_binary_refuses_a_newer_schema) {
  apply({create_a, create_b});
  EXPECT_THROW(apply({create_a}), SchemaMismatch);
}

TEST_P(Migrations, a_schema_is_current_when_nothing_is_missing_and_nothing_newer) {
  apply({create_a, create_b});
  EXPECT_TRUE(is_current(db(), std::vector{create_a, create_b}));
  EXPECT_FALSE(is_current(db(), std::vector{create_a, create_b, fill_b}));
  EXPECT_FALSE(is_current(db(), std::vector{create_a}));
}

TEST_P(Migrations, nodes_that_start_together_apply_each_only_once) {
  auto const start = [&] { migrate(db(), std::vector{create_a, create_b, fill_b}, Instant{1000}); };
  std::vector<std::thread> nodes;
  for (int i = 0; i < 4; ++i) nodes.emplace_back(start);
  for (auto& node : nodes) node.join();
  EXPECT_EQ(rows_of_b(), 1);
}

}  // namespace
}  // namespace zx::db
