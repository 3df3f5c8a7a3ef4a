#include <set>
#include <thread>

#include "modules/followup/reminder_health.hpp"
#include "modules/followup/reminders_fixture.hpp"
#include "modules/followup/sql.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/testing/query_plans.hpp"

namespace zx::followup {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

// The clock begins on Friday 2026-11-20 at 09:00 in Shanghai.
struct Reminding : ReminderWorld {
  void SetUp() override {
    ReminderWorld::SetUp();
    if (IsSkipped()) return;
    boss = company->employ({.name = "周总"});
    chen = company->employ({.name = "陈总工", .department_id = works, .supervisor_id = boss});
    chief = company->employ({.name = "赵主管", .department_id = works, .supervisor_id = chen});
    zhou = company->employ({.name = "周强", .department_id = works, .supervisor_id = chief});
    world().write(
        [&](Context& ctx) -> Result<void> { return org::change_department(ctx, works, TRY(org::show_department(ctx, works)).version, {.manager_id = chen}); });
    world().clock.advance(minutes(1));  // the chart is read when it has settled
    world().clock.set(at("2026-11-20T09:00"));
  }
  Commitment owned(EmployeeId owner, std::string const& next, std::optional<std::string> const& due = {}) {
    auto form = thing("PVC排水管修复");
    form.owner_id = form.handler_id = owner;
    form.next_follow_up_at = at(next);
    if (due) form.due_at = at(*due);
    return open(form);
  }
  Commitment change(Commitment const& before, CommitmentChange const& change) {
    return world().write([&](Context& ctx) -> Result<Commitment> { return followup::change(ctx, before, change); });
  }
  std::vector<EmployeeId> told(ReminderDue const& event) {
    std::vector<EmployeeId> people;
    for (auto const& recipient : event.recipients) people.push_back(recipient.employee);
    return people;
  }
  void set_policy(PolicyForm const& form, std::int64_t version = 0) {
    world().write([&](Context& ctx) { return change_policy(ctx, version, form); });
  }
  void recount() {
    while (world().write([&](Context& ctx) { return reminders::recount_some(ctx.db, ctx.services, ctx.now); })) {}
  }

