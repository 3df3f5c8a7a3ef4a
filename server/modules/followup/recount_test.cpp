// A changed calendar or ladder forgets nobody: what waits for the morning is told in the morning.

#include <random>

#include "modules/followup/reminders_fixture.hpp"

namespace zx::followup {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

std::shared_ptr<calendar::WorkingCalendar const> calendar_without(std::vector<std::string> const& days) {
  std::vector<calendar::SpecialDay> special;
  for (auto const& day : days) special.push_back({*Date::parse(day), "厂休", calendar::DayKind::off});
  return std::make_shared<calendar::WorkingCalendar>("Asia/Shanghai", calendar::WorkingHours::standard(), calendar::Holidays{}.with(std::move(special)));
}

struct Recounting : ReminderWorld {
  void SetUp() override {
    ReminderWorld::SetUp();
    if (IsSkipped()) return;
    auto boss = company->employ({.name = "周总"});
    auto chief = company->employ({.name = "赵主管", .department_id = works, .supervisor_id = boss});
    zhou = company->employ({.name = "周强", .department_id = works, .supervisor_id = chief});
    use(calendar_without({}));
    world().clock.set(at("2026-11-20T09:00"));  // a Friday
  }
  void use(std::shared_ptr<calendar::WorkingCalendar const> calendar) {
    calendar_ = std::move(calendar);
    world().services.calendar_of = [this](OrganizationId) { return calendar_; };
  }
  Commitment owned(std::string const& next) {
    auto form = thing("PVC排水管修复");
    form.owner_id = form.handler_id = zhou;
    form.next_follow_up_at = at(next);
    return open(form);
  }
  void recount() {
    world().write([](Context& ctx) { reminders::recount_all(ctx, every_kind); });
    world().clock.advance(minutes(1));
    while (world().write([&](Context& ctx) { return reminders::recount_some(ctx.db, ctx.services, ctx.now); })) {}
  }
  void set_policy(PolicyForm const& form) {
    world().write([&](Context& ctx) { return change_policy(ctx, 0, form); });
  }
  /// Nothing ran for two days: on Sunday evening what has passed is put off until the morning.
  void come_back_on_sunday() { fire_at("2026-11-22T20:00"); }

