#include <algorithm>

#include "modules/notify/notify_fixture.hpp"
#include "modules/notify/sql.hpp"

namespace zx::notify {
namespace {

using std::chrono::hours;

struct Telling : NotifyWorld {
  followup::ReminderDue due(work::WorkItemView const& item, std::vector<followup::Recipient> recipients, bool escalation = false) {
    return {.commitment = followup::CommitmentId{item.id.uuid},
            .subject_type = "work_item",
            .number = item.number,
            .title = item.title,
            .topic = followup::Topic::follow_up,
            .escalation = escalation,
            .basis = *item.standing.next_follow_up_at,
            .occurrence = "reminder:" + item.id.text() + (escalation ? ":2" : ":0"),
            .recipients = std::move(recipients)};
  }
};
ON_EACH_ENGINE(Telling);

TEST_P(Telling, the_same_occurrence_twice_is_told_once) {
  mail_account();
  auto const thing = item(li);
  for (int i = 0; i < 2; ++i) react(due(thing, {{li.employee, followup::Standpoint::owner, {}}}, true));
  auto const mine = inbox(li);
  ASSERT_EQ(mine.size(), 1u);
  EXPECT_EQ(mine[0].event, "escalation.follow_up");
  EXPECT_EQ(mine[0].kind, Kind::escalation);
  EXPECT_EQ(mine[0].heading, "跟进逾期：PVC排水管修复（" + thing.number + "）");
  EXPECT_EQ(mine[0].reason, "您收到它，因为您是负责人。");
  EXPECT_EQ(unread_of(li), 1);
  EXPECT_EQ(log().size(), 1u);
}

TEST_P(Telling, nobody_is_told_of_what_they_did_themselves) {
  auto const thing = item(li);
  react(work::AttentionAsked{
      .occasion = "submitted", .occurrence = "1", .work_item = thing.id, .number = thing.number, .title = thing.title, .by = li.employee, .to = li.employee});
  EXPECT_TRUE(inbox(li).empty());
}

TEST_P(Telling, nobody_is_told_of_what_they_may_not_see) {
  auto const thing = item(li);
  react(work::Commented{.work_item = thing.id,
                        .number = thing.number,
                        .title = thing.title,
                        .comment = Uuid::v7(),
                        .by = li.employee,
                        .mentioned = {wang.employee},
                        .text = "看看"});
  EXPECT_TRUE(inbox(wang).empty());
}

TEST_P(Telling, a_deputy_is_told_whom_they_stand_in_for) {
  auto const thing = item(wang, {.handler_id = li.employee});
  react(due(thing, {{li.employee, followup::Standpoint::owner, wang.employee}}));
  EXPECT_EQ(inbox(li).at(0).reason, "您收到它，因为您正在代理王芳的工作。");
}

TEST_P(Telling, a_handoff_is_told_to_its_receiver_with_what_was_written) {
  auto const thing = item(wang, {.handler_id = li.employee});
  react(work::HandoffOffered{.work_item = thing.id,
                             .number = thing.number,
                             .title = thing.title,
                             .handoff = thing.pending_handoff->id,
                             .from = wang.employee,
                             .to = li.employee,
                             .note = "请今天看看"});
  auto const mine = inbox(li);
  ASSERT_EQ(mine.size(), 1u);
  EXPECT_EQ(mine[0].heading, "王芳 请您接手：PVC排水管修复（" + thing.number + "）");
  EXPECT_NE(mine[0].text.find("请今天看看"), std::string::npos);
  world().write_as(li, [&](Context& ctx) { return work::accept_handoff(ctx, thing.pending_handoff->id); });
  react(work::HandoffAccepted{.work_item = thing.id, .handoff = thing.pending_handoff->id, .from = wang.employee, .to = li.employee});
  EXPECT_EQ(unread_of(li), 0) << "what was answered waits no longer";
  EXPECT_EQ(inbox(wang).at(0).event, "work.handoff_accepted");
}

TEST_P(Telling, a_comment_reaches_all_concerned_but_its_writer_and_is_told_once) {
  auto const thing = item(wang, {.participant_ids = {li.employee}});
  auto const comment = [&](Actor const& by, std::vector<EmployeeId> mentioned) {
    return work::Commented{.work_item = thing.id,
                           .number = thing.number,
                           .title = thing.title,
                           .comment = Uuid::v7(),
                           .by = by.employee,
                           .mentioned = std::move(mentioned),
                           .text = "灯具到了"};
  };
  react(comment(li, {}));
  EXPECT_TRUE(inbox(li).empty());
  ASSERT_EQ(inbox(wang).size(), 1u);
  EXPECT_EQ(inbox(wang)[0].kind, Kind::comment);
  EXPECT_EQ(inbox(wang)[0].heading, "李明 评论了：PVC排水管修复（" + thing.number + "）");
  EXPECT_EQ(inbox(wang)[0].reason, "您收到它，因为您是负责人。");
  react(comment(wang, {li.employee}));
  ASSERT_EQ(inbox(li).size(), 1u) << "who is mentioned hears that, and not of the comment again";
  EXPECT_EQ(inbox(li)[0].kind, Kind::mention);
}

TEST_P(Telling, an_occasion_nobody_has_words_for_is_told_in_general_ones) {
  auto const thing = item(wang);
  react(work::AttentionAsked{.occasion = "something_new",
                             .occurrence = "1",
                             .work_item = thing.id,
                             .number = thing.number,
                             .title = thing.title,
                             .by = li.employee,
                             .to = wang.employee});
  EXPECT_EQ(inbox(wang).at(0).event, "work.attention");
}

TEST_P(Telling, a_follow_up_makes_its_reminder_moot) {
  mail_account();
  auto const thing = item(li);
  go_to("2026-11-20T23:00:00+08:00");  // it waits for the morning
  react(due(thing, {{li.employee, followup::Standpoint::owner, {}}}, true));
  ASSERT_EQ(log().at(0).state, DeliveryState::waiting);
  auto recorded = world().write_as(li, [&](Context& ctx) {
    return followup::record(ctx, followup::CommitmentId{thing.id.uuid}, {.finding = "已开工", .next_follow_up_at = world().clock.now() + hours(100)});
  });
  react(followup::FollowUpRecorded{
      .commitment = followup::CommitmentId{thing.id.uuid}, .subject_type = "work_item", .follow_up = recorded.id, .by = li.employee});
  EXPECT_TRUE(inbox(li).empty());
  EXPECT_EQ(log().at(0).state, DeliveryState::dropped);
  EXPECT_EQ(log().at(0).answer, "事情已有变化，不必再发");
}

TEST_P(Telling, a_page_of_the_inbox_goes_on_where_the_last_ended) {
  for (int i = 0; i < 5; ++i) happens(news("work.mentioned", std::to_string(i)), {{li.employee, "mentioned", {}}});
  NoticesQuery query{.limit = 2};
  std::vector<NoticeId> seen;
  for (;;) {
    auto const page = world().read_as(li, [&](ReadContext const& ctx) { return notices(ctx, query).value(); });
    for (auto const& each : page.items) seen.push_back(each.id);
    if (!page.next) break;
    query.after = page.next;
  }
  EXPECT_EQ(seen.size(), 5u);
  EXPECT_TRUE(std::ranges::is_sorted(seen, std::greater<>()));
  EXPECT_EQ(refused(wang, [&](Context& ctx) { return mark_read(ctx, seen[0]); }), "notify.notice_not_found");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return mark_read(ctx, seen[0]); }), "");
  EXPECT_EQ(unread_of(li), 4);
  world().write_as(li, [&](Context& ctx) { return mark_all_read(ctx, {}); });
  EXPECT_EQ(unread_of(li), 0);
}

