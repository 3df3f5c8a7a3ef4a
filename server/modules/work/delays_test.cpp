#include <algorithm>

#include "modules/work/delays_fixture.hpp"

namespace zx::work {
namespace {

struct Delayed : LateWorld {};
ON_EACH_ENGINE(Delayed);

TEST_P(Delayed, an_overdue_item_is_not_re_dated_by_moving_its_date) {
  auto item = late_item();
  EXPECT_EQ(patching(li, item.id, {.due_at = in(hours(24))}), "work.delay_report_required");
  EXPECT_EQ(patching(chen, item.id, {.due_at = Patch<Instant>::null()}), "work.delay_report_required") << "nor by taking it away";
  EXPECT_EQ(patching(boss, item.id, {.due_at = in(-hours(30))}), "work.delay_report_required") << "nor backwards";
  auto batch = [&](Context& ctx) { return change_many(ctx, {.ids = {item.id}, .due_at = in(hours(24)), .reason = "改期"}); };
  EXPECT_EQ(refused(chen, batch), "ids.0: work.delay_report_required");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return propose_date(ctx, item.id, {in(hours(24)), "等料"}); }), "work.delay_report_required");
  EXPECT_EQ(look(item.id).due_at, item.due_at);
  EXPECT_EQ(patching(li, item.id, {.title = "PVC管", .due_at = *item.due_at}), "") << "the same date is no move";
}

TEST_P(Delayed, the_refusal_names_the_item) {
  auto item = late_item();
  auto result = by(li, [&](Context& ctx) { return change(ctx, item.id, item.version, {.due_at = in(hours(24))}); });
  EXPECT_EQ(result.refusal().arguments.at("number"), item.number);
  EXPECT_EQ(result.refusal().arguments.at("title"), item.title);
}

TEST_P(Delayed, a_date_in_time_moves_freely_and_the_first_one_is_kept) {
  auto item = make(li, {.due_at = in(hours(24))});
  EXPECT_EQ(patching(li, item.id, {.due_at = in(hours(72))}), "");
  EXPECT_EQ(look(item.id).original_due_at, item.due_at);
}

TEST_P(Delayed, a_proposal_that_waited_until_the_item_was_late_moves_nothing) {
  auto item = make(li, {.due_at = in(hours(24))});
  accept(wang, offer(li, item.id, wang).id);
  auto proposal = world().write_as(wang, [&](Context& ctx) { return propose_date(ctx, item.id, {in(hours(96)), "等料"}); });
  world().clock.advance(hours(48));
  auto accepting = [&](Context& ctx) { return answer(ctx, proposal.id, ProposalAnswerForm{ProposalAnswer::accepted, {}}); };
  EXPECT_EQ(refused(li, accepting), "work.delay_report_required");
  EXPECT_EQ(look(item.id).due_at, item.due_at);
}

TEST_P(Delayed, an_approved_report_moves_the_date_and_is_kept) {
  auto item = late_item();
  auto waiting = report(li, item.id);
  EXPECT_EQ(waiting.state, DelayState::waiting);
  EXPECT_EQ(waiting.approver_name, "陈总工");
  EXPECT_EQ(waiting.delay_days, 4) << "Monday to Thursday; it was due on a Saturday";
  EXPECT_TRUE(look(item.id).standing.overdue) << "late until somebody decided";
  EXPECT_EQ(approving(chen, waiting, "料要盯紧"), "");
  auto after = look(item.id);
  EXPECT_EQ(after.due_at, waiting.new_due_at);
  EXPECT_EQ(after.original_due_at, item.due_at);
  EXPECT_FALSE(after.standing.overdue);
  ASSERT_EQ(after.delay_reports.size(), 1u);
  EXPECT_EQ(after.delay_reports[0].state, DelayState::approved);
  EXPECT_EQ(after.delay_reports[0].decided_by_name, "陈总工");
  EXPECT_EQ(after.delay_reports[0].decision_note, "料要盯紧");
  EXPECT_EQ(after.delay_reports[0].whys, (std::vector<std::string>{"立管没货", "没有提前备料"}));
  EXPECT_EQ(said(history(item.id).front().changes), "due_at: " + item.due_at->text() + " → " + waiting.new_due_at.text() + "; ");
  EXPECT_EQ(approving(chen, waiting), "work.delay_report_decided");
}

TEST_P(Delayed, a_declined_report_moves_nothing_and_another_may_follow) {
  auto item = late_item();
  auto waiting = report(li, item.id);
  EXPECT_EQ(declining(chen, waiting, " "), "reason: field.required");
  EXPECT_EQ(declining(chen, waiting, "业主等不了"), "");
  EXPECT_EQ(look(item.id).due_at, item.due_at);
  EXPECT_EQ(reporting(li, item.id, form(2)), "");
  EXPECT_EQ(look(item.id).delay_reports.size(), 2u);
}

