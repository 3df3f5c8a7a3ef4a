#include "platform/xlsx/cell_values.hpp"

#include <gtest/gtest.h>

#include "platform/xlsx/decimal_text.hpp"
#include "platform/xlsx/styles.hpp"

namespace zx::table {
namespace {

std::string date_text(std::string_view text) {
  auto const date = date_in(Cell::of_text(text));
  return date ? date->text() : "none";
}

TEST(CellValues, dates_are_understood_as_people_write_them) {
  for (auto const* text : {"2006.05.12", "2006.5.12", "2006-05-12", "2006/5/12", "2006年5月12日", "２００６．５．１２", "　2006-05-12 ", "20060512",
                           "2006-05-12 09:30", "2006-05-12T09:30:00Z"})
    EXPECT_EQ(date_text(text), "2006-05-12") << text;
  EXPECT_EQ(date_in(Cell::of_date({2006, 5, 12}, 60))->text(), "2006-05-12");
  EXPECT_EQ(date_in(Cell::of_number("20060512"))->text(), "2006-05-12");
}

TEST(CellValues, what_is_no_date_is_not_made_one) {
  for (auto const* text : {"", "2006-02-30", "2006.5", "06-5-12", "2006-5.12", "2006-05-12x", "12/5/2006", "2006-13-01", "明天", "200605123"})
    EXPECT_EQ(date_text(text), "none") << text;
  EXPECT_FALSE(date_in(Cell::of_number("38849")));
}

TEST(CellValues, numbers_are_understood_with_separators_currency_and_percent) {
  auto const value = [](std::string_view text) { return decimal_in(Cell::of_text(text)).value_or("none"); };
  EXPECT_EQ(value("1,234.50"), "1234.5");
  EXPECT_EQ(value("￥１００"), "100");
  EXPECT_EQ(value("15%"), "0.15");
  EXPECT_EQ(value("-3"), "-3");
  EXPECT_EQ(value("三"), "none");
  EXPECT_EQ(value(""), "none");
  EXPECT_EQ(value("1.2.3"), "none");
}

TEST(CellValues, yes_and_no_have_many_forms) {
  for (auto const* text : {"是", "✓", "1", "Yes", "TRUE", "√"}) EXPECT_EQ(boolean_in(Cell::of_text(text)), true) << text;
  for (auto const* text : {"否", "0", "no", "×", "Ｎ"}) EXPECT_EQ(boolean_in(Cell::of_text(text)), false) << text;
  EXPECT_EQ(boolean_in(Cell::of_text("也许")), std::nullopt);
}

TEST(DecimalText, exponents_and_noise_beyond_fifteen_digits_disappear) {
  EXPECT_EQ(plain_decimal("1.38E+10"), "13800000000");
  EXPECT_EQ(plain_decimal("1E-5"), "0.00001");
  EXPECT_EQ(plain_decimal("-0"), "0");
  EXPECT_EQ(plain_decimal("007.50"), "7.5");
  EXPECT_EQ(plain_decimal("0.29999999999999999"), "0.3");
  EXPECT_EQ(plain_decimal("99999999999999.996"), "100000000000000");
  EXPECT_EQ(plain_decimal("123456789012345678"), "123456789012345678");
  EXPECT_EQ(plain_decimal("1E999"), std::nullopt);
  EXPECT_EQ(plain_decimal("0x10"), std::nullopt);
  EXPECT_EQ(plain_decimal("-"), std::nullopt);
  EXPECT_EQ(shifted("0.155", 2), "15.5");
  EXPECT_EQ(shifted("15", -2), "0.15");
  EXPECT_EQ(significant_digits("0.0012300"), 3u);
  EXPECT_EQ(significant_digits("110101199001011234"), 18u);
}

TEST(NumberFormats, are_told_apart_by_what_they_show) {
  using xlsx::NumberStyle, xlsx::style_of_format;
  for (auto const* code : {"yyyy-mm-dd", "m/d/yy h:mm", "[$-804]yyyy\"年\"m\"月\"", "mmm", "d", "e.m.d"})
    EXPECT_EQ(style_of_format(code), NumberStyle::date) << code;
  for (auto const* code : {"h:mm", "mm:ss", "hh:mm:ss AM/PM"}) EXPECT_EQ(style_of_format(code), NumberStyle::time_of_day) << code;
  for (auto const* code : {"General", "0.00", "#,##0;[Red]-#,##0", "0.00\"d\"", "0\\d", "0.00E+00", "@", "_-* #,##0_-"})
    EXPECT_EQ(style_of_format(code), NumberStyle::plain) << code;
  EXPECT_EQ(style_of_format("[h]:mm"), NumberStyle::elapsed);
  EXPECT_EQ(style_of_format("0.0%"), NumberStyle::percent);
}

}  // namespace
}  // namespace zx::table
