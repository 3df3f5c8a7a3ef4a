// What people agreed to holds for them and for what it was then: signatures, confirmations, consent to revisions.

#include <algorithm>

#include "modules/goal/card_fixture.hpp"
#include "modules/goal/card_sheet.hpp"
#include "modules/goal/leaving.hpp"
#include "platform/events/events.hpp"

namespace zx::goal {
namespace {

using std::chrono::hours;

struct Consent : CardWorld {
  /// What `from` holds of one sort goes to `to`, as when somebody leaves.
  void hand_over(std::string_view what, Actor const& from, Actor const& to) {
    auto const all = holdings();
    auto const holding = *std::ranges::find(all, what, &org::Holding::code);
    world().write_as(company->system, [&](Context& ctx) {
      return holding.hand_over(ctx, from.employee, org::find_employee(ctx, to.employee).value(), holding.held(ctx, from.employee), "离职");
    });
  }
  GoalItemForm serving(GoalItemId above, std::string_view target, std::string weight = "100") {
    auto form = fees(std::move(weight));
    form.target = some(target);
    form.parent_item_id = above;
    return form;
  }
  RevisionView asks(Actor const& who, GoalItemId item, std::string_view target) {
    return world().write_as(who, [&](Context& ctx) { return ask_revision(ctx, item, {RevisionKind::strategy_changed, "市场变化", number(target)}); });
  }
  RevisionView approves(Actor const& who, RevisionView const& revision) {
    return world().write_as(who, [&](Context& ctx) { return answer_revision(ctx, revision.id, {true, {}}); });
  }
  std::size_t waiting_for(Actor const& who) {
    return world().read_as(who, [&](ReadContext const& ctx) { return revisions_waiting(ctx); }).size();
  }
  std::vector<SupportRequestView> asked(Actor const& who) {
    return world().read_as(who, [&](ReadContext const& ctx) { return support_requests(ctx); });
  }
  std::string fields_of_last(GoalCardId id) {
    auto const last = history(id).front();
    std::string fields;
    for (auto const& each : last.changes) fields += (fields.empty() ? "" : " ") + each.field;
    return fields;
  }
};
ON_EACH_ENGINE(Consent);

// ---- Signatures ----

TEST_P(Consent, a_card_that_passes_on_before_it_is_agreed_is_signed_anew) {
  auto card = make(li, quarter({fees()}));
  world().write_as(li, [&](Context& ctx) { return propose_card(ctx, card.id, ""); });
  world().write_as(li, [&](Context& ctx) { return sign_card(ctx, card.id); });
  hand_over("goal_cards", li, zhao);
  auto const passed = look(card.id);
  EXPECT_EQ(passed.person.name, "赵强");
  EXPECT_FALSE(passed.person_signature);
  EXPECT_EQ(world().write_as(chen, [&](Context& ctx) { return sign_card(ctx, card.id); }).state, CardState::proposed) << "赵强 has signed nothing";
  EXPECT_EQ(world().write_as(zhao, [&](Context& ctx) { return sign_card(ctx, card.id); }).state, CardState::committed);
}

TEST_P(Consent, who_signed_stays_on_an_agreed_card_that_passes_on) {
  auto card = agreed(li, quarter({fees()}));
  hand_over("goal_cards", li, zhao);
  auto const passed = look(card.id);
  EXPECT_EQ(passed.person.name, "赵强");
  EXPECT_EQ(passed.person_signature->name, "李明");
}

TEST_P(Consent, what_the_one_before_said_of_themselves_is_nobody_elses) {
  auto card = agreed(li, quarter({fees()}));
  world().write_as(li, [&](Context& ctx) { return rate_motivation(ctx, card.items[0].id, {80, 90, 50, "想调岗"}); });
  hand_over("goal_cards", li, zhao);
  for (auto const& who : {zhao, chen, li})
    EXPECT_TRUE(world().read_as(who, [&](ReadContext const& ctx) { return motivation_of(ctx, card.id); }).empty()) << who.name;
}

TEST_P(Consent, the_next_supervisor_signs_for_themselves) {
  auto card = make(li, quarter({fees()}));
  world().write_as(li, [&](Context& ctx) { return propose_card(ctx, card.id, ""); });
  world().write_as(chen, [&](Context& ctx) { return sign_card(ctx, card.id); });
  hand_over("goal_cards_supervised", chen, sun);
  EXPECT_FALSE(look(card.id).supervisor_signature);
  EXPECT_EQ(world().write_as(li, [&](Context& ctx) { return sign_card(ctx, card.id); }).state, CardState::proposed);
}

// ---- Supporting departments ----

TEST_P(Consent, a_department_has_not_answered_since_it_was_asked_not_since_the_draft) {
  auto item = fees();
  item.support_department_ids = {finance};
  auto card = make(li, quarter({item}));
  world().clock.advance(hours(24 * 14));
  world().write_as(li, [&](Context& ctx) { return propose_card(ctx, card.id, ""); });
  EXPECT_TRUE(exceptions_of(chen).departures.empty());
  auto const since = asked(sun).at(0).asked_at;
  EXPECT_EQ(since.text().substr(0, 10), "2026-12-04");
  world().clock.advance(hours(24));
  world().write_as(chen, [&](Context& ctx) { return negotiate_card(ctx, card.id, "再谈谈"); });
  world().write_as(li, [&](Context& ctx) { return propose_card(ctx, card.id, ""); });
  EXPECT_EQ(asked(sun).at(0).asked_at, since) << "it was asked already";
}

TEST_P(Consent, a_confirmation_holds_for_the_goal_that_was_confirmed) {
  auto item = fees();
  item.support_department_ids = {finance};
  auto card = make(li, quarter({item}));
  world().write_as(li, [&](Context& ctx) { return propose_card(ctx, card.id, ""); });
  auto const request = asked(sun).at(0).id;
  world().write_as(sun, [&](Context& ctx) { return answer_support(ctx, request, {true, {}}); });
  auto talked = world().write_as(chen, [&](Context& ctx) { return negotiate_card(ctx, card.id, "换个做法"); });
  item.risks = "两栋楼空置";
  talked = world().write_as(li, [&](Context& ctx) { return replace_item(ctx, card.items[0].id, talked.version, item); });
  EXPECT_EQ(talked.items[0].supports[0].state, SupportState::confirmed);
  item.how = "请财务部每天派两人上门";
  talked = world().write_as(li, [&](Context& ctx) { return replace_item(ctx, card.items[0].id, talked.version, item); });
  EXPECT_EQ(talked.items[0].supports[0].state, SupportState::asked);
  EXPECT_FALSE(talked.items[0].supports[0].answered_at);
}

TEST_P(Consent, a_copy_asks_the_same_departments) {
  auto item = fees();
  item.support_department_ids = {finance};
  auto card = make(li, quarter({item}));
  auto next = world().write_as(li, [&](Context& ctx) { return copy_card(ctx, card.id, {}); }).cards.at(0);
  auto const copied = look(next.id).items[0].supports;
  ASSERT_EQ(copied.size(), 1u);
  EXPECT_EQ(copied[0].department_id, finance);
}

// ---- Revisions ----

TEST_P(Consent, consent_is_counted_again_when_it_is_given) {
  auto above = make(boss, quarter({fees()}));
  auto const one = agreed(li, quarter({serving(above.items[0].id, "54")})), other = agreed(wang, quarter({serving(above.items[0].id, "54")}));
  auto const first = asks(li, one.items[0].id, "49"), second = asks(wang, other.items[0].id, "49");
  EXPECT_EQ(approves(chen, first).state, RevisionState::approved) << "49 + 54 keep the 100";
  EXPECT_EQ(waiting_for(boss), 0u);
  auto const now = approves(chen, second);
  EXPECT_EQ(now.state, RevisionState::waiting) << "49 + 49 do not";
  EXPECT_EQ(now.parent_owner_name, "周总");
  EXPECT_EQ(now.parent_sum_after, number("98"));
  EXPECT_EQ(look(other.id).items[0].target, number("54"));
  EXPECT_EQ(waiting_for(boss), 1u);
  EXPECT_EQ(approves(boss, second).state, RevisionState::approved);
  EXPECT_EQ(look(other.id).items[0].target, number("49"));
}

TEST_P(Consent, whoever_agreed_is_asked_again_when_it_became_worse) {
  auto above = make(boss, quarter({fees()}));
  auto const one = agreed(li, quarter({serving(above.items[0].id, "54")})), other = agreed(wang, quarter({serving(above.items[0].id, "54")}));
  auto const eased = asks(li, one.items[0].id, "40");
  EXPECT_EQ(approves(boss, eased).state, RevisionState::waiting) << "to 94";
  EXPECT_EQ(approves(chen, asks(wang, other.items[0].id, "50")).state, RevisionState::approved);
  EXPECT_EQ(approves(chen, eased).state, RevisionState::waiting) << "90 is another question";
  EXPECT_EQ(look(one.id).items[0].target, number("54"));
  EXPECT_EQ(approves(boss, eased).state, RevisionState::approved);
}

TEST_P(Consent, goals_that_are_averaged_above_promise_their_average) {
  auto top = fees();
  top.target = some("95");
  top.rollup = Rollup::average;
  auto above = make(boss, quarter({top}));
  auto const card =
      agreed(li, quarter({serving(above.items[0].id, "95", "40"), serving(above.items[0].id, "95", "30"), serving(above.items[0].id, "95", "30")}));
  auto const children = look(above.id).items[0].children;
  EXPECT_EQ(children.items, 3);
  EXPECT_EQ(children.sum, number("95"));
  EXPECT_EQ(children.gap, number("0"));
  auto const preview = world().read_as(li, [&](ReadContext const& ctx) { return preview_revision(ctx, card.items[0].id, {number("35")}).value(); });
  EXPECT_EQ(preview.parent->sum_after, number("75"));
  EXPECT_TRUE(preview.parent->breaks);
}

TEST_P(Consent, a_waiting_revision_goes_to_the_next_supervisor_with_the_card) {
  auto card = agreed(li, quarter({fees()}));
  auto const revision = asks(li, card.items[0].id, "90");
  auto const version = look(card.id).version;
  world().write_as(chen, [&](Context& ctx) { return change_card(ctx, card.id, version, {.supervisor_id = sun.employee}); });
  EXPECT_EQ(waiting_for(chen), 0u);
  EXPECT_EQ(waiting_for(sun), 1u);
  EXPECT_EQ(approves(sun, revision).state, RevisionState::approved);
}

// ---- Its own day, and no number ----

TEST_P(Consent, a_goal_is_due_on_its_own_day) {
  auto item = fees();
  item.due_on = Date{2026, 11, 20};
  auto card = agreed(li, quarter({item, complaints("0")}));
  EXPECT_EQ(look(card.id).items[0].expected_today, number("100"));
  auto const standing = world().read_as(li, [&](ReadContext const& ctx) { return followup::standing_of(ctx, {card.items[0].id.uuid}).value(); });
  EXPECT_EQ(standing.due_at->text(), "2026-11-20T10:00:00.000Z");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return check_in(ctx, card.items[0].id, {.actual = some("56"), .finding = "过半"}); }),
            "catch_up: goal.catch_up_needed");
}