TEST_P(Telling, the_morning_digest_says_what_waits_and_comes_once) {
  mail_account();
  world().write([&](Context& ctx) {
    return org::add_person(ctx, {.login = "zhao", .name = "赵强", .number = "N1", .department = "工程部", .email = "zhao@example.com"});
  });
  auto zhao = world().read([&](ReadContext const& ctx) { return org::employee_called(ctx, "N1", "x").value(); });
  auto const them = company->actor(zhao.id, org::granted({work::permissions::read, work::permissions::create, followup::permissions::read}, Scope::self));
  item(them, {.next_follow_up_at = at("2026-11-20T15:00:00+08:00")});
  auto digest = [&] { return send_digests(world().services, world().organization); };
  go_to("2026-11-20T08:29:00+08:00");
  EXPECT_EQ(digest(), 0) << "not before its hour";
  go_to("2026-11-20T08:30:00+08:00");
  EXPECT_EQ(digest(), 1);
  EXPECT_EQ(digest(), 0);
  ASSERT_EQ(inbox(them).size(), 1u);
  EXPECT_EQ(inbox(them)[0].heading, "今日要事：跟进 1 件，逾期 0 件，待接收 0 件，待答复 0 件");
  EXPECT_EQ(deliver(), 1);
  EXPECT_NE(sent()[0].message.text.find("PVC排水管修复"), std::string::npos);
  go_to("2026-11-21T09:00:00+08:00");
  EXPECT_EQ(digest(), 0) << "Saturday";
  go_to("2026-11-23T14:00:00+08:00");
  EXPECT_EQ(digest(), 0) << "no morning any more";
}

TEST_P(Telling, the_morning_digest_says_what_waits_for_ones_word_alone) {
  mail_account();
  world().write([&](Context& ctx) {
    return org::add_person(ctx, {.login = "zhao", .name = "赵强", .number = "N1", .department = "工程部", .email = "zhao@example.com"});
  });
  auto const zhao = world().read([&](ReadContext const& ctx) { return org::employee_called(ctx, "N1", "x").value(); });
  auto const them = company->actor(zhao.id, org::granted({work::permissions::read, work::permissions::create, followup::permissions::read}, Scope::self));
  world().write([](Context& ctx) { org::ensure_built_in_roles(ctx, work::module().permissions); });
  auto const done = item(them, {.handler_id = wang.employee, .next_follow_up_at = at("2026-11-30T15:00:00+08:00")});
  world().write_as(wang, [&](Context& ctx) { return work::accept_handoff(ctx, done.pending_handoff->id); });
  world().write_as(wang, [&](Context& ctx) { return work::submit(ctx, done.id, "已更换"); });
  auto const qian = person("钱工", "qian@example.com", zhao.id);
  auto const lost = item(qian);
  world().write_as(qian, [&](Context& ctx) {
    auto const commitment = followup::find_visible(ReadContext(ctx), followup::CommitmentId{lost.id.uuid}, followup::permissions::read).value();
    return followup::ask_to_give_up(ctx, commitment, 5, "对方已搬走");
  });
  go_to("2026-11-20T08:30:00+08:00");
  EXPECT_EQ(send_digests(world().services, world().organization), 1);
  ASSERT_EQ(inbox(them).size(), 1u);
  EXPECT_EQ(inbox(them)[0].heading, "今日要事：跟进 0 件，逾期 0 件，待接收 0 件，待答复 2 件");
  EXPECT_NE(inbox(them)[0].text.find("等您答复的（2）"), std::string::npos) << inbox(them)[0].text;
  EXPECT_NE(inbox(them)[0].text.find("王芳 等您验收"), std::string::npos);
  EXPECT_NE(inbox(them)[0].text.find("钱工 想放弃"), std::string::npos);
}

}  // namespace
}  // namespace zx::notify
