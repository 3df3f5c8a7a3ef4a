#include "modules/customer/rules.hpp"

#include <gtest/gtest.h>

namespace zx::customer::rules {
namespace {

double alike(std::string_view one, std::string_view other) { return similarity(name_key(one), name_key(other)); }

TEST(Likeness, blanks_signs_width_and_case_do_not_tell_names_apart) {
  EXPECT_EQ(name_key("华光 大厦（业委会）"), name_key("华光大厦业委会"));
  EXPECT_EQ(name_key("ＡＢＣ商贸"), name_key("abc 商贸"));
  EXPECT_EQ(name_key("Star-Bucks"), name_key("starbucks"));
}

TEST(Likeness, a_legal_form_does_not_make_two_names_alike_nor_different) {
  EXPECT_EQ(name_key("海纳商贸有限公司"), name_key("海纳商贸"));
  EXPECT_EQ(name_key("海纳商贸股份有限公司"), name_key("海纳商贸有限责任公司"));
  EXPECT_EQ(name_key("Ocean Trade Co., Ltd."), name_key("Ocean Trade"));
  EXPECT_LT(alike("北京甲科技股份有限公司", "北京乙科技股份有限公司"), alike_from);
}

TEST(Likeness, a_name_that_is_nothing_but_its_legal_form_stays) {
  EXPECT_EQ(name_key("公司"), "公司");
  EXPECT_EQ(name_key("***"), "***");
}

TEST(Likeness, one_slip_in_a_long_name_is_alike_and_another_short_name_is_not) {
  EXPECT_GE(alike("上海浦东海纳国际商业贸易中心", "上海浦东海纳国际商业贸易中心店"), alike_from);
  EXPECT_GE(alike("海纳国际商业贸易中心", "海钠国际商业贸易中心"), 0.75);
  EXPECT_LT(alike("海纳商贸", "海洋商贸"), alike_from);
  EXPECT_EQ(alike("海纳", "海纳"), 1);
}

TEST(Likeness, dice_counts_pairs_as_often_as_they_occur) {
  EXPECT_DOUBLE_EQ(similarity("aaaa", "aa"), 0.5);  // 3 pairs and 1, one in common
  EXPECT_DOUBLE_EQ(similarity("abcd", "bcde"), 2.0 * 2 / 6);
}

TEST(Likeness, only_names_of_about_the_same_length_can_be_alike) {
  for (std::int64_t pairs = 1; pairs < 40; ++pairs) {
    auto const range = pairs_alike_to(pairs);
    for (std::int64_t other = 1; other < 80; ++other) {
      bool const possible = 2.0 * static_cast<double>(std::min(pairs, other)) / static_cast<double>(pairs + other) >= alike_from - 1e-9;
      EXPECT_EQ(other >= range.least && other <= range.most, possible) << pairs << " and " << other;
    }
  }
}

TEST(Phones, are_compared_by_their_digits) {
  EXPECT_EQ(phone_key("138-0013 8000"), "13800138000");
  EXPECT_EQ(phone_key("+86 13800138000"), "13800138000");
  EXPECT_EQ(phone_key("0086-13800138000"), "13800138000");
  EXPECT_EQ(phone_key("110"), std::nullopt) << "too short to tell anybody apart";
}

TEST(Phones, are_masked_in_the_history) {
  EXPECT_EQ(masked_phone("13800138000"), "138****8000");
  EXPECT_EQ(masked_phone("62345678"), "****5678");
  EXPECT_EQ(masked_phone("110"), "****");
  EXPECT_EQ(masked_phone(std::nullopt), "");
  EXPECT_EQ(masked_email("li.ming@example.com"), "l…@example.com");
}

TEST(Numbers, have_six_digits_and_more_when_there_are_more) {
  EXPECT_EQ(number_text(123), "C-000123");
  EXPECT_EQ(number_text(12345678), "C-12345678");
}

}  // namespace
}  // namespace zx::customer::rules