TEST_P(Consent, a_look_without_a_number_hides_no_lag) {
  auto card = agreed(li, quarter({fees()}));
  checked(li, card.items[0].id, {.actual = some("57")});
  world().clock.set(*Instant::parse("2026-11-30T07:00:00Z"));
  checked(li, card.items[0].id, {});
  auto const item = look(card.id).items[0];
  EXPECT_EQ(item.actual, number("57"));
  EXPECT_EQ(item.line_on, (Date{2026, 11, 30}));
  auto const seen = exceptions_of(chen).departures;
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_EQ(seen[0].kind, ExceptionKind::behind_line);
  EXPECT_EQ(seen[1].kind, ExceptionKind::no_number);
  EXPECT_NE(seen[1].text.find("57"), std::string::npos);
  checked(li, card.items[0].id, {.actual = some("66")});
  EXPECT_TRUE(exceptions_of(chen).departures.empty());
}

// ---- What is told ----

TEST_P(Consent, no_change_of_a_goal_is_silent) {
  auto above = make(chen, quarter({fees()}));
  auto item = fees();
  auto card = make(li, quarter({item}));
  item.purpose = "现金流";
  item.base = some("60");
  item.commit = some("80");
  item.stretch = some("120");
  item.accrual = Accrual::level;
  item.time_standard = "每周五前";
  item.cost = "五千元以内";
  item.milestones = {{Date{2026, 12, 10}, "完成八成"}};
  item.parent_item_id = above.items[0].id;
  item.support_department_ids = {finance};
  world().write_as(li, [&](Context& ctx) { return replace_item(ctx, card.items[0].id, card.version, item); });
  EXPECT_EQ(fields_of_last(card.id),
            "goal_purpose goal_base goal_commit goal_stretch goal_accrual goal_time_standard goal_cost goal_milestones goal_parent goal_supports");
  item.better = BetterWhen::lower;
  item.base = item.commit = item.stretch = std::nullopt;
  auto const version = look(card.id).version;
  world().write_as(li, [&](Context& ctx) { return replace_item(ctx, card.items[0].id, version, item); });
  EXPECT_EQ(fields_of_last(card.id), "goal_base goal_commit goal_stretch goal_better");
}

