// Follow-up sheets in and out of an organization.

#include "modules/work/sheet.hpp"

#include "modules/work/sheet_header.hpp"
#include "platform/csv/open_table.hpp"
#include "platform/testing/test_world.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::work::sheet {
namespace {

std::string golden() {
  std::stringstream text;
  text << std::ifstream(ZHIXING_SOURCE_DIR "/tests/golden/followup_sheet.csv").rdbuf();
  return text.str();
}

using fixture::operator+;
using Cells = std::vector<std::vector<std::string>>;

/// The cells from the header on, every row as wide as the header.
Cells cells_of(std::string const& content) {
  auto table = table::open_table_bytes(content);
  Cells rows;
  std::vector<table::Cell> cells;
  while (*(*table)->next(cells)) {
    if (rows.empty() && !Header::is_one(cells)) continue;
    auto& row = rows.emplace_back();
    for (auto const& cell : cells) row.push_back(cell.text);
    row.resize(std::max(row.size(), rows.front().size()));
  }
  return rows;
}

std::string with_header(std::string_view rows) {
  return "工作项目,工作开始时间,计划完成时间,第一次跟进时间,完成情况,问题解决办法,下次跟进时间,完成情况,问题解决办法\n" + std::string(rows);
}

struct Sheet : fixture::EachEngine {
  Sheet() : EachEngine(fixture::Migrations{} + org::module().migrations + followup::module().migrations + work::module().migrations) {}

  void SetUp() override {
    EachEngine::SetUp();
    if (IsSkipped()) return;
    somebody = make_company("晨光物业");
  }

  /// An organization with 李明 (E1) and 王芳 (E2); the actor is 李明 with every right to the whole organization.
  Actor make_company(std::string name) {
    auto made = world().database().write([&](db::Transaction& tx) { return org::make_organization(tx, world().services, {.name = std::move(name)}, {}); });
    Actor system{.organization = made->organization, .name = "系统", .is_system = true};
    auto add = [&](std::string person, std::string number) {
      return world().write_as(system, [&](Context& ctx) { return org::add_person(ctx, {.name = person, .number = number}); }).employee;
    };
    Actor actor{.organization = made->organization, .user = UserId::make(), .employee = add("李明", "E1"), .name = "李明"};
    wang = add("王芳", "E2");
    for (auto permission : {permissions::read, permissions::create, permissions::assign, permissions::import, followup::permissions::read})
      actor.grants[std::string(permission.name)] = Scope::organization;
    return actor;
  }

  ImportReport import(Actor const& actor, std::string_view content, ImportOptions const& options = {}) {
    auto report = import_sheet(world().services, actor, content, options);
    if (!report) throw fixture::UnexpectedRefusal(report.refusal());
    return *report;
  }
  ImportReport import(std::string_view content, ImportOptions const& options = {}) { return import(somebody, content, options); }

  std::string exported(Actor const& actor, Format format = Format::csv, Columns columns = Columns::paper) {
    auto content = export_sheet(world().services, actor, {.closed = true}, format, nullptr, columns);
    if (!content) throw fixture::UnexpectedRefusal(content.refusal());
    return *content;
  }
  std::string exported() { return exported(somebody); }

  std::vector<WorkItemLine> items() {
    return world().read_as(somebody, [](ReadContext const& ctx) { return list(ctx, {.closed = true, .order = Order::newest, .limit = 200}); })->items;
  }
  followup::Standing standing(std::string_view text) {
    return world().read_as(somebody, [&](ReadContext const& ctx) { return followup::where(ctx, text); }).at(0);
  }

