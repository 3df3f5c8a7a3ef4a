#include <algorithm>

#include "modules/work/work_fixture.hpp"

namespace zx::work {
namespace {

using std::chrono::hours;

struct Moving : WorkWorld {
  std::string starting(Actor const& who, WorkItemId id) {
    return refused(who, [&](Context& ctx) { return start(ctx, id); });
  }
  std::string submitting(Actor const& who, WorkItemId id, std::string result = "修好了") {
    return refused(who, [&](Context& ctx) { return submit(ctx, id, result); });
  }
  std::string closing(Actor const& who, WorkItemId id) {
    return refused(who, [&](Context& ctx) { return close(ctx, id, ""); });
  }
  std::string returning(Actor const& who, WorkItemId id, std::string reason = "还在漏") {
    return refused(who, [&](Context& ctx) { return return_(ctx, id, reason); });
  }
  std::string holding(Actor const& who, WorkItemId id, std::string reason, Instant until) {
    return refused(who, [&](Context& ctx) { return hold(ctx, id, reason, until); });
  }
  std::string resuming(Actor const& who, WorkItemId id) {
    return refused(who, [&](Context& ctx) { return resume(ctx, id); });
  }
  std::string cancelling(Actor const& who, WorkItemId id, std::string reason = "不用修了") {
    return refused(who, [&](Context& ctx) { return cancel(ctx, id, reason); });
  }
  std::string reopening(Actor const& who, WorkItemId id, std::string reason = "又漏了") {
    return refused(who, [&](Context& ctx) { return reopen(ctx, id, reason); });
  }

