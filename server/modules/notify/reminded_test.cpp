// Who was reminded of a thing is seen by whoever sees the thing.

#include "modules/notify/notify_fixture.hpp"

namespace zx::notify {
namespace {

struct Reminded : NotifyWorld {
  work::WorkItemView thing;

  void SetUp() override {
    NotifyWorld::SetUp();
    if (!IsSkipped()) thing = item(li);
  }
  void remind(std::string const& occurrence, bool escalation, std::vector<followup::Recipient> recipients) {
    react(followup::ReminderDue{.commitment = followup::CommitmentId{thing.id.uuid},
                                .subject_type = "work_item",
                                .number = thing.number,
                                .title = thing.title,
                                .topic = followup::Topic::follow_up,
                                .escalation = escalation,
                                .basis = thing.standing.next_follow_up_at.value_or(world().clock.now()),
                                .occurrence = occurrence,
                                .recipients = std::move(recipients)});
  }
  Result<http::Page<RemindedView>> seen_by(Actor const& who, RemindedQuery const& query = {}) {
    return world().read_as(who, [&](ReadContext const& ctx) { return reminded_of(ctx, thing.id.uuid, query); });
  }
};
ON_EACH_ENGINE(Reminded);

TEST_P(Reminded, each_rung_is_told_with_whom_it_reached_and_how) {
  mail_account();
  world().write_as(li, [&](Context& ctx) { return choose(ctx, 1, {.channels = {{Kind::reminder, Channel::email, true}}}); });
  remind("a/0", false, {{li.employee, followup::Standpoint::owner, {}}});
  deliver();
  world().clock.advance(std::chrono::hours(2));
  auto const all = seen_by(li).value().items;
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].recipient, "李明");
  EXPECT_EQ(all[0].as, "owner");
  EXPECT_EQ(all[0].event, "reminder.follow_up");
  ASSERT_EQ(all[0].channels.size(), 1u);
  EXPECT_EQ(all[0].channels[0].channel, Channel::email);
  EXPECT_EQ(all[0].channels[0].state, DeliveryState::delivered);
}

TEST_P(Reminded, the_newest_comes_first_and_the_limit_counts_people_not_messages) {
  for (int i = 0; i < 3; ++i) {
    remind("a/" + std::to_string(i), false, {{li.employee, followup::Standpoint::owner, {}}});
    world().clock.advance(std::chrono::minutes(1));
  }
  auto const two = seen_by(li, {.limit = 2}).value().items;
  ASSERT_EQ(two.size(), 2u);
  EXPECT_GT(two[0].at, two[1].at);
  EXPECT_EQ(seen_by(li).value().items.size(), 3u);
}

TEST_P(Reminded, whoever_does_not_see_the_thing_sees_none_of_it) {
  remind("a/0", false, {{li.employee, followup::Standpoint::owner, {}}});
  auto const stranger = seen_by(wang);
  ASSERT_FALSE(stranger);
  EXPECT_EQ(stranger.refusal().kind, RefusalKind::not_found);
}

}  // namespace
}  // namespace zx::notify
