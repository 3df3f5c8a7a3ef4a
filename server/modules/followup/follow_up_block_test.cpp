#include "modules/followup/follow_up_block.hpp"

#include "modules/followup/followup_fixture.hpp"

namespace zx::followup {
namespace {

struct FollowUpBlock : FollowUpWorld {
  Result<FollowUpBlockView> keep(std::optional<TimeOfDay> from, std::optional<TimeOfDay> to) {
    return world().try_write_as(actor(li), [&](Context& ctx) { return change_follow_up_block(ctx, {from, to}); });
  }
  FollowUpBlockView look(EmployeeId who) {
    return world().read_as(actor(who), [&](ReadContext const& ctx) { return follow_up_block(ctx); });
  }
  static TimeOfDay time(std::string_view text) { return *TimeOfDay::parse(text); }
};
ON_EACH_ENGINE(FollowUpBlock);

TEST_P(FollowUpBlock, is_ones_own_and_says_when_it_is_next) {
  EXPECT_FALSE(look(li).from);
  ASSERT_TRUE(keep(time("16:00"), time("16:30")));
  auto view = look(li);
  EXPECT_EQ(view.begins_at, *Instant::parse("2026-11-20T16:00:00+08:00"));
  EXPECT_FALSE(view.is_now);
  world().clock.set(*Instant::parse("2026-11-20T16:29:59+08:00"));
  EXPECT_TRUE(look(li).is_now);
  world().clock.set(*Instant::parse("2026-11-20T16:30:00+08:00"));
  EXPECT_EQ(look(li).begins_at, *Instant::parse("2026-11-23T16:00:00+08:00")) << "there is no block at the weekend";
  EXPECT_FALSE(look(wang).from);
  auto const ahead = world().read([&](ReadContext const& ctx) { return follow_up_blocks_of(ctx, li, 7); });
  EXPECT_EQ(ahead.size(), 4u);
}

TEST_P(FollowUpBlock, is_changed_and_given_up) {
  ASSERT_TRUE(keep(time("16:00"), time("16:30")));
  ASSERT_TRUE(keep(time("09:00"), time("10:00")));
  EXPECT_EQ(look(li).to, time("10:00"));
  ASSERT_TRUE(keep({}, {}));
  EXPECT_FALSE(look(li).from);
}

TEST_P(FollowUpBlock, has_two_ends_in_order_and_a_sensible_length) {
  auto const refused = [&](std::optional<TimeOfDay> from, std::optional<TimeOfDay> to) { return keep(from, to).refusal().fields.front().code; };
  EXPECT_EQ(refused(time("09:00"), {}), "followup.block_incomplete");
  EXPECT_EQ(refused(time("10:00"), time("09:00")), "followup.time_backward");
  EXPECT_EQ(refused(time("09:00"), time("09:14")), "followup.block_length");
  EXPECT_EQ(refused(time("09:00"), time("13:01")), "followup.block_length");
}

}  // namespace
}  // namespace zx::followup
