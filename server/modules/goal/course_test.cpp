// A goal card under way: check-ins, exceptions, revisions, actions, motivation.

#include "modules/goal/card_fixture.hpp"
#include "modules/goal/goal_desk.hpp"
#include "modules/goal/reviews.hpp"
#include "platform/events/events.hpp"

namespace zx::goal {
namespace {

using std::chrono::hours;

struct Course : CardWorld {};
ON_EACH_ENGINE(Course);

// ---- Check-ins ----

TEST_P(Course, a_check_in_freezes_its_numbers_and_sets_the_next) {
  auto card = agreed(li, quarter({fees()}));
  auto const item = card.items[0].id;
  auto first = checked(li, item, {.actual = some("55"), .confidence = Confidence::on_track});
  EXPECT_EQ(first.number, 1);
  EXPECT_EQ(first.target, number("100"));
  EXPECT_EQ(first.expected, number("55.434783")) << "51 of 92 days";
  EXPECT_EQ(first.next_at.text(), "2026-11-30T08:00:00.000Z");
  auto after = look(card.id);
  EXPECT_EQ(after.state, CardState::active) << "the first check-in begins it";
  EXPECT_EQ(after.items[0].actual, number("55"));
  auto touches = world().read_as(li, [&](ReadContext const& ctx) { return followup::follow_ups_of(ctx, {item.uuid}); });
  ASSERT_EQ(touches.size(), 1u);
  EXPECT_EQ(touches[0].progress, 55);
  EXPECT_EQ(touches[0].next_follow_up_at, first.next_at);
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return check_in(ctx, item, {.finding = "代填"}); }), "goal.not_yours");
}

TEST_P(Course, whoever_is_behind_says_how_to_catch_up) {
  auto card = agreed(li, quarter({fees()}));
  auto const item = card.items[0].id;
  CheckInForm late{.actual = some("30"), .confidence = Confidence::at_risk, .finding = "两栋楼拒交"};
  EXPECT_EQ(refused(li, [&](Context& ctx) { return check_in(ctx, item, late); }), "catch_up: goal.catch_up_needed");
  late.catch_up = "联合客服上门，逐户解释";
  EXPECT_EQ(refused(li, [&](Context& ctx) { return check_in(ctx, item, late); }), "");
}

TEST_P(Course, a_call_for_help_is_answered_by_the_supervisor) {
  auto card = agreed(li, quarter({fees()}));
  auto made = checked(li, card.items[0].id, {.actual = some("55"), .confidence = Confidence::at_risk, .help = "请协调客服部"});
  EXPECT_EQ(refused(li, [&](Context& ctx) { return acknowledge(ctx, made.id, {"好"}); }), "goal.not_yours");
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return acknowledge(ctx, made.id, {}); }), "answer: goal.answer_needed");
  world().write_as(chen, [&](Context& ctx) { return acknowledge(ctx, made.id, {"已请陈经理派两人"}); });
  EXPECT_EQ(look(card.id).items[0].check_ins[0].answer, "已请陈经理派两人");
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return acknowledge(ctx, made.id, {"再来"}); }), "goal.acknowledged_already");
}

TEST_P(Course, a_check_in_sent_twice_is_made_once) {
  auto card = agreed(li, quarter({fees()}));
  CheckInForm form{.id = CheckInId::make(), .actual = some("60"), .finding = "正常"};
  checked(li, card.items[0].id, form);
  checked(li, card.items[0].id, form);
  EXPECT_EQ(look(card.id).items[0].check_ins.size(), 1u);
}

TEST_P(Course, missing_check_ins_are_found) {
  auto card = agreed(li, quarter({fees()}));
  auto missing = [&](Actor const& who) { return world().read_as(who, [&](ReadContext const& ctx) { return missing_check_ins(ctx); }); };
  EXPECT_TRUE(missing(chen).empty());
  world().clock.set(*Instant::parse("2026-12-03T01:00:00Z"));
  ASSERT_EQ(missing(chen).size(), 1u);
  EXPECT_EQ(missing(chen)[0].days_late, 3);
  EXPECT_EQ(missing(li).size(), 1u);
  EXPECT_TRUE(missing(wang).empty());
  EXPECT_TRUE(look(card.id).items[0].check_in_missing);
}

