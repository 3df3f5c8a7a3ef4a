#include "platform/base/pinyin.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace zx {
namespace {

TEST(pinyin, spells_names_without_tones) {
  EXPECT_EQ(pinyin("张三"), "zhang san");
  EXPECT_EQ(pinyin("张三　ＢＯＢ"), "zhang san bob");
  EXPECT_EQ(pinyin(""), "");
}

TEST(pinyin, writes_the_rounded_u_as_it_is_typed) {
  EXPECT_EQ(pinyin("吕布"), "lv bu");
  EXPECT_EQ(pinyin("Müller"), "muller");
}

TEST(pinyin, initials_are_one_letter_a_syllable) {
  EXPECT_EQ(pinyin_initials("张三"), "zs");
  EXPECT_EQ(pinyin_initials("欧阳修 Bob"), "oyxb");
}

TEST(pinyin, sort_keys_order_names_by_their_sound) {
  std::vector<std::string> names{"赵六", "Bob", "张三", "李四", "阿明", "王五", "欧阳", "陈七"};
  std::ranges::sort(names, {}, [](auto const& name) { return sort_key(name); });
  EXPECT_EQ(names, (std::vector<std::string>{"阿明", "陈七", "李四", "欧阳", "王五", "张三", "赵六", "Bob"}));
}

TEST(pinyin, sort_keys_are_plain_hex) {
  auto const key = sort_key("张三");
  EXPECT_FALSE(key.empty());
  EXPECT_EQ(key.find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_NE(key, sort_key("张四"));
}

}  // namespace
}  // namespace zx