  EmployeeId boss, chen, chief, zhou;
};
ON_EACH_ENGINE(Reminding);

TEST_P(Reminding, climbs_from_an_hour_before_up_to_the_top) {
  owned(zhou, "2026-11-20T17:00");
  fire_at("2026-11-20T15:59");
  EXPECT_TRUE(new_ones().empty());
  fire_at("2026-11-20T16:00");
  auto first = new_ones();
  ASSERT_EQ(first.size(), 1u);
  EXPECT_EQ(first[0].rung, 0);
  EXPECT_EQ(first[0].basis, at("2026-11-20T17:00"));
  EXPECT_EQ(told(first[0]), std::vector{zhou});
  EXPECT_FALSE(first[0].escalation);
  fire_at("2026-11-20T17:00");
  EXPECT_EQ(new_ones().at(0).rung, 1);
  fire_at("2026-11-23T13:30");
  EXPECT_EQ(new_ones().at(0).rung, 2);
  fire_at("2026-11-23T17:00");
  auto supervisor = new_ones();
  EXPECT_EQ(told(supervisor.at(0)), (std::vector{zhou, chief}));
  EXPECT_TRUE(supervisor[0].escalation);
  fire_at("2026-11-25T17:00");
  EXPECT_EQ(told(new_ones().at(0)), (std::vector{zhou, chen}));
  fire_at("2026-11-27T17:00");
  EXPECT_EQ(told(new_ones().at(0)), (std::vector{zhou, boss}));
  fire_at("2027-03-01T10:00");
  EXPECT_TRUE(new_ones().empty()) << "nobody stands higher";
  EXPECT_FALSE(rows().at(0).fires_at);
}

TEST_P(Reminding, a_follow_up_begins_a_new_ladder) {
  auto commitment = owned(li, "2026-11-20T11:00");
  fire_at("2026-11-20T11:00");
  auto const before = new_ones();
  world().write_as(actor(li), [&](Context& ctx) { return record(ctx, commitment.id, {.finding = "施工开始", .next_follow_up_at = at("2026-11-24T11:00")}); });
  fire_at("2026-11-24T09:59");
  EXPECT_TRUE(new_ones().empty());
  fire_at("2026-11-24T10:00");
  auto const after = new_ones();
  EXPECT_EQ(after.at(0).rung, 0);
  EXPECT_NE(after[0].occurrence, before.at(0).occurrence);
}

TEST_P(Reminding, what_is_closed_is_not_reminded_of_and_what_is_reopened_is) {
  auto commitment = owned(li, "2026-11-20T11:00", "2026-11-20T12:00");
  auto closed = close(commitment);
  EXPECT_TRUE(rows().empty());
  world().write([&](Context& ctx) -> Result<Commitment> { return reopen(ctx, closed, "begun"); });
  EXPECT_TRUE(row(commitment.id, Topic::follow_up));
  EXPECT_EQ(row(commitment.id, Topic::due)->basis, at("2026-11-20T12:00"));
}

TEST_P(Reminding, a_time_that_comes_back_is_reminded_of_again) {
  auto commitment = owned(li, "2026-11-20T11:00");
  fire_at("2026-11-20T10:00");
  auto moved = change(commitment, {.next_follow_up_at = at("2026-11-25T11:00")});
  change(moved, {.next_follow_up_at = at("2026-11-20T11:00")});
  fire_at("2026-11-20T11:00");
  auto const events = new_ones();
  ASSERT_EQ(events.size(), 2u);
  EXPECT_NE(events[0].occurrence.substr(0, 36), events[1].occurrence.substr(0, 36));
}

TEST_P(Reminding, other_changes_leave_the_ladder_where_it_stands) {
  auto commitment = owned(li, "2026-11-20T11:00");
  fire_at("2026-11-20T10:00");
  auto const before = rows();
  change(commitment, {.title = "新标题", .owner_id = wang});
  EXPECT_EQ(to_json(rows().at(0)), to_json(before.at(0)));
  fire_at("2026-11-20T11:00");
  EXPECT_EQ(told(new_ones().at(1)), std::vector{wang}) << "who owns it when the time comes";
}

TEST_P(Reminding, the_due_time_of_what_rests_is_the_end_of_its_rest) {
  auto commitment = owned(li, "2026-11-26T11:00", "2026-11-20T17:00");
  auto held = change(commitment, {.next_follow_up_at = at("2026-11-25T10:00"), .held_until = at("2026-11-25T10:00")});
  EXPECT_EQ(row(commitment.id, Topic::due)->basis, at("2026-11-25T10:00"));
  change(held, {.held_until = Patch<Instant>::null()});
  EXPECT_EQ(row(commitment.id, Topic::due)->basis, at("2026-11-20T17:00"));
}

TEST_P(Reminding, after_an_outage_only_the_highest_passed_rung_is_told) {
  owned(zhou, "2026-11-20T11:00");
  fire_at("2026-11-24T11:00");
  auto const events = new_ones();
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].rung, 3);
  EXPECT_EQ(told(events[0]), (std::vector{zhou, chief}));
  EXPECT_EQ(rows().at(0).fires_at, at("2026-11-25T11:00"));
}

TEST_P(Reminding, of_a_time_long_past_the_owner_is_told_before_anybody_above) {
  auto form = thing("旧表里的事");
  form.owner_id = form.handler_id = zhou;
  form.due_at = at("2006-05-20T10:00");
  form.next_follow_up_at = at("2026-12-20T10:00");
  open(form);
  fire();
  auto const events = new_ones();
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].topic, Topic::due);
  EXPECT_EQ(told(events[0]), std::vector{zhou});
  EXPECT_EQ(rows().size(), 2u);
}

TEST_P(Reminding, what_moves_a_time_or_closes_tells_so_and_nothing_else_does) {
  auto moved = [&] {
    static constexpr std::string_view text = "SELECT count(*) FROM outbox_event WHERE name = 'followup.times_moved'";
    db::Statement const statement{"moved", text, text};
    return world().read([&](ReadContext const& ctx) { return ctx.db.sure<std::int64_t>(statement); });
  };
  auto commitment = owned(li, "2026-11-24T11:00");
  commitment = change(commitment, {.title = "另一个标题"});
  EXPECT_EQ(moved(), 0);
  commitment = change(commitment, {.next_follow_up_at = at("2026-11-25T11:00")});
  EXPECT_EQ(moved(), 1);
  commitment = change(commitment, {.due_at = at("2026-11-26T11:00")});
  EXPECT_EQ(moved(), 2);
  commitment = change(commitment, {.held_until = at("2026-11-27T11:00")});
  EXPECT_EQ(moved(), 3) << "what rests is due when its rest ends";
  close(commitment);
  EXPECT_EQ(moved(), 4);
}

