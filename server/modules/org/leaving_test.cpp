#include "modules/org/leaving.hpp"

#include "modules/org/organization.hpp"
#include "modules/org/people_fixture.hpp"

namespace zx::org {
namespace {

/// What the module above would keep: who holds the one thing there is.
EmployeeId keeper;
bool ended = false;

std::vector<HeldView> kept_by(ReadContext const&, EmployeeId person) {
  if (person != keeper || ended) return {};
  return {{Uuid{}, "K-1", "钥匙"}};
}
Result<void> give(Context&, EmployeeId, EmployeeBrief const& to, std::vector<HeldView> const&, std::string_view note) {
  if (note == "不行") return Refusal::invalid_field("to_id", "org.employee_left", {{"name", to.name}});
  keeper = to.id;
  return {};
}
Result<void> let_end(Context&, EmployeeId, std::vector<HeldView> const&, std::string_view) {
  ended = true;
  return {};
}

struct Leaving : fixture::EachEngine {
  Leaving() : EachEngine(fixture::Migrations(module().migrations.begin(), module().migrations.end())) {}

  void SetUp() override {
    EachEngine::SetUp();
    if (IsSkipped()) return;
    company.emplace(world());
    top = company->employ({.name = "总经理"});
    head = company->employ({.name = "高峰", .supervisor_id = top});
    li = company->employ({.name = "李明", .supervisor_id = head});
    wang = company->employ({.name = "王芳", .supervisor_id = li});
    keeper = li;
    ended = false;
    auto all = holdings();
    all.insert(all.begin(), {"keys", &kept_by, &give, &let_end});
    know_holdings(world().services, std::move(all));
  }
  EmployeeView person(EmployeeId id) {
    return world().read([&](ReadContext const& ctx) { return show_employee(ctx, id).value(); });
  }
  std::string left(EmployeeId id, LeavingForm const& form) {
    auto done = world().try_write([&](Context& ctx) { return leave(ctx, id, show_employee(ctx, id)->version, form); });
    if (done) return "";
    auto const& refusal = done.refusal();
    return refusal.fields.empty() ? refusal.code : refusal.fields[0].path + ": " + refusal.fields[0].code;
  }
  void a_night_passes() {
    world().clock.advance(std::chrono::hours(24));
    jobs::Scheduler scheduler(world().services, "test", {hand_over_leavers()});
    scheduler.run_due();
  }

