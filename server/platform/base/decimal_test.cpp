#include "platform/base/decimal.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>
#include <random>

namespace zx {
namespace {

Decimal d(std::string_view text) { return Decimal::parse(text).value(); }

using Parts = std::vector<std::int64_t>;
Parts shares(std::int64_t total, Parts const& weights) { return split(total, weights); }

TEST(decimal, reads_strictly_and_writes_shortest) {
  EXPECT_EQ(d("12.500000").text(), "12.5");
  EXPECT_EQ(d("-0.000001").text(), "-0.000001");
  EXPECT_EQ(d("100").text(), "100");
  EXPECT_EQ(d("-0").text(), "0");
  EXPECT_EQ(d("007.10").text(), "7.1");
  for (auto text : {"", "-", "+1", ".5", "5.", "1e3", " 1", "1 ", "1,5", "0.0000001", "--1", "1.2.3", "0x1", "9223372036855", "１"})
    EXPECT_FALSE(Decimal::parse(text)) << text;
}

TEST(decimal, the_limits_read_back) {
  for (auto limit : {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
    auto const decimal = Decimal::from_millionths(limit);
    EXPECT_EQ(Decimal::parse(decimal.text()), decimal) << decimal.text();
  }
  EXPECT_EQ(Decimal::from_millionths(std::numeric_limits<std::int64_t>::min()).text(), "-9223372036854.775808");
}

TEST(decimal, rounds_as_told) {
  struct Case {
    char const* value;
    char const *half_up, *half_even, *down, *up;
  };
  for (auto const& c : {Case{"2.5", "3", "2", "2", "3"}, Case{"3.5", "4", "4", "3", "4"}, Case{"-2.5", "-3", "-2", "-2", "-3"}, Case{"2.4", "2", "2", "2", "3"},
                        Case{"-2.6", "-3", "-3", "-2", "-3"}, Case{"2", "2", "2", "2", "2"}, Case{"-0.4", "0", "0", "0", "-1"}}) {
    EXPECT_EQ(d(c.value).rounded(0, Rounding::half_up).text(), c.half_up) << c.value;
    EXPECT_EQ(d(c.value).rounded(0, Rounding::half_even).text(), c.half_even) << c.value;
    EXPECT_EQ(d(c.value).rounded(0, Rounding::down).text(), c.down) << c.value;
    EXPECT_EQ(d(c.value).rounded(0, Rounding::up).text(), c.up) << c.value;
  }
  EXPECT_EQ(d("87.455").rounded(2, Rounding::half_up).text(), "87.46");
  EXPECT_EQ(d("87.455").rounded(2, Rounding::half_even).text(), "87.46");
  EXPECT_EQ(d("87.445").rounded(2, Rounding::half_even).text(), "87.44");
  EXPECT_EQ(d("87.5").whole(Rounding::half_up), 88);
  EXPECT_THROW((void)d("1").rounded(7, Rounding::down), std::invalid_argument);
}

TEST(decimal, multiplies_and_divides_with_one_rounding) {
  EXPECT_EQ(multiply(d("0.1"), d("0.2"), Rounding::half_up).text(), "0.02");
  EXPECT_EQ(multiply(d("0.000001"), d("0.5"), Rounding::half_up).text(), "0.000001");
  EXPECT_EQ(multiply(d("0.000001"), d("0.5"), Rounding::half_even).text(), "0");
  EXPECT_EQ(divide(d("1"), d("3"), Rounding::half_up).text(), "0.333333");
  EXPECT_EQ(divide(d("-2"), d("3"), Rounding::half_up).text(), "-0.666667");
  EXPECT_EQ(Decimal::ratio(2, 3, Rounding::down).text(), "0.666666");
  EXPECT_EQ(multiply_divide(d("1"), d("2"), d("3"), Rounding::half_up).text(), "0.666667");
  EXPECT_EQ((d("1.5") * 3).text(), "4.5");
}

TEST(decimal, the_weighted_mean_rounds_once) {
  std::vector<WeightedValue> const scores{{d("80"), d("1")}, {d("90"), d("1")}, {d("90"), d("1")}};
  EXPECT_EQ(weighted_mean(scores, Rounding::half_up)->text(), "86.666667");
  EXPECT_EQ(weighted_mean(std::vector<WeightedValue>{{d("80"), d("0")}}, Rounding::half_up), std::nullopt);
  EXPECT_EQ(weighted_mean({}, Rounding::half_up), std::nullopt);
}

TEST(decimal, what_does_not_fit_throws) {
  auto const highest = Decimal::from_millionths(std::numeric_limits<std::int64_t>::max());
  auto const lowest = Decimal::from_millionths(std::numeric_limits<std::int64_t>::min());
  EXPECT_THROW((void)(highest + d("0.000001")), std::overflow_error);
  EXPECT_THROW((void)(lowest - d("0.000001")), std::overflow_error);
  EXPECT_THROW((void)-lowest, std::overflow_error);
  EXPECT_THROW((void)(highest * 2), std::overflow_error);
  EXPECT_THROW(multiply(highest, d("1.1"), Rounding::down), std::overflow_error);
  EXPECT_THROW(divide(highest, d("0.9"), Rounding::down), std::overflow_error);
  EXPECT_THROW(divide(d("1"), d("0"), Rounding::down), std::domain_error);
  EXPECT_THROW((void)Decimal::of(std::numeric_limits<std::int64_t>::max()), std::overflow_error);
}

TEST(decimal, any_value_reads_back_and_division_stays_within_a_millionth) {
  std::mt19937_64 random(11);
  std::uniform_int_distribution<std::int64_t> any;
  std::uniform_int_distribution<std::int64_t> small(1, 1'000'000'000);
  for (int i = 0; i < 20'000; ++i) {
    auto const value = Decimal::from_millionths(any(random));
    ASSERT_EQ(Decimal::parse(value.text()), value) << value.text();
    auto const a = Decimal::from_millionths(small(random));
    auto const b = Decimal::from_millionths(small(random));
    auto const down = divide(a, b, Rounding::down);
    auto const up = divide(a, b, Rounding::up);
    ASSERT_LE(up.millionths() - down.millionths(), 1);
    ASSERT_LE(multiply(down, b, Rounding::down), a);
    ASSERT_GE(multiply(up, b, Rounding::up), a);
  }
}

TEST(money, is_written_in_yuan_with_two_digits) {
  EXPECT_EQ(Money{1234}.text(), "12.34");
  EXPECT_EQ(Money{-5}.text(), "-0.05");
  EXPECT_EQ(Money{0}.text(), "0.00");
  EXPECT_EQ(Money::parse("12"), Money{1200});
  EXPECT_EQ(Money::parse("12.3"), Money{1230});
  EXPECT_EQ(Money::parse("12.345"), std::nullopt);
  EXPECT_EQ(multiply(Money{1001}, d("0.5"), Rounding::half_up), Money{501});
  EXPECT_THROW((void)(Money{std::numeric_limits<std::int64_t>::max()} + Money{1}), std::overflow_error);
}

TEST(split, the_largest_remainder_takes_the_rest_and_ties_go_to_the_earlier) {
  EXPECT_EQ(shares(1000, {1, 1, 1}), (Parts{334, 333, 333}));
  EXPECT_EQ(shares(100, {5, 3, 2, 1}), (Parts{46, 27, 18, 9}));
  EXPECT_EQ(shares(-1000, {1, 1, 1}), (Parts{-334, -333, -333}));
  EXPECT_EQ(shares(10, {0, 1}), (Parts{0, 10}));
  EXPECT_EQ(split(Money{1000}, Parts{1, 1, 1}), (std::vector<Money>{{334}, {333}, {333}}));
}

TEST(split, needs_weights_that_share) {
  EXPECT_THROW(shares(10, {}), std::invalid_argument);
  EXPECT_THROW(shares(10, {0, 0}), std::invalid_argument);
  EXPECT_THROW(shares(10, {2, -1}), std::invalid_argument);
}

TEST(split, parts_sum_to_the_total_and_stay_within_one_of_their_exact_share) {
  std::mt19937_64 random(13);
  std::uniform_int_distribution<std::int64_t> totals(-1'000'000'000'000, 1'000'000'000'000), weights(0, 1'000'000);
  std::uniform_int_distribution<std::size_t> counts(1, 20);
  for (int i = 0; i < 5'000; ++i) {
    auto const total = totals(random);
    Parts weight(counts(random));
    for (auto& w : weight) w = weights(random);
    weight[0] += 1;
    auto const sum = std::accumulate(weight.begin(), weight.end(), std::int64_t{0});
    auto const parts = shares(total, weight);
    ASSERT_EQ(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}), total);
    for (std::size_t k = 0; k < parts.size(); ++k) {
      auto const off = static_cast<long double>(parts[k]) - static_cast<long double>(total) * weight[k] / sum;
      ASSERT_LT(off < 0 ? -off : off, 1.0L);
    }
  }
}

}  // namespace
}  // namespace zx
