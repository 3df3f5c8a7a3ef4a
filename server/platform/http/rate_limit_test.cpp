#include "platform/http/rate_limit.hpp"

#include <gtest/gtest.h>

namespace zx::http {
namespace {

using namespace std::chrono_literals;

constexpr Allowance three_then_sixty_an_hour{.burst = 3, .per_hour = 60};

struct Limiting : testing::Test {
  RateLimit limit;
  Instant now = *Instant::parse("2026-11-20T08:00:00Z");

  bool may(std::string_view who) { return limit.take(who, three_then_sixty_an_hour, now).ok(); }
};

TEST_F(Limiting, a_burst_is_allowed_and_then_one_a_minute) {
  EXPECT_TRUE(may("a") && may("a") && may("a"));
  auto const refused = limit.take("a", three_then_sixty_an_hour, now);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().kind, RefusalKind::too_many_requests);
  EXPECT_EQ(refused.refusal().arguments.at("retry_after"), "60");
  now = now + 59s;
  EXPECT_FALSE(may("a"));
  now = now + 1s;
  EXPECT_TRUE(may("a"));
  EXPECT_FALSE(may("a"));
}

TEST_F(Limiting, one_who_asks_too_often_holds_up_nobody_else) {
  for (int i = 0; i < 10; ++i) limit.take("a", three_then_sixty_an_hour, now).ok();
  EXPECT_TRUE(may("b"));
}

TEST_F(Limiting, a_clock_set_back_gives_nothing_back) {
  EXPECT_TRUE(may("a") && may("a") && may("a"));
  now = now - 1h;
  EXPECT_FALSE(may("a"));
}

TEST_F(Limiting, many_askers_are_forgotten_oldest_first) {
  EXPECT_TRUE(may("old") && may("old") && may("old"));
  for (std::size_t i = 0; i < RateLimit::most_remembered; ++i) {
    now = now + 1ms;
    may("asker " + std::to_string(i));
  }
  EXPECT_TRUE(may("old"));
}

TEST(Askers, of_an_ipv6_network_are_one) {
  EXPECT_EQ(asker_at("2001:db8:1:2:3:4:5:6"), asker_at("2001:db8:1:2::1"));
  EXPECT_NE(asker_at("2001:db8:1:2::1"), asker_at("2001:db8:1:3::1"));
  EXPECT_EQ(asker_at("192.0.2.1"), "192.0.2.1");
  EXPECT_NE(asker_at("::ffff:192.0.2.1"), asker_at("::ffff:192.0.2.2"));
}

}  // namespace
}  // namespace zx::http