  /// 李明 owns it, 王芳 has it.
  WorkItemId handed_to_wang() {
    auto item = make();
    accept(wang, offer(li, item.id, wang).id);
    return item.id;
  }
};
ON_EACH_ENGINE(Moving);

TEST_P(Moving, the_handler_submits_and_the_owner_accepts_or_returns_the_result) {
  auto id = handed_to_wang();
  EXPECT_EQ(starting(li, id), "work.not_yours");
  EXPECT_EQ(starting(wang, id), "");
  EXPECT_EQ(closing(li, id), "work.not_yours") << "the owner closes only what was submitted";
  EXPECT_EQ(submitting(wang, id, " "), "result: field.required");
  EXPECT_EQ(submitting(wang, id), "");
  EXPECT_EQ(closing(wang, id), "work.not_yours");
  EXPECT_EQ(returning(li, id, ""), "reason: field.required");
  EXPECT_EQ(returning(li, id), "");
  EXPECT_EQ(look(id).state_reason, "还在漏");
  EXPECT_EQ(starting(wang, id), "");
  EXPECT_EQ(submitting(wang, id), "");
  world().clock.advance(hours(1));
  EXPECT_EQ(closing(li, id), "");
  auto closed = look(id);
  EXPECT_EQ(closed.state, State::done);
  EXPECT_EQ(closed.progress, 100);
  EXPECT_EQ(closed.completed_at, world().clock.now());
}

TEST_P(Moving, own_work_is_closed_without_submitting) {
  auto item = make();
  EXPECT_EQ(closing(li, item.id), "");
  EXPECT_EQ(look(item.id).state, State::done);
}

TEST_P(Moving, a_closed_item_has_no_next_look_and_a_reopened_one_has) {
  auto item = make();
  EXPECT_EQ(closing(li, item.id), "");
  EXPECT_FALSE(look(item.id).standing.next_follow_up_at);
  EXPECT_FALSE(look(item.id).standing.follow_up_overdue);
  EXPECT_EQ(reopening(li, item.id, ""), "reason: field.required");
  world().clock.advance(hours(24));
  EXPECT_EQ(reopening(li, item.id), "");
  auto again = look(item.id);
  EXPECT_EQ(again.state, State::in_progress);
  EXPECT_FALSE(again.completed_at);
  ASSERT_TRUE(again.standing.next_follow_up_at);
  EXPECT_GT(*again.standing.next_follow_up_at, world().clock.now());
}

TEST_P(Moving, a_reopened_item_is_not_finished_any_more) {
  auto said = [&](WorkItemId id, std::int64_t progress) {
    followup::FollowUpForm form{.finding = "去看了", .progress = progress, .next_follow_up_at = in(hours(4))};
    EXPECT_EQ(refused(li, [&](Context& ctx) { return followup::record(ctx, store::commitment_id(id), form); }), "");
  };
  auto item = make();
  said(item.id, 60);
  EXPECT_EQ(closing(li, item.id), "");
  EXPECT_EQ(reopening(li, item.id), "");
  EXPECT_EQ(look(item.id).progress, 60) << "what was last said";
  auto entry = history(item.id).front();
  ASSERT_EQ(entry.changes.size(), 2u);
  EXPECT_EQ(entry.changes[1].field, "progress");
  EXPECT_EQ(entry.changes[1].to, "60");

  said(item.id, 100);
  EXPECT_EQ(closing(li, item.id), "");
  EXPECT_EQ(reopening(li, item.id), "");
  EXPECT_EQ(look(item.id).progress, 90) << "a hundred was said too early";

  auto silent = make();
  EXPECT_EQ(closing(li, silent.id), "");
  EXPECT_EQ(reopening(li, silent.id), "");
  EXPECT_EQ(look(silent.id).progress, 90);

  auto dropped = make();
  EXPECT_EQ(cancelling(boss, dropped.id), "");
  EXPECT_EQ(reopening(li, dropped.id), "");
  EXPECT_EQ(look(dropped.id).progress, 0) << "it had never been finished";
}

TEST_P(Moving, what_is_on_hold_is_looked_at_when_it_resumes) {
  auto item = make();
  EXPECT_EQ(holding(li, item.id, "", in(hours(24))), "reason: field.required");
  EXPECT_EQ(holding(li, item.id, "等备件", world().clock.now()), "resume_at: work.resume_in_past");
  EXPECT_EQ(holding(li, item.id, "等备件", in(hours(24))), "");
  auto held = look(item.id);
  EXPECT_EQ(held.state, State::on_hold);
  EXPECT_EQ(held.standing.next_follow_up_at, in(hours(24)));
  EXPECT_EQ(held.hold_until, in(hours(24)));
  EXPECT_EQ(held.state_reason, "等备件");
  EXPECT_EQ(resuming(li, item.id), "");
  auto resumed = look(item.id);
  EXPECT_EQ(resumed.state, State::accepted) << "where it was";
  EXPECT_FALSE(resumed.hold_until || resumed.state_reason);
  EXPECT_TRUE(resumed.standing.next_follow_up_at);
}

TEST_P(Moving, what_is_overdue_only_its_owner_puts_on_hold) {
  auto item = make(li, {.due_at = in(hours(2))});
  accept(wang, offer(li, item.id, wang).id);
  EXPECT_EQ(starting(wang, item.id), "");
  auto offers_hold = [&](Actor const& who) {
    auto const next = world().read_as(who, [&](ReadContext const& ctx) { return show(ctx, item.id).value().next_states; });
    return std::ranges::count(next, State::on_hold) == 1;
  };
  EXPECT_TRUE(offers_hold(wang));
  world().clock.advance(hours(3));
  EXPECT_EQ(holding(wang, item.id, "等备件", in(hours(24 * 90))), "work.overdue_hold_is_owners");
  EXPECT_FALSE(offers_hold(wang));
  EXPECT_TRUE(offers_hold(li));
  EXPECT_EQ(holding(li, item.id, "等备件", in(hours(24))), "");
  EXPECT_TRUE(look(item.id).standing.overdue) << "it rests, and is late all the same";
  EXPECT_EQ(resuming(wang, item.id), "");
}

TEST_P(Moving, what_was_assigned_before_the_hold_is_nobodys_assignment_after_a_decline) {
  auto item = make(boss, {.owner_id = li.employee});
  EXPECT_EQ(holding(boss, item.id, "等批准", in(hours(24))), "");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return decline_handoff(ctx, item.pending_handoff->id, "不归我"); }), "");
  EXPECT_EQ(look(item.id).state, State::on_hold);
  EXPECT_EQ(resuming(boss, item.id), "");
  EXPECT_EQ(look(item.id).state, State::accepted);
}