// ---- Exceptions ----

std::string kinds_of(std::vector<ExceptionView> const& all) {
  std::string text;
  for (auto const& each : all) text += (text.empty() ? "" : " ") + std::string(enum_text(each.kind));
  return text;
}

TEST_P(Course, the_supervisor_sees_what_departs_from_the_plan_with_its_formula) {
  auto card = agreed(li, quarter({fees("60"), complaints("40")}));
  checked(li, card.items[0].id, {.actual = some("56")});
  checked(li, card.items[1].id, {.actual = some("10")});
  auto calm = exceptions_of(chen);
  EXPECT_EQ(calm.goals, 2);
  EXPECT_EQ(calm.as_planned, 2);
  EXPECT_EQ(kinds_of(calm.departures), "");
  world().clock.advance(hours(24 * 7));
  checked(li, card.items[0].id, {.actual = some("57"), .confidence = Confidence::at_risk, .catch_up = "每周两次上门"});
  checked(li, card.items[1].id, {.actual = some("5")});
  auto seen = exceptions_of(chen);
  EXPECT_EQ(kinds_of(seen.departures), "falling_confidence") << "57 of 63 is 90 %, within the tolerance";
  EXPECT_EQ(kinds_of(seen.praise), "notably_well") << "5 complaints where 10 are allowed";
  world().clock.advance(hours(24 * 7));
  seen = exceptions_of(chen);
  EXPECT_EQ(kinds_of(seen.departures), "behind_line no_check_in falling_confidence no_check_in");
  EXPECT_EQ(seen.departures[0].arguments.at("actual"), "57");
  EXPECT_EQ(seen.departures[0].arguments.at("expected"), "70.65");
  EXPECT_EQ(seen.departures[0].arguments.at("percent"), "81");
  EXPECT_NE(seen.departures[0].text.find("70.65"), std::string::npos);
  EXPECT_EQ(kinds_of(exceptions_of(wang).departures), "");
  EXPECT_EQ(exceptions_of(boss).goals, 0) << "not those further down, unless asked";
  EXPECT_EQ(exceptions_of(boss, true).goals, 2);
}

TEST_P(Course, a_number_said_on_time_is_no_exception_while_the_next_look_is_not_due) {
  auto card = agreed(li, quarter({fees()}));
  checked(li, card.items[0].id, {.actual = some("57")});
  world().clock.set(*Instant::parse("2026-11-30T07:00:00Z"));
  EXPECT_EQ(kinds_of(exceptions_of(chen).departures), "") << "57 was 103 % of the line that day; of today's 66.3 it is 86 %";
  auto item = look(card.id).items[0];
  EXPECT_EQ(item.line_on, (Date{2026, 11, 20}));
  EXPECT_EQ(item.expected, number("55.434783"));
  EXPECT_EQ(item.expected_today, number("66.304348"));
  EXPECT_GT(*item.against_line, number("100"));
  world().clock.set(*Instant::parse("2026-12-01T07:00:00Z"));
  EXPECT_EQ(kinds_of(exceptions_of(chen).departures), "behind_line no_check_in") << "now a look is missing, and today counts";
  EXPECT_EQ(look(card.id).items[0].line_on, (Date{2026, 12, 1}));
}

TEST_P(Course, calls_for_help_nobody_answers_are_exceptions) {
  auto item = fees();
  item.support_department_ids = {finance};
  auto waiting = make(wang, quarter({item}));
  world().write_as(wang, [&](Context& ctx) { return propose_card(ctx, waiting.id, ""); });
  auto card = agreed(li, quarter({fees()}));
  checked(li, card.items[0].id, {.actual = some("56"), .help = "请协调客服部"});
  EXPECT_EQ(kinds_of(exceptions_of(chen).departures), "");
  world().clock.advance(hours(24 * 5));
  EXPECT_EQ(kinds_of(exceptions_of(chen).departures), "") << "Wednesday is the third working day";
  world().clock.advance(hours(24));
  EXPECT_EQ(kinds_of(exceptions_of(chen).departures), "help_unanswered support_unanswered");
}

// ---- Revisions ----

