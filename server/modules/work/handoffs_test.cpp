#include <algorithm>

#include "modules/work/work_fixture.hpp"

namespace zx::work {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

struct Handing : WorkWorld {
  std::string accepting(Actor const& who, HandoffId id) {
    return refused(who, [&](Context& ctx) { return accept_handoff(ctx, id); });
  }
  std::string declining(Actor const& who, HandoffId id, std::string reason) {
    return refused(who, [&](Context& ctx) { return decline_handoff(ctx, id, reason); });
  }
  std::string withdrawing(Actor const& who, HandoffId id) {
    return refused(who, [&](Context& ctx) { return withdraw_handoff(ctx, id); });
  }
  std::string handing(Actor const& who, WorkItemId id, EmployeeId to) {
    return refused(who, [&](Context& ctx) { return hand_over(ctx, id, to, ""); });
  }
  std::size_t waiting_for(Actor const& who) {
    return world().read_as(who, [](ReadContext const& ctx) { return handoffs_waiting(ctx).size(); });
  }
};
ON_EACH_ENGINE(Handing);

TEST_P(Handing, the_giver_stays_handler_until_the_receiver_accepts) {
  auto item = make();
  world().clock.advance(hours(1));
  auto handoff = offer(li, item.id, wang);
  auto pending = look(item.id);
  EXPECT_EQ(pending.standing.handler.name, "李明");
  ASSERT_TRUE(pending.pending_handoff);
  EXPECT_EQ(pending.pending_handoff->to.name, "王芳");
  EXPECT_EQ(waiting_for(wang), 1u);
  world().clock.advance(hours(1));
  accept(wang, handoff.id);
  auto after = look(item.id);
  EXPECT_EQ(after.standing.handler.name, "王芳");
  EXPECT_EQ(after.standing.owner.name, "李明") << "the owner never changes with a handoff";
  EXPECT_EQ(after.standing.handler_since, world().clock.now());
  EXPECT_FALSE(after.pending_handoff);
  EXPECT_EQ(after.state, State::accepted);
  EXPECT_EQ(waiting_for(wang), 0u);
}

TEST_P(Handing, only_the_receiver_answers) {
  auto handoff = offer(li, make().id, wang);
  for (auto const& who : {li, chen, boss}) {
    EXPECT_EQ(accepting(who, handoff.id), "work.handoff_not_for_you") << who.name;
    EXPECT_EQ(declining(who, handoff.id, "不归我"), "work.handoff_not_for_you") << who.name;
  }
  EXPECT_EQ(accepting(sun, handoff.id), "work.not_found") << "who does not see the item";
  EXPECT_EQ(accepting(wang, HandoffId::make()), "work.handoff_not_found");
  EXPECT_EQ(accepting(wang, handoff.id), "");
}

TEST_P(Handing, declining_needs_a_reason_and_leaves_it_with_the_giver) {
  auto item = make();
  auto handoff = offer(li, item.id, wang);
  for (auto const* blank : {"", "  ", "　"}) EXPECT_EQ(declining(wang, handoff.id, blank), "reason: field.required");
  EXPECT_EQ(declining(wang, handoff.id, "没有备件"), "");
  auto after = look(item.id);
  EXPECT_EQ(after.standing.handler.name, "李明");
  EXPECT_FALSE(after.pending_handoff);
  EXPECT_EQ(history(item.id).front().note, "没有备件");
}

TEST_P(Handing, what_was_given_on_at_creation_comes_back_when_declined) {
  auto item = make(boss, {.owner_id = li.employee});
  EXPECT_EQ(item.state, State::assigned);
  EXPECT_EQ(item.standing.handler.name, "周总");
  EXPECT_EQ(declining(li, item.pending_handoff->id, "不归我"), "");
  EXPECT_EQ(look(item.id).state, State::accepted);
  EXPECT_EQ(look(item.id).standing.handler.name, "周总");
}

TEST_P(Handing, an_answered_handoff_is_answered_for_good) {
  auto item = make();
  auto handoff = offer(li, item.id, wang);
  EXPECT_EQ(withdrawing(wang, handoff.id), "work.handoff_not_yours");
  EXPECT_EQ(withdrawing(li, handoff.id), "");
  EXPECT_EQ(accepting(wang, handoff.id), "work.handoff_answered");
  EXPECT_EQ(declining(wang, handoff.id, "晚了"), "work.handoff_answered");
  EXPECT_EQ(withdrawing(li, handoff.id), "work.handoff_answered");
  EXPECT_EQ(look(item.id).standing.handler.name, "李明");
}

TEST_P(Handing, one_handoff_waits_at_a_time) {
  auto item = make();
  offer(li, item.id, wang);
  EXPECT_EQ(handing(li, item.id, zhao.employee), "work.handoff_pending");
}

TEST_P(Handing, it_goes_to_somebody_else_who_works_here) {
  auto item = make();
  EXPECT_EQ(handing(li, item.id, li.employee), "to_id: work.handoff_to_holder");
  EXPECT_EQ(handing(li, item.id, EmployeeId::make()), "to_id: org.employee_unknown");
  company->leave(zhao.employee, {2026, 11, 1});
  EXPECT_EQ(handing(li, item.id, zhao.employee), "to_id: org.employee_left");
  EXPECT_EQ(handing(sun, item.id, sun.employee), "work.not_found");
}

TEST_P(Handing, a_participant_cannot_give_away_what_is_not_theirs) {
  auto item = make(li, {.participant_ids = {zhao.employee}});
  EXPECT_EQ(handing(zhao, item.id, zhao.employee), "work.handoff_not_yours");
  EXPECT_EQ(handing(chen, item.id, zhao.employee), "") << "the supervisor may";
}

TEST_P(Handing, the_receiver_may_look_before_accepting) {
  auto item = make();
  EXPECT_EQ(refused(sun, [&](Context& ctx) { return show(ctx, item.id); }), "work.not_found");
  offer(li, item.id, sun);
  EXPECT_EQ(refused(sun, [&](Context& ctx) { return show(ctx, item.id); }), "");
}

TEST_P(Handing, it_is_late_after_the_kinds_limit_in_working_time) {
  world().clock.set(*Instant::parse("2026-11-20T17:00:00+08:00"));                                // Friday, one working hour left
  auto handoff = offer(li, make(li, {.kind = "work_order", .due_at = in(hours(200))}).id, wang);  // two working hours
  EXPECT_EQ(handoff.answer_due_at.text(), "2026-11-23T02:00:00.000Z");
  auto is_late = [&] { return world().read_as(wang, [](ReadContext const& ctx) { return handoffs_waiting(ctx).at(0).late; }); };
  world().clock.set(handoff.answer_due_at);
  EXPECT_FALSE(is_late());
  world().clock.advance(Milliseconds(1));
  EXPECT_TRUE(is_late());
}

TEST_P(Handing, the_chain_of_custody_counts_working_minutes) {
  world().clock.set(*Instant::parse("2026-11-20T16:00:00+08:00"));  // Friday
  auto item = make();
  world().clock.set(*Instant::parse("2026-11-20T17:00:00+08:00"));
  auto declined = offer(li, item.id, zhao);
  EXPECT_EQ(declining(zhao, declined.id, "不会"), "");
  auto handoff = offer(li, item.id, wang);
  world().clock.set(*Instant::parse("2026-11-22T20:00:00+08:00"));  // Sunday
  auto waiting = look(item.id).custody;
  ASSERT_EQ(waiting.size(), 2u) << "who declined never held it";
  EXPECT_FALSE(waiting[1].accepted_at);
  EXPECT_EQ(waiting[1].waiting_minutes, 60);
  EXPECT_EQ(waiting[1].holding_minutes, 0);
  EXPECT_FALSE(waiting[0].until) << "still answerable";
  world().clock.set(*Instant::parse("2026-11-23T09:30:00+08:00"));  // Monday
  accept(wang, handoff.id);
  world().clock.set(*Instant::parse("2026-11-24T10:00:00+08:00"));
  auto custody = look(item.id).custody;
  ASSERT_EQ(custody.size(), 2u);
  EXPECT_EQ(custody[0].holder.name, "李明");
  EXPECT_EQ(custody[0].waiting_minutes, 0);
  EXPECT_EQ(custody[0].holding_minutes, 120 + 30);
  EXPECT_EQ(custody[0].until->text(), "2026-11-23T01:30:00.000Z");
  EXPECT_EQ(custody[1].holder.name, "王芳");
  EXPECT_EQ(custody[1].waiting_minutes, 60 + 30);
  EXPECT_EQ(custody[1].holding_minutes, 420 + 60);
  EXPECT_FALSE(custody[1].until);
}

TEST_P(Handing, accepting_lets_the_work_go_on_where_it_stands) {
  auto do_as = [&](Actor const& who, auto&& verb) { EXPECT_EQ(refused(who, verb), ""); };
  auto item = make();
  do_as(li, [&](Context& ctx) { return start(ctx, item.id); });
  accept(wang, offer(li, item.id, wang).id);
  EXPECT_EQ(look(item.id).state, State::in_progress);
  do_as(wang, [&](Context& ctx) { return submit(ctx, item.id, "修好了"); });
  accept(zhao, offer(wang, item.id, zhao).id);
  EXPECT_EQ(look(item.id).state, State::submitted);
  do_as(li, [&](Context& ctx) { return return_(ctx, item.id, "还在漏"); });
  accept(wang, offer(zhao, item.id, wang).id);
  EXPECT_EQ(look(item.id).state, State::returned);
  EXPECT_EQ(look(item.id).standing.stage, "returned");
  EXPECT_EQ(look(item.id).standing.handler.name, "王芳");
}

TEST_P(Handing, a_handoff_says_what_it_is_about) {
  auto item = make();
  auto handoff = offer(li, item.id, wang);
  EXPECT_EQ(handoff.work_item_number, item.number);
  EXPECT_EQ(handoff.work_item_title, "PVC排水管修复");
  auto waiting = world().read_as(wang, [](ReadContext const& ctx) { return handoffs_waiting(ctx); });
  EXPECT_EQ(waiting.at(0).work_item_number, item.number);
  EXPECT_EQ(waiting.at(0).work_item_title, "PVC排水管修复");
}

TEST_P(Handing, only_the_receiver_is_offered_to_accept) {
  auto item = make(li, {.handler_id = wang.employee});
  auto offers_accepting = [&](Actor const& who) {
    auto view = world().read_as(who, [&](ReadContext const& ctx) { return show(ctx, item.id).value(); });
    return std::ranges::find(view.next_states, State::accepted) != view.next_states.end();
  };
  EXPECT_TRUE(offers_accepting(wang));
  for (auto const& who : {li, chen, boss}) EXPECT_FALSE(offers_accepting(who)) << who.name;
}

TEST_P(Handing, an_accepted_handoff_is_told_to_the_others) {
  auto handoff = offer(li, make().id, wang);
  accept(wang, handoff.id);
  auto told = world().read([](ReadContext const& ctx) {
    static constexpr db::Statement names{"names", "SELECT name FROM outbox_event", "SELECT name FROM outbox_event"};
    return ctx.db.all<std::string>(names);
  });
  EXPECT_EQ(told, (std::vector<std::string>{"work.handoff_offered", "work.handoff_accepted"}));
}

}  // namespace
}  // namespace zx::work
