// What is said fits whom it is said to, and when.

#include "modules/notify/http_senders.hpp"
#include "modules/notify/notify_fixture.hpp"

namespace zx::notify {
namespace {

using namespace std::chrono_literals;
using followup::Standpoint;
using followup::Topic;

struct Wording : NotifyWorld {
  followup::ReminderDue reminder(work::WorkItemView const& thing, Topic topic, Instant basis, std::string occurrence,
                                 std::vector<followup::Recipient> recipients, bool escalation = false) {
    return {.commitment = followup::CommitmentId{thing.id.uuid},
            .subject_type = "work_item",
            .number = thing.number,
            .title = thing.title,
            .topic = topic,
            .escalation = escalation,
            .basis = basis,
            .occurrence = std::move(occurrence),
            .recipients = std::move(recipients)};
  }
  NoticeView told(Actor const& who) { return inbox(who).at(0); }
  NoticeView told(Actor const& who, std::string occasion, work::WorkItemView const& thing, std::string note) {
    react(work::AttentionAsked{.occasion = std::move(occasion),
                               .occurrence = Uuid::v7().text(),
                               .work_item = thing.id,
                               .number = thing.number,
                               .title = thing.title,
                               .by = wang.employee,
                               .to = who.employee,
                               .note = std::move(note)});
    return told(who);
  }
  static std::string offered(work::WorkItemView const& thing) { return thing.pending_handoff->id.text(); }
};
ON_EACH_ENGINE(Wording);

TEST_P(Wording, due_soon_is_said_before_the_due_time_only) {
  auto const due = at("2026-11-20T16:00:00+08:00");
  auto const thing = item(li, {.due_at = due});
  go_to("2026-11-20T15:00:00+08:00");
  react(reminder(thing, Topic::due, due, "a/0", {{li.employee, Standpoint::owner, {}}}));
  EXPECT_EQ(told(li).heading, "快到期了：PVC排水管修复（" + thing.number + "）");
  go_to("2026-11-20T16:00:00+08:00");
  react(reminder(thing, Topic::due, due, "a/1", {{li.employee, Standpoint::owner, {}}}));
  EXPECT_EQ(told(li).heading, "到期了：PVC排水管修复（" + thing.number + "）");
}

TEST_P(Wording, the_giver_of_an_unanswered_handoff_is_not_asked_to_accept_it) {
  auto const thing = item(wang, {.handler_id = li.employee});
  auto const limit = thing.pending_handoff->answer_due_at;
  world().clock.set(limit);
  react(reminder(thing, Topic::handoff, limit, offered(thing) + "/0", {{li.employee, Standpoint::receiver, {}}, {wang.employee, Standpoint::handler, {}}}));
  EXPECT_EQ(told(li).heading, "等您接收：PVC排水管修复（" + thing.number + "）");
  EXPECT_EQ(told(li).text.find("前答复"), std::string::npos) << "the limit has come";
  EXPECT_EQ(told(wang).event, "reminder.handoff_unanswered");
  EXPECT_EQ(told(wang).heading, "移交还没有答复：PVC排水管修复（" + thing.number + "）");
  EXPECT_NE(told(wang).text.find("李明 应在"), std::string::npos) << told(wang).text;
}

TEST_P(Wording, of_a_handoff_the_superior_is_the_receivers) {
  auto const thing = item(wang, {.handler_id = li.employee});
  auto const limit = thing.pending_handoff->answer_due_at;
  react(reminder(thing, Topic::handoff, limit, offered(thing) + "/1", {{chen.employee, Standpoint::supervisor, {}}}, true));
  EXPECT_EQ(told(chen).reason, "您收到它，因为您是接收人的上级。");
  EXPECT_NE(told(chen).text.find("接收人：李明"), std::string::npos);
}

TEST_P(Wording, what_was_cancelled_is_not_called_done) {
  auto const thing = item(wang, {.participant_ids = {li.employee}});
  world().write([&](Context& ctx) { return work::cancel(ctx, thing.id, "不做了"); });
  react(work::WorkItemClosed{.work_item = thing.id, .state = "cancelled", .by = li.employee});
  EXPECT_EQ(told(wang).heading, "已取消：PVC排水管修复（" + thing.number + "）");
  EXPECT_EQ(told(wang).text, "李明 将它标为“已取消”，不必再跟进。");
}

TEST_P(Wording, the_answer_to_a_proposed_date_says_which_it_was) {
  auto const thing = item(li);
  auto const accepted = told(li, "date_accepted", thing, "2026-11-27 18:00");
  EXPECT_EQ(accepted.heading, "同意改期：PVC排水管修复（" + thing.number + "）");
  EXPECT_NE(accepted.text.find("新的时间：2026-11-27 18:00"), std::string::npos);
  EXPECT_EQ(accepted.reason, "您收到它，因为改期是您提出的。");
  world().clock.advance(1min);
  auto const declined = told(li, "date_declined", thing, "业主等不了");
  EXPECT_EQ(declined.heading, "没有同意改期：PVC排水管修复（" + thing.number + "）");
  EXPECT_NE(declined.text.find("原定时间不变"), std::string::npos);
}

TEST_P(Wording, a_wording_is_tried_as_receivers_get_it) {
  mail_account();
  add({.channel = Channel::sms, .name = "短信", .settings = {{"provider", "aliyun"}}, .secrets = {}});
  world().services.public_url = "https://zx.example.com";
  auto const trial = [&](std::string event, Channel channel) {
    EXPECT_TRUE(try_template(world().services, li, {.event = std::move(event), .channel = channel, .language = "zh"}));
    return sent().back().message;
  };
  auto const mail = trial("reminder.due", Channel::email);
  EXPECT_TRUE(mail.text.starts_with("李明，您好：")) << mail.text;
  EXPECT_NE(mail.text.find("因为您是负责人"), std::string::npos);
  EXPECT_NE(mail.html.find("打开查看"), std::string::npos);
  EXPECT_NE(mail.link, "");
  EXPECT_EQ(trial("reminder.due", Channel::in_app).text, mail.text) << "tried as a mail, it is one";
  auto const sms = trial("reminder.due", Channel::sms);
  EXPECT_EQ(sms.text, sms.subject + "\n" + sms.link);
  EXPECT_EQ(sms.html, "");
  auto const outside = trial("work.requester_mail", Channel::email);
  EXPECT_EQ(outside.link, "") << "nobody outside can sign in";
  EXPECT_EQ(outside.text.find("免打扰"), std::string::npos);
}

TEST(RobotLines, a_notice_keeps_its_lines_in_each_group) {
  Message message{.subject = "该跟进了", .text = "约定的跟进时间：10:00\n经办人：*李明*\r\n\n问一问"};
  auto body = [&](Channel channel) {
    message.channel = channel;
    return robot_message(message).body;
  };
  EXPECT_EQ(body(Channel::wecom), "约定的跟进时间：10:00\n经办人：＊李明＊\n\n问一问");
  EXPECT_EQ(body(Channel::feishu), body(Channel::wecom));
  EXPECT_EQ(body(Channel::dingtalk), "约定的跟进时间：10:00  \n  经办人：＊李明＊  \n    \n  问一问");
}

}  // namespace
}  // namespace zx::notify