  Actor somebody;
  EmployeeId wang;
};
ON_EACH_ENGINE(Sheet);

TEST_P(Sheet, the_paper_comes_in_with_its_items_and_follow_ups) {
  auto report = import(golden());
  EXPECT_EQ(report.items, 2);
  EXPECT_EQ(report.follow_ups, 4);
  EXPECT_EQ(report.error_count, 0);
  auto pvc = standing("PVC");
  ASSERT_TRUE(pvc.last_follow_up);
  EXPECT_EQ(pvc.last_follow_up->date.text(), "2006-05-18");
  EXPECT_EQ(pvc.last_follow_up->finding, "施工开始");
  EXPECT_EQ(pvc.last_follow_up->solution, "联系工程部加快施工进度");
  EXPECT_TRUE(pvc.overdue);
  EXPECT_EQ(pvc.owner.name, "李明");
  EXPECT_EQ(pvc.stage, "in_progress");
  EXPECT_GT(pvc.next_follow_up_at, world().clock.now());
}

TEST_P(Sheet, an_export_has_the_same_cells_as_what_was_imported) {
  import(golden());
  EXPECT_EQ(cells_of(exported()), cells_of(golden()));
}

TEST_P(Sheet, a_sheet_of_many_pages_comes_out_as_it_went_in) {
  std::string rows;
  for (int i = 0; i < 450; ++i) {
    rows += "事项" + std::to_string(i) + ",2026.11.1,2026.12.1";
    if (i % 3 > 0) rows += ",2026.11.2,到场" + std::to_string(i) + ",换件";
    if (i % 3 > 1) rows += ",2026.11.3,完成" + std::to_string(i) + ",无";
    rows += "\n";
  }
  EXPECT_EQ(import(with_header(rows)).items, 450);
  EXPECT_EQ(cells_of(exported()), cells_of(with_header(rows)));
}

TEST_P(Sheet, a_workbook_carries_the_same_cells) {
  import(golden());
  auto workbook = exported(somebody, Format::xlsx);
  EXPECT_EQ(cells_of(workbook), cells_of(golden()));
  auto other = make_company("第二物业");
  EXPECT_EQ(import(other, workbook).items, 2);
  EXPECT_EQ(cells_of(exported(other)), cells_of(golden()));
}

TEST_P(Sheet, odd_cells_survive_two_organizations) {
  auto sheet = with_header(
      "'=1+1,2006.9.25,,2006年10月5日,'+86 打了电话,'@所有人,?\n"
      "\"带,逗号\",?,2026/12/31\n"
      "计划中,,,2026.12.1\n"
      "计划过了,,,2006.12.1\n"
      "周例会\n"
      "周例会\n");
  EXPECT_EQ(import(sheet).items, 6);
  auto once = exported();
  EXPECT_EQ(cells_of(once), cells_of(sheet));
  auto other = make_company("第二物业");
  EXPECT_EQ(import(other, once).items, 6);
  EXPECT_EQ(exported(other), once);
}

TEST_P(Sheet, an_item_entered_by_hand_goes_out_and_comes_back) {
  world().write_as(somebody, [&](Context& ctx) {
    return create(ctx,
                  {.title = "更换灯管", .importance = 1, .start_at = Instant::parse("2026-11-18T01:00:00Z"), .due_at = Instant::parse("2026-11-30T07:30:00Z")});
  });
  auto sheet = exported(somebody, Format::csv, Columns::all);
  auto rows = cells_of(sheet);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[1][0], "更换灯管");
  EXPECT_EQ(rows[1][1], "2026.11.18");
  EXPECT_EQ(rows[1][2], "2026.11.30 15:30");
  auto other = make_company("晨光物业");  // its first department has the same name
  EXPECT_EQ(import(other, sheet).items, 1);
  EXPECT_EQ(exported(other, Format::csv, Columns::all), sheet);
}

TEST_P(Sheet, a_wrong_sheet_names_every_fault_and_imports_nothing) {
  auto report = import("工作项目,工作开始时间,计划完成时间,天气\n好的,2006.05.12,2006.05.20,\n检测,2006.13.45,2006.05.20,\n,2006.05.12,2006.05.20,晴\n");
  std::vector<std::string> errors;
  for (auto const& error : report.errors) errors.push_back(std::to_string(error.row) + " " + error.column + " " + error.code);
  EXPECT_EQ(errors, (std::vector<std::string>{"1 天气 sheet.column_unknown", "3 工作开始时间 sheet.date_invalid", "4 工作项目 sheet.title_missing"}));
  for (auto const& error : report.errors) EXPECT_NE(error.message, error.code);
  EXPECT_EQ(report.items, 0);
  EXPECT_TRUE(items().empty());
}

