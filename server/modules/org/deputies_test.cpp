#include "modules/org/deputies.hpp"

#include "modules/org/people_fixture.hpp"

namespace zx::org {
namespace {

struct Deputies : fixture::EachEngine {
  Deputies() : EachEngine(tables()) {}

  void SetUp() override {
    EachEngine::SetUp();
    if (IsSkipped()) return;
    company.emplace(world());
    li = company->actor(company->employ({.name = "李明"}));
    wang = company->actor(company->employ({.name = "王芳"}));
  }
  std::string refused(Actor const& who, DeputyForm const& form) {
    auto named = world().try_write_as(who, [&](Context& ctx) { return name_deputy(ctx, form); });
    if (named) return "";
    auto const& refusal = named.refusal();
    return refusal.fields.empty() ? refusal.code : refusal.fields[0].path + ": " + refusal.fields[0].code;
  }
  DeputyForm form(EmployeeId deputy, char const* from, char const* to) {
    return {.deputy_id = deputy, .from_date = *Date::parse(from), .to_date = *Date::parse(to)};
  }
  DeputyView name(Actor const& who, DeputyForm const& form) {
    return world().write_as(who, [&](Context& ctx) { return name_deputy(ctx, form); });
  }
  std::map<EmployeeId, EmployeeId> on(char const* day) {
    return world().read([&](ReadContext const& ctx) { return deputies_on(ctx, *Date::parse(day)); });
  }

  static fixture::Migrations tables() {
    using fixture::operator+;
    return fixture::Migrations{} + module().migrations;
  }

  std::optional<Company> company;
  Actor li, wang;
};
ON_EACH_ENGINE(Deputies);

TEST_P(Deputies, a_deputy_stands_in_from_the_first_day_to_the_last) {
  name(li, form(wang.employee, "2026-11-23", "2026-11-25"));
  EXPECT_TRUE(on("2026-11-22").empty());
  EXPECT_EQ(on("2026-11-23").at(li.employee), wang.employee);
  EXPECT_EQ(on("2026-11-25").at(li.employee), wang.employee);
  EXPECT_TRUE(on("2026-11-26").empty());
}

TEST_P(Deputies, nobody_has_two_on_one_day) {
  name(li, form(wang.employee, "2026-11-23", "2026-11-25"));
  EXPECT_EQ(refused(li, form(wang.employee, "2026-11-25", "2026-11-30")), "org.deputy_overlaps");
  EXPECT_EQ(refused(li, form(wang.employee, "2026-11-26", "2026-11-30")), "");
}

TEST_P(Deputies, what_makes_no_sense_is_refused) {
  EXPECT_EQ(refused(li, form(li.employee, "2026-11-23", "2026-11-25")), "deputy_id: org.deputy_oneself");
  EXPECT_EQ(refused(li, form(wang.employee, "2026-11-25", "2026-11-23")), "to_date: org.deputy_ends_before_it_begins");
  EXPECT_EQ(refused(li, form(wang.employee, "2026-11-01", "2026-11-19")), "to_date: org.deputy_over");
  EXPECT_EQ(refused(li, form(wang.employee, "2026-11-23", "2028-11-23")), "to_date: org.deputy_too_long");
  EXPECT_EQ(refused(li, form(EmployeeId::make(), "2026-11-23", "2026-11-25")), "deputy_id: org.employee_unknown");
}

TEST_P(Deputies, only_who_manages_people_names_and_dismisses_for_others) {
  auto for_wang = form(li.employee, "2026-11-23", "2026-11-25");
  for_wang.employee_id = wang.employee;
  EXPECT_EQ(refused(li, for_wang), "org.deputy_not_yours");
  li.grants = granted({permissions::manage_people}, Scope::organization);
  auto named = name(li, for_wang);
  li.grants.clear();
  auto dismissed = world().try_write_as(li, [&](Context& ctx) { return dismiss_deputy(ctx, named.id); });
  EXPECT_EQ(dismissed.refusal().code, "org.deputy_not_found");
  world().write_as(wang, [&](Context& ctx) { return dismiss_deputy(ctx, named.id); });
  EXPECT_TRUE(on("2026-11-24").empty());
}

TEST_P(Deputies, everybody_sees_their_own_and_only_who_manages_people_sees_all) {
  name(li, form(wang.employee, "2026-11-23", "2026-11-25"));
  auto third = company->actor(company->employ({.name = "赵强"}));
  auto seen = [&](Actor const& who, bool all) { return world().read_as(who, [&](ReadContext const& ctx) { return deputies(ctx, {.all = all}); }); };
  EXPECT_EQ(seen(li, false)->size(), 1u);
  EXPECT_EQ(seen(wang, false)->at(0).deputy_name, "王芳");
  EXPECT_TRUE(seen(third, false)->empty());
  EXPECT_EQ(seen(third, true).refusal().code, "org.deputy_not_yours");
  third.grants = granted({permissions::manage_people}, Scope::organization);
  EXPECT_EQ(seen(third, true)->size(), 1u);
}

TEST(TheChart, leads_from_the_supervisor_to_the_top_without_those_who_left) {
  Chart chart;
  auto [staff, lead, head, boss] = std::array{EmployeeId::make(), EmployeeId::make(), EmployeeId::make(), EmployeeId::make()};
  auto [works, root] = std::array{DepartmentId::make(), DepartmentId::make()};
  auto const today = *Date::parse("2026-11-20");
  chart.add(root, {std::nullopt, boss});
  chart.add(works, {root, head});
  chart.add(staff, {works, lead, std::nullopt});
  chart.add(lead, {works, std::nullopt, Date::parse("2026-11-01")});
  chart.add(head, {works, std::nullopt, std::nullopt});
  chart.add(boss, {root, std::nullopt, std::nullopt});
  EXPECT_EQ(chart.reporting_line(staff, today), (std::vector{head, boss}));
  EXPECT_EQ(chart.reporting_line(staff, *Date::parse("2026-10-31")), (std::vector{lead, head, boss}));
  EXPECT_TRUE(chart.reporting_line(boss, today).empty());
  EXPECT_EQ(chart.head_of(works, today), head);
}

TEST(TheChart, ends_where_it_would_go_round) {
  Chart chart;
  auto [first, second] = std::array{EmployeeId::make(), EmployeeId::make()};
  chart.add(first, {std::nullopt, second, std::nullopt});
  chart.add(second, {std::nullopt, first, std::nullopt});
  EXPECT_EQ(chart.reporting_line(first, *Date::parse("2026-11-20")), std::vector{second});
}

}  // namespace
}  // namespace zx::org
