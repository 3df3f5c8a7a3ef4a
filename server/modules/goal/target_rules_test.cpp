#include "modules/goal/target_rules.hpp"

#include <gtest/gtest.h>

namespace zx::goal::rules {
namespace {

std::optional<Decimal> number(char const* text) { return text ? Decimal::parse(text) : std::nullopt; }
std::string text(std::optional<Decimal> const& value) { return value ? value->text() : "nothing"; }
std::string reached(MeasureDirection direction, char const* plan, char const* actual) { return text(attainment(direction, number(plan), number(actual))); }

Piece piece(std::string_view period, char const* value) { return {*span_from(period, 2026), number(value)}; }

TEST(TargetRules, attainment_of_higher_is_better_is_actual_over_plan) {
  EXPECT_EQ(reached(MeasureDirection::higher, "100", "95.5"), "95.5");
  EXPECT_EQ(reached(MeasureDirection::higher, "300", "400"), "133.33");
  EXPECT_EQ(reached(MeasureDirection::higher, "0", "400"), "nothing");
  EXPECT_EQ(reached(MeasureDirection::higher, "100", nullptr), "nothing");
}

TEST(TargetRules, attainment_of_lower_is_better_is_two_minus_that_and_never_below_zero) {
  EXPECT_EQ(reached(MeasureDirection::lower, "10", "8"), "120");
  EXPECT_EQ(reached(MeasureDirection::lower, "10", "10"), "100");
  EXPECT_EQ(reached(MeasureDirection::lower, "10", "15"), "50");
  EXPECT_EQ(reached(MeasureDirection::lower, "10", "25"), "0");
  EXPECT_EQ(reached(MeasureDirection::lower, "0", "0"), "100");
  EXPECT_EQ(reached(MeasureDirection::lower, "0", "1"), "0");
}

TEST(TargetRules, periods_are_added_up_or_the_last_counts) {
  std::vector<Piece> const pieces{piece("02", "20"), piece("01", "10"), piece("03", nullptr)};
  EXPECT_EQ(text(fold(OverTime::sum, pieces)), "30");
  EXPECT_EQ(text(fold(OverTime::last, pieces)), "20");
  EXPECT_EQ(text(fold(OverTime::sum, {piece("01", nullptr)})), "nothing");
}

TEST(TargetRules, parts_of_one_period_are_added_up_before) {
  EXPECT_EQ(text(fold(OverTime::last, {piece("01", "50"), piece("02", "20"), piece("02", "5")})), "25");
}

TEST(TargetRules, an_average_weighs_periods_by_their_months) {
  EXPECT_EQ(text(fold(OverTime::average, {piece("01", "100"), piece("07-12", "30")})), "40");
  EXPECT_EQ(text(fold(OverTime::average, {piece("01", "1"), piece("02", "2"), piece("03", "2")})), "1.666667");
}

}  // namespace
}  // namespace zx::goal::rules
