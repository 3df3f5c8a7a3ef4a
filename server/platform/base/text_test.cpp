#include "platform/base/text.hpp"

#include <gtest/gtest.h>

namespace zx {
namespace {

TEST(text, trims_full_width_spaces_too) {
  EXPECT_EQ(text::trim("\xef\xbb\xbf　 \t张 三　\n"), "张 三");
  EXPECT_EQ(text::trim("　 　"), "");
  EXPECT_EQ(text::trim("。"), "。");  // shares bytes with U+3000
}

TEST(text, folds_width_case_and_composition) {
  EXPECT_EQ(text::fold("ＡＢＣ１２ｘ"), "abc12x");
  EXPECT_EQ(text::fold("E\u0301"), "\u00e9");
  EXPECT_EQ(text::fold("（张三）"), "(张三)");
}

TEST(text, knows_broken_utf8) {
  EXPECT_TRUE(text::is_valid_utf8("a张𠮷"));
  for (auto broken : {"\xff", "\xe5\xbc", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80"}) EXPECT_FALSE(text::is_valid_utf8(broken));
}

TEST(text, counts_and_cuts_whole_characters) {
  EXPECT_EQ(text::length("a张𠮷"), 3u);
  EXPECT_EQ(text::cut("a张𠮷b", 2), "a张");
  EXPECT_EQ(text::cut("a张", 9), "a张");
  EXPECT_EQ(text::cut("张", 0), "");
}

TEST(text, splits_into_at_least_one_part) {
  EXPECT_EQ(text::split("a,,b", ','), (std::vector<std::string_view>{"a", "", "b"}));
  EXPECT_EQ(text::split("", ','), (std::vector<std::string_view>{""}));
}

}  // namespace
}  // namespace zx