TEST_P(Course, a_goal_is_revised_on_evidence_and_the_original_stays) {
  auto card = agreed(li, quarter({fees()}));
  auto const item = card.items[0].id;
  auto ask = [&](RevisionForm form) { return refused(li, [&](Context& ctx) { return ask_revision(ctx, item, form); }); };
  EXPECT_EQ(ask({RevisionKind::environment_worse, "", number("80")}), "evidence: goal.evidence_needed");
  EXPECT_EQ(ask({RevisionKind::environment_worse, "两栋楼整体搬迁", number("120")}), "new_value: goal.revision_direction");
  EXPECT_EQ(ask({RevisionKind::emergency, "停水", number("100")}), "new_value: goal.revision_same");
  EXPECT_EQ(ask({RevisionKind::environment_worse, "两栋楼整体搬迁", number("80")}), "");
  EXPECT_EQ(ask({RevisionKind::emergency, "停水", number("70")}), "goal.revision_waiting");
  auto waiting = world().read_as(chen, [&](ReadContext const& ctx) { return revisions_waiting(ctx); });
  ASSERT_EQ(waiting.size(), 1u);
  EXPECT_EQ(look(card.id).items[0].target, number("100")) << "nothing changes before it is approved";
  EXPECT_EQ(refused(li, [&](Context& ctx) { return answer_revision(ctx, waiting[0].id, {true, {}}); }), "goal.revision_not_yours");
  EXPECT_EQ(refused(wang, [&](Context& ctx) { return answer_revision(ctx, waiting[0].id, {true, {}}); }), "goal.revision_not_found");
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return answer_revision(ctx, waiting[0].id, {false, {}}); }), "reason: goal.revision_reason_needed");
  world().write_as(chen, [&](Context& ctx) { return answer_revision(ctx, waiting[0].id, {true, {}}); });
  checked(li, item, {.actual = some("60")});
  auto after = look(card.id).items[0];
  EXPECT_EQ(after.target, number("80"));
  EXPECT_EQ(after.original_target, number("100"));
  EXPECT_EQ(after.completion, number("75"));
  EXPECT_EQ(after.completion_against_original, number("60"));
  EXPECT_EQ(after.revisions.at(0).evidence, "两栋楼整体搬迁");
}

TEST_P(Course, whose_sum_would_break_agrees_too) {
  // 周总's goal of 60 is carried by 李明, who reports to 陈总工.
  auto top = fees();
  top.target = some("60");
  auto above = make(boss, quarter({top}));
  auto form = fees();
  form.target = some("60");
  form.parent_item_id = above.items[0].id;
  auto card = agreed(li, quarter({form}));
  auto preview = world().read_as(li, [&](ReadContext const& ctx) { return preview_revision(ctx, card.items[0].id, {number("50")}).value(); });
  EXPECT_EQ(preview.parent->sum_after, number("50"));
  EXPECT_EQ(preview.parent->gap_after, number("10"));
  EXPECT_TRUE(preview.parent->breaks);
  EXPECT_EQ(preview.approvers, (std::vector<std::string>{"陈总工", "周总"}));
  auto asked = world().write_as(li, [&](Context& ctx) { return ask_revision(ctx, card.items[0].id, {RevisionKind::emergency, "停水两周", number("50")}); });
  auto answer = [&](Actor const& who) { return world().write_as(who, [&](Context& ctx) { return answer_revision(ctx, asked.id, {true, {}}); }); };
  EXPECT_EQ(answer(chen).state, RevisionState::waiting);
  EXPECT_EQ(look(card.id).items[0].target, number("60"));
  EXPECT_EQ(answer(boss).state, RevisionState::approved);
  EXPECT_EQ(look(card.id).items[0].target, number("50"));
}

