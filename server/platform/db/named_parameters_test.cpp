#include "platform/db/named_parameters.hpp"

#include <gtest/gtest.h>

namespace zx::db {
namespace {

TEST(NamedParameters, the_same_name_gets_the_same_number) {
  auto const numbered = number_parameters("SELECT :a + :b_2 + :a");
  EXPECT_EQ(numbered.text, "SELECT $1 + $2 + $1");
  EXPECT_EQ(numbered.names, (std::vector<std::string>{"a", "b_2"}));
}

TEST(NamedParameters, quotes_comments_casts_and_slices_are_left_alone) {
  constexpr auto sql = "SELECT ':a', 'it''s :b', \":c\", x::text, y[1:2] -- :d\n /* :e */";
  auto const numbered = number_parameters(sql);
  EXPECT_EQ(numbered.text, sql);
  EXPECT_TRUE(numbered.names.empty());
  EXPECT_EQ(number_parameters("SELECT :a::text").text, "SELECT $1::text");
  EXPECT_EQ(number_parameters("SELECT 'open :a").text, "SELECT 'open :a");
}

}  // namespace
}  // namespace zx::db