TEST_P(Reminding, nobody_is_told_at_night_even_when_the_calendar_has_changed_since) {
  owned(li, "2026-11-23T10:30");
  world().services.calendar_of = [](OrganizationId) {
    return std::make_shared<calendar::WorkingCalendar>("Asia/Shanghai", calendar::WorkingHours::standard(),
                                                       calendar::Holidays{}.with({{*Date::parse("2026-11-23"), "厂庆", calendar::DayKind::off}}));
  };
  fire_at("2026-11-23T09:30");
  EXPECT_TRUE(new_ones().empty());
  EXPECT_EQ(rows().at(0).fires_at, at("2026-11-24T09:00"));
  fire_at("2026-11-24T09:00");
  EXPECT_EQ(new_ones().size(), 1u);
}

TEST_P(Reminding, the_deputy_of_the_day_is_told) {
  auto const today = *Date::parse("2026-11-20");
  company->name_deputy(li, wang, today, today);
  owned(li, "2026-11-20T11:00");
  fire_at("2026-11-20T11:00");
  auto const events = new_ones();
  EXPECT_EQ(told(events.at(0)), std::vector{wang});
  EXPECT_EQ(events[0].recipients[0].deputy_of, li);
}

TEST_P(Reminding, an_unanswered_handoff_is_told_to_both_until_it_is_answered) {
  auto commitment = owned(li, "2026-11-30T10:00");
  auto const source = Uuid::v7();
  world().write([&](Context& ctx) { expect_answer(ctx, commitment, {.source = source, .receiver = zhou, .limit = at("2026-11-20T11:00")}); });
  fire_at("2026-11-20T11:00");
  auto const events = new_ones();
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(told(events[0]), (std::vector{zhou, li}));
  EXPECT_EQ(events[0].occurrence, source.text() + "/0");
  world().write([&](Context& ctx) { answered(ctx, commitment.id); });
  fire_at("2026-11-25T11:00");
  EXPECT_TRUE(new_ones().empty());
}

TEST_P(Reminding, a_changed_ladder_holds_for_what_is_still_to_come) {
  auto commitment = owned(li, "2026-11-20T11:00");
  auto other = owned(wang, "2026-11-24T11:00");
  fire_at("2026-11-20T11:00");
  new_ones();
  set_policy({"*", Topic::follow_up, Ladder{{{0, 30, {Standpoint::owner}}, {2, 0, {Standpoint::owner}}}, {}}});
  recount();
  EXPECT_EQ(row(commitment.id, Topic::follow_up)->fires_at, at("2026-11-20T16:30")) << "not before every process knows the new ladder";
  world().clock.advance(minutes(1));
  recount();
  EXPECT_EQ(row(commitment.id, Topic::follow_up)->fires_at, at("2026-11-20T11:30"));
  EXPECT_EQ(row(other.id, Topic::follow_up)->fires_at, at("2026-11-24T11:30"));
  fire_at("2026-12-30T10:00");
  EXPECT_EQ(new_ones().size(), 2u);
  EXPECT_FALSE(row(other.id, Topic::follow_up)->fires_at);
}

TEST_P(Reminding, a_kind_has_its_own_ladder) {
  set_policy({"repair", Topic::follow_up, Ladder{{{0, 5, {Standpoint::owner}}}, {}}});
  auto commitment = owned(li, "2026-11-20T11:00");
  EXPECT_EQ(row(commitment.id, Topic::follow_up)->fires_at, at("2026-11-20T11:05"));
  change(commitment, {.subject_kind = "complaint"});
  EXPECT_EQ(row(commitment.id, Topic::follow_up)->fires_at, at("2026-11-20T10:00"));
}

TEST_P(Reminding, a_ladder_is_changed_only_from_the_version_it_was_seen_in) {
  PolicyForm const form{"*", Topic::due, Ladder{{{0, 0, {Standpoint::handler}}}, {}}};
  auto stale = [&](std::int64_t version) { return world().try_write([&](Context& ctx) { return change_policy(ctx, version, form); }).refusal().code; };
  EXPECT_EQ(stale(1), "request.stale");
  set_policy(form);
  EXPECT_EQ(stale(0), "request.stale");
  set_policy({"*", Topic::due, std::nullopt}, 1);
  auto views = world().read([](ReadContext const& ctx) { return policies(ctx); });
  ASSERT_EQ(views.size(), 3u);
  for (auto const& view : views) EXPECT_TRUE(view.shipped && view.version == 0);
}