TEST_P(Consent, what_is_written_has_a_length) {
  std::string const endless(5000, 'a');
  auto card = make(li, quarter({fees()}));
  EXPECT_EQ(refused(li, [&](Context& ctx) { return change_card(ctx, card.id, card.version, {.position = endless}); }), "position: field.too_long");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return change_card(ctx, card.id, card.version, {.customers = endless}); }), "customers: field.too_long");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return propose_card(ctx, card.id, endless); }), "note: field.too_long");
  world().write_as(li, [&](Context& ctx) { return propose_card(ctx, card.id, ""); });
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return negotiate_card(ctx, card.id, endless); }), "note: field.too_long");
  auto kept = agreed(wang, quarter({fees()}));
  auto const seen = checked(wang, kept.items[0].id, {.actual = some("56")});
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return acknowledge(ctx, seen.id, {endless}); }), "answer: field.too_long");
  auto const revision = asks(wang, kept.items[0].id, "90");
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return answer_revision(ctx, revision.id, {false, endless}); }), "reason: field.too_long");
}

TEST_P(Consent, a_reopened_work_item_is_no_longer_done_for_its_goal) {
  auto card = agreed(li, quarter({fees()}));
  auto const plan = world().write_as(li, [&](Context& ctx) { return add_action(ctx, card.items[0].id, {.what = "上门催缴3号楼"}); });
  auto const item = *world().write_as(li, [&](Context& ctx) { return make_work_item(ctx, plan.id, {}); }).work_item_id;
  auto done = [&] {
    world().write_as(li, [&](Context& ctx) { return work::close(ctx, item, "已收齐"); });
    events::Dispatcher(world().services, goal::module().reactions).drain();
    return std::ranges::count(history(card.id), "goal_card.action_done", &timeline::EntryView::event);
  };
  auto outcome = [&] { return look(card.id).items[0].actions[0].outcome; };
  world().write_as(li, [&](Context& ctx) { return work::start(ctx, item); });
  EXPECT_EQ(done(), 1);
  EXPECT_EQ(outcome(), work::State::done);
  world().write_as(li, [&](Context& ctx) { return work::reopen(ctx, item, "又有两户未交"); });
  EXPECT_EQ(outcome(), std::nullopt);
  EXPECT_EQ(done(), 2);
  EXPECT_EQ(outcome(), work::State::done);
}

}  // namespace
}  // namespace zx::goal
