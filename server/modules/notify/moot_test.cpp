// Changing a time, closing an item or taking an offer back never leaves a reminder behind.

#include <functional>

#include "modules/notify/notify_fixture.hpp"

namespace zx::notify {
namespace {

using namespace std::chrono_literals;
using followup::Standpoint;
using followup::Topic;

struct Mooting : NotifyWorld {
  void SetUp() override {
    NotifyWorld::SetUp();
    if (IsSkipped()) return;
    mail_account();
    world().write_as(li, [](Context& ctx) {
      return choose(ctx, 1, {.channels = {{Kind::reminder, Channel::email, true}}, .quiet_from = TimeOfDay{12 * 60}, .quiet_to = TimeOfDay{14 * 60}});
    });
  }
  /// What was published is reacted to.
  void happened() { events::Dispatcher(world().services, reactions()).drain(); }
  void remind(work::WorkItemView const& thing, Topic topic, Instant basis, Actor const& who) {
    react(followup::ReminderDue{.commitment = followup::CommitmentId{thing.id.uuid},
                                .subject_type = "work_item",
                                .number = thing.number,
                                .title = thing.title,
                                .topic = topic,
                                .basis = basis,
                                .occurrence = Uuid::v7().text() + "/0",
                                .recipients = {{who.employee, Standpoint::owner, {}}}});
  }
  work::WorkItemView look(work::WorkItemId id) {
    return world().read_as(world().system(), [&](ReadContext const& ctx) { return work::show(ctx, id).value(); });
  }
  void patch(work::WorkItemView const& thing, work::WorkItemPatch const& patch) {
    auto const version = look(thing.id).version;
    world().write_as(li, [&](Context& ctx) { return work::change(ctx, thing.id, version, patch); });
  }
  std::vector<std::string> events_of(Actor const& who) {
    std::vector<std::string> events;
    for (auto const& each : inbox(who)) events.push_back(each.event);
    return events;
  }
  std::vector<std::string> mailed() {
    std::vector<std::string> events;
    for (auto const& each : sent()) events.push_back(each.message.to + " " + each.message.event);
    return events;
  }
};
ON_EACH_ENGINE(Mooting);

TEST_P(Mooting, what_waits_for_the_end_of_quiet_hours_is_not_sent_when_the_next_look_was_moved_meanwhile) {
  auto const next = at("2026-11-20T12:30:00+08:00");
  auto const thing = item(li, {.next_follow_up_at = next});
  go_to("2026-11-20T12:30:00+08:00");
  remind(thing, Topic::follow_up, next, li);
  ASSERT_EQ(log().at(0).next_at, at("2026-11-20T14:00:00+08:00"));
  go_to("2026-11-20T13:00:00+08:00");
  patch(thing, {.next_follow_up_at = at("2026-11-27T10:00:00+08:00")});
  go_to("2026-11-20T14:00:00+08:00");
  EXPECT_EQ(deliver(), 0) << "even before anybody reacted to the change";
  EXPECT_EQ(log().at(0).state, DeliveryState::dropped);
  EXPECT_EQ(log().at(0).answer, "事情已有变化，不必再发");
  happened();
  EXPECT_TRUE(inbox(li).empty());
}

TEST_P(Mooting, no_way_to_move_a_time_or_to_close_an_item_leaves_a_reminder_behind) {
  auto const due = at("2026-11-20T13:30:00+08:00");
  auto const later = at("2026-11-25T10:00:00+08:00");
  using Way = std::function<void(work::WorkItemView const&)>;
  auto as = [&](Actor const& who, auto verb) { world().write_as(who, verb); };
  std::vector<std::pair<std::string, Way>> const ways = {
      {"due", [&](auto const& thing) { patch(thing, {.due_at = Patch<Instant>(later)}); }},
      {"no due", [&](auto const& thing) { patch(thing, {.due_at = Patch<Instant>::null()}); }},
      {"many", [&](auto const& thing) { as(li, [&](Context& ctx) { return work::change_many(ctx, {.ids = {thing.id}, .due_at = later}); }); }},
      {"hold", [&](auto const& thing) { as(li, [&](Context& ctx) { return work::hold(ctx, thing.id, "等材料", later); }); }},
      {"close", [&](auto const& thing) { as(li, [&](Context& ctx) { return work::close(ctx, thing.id, "好了"); }); }},
      {"cancel", [&](auto const& thing) { as(world().actor, [&](Context& ctx) { return work::cancel(ctx, thing.id, "不做了"); }); }},
      {"agreed date", [&](auto const& thing) {
         auto const offered = world().write_as(li, [&](Context& ctx) { return work::hand_over(ctx, thing.id, wang.employee, ""); });
         as(wang, [&](Context& ctx) { return work::accept_handoff(ctx, offered.id); });
         auto const proposed = world().write_as(wang, [&](Context& ctx) { return work::propose_date(ctx, thing.id, {later, "等料"}); });
         as(li, [&](Context& ctx) { return work::answer(ctx, proposed.id, {work::ProposalAnswer::accepted, {}}); });
       }}};
  for (auto const& [name, move] : ways) {
    SCOPED_TRACE(name);
    go_to("2026-11-20T12:30:00+08:00");
    auto const thing = item(li, {.due_at = due});
    happened();
    remind(thing, Topic::due, due, li);
    ASSERT_EQ(inbox(li).at(0).event, "reminder.due");
    move(thing);
    happened();
    for (auto const& each : inbox(li)) EXPECT_NE(each.event, "reminder.due");
    EXPECT_TRUE(log({.state = DeliveryState::waiting}).empty() || log({.state = DeliveryState::waiting})[0].event != "reminder.due");
  }
}

TEST_P(Mooting, a_time_that_was_not_moved_keeps_its_reminder) {
  auto const due = at("2026-11-20T13:30:00+08:00");
  auto const thing = item(li, {.due_at = due});
  go_to("2026-11-20T12:30:00+08:00");
  remind(thing, Topic::due, due, li);
  patch(thing, {.next_follow_up_at = at("2026-11-27T10:00:00+08:00")});
  happened();
  EXPECT_EQ(events_of(li), std::vector<std::string>{"reminder.due"});
  go_to("2026-11-20T14:00:00+08:00");
  EXPECT_EQ(deliver(), 1);
}

TEST_P(Mooting, what_rested_past_its_due_time_is_reminded_of_when_the_rest_ends) {
  auto const end = at("2026-11-24T10:00:00+08:00");
  auto const thing = item(li, {.due_at = at("2026-11-20T15:00:00+08:00")});
  world().write_as(li, [&](Context& ctx) { return work::hold(ctx, thing.id, "等材料", end); });
  go_to("2026-11-24T10:00:00+08:00");
  remind(thing, Topic::due, end, li);
  EXPECT_EQ(events_of(li), std::vector<std::string>{"reminder.due"});
  EXPECT_EQ(deliver(), 1);
}

TEST_P(Mooting, an_offer_taken_back_is_told_and_its_mail_does_not_leave) {
  go_to("2026-11-20T23:00:00+08:00");
  auto const thing = item(wang, {.handler_id = li.employee});
  happened();
  ASSERT_EQ(events_of(li), std::vector<std::string>{"work.handoff_offered"});
  world().write_as(wang, [&](Context& ctx) { return work::withdraw_handoff(ctx, thing.pending_handoff->id); });
  happened();
  ASSERT_EQ(events_of(li), std::vector<std::string>{"work.handoff_withdrawn"});
  EXPECT_EQ(inbox(li)[0].heading, "王芳 收回了移交：PVC排水管修复（" + thing.number + "）");
  EXPECT_EQ(inbox(li)[0].reason, "您收到它，因为原来请您接手。");
  EXPECT_FALSE(inbox(li)[0].subject_id) << "they do not see it any more";
  go_to("2026-11-23T09:00:00+08:00");
  deliver();
  EXPECT_EQ(mailed(), std::vector<std::string>{"li@example.com work.handoff_withdrawn"});
}

TEST_P(Mooting, an_offer_to_somebody_else_does_not_bring_the_old_one_back) {
  go_to("2026-11-20T23:00:00+08:00");
  auto const thing = item(wang, {.handler_id = li.employee});
  happened();
  world().write_as(wang, [&](Context& ctx) { return work::withdraw_handoff(ctx, thing.pending_handoff->id); });
  world().write_as(wang, [&](Context& ctx) { return work::hand_over(ctx, thing.id, chen.employee, "请您接手"); });
  go_to("2026-11-23T09:00:00+08:00");
  deliver();
  EXPECT_TRUE(mailed().empty()) << "what was said to the first one is over";
  happened();
  deliver();
  EXPECT_EQ(events_of(li), std::vector<std::string>{"work.handoff_withdrawn"});
  EXPECT_EQ(events_of(chen), std::vector<std::string>{"work.handoff_offered"});
}

}  // namespace
}  // namespace zx::notify