  Date const today = *Date::parse("2026-11-20");
  std::optional<Company> company;
  EmployeeId top, head, li, wang;
};
ON_EACH_ENGINE(Leaving);

TEST_P(Leaving, nobody_leaves_while_something_is_in_their_hands) {
  auto refused =
      world().try_write([&](Context& ctx) -> Result<void> { return change_employee(ctx, li, TRY(show_employee(ctx, li)).version, {.leave_date = today}); });
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.refusal().code, "org.hand_over_first");
  EXPECT_EQ(refused.refusal().arguments.at("holdings"), "holding.keys 1、直接下属 1");
  EXPECT_EQ(left(li, {.leave_date = today}), "org.hand_over_first");
  EXPECT_FALSE(person(li).leave_date);
}

TEST_P(Leaving, everything_goes_over_in_the_step_in_which_they_leave) {
  EXPECT_EQ(left(li, {.leave_date = today, .successor_id = head}), "");
  EXPECT_EQ(keeper, head);
  EXPECT_EQ(person(wang).supervisor_id, head);
  EXPECT_EQ(person(li).leave_date, today);
}

TEST_P(Leaving, each_sort_of_thing_may_have_its_own_successor_or_end) {
  EXPECT_EQ(left(li, {.leave_date = today, .successor_id = head, .successions = {{"keys", {}, true}, {"reports", top, {}}}}), "");
  EXPECT_TRUE(ended);
  EXPECT_EQ(keeper, li);
  EXPECT_EQ(person(wang).supervisor_id, top);
}

TEST_P(Leaving, what_cannot_be_taken_over_keeps_everything_as_it_was) {
  EXPECT_EQ(left(li, {.leave_date = today, .successor_id = head, .note = "不行"}), "successions.keys.successor_id: org.employee_left");
  EXPECT_EQ(keeper, li);
  EXPECT_EQ(person(wang).supervisor_id, li);
  EXPECT_FALSE(person(li).leave_date);
}

TEST_P(Leaving, only_somebody_else_who_works_here_takes_over) {
  EXPECT_EQ(left(li, {.leave_date = today, .successor_id = li}), "successor_id: org.successor_is_leaver");
  auto const gone = company->employ({.name = "老陈"});
  company->leave(gone, *Date::parse("2026-11-01"));
  EXPECT_EQ(left(li, {.leave_date = today, .successor_id = gone}), "successor_id: org.employee_left");
  EXPECT_EQ(left(li, {.leave_date = today, .successor_id = head, .successions = {{"reports", {}, true}}}), "successions.0.ends: org.holding_must_go_on");
  EXPECT_EQ(left(li, {.leave_date = today, .successor_id = head, .successions = {{"stars", {}, {}}}}), "successions.0.holding: org.holding_unknown");
}

TEST_P(Leaving, a_successor_from_among_the_reports_comes_to_stand_in_their_place) {
  auto zhao = company->employ({.name = "赵强", .supervisor_id = li});
  EXPECT_EQ(left(li, {.leave_date = today, .successor_id = wang}), "");
  EXPECT_EQ(person(wang).supervisor_id, head);
  EXPECT_EQ(person(zhao).supervisor_id, wang);
}

TEST_P(Leaving, what_was_laid_down_for_the_last_day_happens_the_day_after) {
  EXPECT_EQ(left(li, {.leave_date = today, .successor_id = wang, .on_last_day = true}), "");
  EXPECT_EQ(keeper, li);
  a_night_passes();
  EXPECT_EQ(keeper, wang);
  EXPECT_EQ(person(wang).supervisor_id, head);
}

TEST_P(Leaving, what_came_in_on_the_last_day_goes_to_the_successor_too) {
  keeper = head;
  EXPECT_EQ(left(li, {.leave_date = today, .successor_id = wang}), "");
  keeper = li;
  a_night_passes();
  EXPECT_EQ(keeper, wang);
}

TEST_P(Leaving, without_a_successor_it_goes_to_who_stands_above) {
  keeper = head;
  EXPECT_EQ(left(wang, {.leave_date = today}), "");
  keeper = wang;
  a_night_passes();
  EXPECT_EQ(keeper, li);
}

TEST_P(Leaving, who_stays_after_all_keeps_what_they_have) {
  EXPECT_EQ(left(li, {.leave_date = today.plus_days(7), .successor_id = wang, .on_last_day = true}), "");
  world().write(
      [&](Context& ctx) -> Result<void> { return change_employee(ctx, li, TRY(show_employee(ctx, li)).version, {.leave_date = Patch<Date>::null()}); });
  auto refused =
      world().try_write([&](Context& ctx) -> Result<void> { return change_employee(ctx, li, TRY(show_employee(ctx, li)).version, {.leave_date = today}); });
  EXPECT_EQ(refused.refusal().code, "org.hand_over_first");
}

TEST_P(Leaving, the_default_owner_and_departments_are_handed_over) {
  auto const works = world().write([&](Context& ctx) { return add_department(ctx, {.name = "工程部", .parent_id = {}, .manager_id = head}); });
  world().write([&](Context& ctx) { return change_organization(ctx, show_organization(ctx).version, {.default_owner_id = head}); });
  EXPECT_EQ(left(head, {.leave_date = today, .successor_id = li}), "");
  world().read([&](ReadContext const& ctx) {
    EXPECT_EQ(show_department(ctx, works)->manager_id, li);
    EXPECT_EQ(show_organization(ctx).default_owner_id, li);
  });
  EXPECT_EQ(person(li).supervisor_id, top);
}

}  // namespace
}  // namespace zx::org