  EmployeeId zhou;
  std::shared_ptr<calendar::WorkingCalendar const> calendar_;
};
ON_EACH_ENGINE(Recounting);

TEST_P(Recounting, a_calendar_saved_on_sunday_evening_drops_nothing_that_waits_for_monday) {
  auto const commitment = owned("2026-11-20T11:00");
  come_back_on_sunday();
  ASSERT_EQ(row(commitment.id, Topic::follow_up)->fires_at, at("2026-11-23T09:00"));
  use(calendar_without({"2026-12-31"}));
  recount();
  EXPECT_EQ(row(commitment.id, Topic::follow_up)->fires_at, at("2026-11-23T09:00"));
  EXPECT_EQ(row(commitment.id, Topic::follow_up)->rung, 0);
  fire_at("2026-11-23T09:00");
  EXPECT_EQ(new_ones().size(), 1u);
}

TEST_P(Recounting, what_waits_for_monday_waits_for_tuesday_when_monday_becomes_a_holiday) {
  auto const commitment = owned("2026-11-20T11:00");
  come_back_on_sunday();
  use(calendar_without({"2026-11-23"}));
  recount();
  EXPECT_EQ(row(commitment.id, Topic::follow_up)->fires_at, at("2026-11-24T09:00"));
}

TEST_P(Recounting, a_handoff_whose_whole_ladder_has_passed_is_told_all_the_same) {
  auto const commitment = owned("2026-12-30T11:00");
  world().write([&](Context& ctx) { expect_answer(ctx, commitment, {.source = Uuid::v7(), .receiver = li, .limit = at("2026-11-16T11:00")}); });
  world().clock.set(at("2026-11-28T20:00"));  // a Saturday, a week later
  fire();
  use(calendar_without({"2026-12-31"}));
  recount();
  EXPECT_EQ(row(commitment.id, Topic::handoff)->fires_at, at("2026-11-30T09:00"));
  fire_at("2026-11-30T09:00");
  EXPECT_EQ(new_ones().size(), 1u);
}

TEST_P(Recounting, another_ladder_or_kind_drops_nothing_that_waits_either) {
  auto const first = owned("2026-11-20T11:00");
  auto const second = owned("2026-11-20T11:00");
  come_back_on_sunday();
  set_policy({"*", Topic::follow_up, Ladder{{{0, 5, {Standpoint::owner}}, {5, 0, {Standpoint::owner}}}, {}}});
  set_policy({"complaint", Topic::follow_up, Ladder{{{0, 10, {Standpoint::owner}}, {6, 0, {Standpoint::owner}}}, {}}});
  recount();
  world().write([&](Context& ctx) -> Result<Commitment> { return followup::change(ctx, second, {.subject_kind = "complaint"}); });
  EXPECT_EQ(row(first.id, Topic::follow_up)->fires_at, at("2026-11-23T09:00"));
  EXPECT_EQ(row(second.id, Topic::follow_up)->fires_at, at("2026-11-23T09:00"));
}

/// Any ladder, in order of time.
Ladder some_ladder(std::mt19937& random) {
  Ladder ladder;
  std::int64_t after = -60;
  for (auto count = 1 + random() % 5; count > 0; --count) {
    ladder.rungs.push_back({0, after, {Standpoint::owner}});
    after += 30 + static_cast<std::int64_t>(random() % 900);
    if (after <= 0) after = 0;
  }
  return ladder;
}

TEST_P(Recounting, whatever_is_changed_and_whenever_what_waits_is_told_on_the_next_working_morning) {
  std::mt19937 random(20261120);
  std::vector<std::string> const days{"2026-11-23", "2026-11-24", "2026-11-27", "2026-12-31", "2027-01-01"};
  for (int round = 0; round < 40; ++round) {
    world().clock.set(at("2026-11-20T09:00") + hours(24 * 7 * round));
    auto const friday = world().clock.now();
    auto form = thing("事项 " + std::to_string(round));
    form.owner_id = form.handler_id = zhou;
    form.next_follow_up_at = friday + hours(1) + minutes(random() % 400);
    auto const commitment = open(form);
    world().clock.set(friday + hours(24 * 2 + 11));  // Sunday evening, nothing has run since
    fire();
    auto const waiting = row(commitment.id, Topic::follow_up);
    ASSERT_TRUE(waiting && waiting->fires_at);
    std::vector<std::string> off;
    for (auto const& day : days)
      if (random() % 2) off.push_back(day);
    use(calendar_without(off));
    if (random() % 2) {
      auto const version = world().read([&](ReadContext const& ctx) { return policies(ctx).front().version; });
      world().write([&](Context& ctx) { return change_policy(ctx, version, {"*", Topic::follow_up, some_ladder(random)}); });
    }
    recount();
    auto const after = row(commitment.id, Topic::follow_up);
    auto const known = world().read([&](ReadContext const& ctx) { return read_policies(ctx)->of(commitment.subject_kind, Topic::follow_up); });
    Climb const climb(known, *calendar_, after->basis, after->counts_from);
    auto const morning = calendar_->next_working_instant(world().clock.now());
    auto const mine = climb.time_of(waiting->rung);
    if (mine && *mine <= world().clock.now()) {
      EXPECT_EQ(after->rung, waiting->rung) << "round " << round;
      EXPECT_EQ(after->fires_at, morning) << "round " << round;
    } else if (mine) {
      ASSERT_TRUE(after->fires_at) << "round " << round;
      EXPECT_LE(*after->fires_at, *mine) << "round " << round;
    }
    if (after->fires_at) { EXPECT_TRUE(calendar_->is_working_time(*after->fires_at)) << "round " << round; }
    close(now(commitment.id));
  }
}

}  // namespace
}  // namespace zx::followup
