#include "modules/work/giving_up.hpp"

#include "modules/work/work_fixture.hpp"

namespace zx::work {
namespace {

using std::chrono::hours;

struct GivingUpWork : WorkWorld {
  WorkItemView appointment(Actor const& owner) {
    return make_imported(owner, {.kind = "appointment", .title = "约见业主", .requester = Requester{.name = "王女士", .phone = "13900001111"}});
  }
  void touch(WorkItemId id, int times, followup::Direction direction = followup::Direction::outward) {
    followup::FollowUpForm form{.direction = direction, .finding = "没有人接", .despite_limit_reason = "约好再打"};
    for (int i = 0; i < times; ++i) {
      form.next_follow_up_at = in(hours(24));
      world().write_as(boss, [&](Context& ctx) { return followup::record(ctx, store::commitment_id(id), form); });
      world().clock.advance(hours(1));
    }
  }
  std::string giving_up(Actor const& who, WorkItemId id) {
    return refused(who, [&](Context& ctx) { return give_up(ctx, id, "业主已搬走"); });
  }
  std::string asking(WorkItemId id) {
    return refused(li, [&](Context& ctx) { return giving_up::ask(ctx, id, "业主已搬走"); });
  }
};
ON_EACH_ENGINE(GivingUpWork);

TEST_P(GivingUpWork, after_the_minimum_of_touches_the_owner_ends_it_alone) {
  auto const item = appointment(li);
  touch(item.id, 4);
  EXPECT_EQ(giving_up(li, item.id), "work.give_up_needs_consent");
  EXPECT_EQ(look(item.id).persistence.missing, 1);
  touch(item.id, 1);
  EXPECT_EQ(look(item.id).persistence.missing, 0);
  EXPECT_EQ(asking(item.id), "followup.give_up_not_needed");
  EXPECT_EQ(giving_up(wang, item.id), "work.not_found");
  EXPECT_EQ(giving_up(chen, item.id), "followup.only_owner_gives_up");
  EXPECT_EQ(giving_up(li, item.id), "");
  EXPECT_EQ(look(item.id).state, State::cancelled);
}

TEST_P(GivingUpWork, touches_to_the_handler_are_not_touches_to_the_other_side) {
  auto const item = appointment(li);
  touch(item.id, 6, followup::Direction::inward);
  EXPECT_TRUE(look(item.id).persistence.only_outward);
  EXPECT_EQ(look(item.id).persistence.missing, 5);
  EXPECT_EQ(giving_up(li, item.id), "work.give_up_needs_consent");
}

TEST_P(GivingUpWork, a_consent_that_was_not_used_is_still_there_after_the_minimum) {
  auto const item = appointment(boss);
  auto const asked = world().write_as(boss, [&](Context& ctx) { return giving_up::ask(ctx, item.id, "业主已搬走"); });
  ASSERT_EQ(asked.consented, true) << "nobody stands above";
  touch(item.id, 5);
  EXPECT_EQ(giving_up(boss, item.id), "");
}

TEST_P(GivingUpWork, a_kind_without_a_minimum_is_cancelled_by_the_supervisor) {
  auto const item = make();
  EXPECT_EQ(giving_up(li, item.id), "work.supervisor_cancels");
  EXPECT_EQ(asking(item.id), "work.supervisor_cancels");
  EXPECT_EQ(look(item.id).persistence.missing, 0);
}

}  // namespace
}  // namespace zx::work