TEST_P(Course, whoever_approves_sees_what_a_revision_would_do) {
  auto top = fees();
  top.target = some("60");
  auto above = make(boss, quarter({top}));
  auto form = fees();
  form.target = some("60");
  form.parent_item_id = above.items[0].id;
  auto card = agreed(li, quarter({form}));
  checked(li, card.items[0].id, {.actual = some("30"), .catch_up = "加紧"});
  auto asked = world().write_as(li, [&](Context& ctx) { return ask_revision(ctx, card.items[0].id, {RevisionKind::emergency, "停水两周", number("50")}); });
  auto seen_by = [&](Actor const& who) { return world().read_as(who, [&](ReadContext const& ctx) { return revision_consequences(ctx, asked.id); }); };
  for (auto const& who : {li, chen, boss}) {
    auto const seen = seen_by(who);
    ASSERT_TRUE(seen) << who.name;
    EXPECT_EQ(seen->parent->target, number("60"));
    EXPECT_EQ(seen->parent->gap_after, number("10"));
    EXPECT_EQ(seen->completion_before, number("50"));
    EXPECT_EQ(seen->completion_after, number("60"));
  }
  EXPECT_EQ(seen_by(wang).refusal().code, "goal.revision_not_found");
}

// ---- Reviews ----

TEST_P(Course, a_review_is_a_record_whose_actions_are_work) {
  auto card = agreed(li, quarter({fees()}));
  auto other = agreed(wang, quarter({fees()}));
  checked(li, card.items[0].id, {.actual = some("30"), .confidence = Confidence::at_risk, .catch_up = "每周两次"});
  ReviewForm form{
      .kind = ReviewKind::round_table, .held_on = Date{2026, 11, 20}, .card_ids = {card.id, other.id}, .findings = "两栋楼拒交", .causes = "漏水未修"};
  auto tried = [&](Actor const& who) { return refused(who, [&](Context& ctx) { return add_review(ctx, form); }); };
  EXPECT_EQ(tried(chen), "participant_ids: goal.review_participants");
  form.participant_ids = {li.employee, wang.employee};
  EXPECT_EQ(tried(chen), "actions: goal.review_actions_needed") << "not what went wrong, but how to do better";
  form.actions = {{"先修漏水再催缴", wang.employee, Date{2026, 11, 19}}};
  EXPECT_EQ(tried(chen), "actions.0.due_on: goal.review_due_passed");
  form.actions[0].due_on = Date{2026, 12, 4};
  EXPECT_EQ(tried(li), "goal.not_found") << "王芳's card is not for 李明";
  form.held_on = Date{2026, 11, 21};
  EXPECT_EQ(tried(chen), "held_on: goal.review_in_future");
  form.held_on = Date{2026, 11, 20};
  form.id = ReviewId::make();
  auto made = world().write_as(chen, [&](Context& ctx) { return add_review(ctx, form); });
  world().write_as(chen, [&](Context& ctx) { return add_review(ctx, form); });
  auto seen = world().read_as(li, [&](ReadContext const& ctx) { return reviews_of(ctx, card.id).value(); });
  ASSERT_EQ(seen.size(), 1u) << "sent twice, recorded once";
  EXPECT_EQ(seen[0].participants, (std::vector<std::string>{"李明", "王芳"}));
  EXPECT_EQ(seen[0].cards, 2);
  ASSERT_EQ(seen[0].actions.size(), 1u);
  EXPECT_EQ(seen[0].actions[0].owner_name, "王芳");
  auto item = world().read_as(chen, [&](ReadContext const& ctx) { return work::show(ctx, made.actions[0].work_item_id).value(); });
  EXPECT_EQ(item.due_at->text(), "2026-12-04T10:00:00.000Z");
  EXPECT_EQ(history(other.id).front().event, "goal_card.reviewed");
  auto draft = make(zhao, quarter({fees()}));
  EXPECT_EQ(refused(zhao,
                    [&](Context& ctx) {
                      return add_review(ctx, {.kind = ReviewKind::self_check, .held_on = Date{2026, 11, 20}, .card_ids = {draft.id}, .findings = "自检"});
                    }),
            "goal.illegal_step");
}

// ---- The desk ----

