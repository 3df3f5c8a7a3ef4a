#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "modules/notify/channels/circuit_breaker.hpp"
#include "modules/notify/channels/rate_bucket.hpp"

namespace zx::notify::channels {
namespace {

using namespace std::chrono_literals;

constexpr Instant start{1'700'000'000'000};

/// When messages leave that all wait from the start.
std::vector<Instant> sendings(RateLimits const& limits, int count) {
  std::vector<Instant> times;
  RateState state;
  auto now = start;
  for (int i = 0; i < count; ++i) {
    now = earliest_sending(state, limits, now);
    state = after_sending(state, limits, now);
    times.push_back(now);
  }
  return times;
}

long most_in(std::vector<Instant> const& times, Milliseconds span) {
  long most = 0;
  for (auto begin : times) most = std::max(most, std::ranges::count_if(times, [&](Instant time) { return time >= begin && time <= begin + span; }));
  return most;
}

TEST(RateBucketTest, no_minute_and_no_second_sees_more_than_the_platforms_allow) {
  EXPECT_LE(most_in(sendings(wecom_limits, 100), 60s), 20);
  EXPECT_LE(most_in(sendings(dingtalk_limits, 100), 60s), 20);
  EXPECT_LE(most_in(sendings(feishu_limits, 400), 1s), 5);
  EXPECT_LE(most_in(sendings(feishu_limits, 400), 60s), 100);
}

TEST(RateBucketTest, the_limits_are_used_not_just_kept) {
  EXPECT_GE(most_in(sendings(wecom_limits, 100), 60s), 19);
  EXPECT_GE(most_in(sendings(feishu_limits, 400), 60s), 90);
}

TEST(RateBucketTest, after_a_rest_a_few_may_leave_at_once) {
  auto const times = sendings(wecom_limits, 6);
  EXPECT_EQ(times[4], start);
  EXPECT_EQ(times[5], start + 4s);
}

TEST(RateBucketTest, too_fast_is_followed_by_silence) {
  auto const state = after_too_fast({}, dingtalk_limits, start);
  EXPECT_EQ(earliest_sending(state, dingtalk_limits, start + 1s), start + 10min);
  EXPECT_EQ(earliest_sending(after_too_fast({}, wecom_limits, start, 5min), wecom_limits, start), start + 5min);
  EXPECT_EQ(earliest_sending(after_too_fast(state, wecom_limits, start, 1s), wecom_limits, start), start + 10min);
}

TEST(RushTest, whole_and_half_hours_are_avoided_and_nothing_else) {
  auto const nine = Instant::parse("2026-11-20T09:00:00Z").value();
  std::vector<std::int64_t> minutes;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    auto const moved = away_from_the_rush(nine + 20s, seed);
    EXPECT_GE(moved, nine + 1min);
    EXPECT_LT(moved, nine + 10min);
    minutes.push_back((moved - nine) / 1min);
  }
  for (std::int64_t minute = 1; minute <= 8; ++minute) EXPECT_GT(std::ranges::count(minutes, minute), 5) << minute;
  EXPECT_GE(away_from_the_rush(nine + 30min, 1), nine + 31min);
  EXPECT_EQ(away_from_the_rush(nine + 1min, 1), nine + 1min);
  EXPECT_EQ(away_from_the_rush(nine + 29min, 1), nine + 29min);
}

class BreakerTest : public ::testing::Test {
 protected:
  static BreakerState failed(BreakerState state, int times, Instant now) {
    for (int i = 0; i < times; ++i) state = after_failure(state, rules, now);
    return state;
  }
  static constexpr BreakerRules rules{};
};

TEST_F(BreakerTest, a_few_failures_close_nothing) {
  auto const state = failed({}, 4, start);
  EXPECT_EQ(passage(state, rules, start), Passage::open_road);
  EXPECT_EQ(passage(failed(after_success(), 4, start), rules, start), Passage::open_road);
}

TEST_F(BreakerTest, a_pause_is_followed_by_one_probe) {
  auto state = failed({}, 5, start);
  EXPECT_EQ(passage(state, rules, start + 29s), Passage::blocked);
  EXPECT_EQ(passage(state, rules, start + 30s), Passage::probe);
  state = after_probe_began(state, start + 30s, 10s);
  EXPECT_EQ(passage(state, rules, start + 31s), Passage::blocked);
  EXPECT_EQ(passage(state, rules, start + 40s), Passage::probe) << "a probe lost in a crash blocks no longer";
  EXPECT_EQ(passage(after_success(), rules, start + 40s), Passage::open_road);
}

TEST_F(BreakerTest, each_failed_probe_doubles_the_pause_up_to_the_longest) {
  auto state = failed({}, 5, start);
  auto now = start;
  for (auto const expected : {30s, 60s, 120s, 240s, 480s, 960s, 1800s, 1800s}) {
    EXPECT_EQ(state.paused_until - now, expected);
    now = state.paused_until;
    state = after_failure(state, rules, now);
  }
}

TEST_F(BreakerTest, requests_under_way_when_the_pause_begins_do_not_lengthen_it) {
  auto const state = failed({}, 50, start);
  EXPECT_EQ(state.paused_until, start + 30s);
}

}  // namespace
}  // namespace zx::notify::channels
