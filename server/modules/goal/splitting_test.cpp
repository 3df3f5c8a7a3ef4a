#include "modules/goal/splitting.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <sstream>

#include "platform/base/json.hpp"

namespace zx::goal::rules {
namespace {

std::vector<Share> open_shares(std::vector<std::int64_t> const& weights) {
  std::vector<Share> shares;
  for (auto weight : weights) shares.push_back({weight, {}});
  return shares;
}
std::string parts(Result<std::vector<Decimal>> const& split) {
  if (!split) return split.refusal().fields.empty() ? split.refusal().code : split.refusal().fields.front().code;
  std::string all;
  for (auto const& part : *split) all += (all.empty() ? "" : " ") + part.text();
  return all;
}
Decimal number(std::string_view text) { return *Decimal::parse(text); }

struct SplitByWeights {
  std::vector<std::int64_t> weights;
  std::vector<std::int64_t> parts;
};
BOOST_DESCRIBE_STRUCT(SplitByWeights, (), (weights, parts))
struct Golden {
  std::string about;
  std::vector<std::string> periods;
  std::map<std::string, std::vector<std::int64_t>> rows;
  std::map<std::string, std::int64_t> row_totals;
  std::vector<std::int64_t> column_totals;
  std::vector<std::int64_t> cumulative;
  std::int64_t grand_total = 0;
  SplitByWeights split_1000_by_weights;
  SplitByWeights split_100_by_weights;
};
BOOST_DESCRIBE_STRUCT(Golden, (), (about, periods, rows, row_totals, column_totals, cumulative, grand_total, split_1000_by_weights, split_100_by_weights))

TEST(Splitting, reproduces_the_golden_parts) {
  std::stringstream text;
  text << std::ifstream(ZHIXING_SOURCE_DIR "/tests/golden/decomposition_a.json").rdbuf();
  auto const golden = from_json<Golden>(text.str()).value();
  auto const expected = [](SplitByWeights const& split) {
    std::string all;
    for (auto part : split.parts) all += (all.empty() ? "" : " ") + std::to_string(part);
    return all;
  };
  EXPECT_EQ(parts(split(Decimal::of(1000), open_shares(golden.split_1000_by_weights.weights), 0)), expected(golden.split_1000_by_weights));
  EXPECT_EQ(parts(split(Decimal::of(100), open_shares(golden.split_100_by_weights.weights), 0)), expected(golden.split_100_by_weights));
}

TEST(Splitting, is_exact_in_the_measures_smallest_unit) {
  EXPECT_EQ(parts(split(Decimal::of(10), open_shares({1, 1, 1}), 2)), "3.34 3.33 3.33");
  EXPECT_EQ(parts(split(number("0.05"), open_shares({1, 1, 1}), 2)), "0.02 0.02 0.01");
  EXPECT_EQ(parts(split(number("10.5"), open_shares({1, 1}), 0)), "target.too_precise");
}

TEST(Splitting, leaves_locked_parts_alone) {
  EXPECT_EQ(parts(split(Decimal::of(100), {{1, Decimal::of(40)}, {1, {}}, {2, {}}}, 0)), "40 20 40");
  EXPECT_EQ(parts(split(Decimal::of(100), {{1, Decimal::of(140)}, {1, {}}}, 0)), "target.locked_exceed_total");
  EXPECT_EQ(parts(split(Decimal::of(100), {{1, Decimal::of(60)}}, 0)), "target.nothing_to_split");
  EXPECT_EQ(parts(split(Decimal::of(60), {{1, Decimal::of(60)}}, 0)), "60");
  EXPECT_EQ(parts(split(Decimal::of(100), open_shares({0, 0}), 0)), "target.nothing_to_split");
}

TEST(Splitting, parts_always_come_to_the_whole_and_locked_ones_stay) {
  std::mt19937 random(20060512);
  auto const upto = [&](std::int64_t most) { return static_cast<std::int64_t>(random() % static_cast<unsigned long>(most + 1)); };
  for (int round = 0; round < 3000; ++round) {
    int const decimals = static_cast<int>(upto(4));
    std::vector<Share> shares;
    Decimal locked;
    for (std::int64_t i = 0, count = 1 + upto(40); i < count; ++i) {
      shares.push_back({upto(1'000'000), {}});
      if (upto(4) > 0) continue;
      shares.back().locked = from_units(upto(1000), decimals);
      locked += *shares.back().locked;
    }
    shares.push_back({1 + upto(9), {}});
    auto const total = locked + from_units(upto(100'000'000), decimals);
    auto const first = split(total, shares, decimals).value();
    Decimal sum;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      sum += first[i];
      if (shares[i].locked) EXPECT_EQ(first[i], *shares[i].locked);
      else EXPECT_GE(first[i], Decimal{});
    }
    ASSERT_EQ(sum, total);
    ASSERT_EQ(split(total, shares, decimals).value(), first);  // the same every time
  }
}

TEST(Splitting, grows_by_a_percentage) {
  EXPECT_EQ(grown(Decimal::of(1000), Decimal::of(10), 0).text(), "1100");
  EXPECT_EQ(grown(Decimal::of(333), number("12.5"), 0).text(), "375");
  EXPECT_EQ(grown(Decimal::of(333), number("-12.5"), 2).text(), "291.38");
}

}  // namespace
}  // namespace zx::goal::rules