TEST_P(Course, the_desk_has_my_goals_and_what_waits_for_my_word) {
  auto card = agreed(li, quarter({fees("60"), complaints("40")}));
  checked(li, card.items[0].id, {.actual = some("30"), .confidence = Confidence::at_risk, .catch_up = "每周两次"});
  checked(li, card.items[1].id, {.actual = some("0")});
  auto desk_of = [&](Actor const& who) { return world().read_as(who, [&](ReadContext const& ctx) { return goal_desk(ctx); }); };
  auto mine = desk_of(li);
  ASSERT_EQ(mine.goals.size(), 2u);
  EXPECT_TRUE(mine.goals[0].is_behind);
  EXPECT_EQ(mine.goals[1].completion, number("150")) << "no complaint at all is 200 %, capped";
  EXPECT_TRUE(mine.cards.empty());
  world().write_as(li, [&](Context& ctx) { return ask_revision(ctx, card.items[0].id, {RevisionKind::emergency, "停水", number("90")}); });
  auto waiting = make(wang, quarter({fees()}));
  world().write_as(wang, [&](Context& ctx) { return propose_card(ctx, waiting.id, ""); });
  auto desk = desk_of(chen);
  EXPECT_TRUE(desk.goals.empty());
  ASSERT_EQ(desk.cards.size(), 1u);
  EXPECT_EQ(desk.cards[0].id, waiting.id);
  EXPECT_EQ(desk.revisions, 1);
  EXPECT_EQ(desk.departures, 1);
  EXPECT_EQ(desk_of(company->system).goals.size(), 0u);
}

// ---- Action plan ----

TEST_P(Course, an_action_becomes_a_work_item_that_reports_back) {
  auto card = agreed(li, quarter({fees()}));
  ActionForm plan{.what = "上门催缴3号楼", .to_on = Date{2026, 12, 10}, .support = {SupportKind::people, SupportKind::policy}, .budget = Money{50'000}};
  auto action = world().write_as(li, [&](Context& ctx) { return add_action(ctx, card.items[0].id, plan); });
  EXPECT_EQ(action.budget->fen, 50'000);
  auto started = world().write_as(li, [&](Context& ctx) { return make_work_item(ctx, action.id, {}); });
  EXPECT_EQ(refused(li, [&](Context& ctx) { return make_work_item(ctx, action.id, {}); }), "goal.action_is_work");
  auto item = world().read_as(li, [&](ReadContext const& ctx) { return work::show(ctx, *started.work_item_id).value(); });
  EXPECT_EQ(item.source, work::Source::goal_action);
  EXPECT_EQ(item.due_at->text(), "2026-12-10T10:00:00.000Z");
  world().write_as(li, [&](Context& ctx) { return work::start(ctx, item.id); });
  EXPECT_EQ(look(card.id).items[0].actions[0].work_item_state, work::State::in_progress);
  world().write_as(li, [&](Context& ctx) { return work::close(ctx, item.id, "已收齐"); });
  events::Dispatcher(world().services, goal::module().reactions).drain();
  EXPECT_EQ(look(card.id).items[0].actions[0].outcome, work::State::done);
  EXPECT_EQ(history(card.id).front().event, "goal_card.action_done");
  EXPECT_EQ(refused(wang, [&](Context& ctx) { return add_action(ctx, card.items[0].id, plan); }), "goal.item_not_found");
}

// ---- Motivation ----

TEST_P(Course, motivation_is_between_the_person_and_the_supervisor) {
  auto card = make(li, quarter({fees()}));
  auto const item = card.items[0].id;
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return rate_motivation(ctx, item, {80, 80, 80, {}}); }), "goal.motivation_private");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return rate_motivation(ctx, item, {101, 80, 80, {}}); }), "confidence: field.out_of_range");
  auto mine = world().write_as(li, [&](Context& ctx) { return rate_motivation(ctx, item, {80, 90, 50, "没有减免权限"}); });
  EXPECT_EQ(mine.index, number("36"));
  ASSERT_EQ(mine.prompts.size(), 1u);
  EXPECT_EQ(mine.prompts[0].factor, "authority");
  auto count = [&](Actor const& who) { return world().read_as(who, [&](ReadContext const& ctx) { return motivation_of(ctx, card.id).size(); }); };
  EXPECT_EQ(count(li), 1u);
  EXPECT_EQ(count(chen), 1u);
  auto auditor = person("审计员", {}, {}, Scope::organization);
  for (auto const& who : {boss, wang, zhao, sun, auditor, company->system}) EXPECT_EQ(count(who), 0u) << who.name;
  for (auto const& entry : history(card.id)) EXPECT_EQ(entry.note.find("减免"), std::string::npos);
}

}  // namespace
}  // namespace zx::goal
