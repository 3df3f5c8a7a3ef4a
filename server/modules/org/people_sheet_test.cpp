#include "modules/org/people_sheet.hpp"

#include "modules/org/people_fixture.hpp"

namespace zx::org::sheet {
namespace {

constexpr std::string_view header = "工号,姓名,部门,岗位,主管,电话,入职日期\n";

struct PeopleSheet : fixture::EachEngine {
  PeopleSheet() : EachEngine(fixture::Migrations(module().migrations.begin(), module().migrations.end())) {}

  void SetUp() override {
    EachEngine::SetUp();
    if (IsSkipped()) return;
    company.emplace(world());
    works = company->department("工程部");
    li = company->employ({.number = "E1", .name = "李明", .department_id = works});
  }
  PeopleImportReport import(std::string rows, PeopleImportOptions options = {}) {
    return import_people(world().services, company->system, std::string(header) + rows, options).value();
  }
  std::optional<EmployeeView> called(std::string_view number) {
    return world().read_as(company->system, [&](ReadContext const& ctx) -> std::optional<EmployeeView> {
      auto found = employee_called(ctx, number, "who");
      if (!found) return std::nullopt;
      return show_employee(ctx, found->id).value();
    });
  }

  std::optional<Company> company;
  DepartmentId works;
  EmployeeId li;
};
ON_EACH_ENGINE(PeopleSheet);

TEST_P(PeopleSheet, new_people_come_and_known_ones_change_where_a_cell_is_filled) {
  auto const report = import("E1,李明,,,,13900000000,\nE2,王芳,工程部,,李明,,2026/3/1\n");
  EXPECT_EQ(report.added, 1);
  EXPECT_EQ(report.changed, 1);
  EXPECT_EQ(called("E1")->phone, "13900000000");
  EXPECT_EQ(called("E1")->department_name, "工程部");
  EXPECT_EQ(called("E2")->supervisor_name, "李明");
  EXPECT_EQ(called("E2")->entry_date, Date::parse("2026-03-01"));
  EXPECT_EQ(import("E2,王芳,工程部,,李明,,2026-03-01\n").skipped, 1);
}

TEST_P(PeopleSheet, a_supervisor_may_stand_further_down) {
  EXPECT_EQ(import("E2,王芳,工程部,,E3,,\nE3,赵强,工程部,,E1,,\n").added, 2);
  EXPECT_EQ(called("E2")->supervisor_name, "赵强");
}

TEST_P(PeopleSheet, departments_and_positions_are_made_only_when_wanted) {
  auto const refused = import("E2,王芳,工程部/水电班,水电工,,,\n");
  EXPECT_EQ(refused.errors.front().code, "people.department_unknown");
  EXPECT_FALSE(called("E2"));
  auto const made = import("E2,王芳,工程部/水电班,水电工,,,\nE3,赵强,水电班,水电工,,,\n", {.make_departments = true, .make_positions = true});
  EXPECT_EQ(made.new_departments, std::vector<std::string>{"工程部/水电班"});
  EXPECT_EQ(made.new_positions, std::vector<std::string>{"水电工"});
  EXPECT_EQ(called("E3")->department_name, "水电班");
}

TEST_P(PeopleSheet, a_dry_run_says_what_would_happen_and_writes_nothing) {
  auto const report = import("E2,王芳,客服部,接待员,,,\n", {.dry_run = true, .make_departments = true, .make_positions = true});
  EXPECT_TRUE(report.dry_run);
  EXPECT_EQ(report.added, 1);
  EXPECT_EQ(report.verdicts.front().verdict, PersonVerdict::new_person);
  EXPECT_EQ(report.new_departments, std::vector<std::string>{"客服部"});
  EXPECT_FALSE(called("E2"));
  world().read_as(company->system, [&](ReadContext const& ctx) { EXPECT_EQ(departments(ctx).size(), 2u); });
}

TEST_P(PeopleSheet, one_wrong_row_keeps_all_out_unless_it_is_skipped) {
  std::string const rows = "E2,王芳,工程部,,,,\n,没工号,工程部,,,,\nE2,重复,工程部,,,,\nE4,赵强,工程部,,没有的人,,昨天\n";
  auto const refused = import(rows);
  EXPECT_EQ(refused.error_count, 3);
  EXPECT_EQ(refused.added, 0);
  EXPECT_FALSE(called("E2"));
  auto const skipped = import(rows, {.on_error = PeopleOnError::skip_bad_rows});
  EXPECT_EQ(skipped.added, 1);
  EXPECT_EQ(skipped.error_count, 3);
  EXPECT_TRUE(called("E2"));
}

TEST_P(PeopleSheet, refused_rows_come_back_with_their_reasons) {
  auto const content = std::string(header) + "E2,王芳,没有部,,,,\nE3,赵强,工程部,,,,\n";
  auto const report = import_people(world().services, company->system, content, {}).value();
  auto const file = error_file(content, report, PeopleFormat::csv);
  EXPECT_NE(file.find("错误原因"), std::string::npos);
  EXPECT_NE(file.find("没有“没有部”这个部门"), std::string::npos);
  EXPECT_EQ(file.find("赵强"), std::string::npos);
}

TEST_P(PeopleSheet, a_supervisor_who_would_be_their_own_is_refused) {
  auto const report = import("E2,王芳,,,E3,,\nE3,赵强,,,E2,,\n");
  EXPECT_EQ(report.errors.front().code, "org.supervisor_cycle");
  EXPECT_FALSE(called("E2"));
}

}  // namespace
}  // namespace zx::org::sheet
