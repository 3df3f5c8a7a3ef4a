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

TEST(TargetRules, an_attainment_that_is_too_large_to_say_is_the_largest_that_is_shown) {
  auto const least = Decimal::from_millionths(10'000), most = Decimal::of(1'000'000'000);
  EXPECT_EQ(attainment(MeasureDirection::higher, least, most), Decimal::of(1'000'000'000));
  EXPECT_EQ(attainment(MeasureDirection::lower, least, most), Decimal{});
  EXPECT_EQ(attainment(MeasureDirection::higher, least, -most), Decimal::of(-1'000'000'000));
}

TEST(TargetRules, a_tier_is_reached_when_all_below_it_are) {
  auto const reached = [](MeasureDirection direction, Amounts amounts, std::int64_t actual) {
    amounts.actual = Decimal::of(actual);
    auto const view = tiers(direction, amounts);
    return view ? std::string(enum_text(view->reached)) : "nothing";
  };
  Amounts const sales{.plan = Decimal::of(100), .actual = {}, .base = Decimal::of(80), .committed = Decimal::of(90), .stretch = Decimal::of(120)};
  EXPECT_EQ(reached(MeasureDirection::higher, sales, 79), "below");
  EXPECT_EQ(reached(MeasureDirection::higher, sales, 80), "base");
  EXPECT_EQ(reached(MeasureDirection::higher, sales, 99), "committed");
  EXPECT_EQ(reached(MeasureDirection::higher, sales, 100), "target");
  EXPECT_EQ(reached(MeasureDirection::higher, sales, 120), "stretch");
  Amounts const churn{.plan = Decimal::of(10), .actual = {}, .base = Decimal::of(20), .committed = {}, .stretch = Decimal::of(5)};
  EXPECT_EQ(reached(MeasureDirection::lower, churn, 21), "below");
  EXPECT_EQ(reached(MeasureDirection::lower, churn, 15), "base");
  EXPECT_EQ(reached(MeasureDirection::lower, churn, 5), "stretch");
  Amounts const partly{.plan = Decimal::of(500), .actual = {}, .base = {}, .committed = {}, .stretch = Decimal::of(120)};
  EXPECT_EQ(reached(MeasureDirection::higher, partly, 300), "below");
  EXPECT_EQ(reached(MeasureDirection::higher, {.plan = Decimal::of(1), .actual = {}, .base = {}, .committed = {}, .stretch = {}}, 1), "nothing");
  EXPECT_FALSE(tiers(MeasureDirection::higher, sales));
}

TEST(TargetRules, every_tier_has_its_own_attainment) {
  auto const view = tiers(MeasureDirection::higher,
                          {.plan = Decimal::of(100), .actual = Decimal::of(90), .base = Decimal::of(60), .committed = {}, .stretch = Decimal::of(120)});
  EXPECT_EQ(text(view->base), "150");
  EXPECT_EQ(text(view->committed), "nothing");
  EXPECT_EQ(text(view->stretch), "75");
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