TEST_P(Delayed, one_report_waits_at_a_time_and_only_its_writer_withdraws_it) {
  auto item = late_item();
  auto waiting = report(li, item.id);
  EXPECT_EQ(reporting(chen, item.id, form(5)), "work.delay_report_waiting");
  EXPECT_EQ(withdrawing(chen, waiting), "work.delay_not_yours_to_withdraw");
  EXPECT_EQ(withdrawing(li, waiting), "");
  EXPECT_EQ(reporting(li, item.id, form(5)), "");
}

TEST_P(Delayed, a_report_says_why_what_is_done_and_until_when) {
  auto item = late_item();
  auto without = [&](auto&& spoil) {
    auto said = form();
    spoil(said);
    return reporting(li, item.id, said);
  };
  EXPECT_EQ(without([](auto& said) { said.whys = {}; }), "whys: work.delay_why_needed");
  EXPECT_EQ(without([](auto& said) { said.whys = {"没货", " "}; }), "whys.1: field.required");
  EXPECT_EQ(without([](auto& said) { said.whys.assign(6, "没货"); }), "whys: field.too_many");
  EXPECT_EQ(without([](auto& said) { said.corrective_action = ""; }), "corrective_action: field.required");
  EXPECT_EQ(without([&](auto& said) { said.new_due_at = in(hours(0)); }), "new_due_at: work.due_in_past");
}

TEST_P(Delayed, only_what_is_late_is_reported_and_by_those_who_do_it) {
  auto in_time = make(li, {.due_at = in(hours(24))});
  EXPECT_EQ(reporting(li, in_time.id, form()), "work.delay_not_overdue");
  auto item = late_item({.participant_ids = {sun.employee}});
  EXPECT_EQ(reporting(wang, item.id, form()), "work.not_found");
  EXPECT_EQ(reporting(sun, item.id, form()), "work.delay_not_yours");
  world().write_as(li, [&](Context& ctx) { return close(ctx, item.id, ""); });
  EXPECT_EQ(reporting(li, item.id, form()), "work.closed");
}

TEST_P(Delayed, the_same_report_sent_twice_is_one) {
  auto item = late_item();
  auto said = form();
  said.id = DelayReportId::make();
  EXPECT_EQ(reporting(li, item.id, said), "");
  EXPECT_EQ(reporting(li, item.id, said), "");
  EXPECT_EQ(look(item.id).delay_reports.size(), 1u);
}

TEST_P(Delayed, nobody_decides_about_their_own_report_while_somebody_stands_above) {
  auto item = make(li, {.due_at = in(hours(24))});
  accept(wang, offer(li, item.id, wang).id);
  world().clock.advance(hours(48));
  auto waiting = report(wang, item.id);
  EXPECT_EQ(approving(wang, waiting), "work.delay_own_report");
  EXPECT_EQ(approving(li, waiting), "work.delay_supervisor_decides");
  EXPECT_EQ(approving(boss, waiting), "work.delay_supervisor_decides") << "sees everything, and stands not above 李明";
  EXPECT_EQ(approving(chen, waiting), "");
}

TEST_P(Delayed, somebody_higher_up_decides_as_well_and_about_the_supervisors_own_report) {
  auto director = company->employ({.name = "吴总监"});
  world().write_as(company->system, [&](Context& ctx) -> Result<void> {
    return org::change_employee(ctx, chen.employee, TRY(org::show_employee(ctx, chen.employee)).version, {.supervisor_id = director});
  });
  world().clock.advance(std::chrono::minutes(1));  // the chart is kept for seconds
  auto wu = company->actor(director, org::granted({permissions::read}, Scope::self));
  auto item = late_item();
  auto waiting = report(chen, item.id);
  EXPECT_EQ(waiting.approver_name, "吴总监") << "not 陈总工, who wrote it";
  EXPECT_EQ(approving(chen, waiting), "work.delay_own_report");
  EXPECT_EQ(approving(wu, waiting), "") << "who has to decide may look";
}

TEST_P(Delayed, where_nobody_stands_above_whoever_may_assign_decides) {
  auto item = make(zhao, {.due_at = in(hours(24))});
  world().clock.advance(hours(48));
  auto waiting = report(zhao, item.id);
  EXPECT_FALSE(waiting.approver_id);
  EXPECT_EQ(approving(zhao, waiting), "work.delay_own_report");
  ASSERT_EQ(awaited_by(boss).size(), 1u);
  EXPECT_EQ(awaited_by(chen).size(), 1u) << "the department above";
  EXPECT_EQ(awaited_by(zhao).size(), 0u);
  EXPECT_EQ(approving(boss, waiting), "");
  auto own = make(boss, {.due_at = in(hours(24))});
  world().clock.advance(hours(48));
  EXPECT_EQ(approving(boss, report(boss, own.id)), "") << "nobody else could";
}

