#include "platform/db/postgres_rows.hpp"

#include <gtest/gtest.h>

namespace zx::db {
namespace {

TEST(RowsAtOnce, parameters_of_the_second_row_follow_those_of_the_first) {
  auto one = number_parameters("INSERT INTO t (a, b, c)\nVALUES (:a, f(:b, ' $1 ('), :a)");
  ASSERT_TRUE(inserts_one_row(one.text));
  EXPECT_EQ(inserting(one, 2), "INSERT INTO t (a, b, c)\nVALUES ($1, f($2, ' $1 ('), $1), ($3, f($4, ' $1 ('), $3)");
  EXPECT_EQ(inserting(one, 1), one.text);
}

TEST(RowsAtOnce, present_rows_may_be_left_but_not_changed) {
  EXPECT_TRUE(inserts_one_row("INSERT INTO t (a) VALUES ($1)\nON CONFLICT (a) DO NOTHING\n"));
  EXPECT_EQ(inserting({"INSERT INTO t (a) VALUES ($1)\nON CONFLICT (a) DO NOTHING", {"a"}}, 2),
            "INSERT INTO t (a) VALUES ($1), ($2)\nON CONFLICT (a) DO NOTHING");
  EXPECT_FALSE(inserts_one_row("INSERT INTO t (a) VALUES ($1) ON CONFLICT (a) DO UPDATE SET a = excluded.a"));
}

TEST(RowsAtOnce, only_one_row_of_values_without_an_answer_is_taken) {
  for (auto const* other : {"INSERT INTO t (a) SELECT $1", "INSERT INTO t (a) VALUES ($1) RETURNING a", "INSERT INTO t (a) VALUES ($1), ($2)",
                            "WITH x AS (SELECT 1) INSERT INTO t (a) VALUES ($1)", "INSERT INTO t DEFAULT VALUES", "UPDATE t SET a = $1",
                            "INSERT INTO t (a) VALUES ($1"})
    EXPECT_FALSE(inserts_one_row(other)) << other;
}

}  // namespace
}  // namespace zx::db
