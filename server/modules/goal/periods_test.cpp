#include "modules/goal/periods.hpp"

#include <gtest/gtest.h>

namespace zx::goal {
namespace {

std::string texts(Result<std::vector<Span>> const& spans) {
  if (!spans) return spans.refusal().fields.front().path + " " + spans.refusal().fields.front().code;
  std::string all;
  for (auto const& span : *spans) all += span.text() + " ";
  return all;
}
std::string columns(std::vector<std::string> const& written, Span whole = Span::of_year(2026)) { return texts(spans_from(written, whole, "periods")); }

TEST(Periods, are_understood_as_people_write_them) {
  for (auto const* text : {"07-12", "7-12", "7–12月", "7月～12月", "７－１２", "H2", "下半年", "7至12月"})
    EXPECT_EQ(span_from(text, 2026)->text(), "07-12") << text;
  for (auto const* text : {"03", "3", "3月", "3月份", "2026-03", " 03 "}) EXPECT_EQ(span_from(text, 2026)->text(), "03") << text;
  for (auto const* text : {"Q3", "q3", "3季度", "三季度", "第三季度"}) EXPECT_EQ(span_from(text, 2026)->text(), "07-09") << text;
  for (auto const* text : {"year", "全年", "1-12月"}) EXPECT_EQ(span_from(text, 2026), Span::of_year(2026)) << text;
  for (auto const* text : {"", "13", "0", "5-3", "2025-03", "Q5", "某月", "1-2-3", "-"}) EXPECT_FALSE(span_from(text, 2026)) << text;
}

TEST(Periods, may_be_uneven) {
  EXPECT_EQ(columns({"01", "02", "03", "04", "05", "06", "07-12"}), "01 02 03 04 05 06 07-12 ");
  EXPECT_EQ(columns({"1月", "2月", "3月", "Q2", "7-9月", "10-12月"}), "01 02 03 04-06 07-09 10-12 ");
  EXPECT_EQ(columns({}, {2026 * 12, 2026 * 12 + 2}), "01 02 03 ");
}

TEST(Periods, leave_no_hole_and_do_not_overlap) {
  EXPECT_EQ(columns({"01-06", "08-12"}), "periods.1 target.periods_have_hole");
  EXPECT_EQ(columns({"01-06", "07-11"}), "periods.1 target.periods_have_hole");
  EXPECT_EQ(columns({"02-12"}), "periods.0 target.periods_have_hole");
  EXPECT_EQ(columns({"01-07", "07-12"}), "periods.1 target.periods_overlap");
  EXPECT_EQ(columns({"07-12", "01-06"}), "periods.0 target.periods_have_hole");
  EXPECT_EQ(columns({"04"}, *span_from("Q1", 2026)), "periods.0 target.period_outside");
  EXPECT_EQ(columns({"x"}), "periods.0 target.period_unknown");
}

TEST(Periods, know_their_months) {
  auto const second_half = *span_from("07-12", 2026);
  EXPECT_EQ(second_half.months(), 6);
  EXPECT_EQ(second_half.first_month(), "2026-07");
  EXPECT_EQ(second_half.last_month(), "2026-12");
  EXPECT_TRUE(second_half.contains(*span_from("Q3", 2026)));
  EXPECT_FALSE(span_from("Q3", 2026)->contains(second_half));
  EXPECT_EQ(second_half.moved(-12), *span_from("07-12", 2025));
}

}  // namespace
}  // namespace zx::goal