TEST_P(Delayed, the_deputy_decides_while_the_supervisor_is_away) {
  auto item = late_item();
  auto today = *Date::parse("2026-11-22");
  company->name_deputy(chen.employee, zhao.employee, today, today.plus_days(2));
  auto waiting = report(li, item.id);
  EXPECT_EQ(awaited_by(zhao).size(), 1u);
  EXPECT_EQ(awaited_by(chen).size(), 1u) << "away is not gone";
  EXPECT_EQ(reports_for(zhao, {.waiting_for_me = true}).size(), 1u);
  EXPECT_EQ(approving(zhao, waiting), "");
  EXPECT_EQ(look(item.id).due_at, waiting.new_due_at);
}

TEST_P(Delayed, a_deputy_named_later_decides_about_an_item_they_do_not_see) {
  auto item = late_item();
  auto waiting = report(li, item.id);
  EXPECT_EQ(approving(sun, waiting), "work.not_found");
  auto today = *Date::parse("2026-11-22");
  company->name_deputy(chen.employee, sun.employee, today, today.plus_days(2));
  EXPECT_EQ(approving(sun, waiting), "");
}

TEST_P(Delayed, another_owners_supervisor_decides) {
  auto item = late_item();
  auto waiting = report(li, item.id);
  EXPECT_EQ(patching(boss, item.id, {.owner_id = sun.employee}), "");
  EXPECT_FALSE(look(item.id).delay_reports.at(0).approver_id) << "孙会计 has nobody above";
  EXPECT_EQ(awaited_by(boss).size(), 1u);
  EXPECT_EQ(patching(boss, item.id, {.owner_id = wang.employee}), "");
  EXPECT_EQ(look(item.id).delay_reports.at(0).approver_name, "陈总工");
}

TEST_P(Delayed, a_date_that_has_passed_is_not_approved) {
  auto item = late_item();
  auto waiting = report(li, item.id, 1);
  world().clock.advance(hours(25));
  EXPECT_EQ(approving(chen, waiting), "work.delay_date_passed");
  EXPECT_EQ(declining(chen, waiting), "");
}

TEST_P(Delayed, what_is_done_meanwhile_needs_no_decision) {
  auto item = late_item();
  auto waiting = report(li, item.id);
  world().write_as(li, [&](Context& ctx) { return close(ctx, item.id, ""); });
  EXPECT_EQ(look(item.id).delay_reports.at(0).state, DelayState::withdrawn);
  EXPECT_EQ(awaited_by(chen).size(), 0u);
  EXPECT_EQ(approving(chen, waiting), "work.delay_report_decided");
}

TEST_P(Delayed, a_reopened_item_past_its_date_is_late_again) {
  auto item = late_item();
  world().write_as(li, [&](Context& ctx) { return close(ctx, item.id, ""); });
  world().write_as(li, [&](Context& ctx) { return reopen(ctx, item.id, "又漏了"); });
  EXPECT_EQ(patching(li, item.id, {.due_at = in(hours(24))}), "work.delay_report_required");
}

TEST_P(Delayed, reports_are_seen_by_those_who_see_the_item) {
  auto item = late_item();
  report(li, item.id);
  EXPECT_EQ(reports_for(li).size(), 1u);
  EXPECT_EQ(reports_for(chen).size(), 1u);
  EXPECT_EQ(reports_for(wang).size(), 0u);
  EXPECT_EQ(reports_for(sun).size(), 0u);
  EXPECT_TRUE(reports_for(chen).at(0).may_decide);
  EXPECT_FALSE(reports_for(li).at(0).may_decide);
  EXPECT_TRUE(reports_for(li).at(0).may_withdraw);
  EXPECT_EQ(reports_for(chen, {.state = DelayState::approved}).size(), 0u);
  EXPECT_EQ(reports_for(chen, {.cause = DelayCause::material}).size(), 1u);
  EXPECT_EQ(reports_for(chen, {.cause = DelayCause::forgot}).size(), 0u);
}

TEST_P(Delayed, a_list_of_reports_is_paged_newest_first) {
  for (int i = 0; i < 5; ++i) {
    auto item = late_item();
    report(li, item.id);
  }
  std::vector<Instant> times;
  std::optional<std::string> after;
  do {
    auto page = world().read_as(chen, [&](ReadContext const& ctx) { return delay_reports(ctx, {.limit = 2, .after = after}).value(); });
    for (auto const& each : page.items) times.push_back(each.at);
    after = page.next;
  } while (after);
  EXPECT_EQ(times.size(), 5u);
  EXPECT_TRUE(std::ranges::is_sorted(times, std::greater{}));
  auto broken = [](ReadContext const& ctx) { return delay_reports(ctx, {.after = "x"}); };
  EXPECT_EQ(world().read_as(chen, broken).refusal().fields.at(0).code, "request.cursor_invalid");
}

}  // namespace
}  // namespace zx::work