TEST_P(Sheet, bad_rows_can_be_skipped_but_a_bad_header_cannot) {
  auto rows = with_header("好的,2006.05.12\n坏的,昨天\n");
  EXPECT_EQ(import(rows, {.on_error = OnError::import_nothing}).items, 0);
  auto report = import(rows, {.on_error = OnError::skip_bad_rows});
  EXPECT_EQ(report.items, 1);
  EXPECT_EQ(report.error_count, 1);
  EXPECT_EQ(import("工作项目,天气\n好的二,\n", {.on_error = OnError::skip_bad_rows}).items, 0);
  EXPECT_EQ(items().size(), 1u);
}

TEST_P(Sheet, a_dry_run_tells_everything_and_writes_nothing) {
  auto report = import(golden(), {.dry_run = true});
  EXPECT_TRUE(report.dry_run);
  EXPECT_EQ(report.items, 2);
  EXPECT_EQ(report.follow_ups, 4);
  ASSERT_EQ(report.verdicts.size(), 2u);
  EXPECT_EQ(report.verdicts[0].title, "PVC排水管修复");
  EXPECT_EQ(report.verdicts[0].verdict, Verdict::new_item);
  EXPECT_TRUE(items().empty());
}

TEST_P(Sheet, importing_twice_makes_nothing_twice) {
  import(golden());
  auto again = import(golden());
  EXPECT_EQ(again.items, 0);
  EXPECT_EQ(again.follow_ups, 0);
  EXPECT_EQ(again.skipped, 2);
  EXPECT_EQ(again.verdicts[0].verdict, Verdict::known_item);
  EXPECT_EQ(items().size(), 2u);
}

TEST_P(Sheet, of_equal_rows_only_those_too_many_are_new) {
  EXPECT_EQ(import(with_header("周例会\n")).items, 1);
  auto report = import(with_header("周例会\n周例会\n"));
  EXPECT_EQ(report.items, 1);
  EXPECT_EQ(report.skipped, 1);
}

TEST_P(Sheet, people_states_and_importance_come_from_their_columns) {
  import("工作项目,负责人,经办人,状态,重要性\n甲,王芳,E1,已完成,1\n乙,,王芳,,\n");
  auto lines = items();
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[1].owner.name, "王芳");
  EXPECT_EQ(lines[1].handler.name, "李明");
  EXPECT_EQ(lines[1].state, State::done);
  EXPECT_EQ(lines[1].importance, 1);
  EXPECT_EQ(lines[1].next_follow_up_at, std::nullopt);
  EXPECT_EQ(lines[0].owner.name, "李明");
  EXPECT_EQ(lines[0].state, State::accepted);
  EXPECT_TRUE(lines[0].next_follow_up_at);
}

TEST_P(Sheet, unknown_people_are_named_with_row_and_column) {
  auto report = import("工作项目,负责人,部门\n甲,赵六,\n乙,王芳,月球部\n");
  ASSERT_EQ(report.errors.size(), 2u);
  EXPECT_EQ(report.errors[0].column + report.errors[0].code, "负责人org.nobody_called");
  EXPECT_EQ(report.errors[1].column + report.errors[1].code, "部门sheet.department_unknown");
}

TEST_P(Sheet, somebody_elses_items_need_the_right_to_assign) {
  somebody.grants.erase(std::string(permissions::assign.name));
  auto report = import("工作项目,负责人\n甲,李明\n乙,王芳\n");
  ASSERT_EQ(report.errors.size(), 1u);
  EXPECT_EQ(report.errors[0].row, 3);
  EXPECT_EQ(report.errors[0].code, "work.owner_needs_assign");
}

