// Whom a change concerns hears of it.

#include "modules/notify/notify_fixture.hpp"

namespace zx::notify {
namespace {

struct Concerned : NotifyWorld {
  std::string told(Actor const& who, std::string occasion, EmployeeId by, work::WorkItemView const& thing) {
    world().clock.advance(std::chrono::seconds(1));  // the newest stands first
    react(work::AttentionAsked{.occasion = std::move(occasion),
                               .occurrence = Uuid::v7().text(),
                               .work_item = thing.id,
                               .number = thing.number,
                               .title = thing.title,
                               .by = by,
                               .to = who.employee,
                               .note = "2026-11-24 18:00"});
    auto const mine = inbox(who);
    return mine.empty() ? "" : mine[0].heading + " " + mine[0].reason;
  }
};
ON_EACH_ENGINE(Concerned);

TEST_P(Concerned, every_such_change_has_words_of_its_own) {
  auto const thing = item(li);
  EXPECT_EQ(told(li, "became_owner", wang.employee, thing), "这件事由您负责了：PVC排水管修复（" + thing.number + "） 您收到它，因为您是负责人。");
  EXPECT_EQ(told(li, "due_moved", wang.employee, thing), "完成时间有变：PVC排水管修复（" + thing.number + "） 您收到它，因为这件事与您有关。");
  EXPECT_EQ(told(li, "held", wang.employee, thing).substr(0, 12), "暂停处理");
  EXPECT_EQ(told(li, "reopened", wang.employee, thing).substr(0, 12), "重新打开");
  EXPECT_NE(told(li, "joined", wang.employee, thing).find("参与人"), std::string::npos);
}

TEST_P(Concerned, the_former_owner_is_told_without_a_way_to_what_they_do_not_see_any_more) {
  auto const thing = item(li);
  EXPECT_NE(told(wang, "no_longer_owner", li.employee, thing).find("换了负责人"), std::string::npos);
  EXPECT_FALSE(inbox(wang)[0].subject_id);
}

TEST_P(Concerned, changes_can_be_chosen_apart_from_what_waits_for_me) {
  mail_account();
  world().write_as(li, [](Context& ctx) { return choose(ctx, 1, {.channels = {{Kind::change, Channel::email, true}}}); });
  auto const thing = item(li);
  told(li, "held", wang.employee, thing);
  told(li, "became_owner", wang.employee, thing);
  EXPECT_EQ(log().size(), 1u);
}

TEST_P(Concerned, whoever_is_asked_for_help_hears_of_it_and_sees_the_item) {
  auto const thing = item(li);
  auto const touch = world().write_as(li, [&](Context& ctx) {
    return followup::record(ctx, followup::CommitmentId{thing.id.uuid},
                            {.finding = "缺一台水泵", .asked_employee_id = wang.employee, .next_follow_up_at = world().clock.now() + std::chrono::hours(24)});
  });
  react(followup::AttentionAsked{.occasion = "help_asked",
                                 .occurrence = touch.id.text(),
                                 .commitment = followup::CommitmentId{thing.id.uuid},
                                 .subject_type = "work_item",
                                 .number = thing.number,
                                 .title = thing.title,
                                 .by = li.employee,
                                 .to = wang.employee,
                                 .note = touch.finding});
  ASSERT_EQ(inbox(wang).size(), 1u);
  EXPECT_EQ(inbox(wang)[0].heading, "李明 请您帮忙：PVC排水管修复（" + thing.number + "）");
  EXPECT_TRUE(world().read_as(wang, [&](ReadContext const& ctx) { return work::show(ctx, thing.id).ok(); }));
}

TEST_P(Concerned, a_wording_is_tried_by_its_own_channel) {
  add({.channel = Channel::sms, .name = "短信", .settings = {{"provider", "aliyun"}}, .secrets = {}});
  auto const trial = try_template(world().services, li, {.event = "reminder.due", .channel = Channel::sms, .language = "zh"});
  ASSERT_TRUE(trial) << trial.refusal().code;
  EXPECT_EQ(trial->to, "13800138000");
  EXPECT_EQ(sent().at(0).message.channel, Channel::sms);
  auto const none = try_template(world().services, li, {.event = "reminder.due", .channel = Channel::wecom, .language = "zh"});
  EXPECT_EQ(none.refusal().code, "notify.no_account_of");
}

}  // namespace
}  // namespace zx::notify