TEST_P(Reminding, what_was_open_before_there_were_reminders_gets_them) {
  auto commitment = owned(li, "2026-11-24T11:00", "2026-11-25T11:00");
  auto const before = rows();
  world().tamper("DELETE FROM reminder");
  world().write([&](Context& ctx) { reminders::recount_all(ctx, "*"); });
  world().clock.advance(minutes(1));
  recount();
  auto const after = rows();
  ASSERT_EQ(after.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(after[i].fires_at, before[i].fires_at);
}

TEST_P(Reminding, a_refused_or_broken_batch_has_told_nobody) {
  owned(li, "2026-11-20T11:00");
  world().clock.set(at("2026-11-20T11:00"));
  auto const before = rows();
  auto broken = world().try_write([&](Context& ctx) -> Result<void> {
    reminders::fire_some(ctx.db, ctx.services, ctx.now);
    return Refusal::conflict("request.stale");
  });
  EXPECT_FALSE(broken);
  EXPECT_TRUE(published().empty());
  EXPECT_EQ(to_json(rows().at(0)), to_json(before.at(0)));
  fire();
  EXPECT_EQ(new_ones().size(), 1u);
}

TEST_P(Reminding, several_schedulers_tell_everything_once) {
  constexpr int count = 2500;
  world().write([&](Context& ctx) {
    for (int i = 0; i < count; ++i) {
      auto form = thing("事项");
      form.next_follow_up_at = at("2026-11-20T11:00");
      followup::open(ctx, form);
    }
  });
  world().clock.set(at("2026-11-20T11:00"));
  std::vector<std::thread> nodes;
  for (auto const* name : {"a", "b", "c"}) {
    nodes.emplace_back([&, name] {
      jobs::Scheduler scheduler(world().services, name, {remind()});
      for (int i = 0; i < 5; ++i) scheduler.run_due();
    });
  }
  for (auto& node : nodes) node.join();
  std::set<std::string> occurrences;
  for (auto const& event : new_ones()) EXPECT_TRUE(occurrences.insert(event.occurrence).second);
  EXPECT_EQ(occurrences.size(), count);
}

TEST_P(Reminding, a_tick_without_anything_due_only_looks) {
  auto const job = remind();
  auto due = [&] { return world().read([&](ReadContext const& ctx) { return job.has_work(ctx.db, ctx.now); }); };
  EXPECT_FALSE(due());
  owned(li, "2026-11-20T11:00");
  EXPECT_FALSE(due());
  world().clock.set(at("2026-11-20T10:00"));
  EXPECT_TRUE(due());
  fire();
  EXPECT_FALSE(due());
  world().write([](Context& ctx) { reminders::recount_all(ctx, every_kind); });
  EXPECT_FALSE(due()) << "not before every process has forgotten the old ladder";
  world().clock.advance(std::chrono::minutes(1));
  EXPECT_TRUE(due());
}

TEST_P(Reminding, the_health_tells_how_far_behind_it_is) {
  auto health = [&] { return world().read([](ReadContext const& ctx) { return reminder_health(ctx); }); };
  owned(li, "2026-11-20T11:00");
  owned(li, "2026-11-20T17:00");
  EXPECT_EQ(health().waiting, 0);
  EXPECT_EQ(health().next_due_at, at("2026-11-20T10:00"));
  world().clock.set(at("2026-11-20T10:01"));
  EXPECT_EQ(health().lag_seconds, 60);
  EXPECT_FALSE(health().behind);
  world().clock.set(at("2026-11-20T10:03"));
  EXPECT_TRUE(health().behind);
  EXPECT_EQ(health().waiting, 1);
  EXPECT_EQ(reminder_figures(world().services).at("lag_seconds"), 180);
  fire();
  EXPECT_EQ(health().lag_seconds, 0);
}

TEST_P(Reminding, a_tick_looks_at_nothing_but_what_is_due) {
  owned(li, "2026-11-20T11:00");
  world().read([](ReadContext const& ctx) {
    fixture::QueryPlans plans{ctx.db};
    plans.all<OrganizationId>(sql::organizations_to_remind, {{"now", ctx.now}, {"limit", 1000}});
    reminder_health({ctx.actor, ctx.now, plans, ctx.services});
    EXPECT_NE(plans.text().find("reminder_fires"), std::string::npos);
    EXPECT_EQ(plans.sorts(), "");
  });
}

}  // namespace
}  // namespace zx::followup