TEST_P(Sheet, a_time_still_to_come_is_the_next_look) {
  import(with_header("检测,2026.11.1,2026.12.30,2026.11.10,未到,联系,2026.12.1\n"));
  EXPECT_EQ(items().at(0).next_follow_up_at, Instant::parse("2026-12-01T01:00:00Z"));
}

TEST_P(Sheet, every_item_gets_a_number_in_order_and_its_follow_ups_stand_in_the_chain) {
  import(golden());
  auto lines = items();
  EXPECT_EQ(lines.at(1).number, "W-2026-000001");
  EXPECT_EQ(lines.at(0).number, "W-2026-000002");
  auto entries = world().read_as(somebody, [&](ReadContext const& ctx) { return timeline::entries_of(ctx, {"work_item", lines.at(1).id.uuid}, 10); });
  ASSERT_EQ(entries.size(), 3u);
  EXPECT_EQ(entries[2].event, "work_item.imported");
  EXPECT_EQ(entries[2].changes.back().to, "2");
  auto const follow_ups = world().read_as(somebody, [&](ReadContext const& ctx) { return followup::follow_ups_of(ctx, {lines.at(1).id.uuid}); });
  ASSERT_EQ(follow_ups.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    auto const& entry = entries[1 - i];
    EXPECT_EQ(entry.event, "followup.imported");
    EXPECT_EQ(entry.seq, static_cast<std::int64_t>(i) + 2);
    EXPECT_EQ(entry.changes.at(0).to, follow_ups[i].at.text());
    EXPECT_EQ(entry.changes.at(1).to, follow_ups[i].finding);
  }
  auto const checked = world().database().read([](db::Executor& db) { return timeline::verify(db); });
  EXPECT_TRUE(checked.intact);
  EXPECT_GE(checked.entries, 5);
  // What follows goes on in the same chain.
  world().write_as(somebody, [&](Context& ctx) { return comment(ctx, lines.at(1).id, {.text = "已核对"}); });
  EXPECT_TRUE(world().database().read([](db::Executor& db) { return timeline::verify(db); }).intact);
}

TEST_P(Sheet, a_dry_run_ends_with_all_of_it_done) {
  struct Told : jobs::TaskProgress {
    std::int64_t done = 0, total = 0;
    void report(std::int64_t now_done, std::int64_t now_total) override { done = now_done, total = now_total; }
    bool cancelled() override { return false; }
  } told;
  ASSERT_TRUE(import_sheet(world().services, somebody, golden(), {.dry_run = true}, &told));
  EXPECT_EQ(told.done, 2);
  EXPECT_EQ(told.total, 2);
}

TEST_P(Sheet, the_rest_of_a_long_sheet_follows_after_a_cancellation) {
  std::string rows;
  for (int i = 0; i < 4100; ++i) rows += "事项" + std::to_string(i) + ",2026.11.1\n";
  struct CancelledOnce : jobs::TaskProgress {
    std::int64_t written = 0;
    void report(std::int64_t done, std::int64_t) override { written = done; }
    bool cancelled() override { return written > 0; }
  } progress;
  auto stopped = import_sheet(world().services, somebody, with_header(rows), {}, &progress);
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.refusal().code, "sheet.cancelled");
  EXPECT_EQ(stopped.refusal().arguments.at("items"), "2000");
  auto report = import(with_header(rows));
  EXPECT_EQ(report.items, 2100);
  EXPECT_EQ(report.skipped, 2000);
}

TEST_P(Sheet, the_template_imports_as_nothing_wrong_and_nothing_at_all) {
  for (auto format : {Format::xlsx, Format::csv}) {
    auto report = import(template_file(world().services, somebody, format));
    EXPECT_EQ(report.rows, 0);
    EXPECT_EQ(report.error_count, 0);
  }
}

TEST_P(Sheet, the_print_is_a_pdf) {
  import(golden());
  EXPECT_TRUE(exported(somebody, Format::pdf).starts_with("%PDF-"));
  EXPECT_TRUE(template_file(world().services, somebody, Format::pdf).starts_with("%PDF-"));
}

}  // namespace
}  // namespace zx::work::sheet