TEST_P(Moving, cancelling_is_the_supervisors_right_and_takes_the_handoff_back) {
  auto item = make();
  auto handoff = offer(li, item.id, wang);
  EXPECT_EQ(cancelling(li, item.id), "work.not_yours");
  EXPECT_EQ(cancelling(chen, item.id, "\t"), "reason: field.required");
  EXPECT_EQ(cancelling(chen, item.id), "");
  auto cancelled = look(item.id);
  EXPECT_EQ(cancelled.state, State::cancelled);
  EXPECT_FALSE(cancelled.pending_handoff);
  EXPECT_EQ(refused(wang, [&](Context& ctx) { return accept_handoff(ctx, handoff.id); }), "work.handoff_answered");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return hand_over(ctx, item.id, wang.employee, ""); }), "work.closed");
}

TEST_P(Moving, a_pending_handoff_is_answered_before_the_work_is_submitted_or_closed) {
  auto item = make();
  offer(li, item.id, wang);
  EXPECT_EQ(submitting(li, item.id), "work.handoff_pending");
  EXPECT_EQ(closing(li, item.id), "work.handoff_pending");
}

TEST_P(Moving, an_illegal_transition_names_the_legal_ones) {
  auto item = make();
  auto result = by(li, [&](Context& ctx) { return resume(ctx, item.id); });
  ASSERT_FALSE(result);
  EXPECT_EQ(result.refusal().code, "work.illegal_transition");
  EXPECT_EQ(result.refusal().arguments.at("legal"), "in_progress, submitted, done, on_hold");
  EXPECT_EQ(history(item.id).size(), 1u);
}

TEST_P(Moving, every_move_is_on_the_timeline) {
  auto id = handed_to_wang();
  starting(wang, id);
  submitting(wang, id);
  returning(li, id);
  starting(wang, id);
  holding(wang, id, "等备件", in(hours(24)));
  resuming(wang, id);
  submitting(wang, id);
  closing(li, id);
  reopening(li, id);
  cancelling(boss, id);
  std::vector<std::string> events;
  for (auto const& entry : history(id)) events.insert(events.begin(), entry.event.substr(entry.event.find('.') + 1));
  EXPECT_EQ(events, (std::vector<std::string>{"created", "handed_over", "accepted", "started", "submitted", "returned", "started", "held", "resumed",
                                              "submitted", "closed", "reopened", "cancelled"}));
  for (auto const& entry : history(id)) EXPECT_TRUE(world().services.texts.has("zh", "timeline." + entry.event)) << entry.event;
}

TEST_P(Moving, a_draft_is_assigned_to_somebody_or_kept_as_ones_own) {
  auto assigning = [&](WorkItemId id, std::optional<EmployeeId> handler) { return refused(li, [&](Context& ctx) { return assign(ctx, id, handler, ""); }); };
  auto own = make(li, {.draft = true});
  EXPECT_EQ(own.state, State::draft);
  EXPECT_EQ(own.next_states, (std::vector{State::assigned, State::accepted}));
  EXPECT_EQ(starting(li, own.id), "work.illegal_transition");
  EXPECT_EQ(assigning(own.id, {}), "");
  EXPECT_EQ(look(own.id).state, State::accepted);
  EXPECT_EQ(assigning(own.id, {}), "work.illegal_transition");

  auto given = make(li, {.draft = true});
  EXPECT_EQ(assigning(given.id, wang.employee), "");
  EXPECT_EQ(look(given.id).state, State::assigned);
  EXPECT_EQ(look(given.id).pending_handoff->to.name, "王芳");
}

TEST_P(Moving, a_view_carries_the_version_the_next_change_needs) {
  auto item = make(boss, {.handler_id = wang.employee});
  EXPECT_EQ(item.version, look(item.id).version) << "created with a handoff";
  auto started = world().write_as(li, [&](Context& ctx) -> Result<WorkItemView> { return start(ctx, TRY(create(ctx, {.title = "电梯维修"})).id); });
  EXPECT_EQ(started.version, look(started.id).version);
  EXPECT_EQ(started.version, started.standing.version);
}

}  // namespace
}  // namespace zx::work
