#include "platform/base/patch.hpp"

#include <gtest/gtest.h>

namespace zx {
namespace {

TEST(patch, absent_keeps_null_clears_and_a_value_replaces) {
  std::optional<int> target = 1;
  Patch<int>().apply_to(target);
  EXPECT_EQ(target, 1);
  Patch<int>(2).apply_to(target);
  EXPECT_EQ(target, 2);
  Patch<int>::null().apply_to(target);
  EXPECT_EQ(target, std::nullopt);
}

TEST(patch, null_does_not_fit_a_target_that_needs_a_value) {
  int target = 1;
  EXPECT_FALSE(Patch<int>::null().apply_to(target));
  EXPECT_EQ(target, 1);
  EXPECT_TRUE(Patch<int>(2).apply_to(target));
  EXPECT_EQ(target, 2);
}

}  // namespace
}  // namespace zx
