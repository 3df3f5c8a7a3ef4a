#include "modules/goal/target_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "modules/goal/target_fixture.hpp"
#include "platform/testing/other_program.hpp"

namespace zx::goal {
namespace {

struct TargetFiles : TargetWorld {
  TargetImportReport import(Actor const& who, SheetId id, std::string const& content, bool dry_run = false) {
    auto report = import_targets(world().services, who, id, content, dry_run);
    if (!report) throw fixture::UnexpectedRefusal(report.refusal());
    return *report;
  }
  std::string written(Actor const& who, SheetId id, TargetFileForm form, TargetFileFormat format = TargetFileFormat::csv) {
    return export_targets(world().services, who, id, form, format).value().substr(format == TargetFileFormat::csv ? 3 : 0);
  }
  static std::string said(TargetImportReport const& report) {
    std::string all;
    for (auto const& error : report.errors) all += std::to_string(error.row) + " " + error.code + "; ";
    return all;
  }
};
ON_EACH_ENGINE(TargetFiles);

TEST_P(TargetFiles, a_sheet_goes_out_as_it_is_shown_and_comes_back_the_same) {
  auto const sheet = make(chen, of_department({"01", "02-12"}));
  set(chen, sheet.id, {plan(1, 1, 100), plan(1, 2, 900), actual(1, 1, 95), plan(2, 1, 50)});
  auto const numbers = std::pair(li_number(), wang_number());
  auto const text = written(chen, sheet.id, TargetFileForm::sheet);
  EXPECT_EQ(text, "工号,负责人,01 计划,01 实际,02-12 计划,02-12 实际,合计 计划,合计 实际\r\n" + numbers.first + ",李明,100,95,900,,1000,95\r\n" +
                      numbers.second + ",王芳,50,,,,50,\r\n合计,,150,95,900,,1050,95\r\n累计,,150,95,1050,95,,\r\n");
  auto const other = make(boss, of_department({"01", "02-12"}));
  for (auto format : {TargetFileFormat::csv, TargetFileFormat::xlsx}) {
    auto const file = export_targets(world().services, chen, sheet.id, TargetFileForm::sheet, format).value();
    auto const report = import(boss, other.id, file);
    EXPECT_EQ(report.error_count, 0) << said(report);
    EXPECT_EQ(report.rows, 2);
    EXPECT_EQ(report.cells, format == TargetFileFormat::csv ? 4 : 0);  // the second time all is there
  }
  EXPECT_EQ(written(chen, other.id, TargetFileForm::sheet), text);
  EXPECT_EQ(look(other.id).rows[0].cells[0].source, ActualSource::imported);
  EXPECT_EQ(wrong_sums(), 0);
}

/// Keeps what a page would be told.
struct Heeding : jobs::TaskProgress {
  void report(std::int64_t done, std::int64_t total) override { said.emplace_back(done, total); }
  void mention(std::int64_t done, std::int64_t total) override { said.emplace_back(done, total); }
  bool cancelled() override { return false; }
  std::vector<std::pair<std::int64_t, std::int64_t>> said;
};

TEST_P(TargetFiles, an_import_tells_how_far_it_is_in_between) {
  auto const sheet = make(chen, of_department({"01", "02-12"}));
  std::string const file = "负责人,01 计划,02-12 计划\n李明,100,900\n王芳,50,950\n";
  Heeding progress;
  import_targets(world().services, chen, sheet.id, file, false, &progress).value();
  EXPECT_EQ(progress.said.front(), (std::pair<std::int64_t, std::int64_t>{1, 0})) << "while reading nobody knows how many rows there are";
  EXPECT_EQ(progress.said.back(), (std::pair<std::int64_t, std::int64_t>{2, 2}));
  auto const halfway = std::ranges::count_if(progress.said, [](auto const& each) { return each.first > 0 && each.first < each.second; });
  EXPECT_GT(halfway, 0);
}

TEST_P(TargetFiles, what_was_given_and_what_is_missing_goes_out_with_the_sums_and_is_no_row_when_it_comes_back) {
  auto form = of_department({"01", "02-12"});
  form.employee_ids.clear();
  form.rows = {{.employee_id = li.employee, .given = Decimal::of(1200)}, {.employee_id = wang.employee}};
  form.given = Decimal::of(1500);
  auto const sheet = make(chen, form);
  set(chen, sheet.id, {plan(1, 1, 100), plan(1, 2, 900), plan(2, 1, 50), {.row = {}, .column = 1, .field = TargetField::plan, .value = Decimal::of(140)}});
  auto const text = written(chen, sheet.id, TargetFileForm::sheet);
  EXPECT_EQ(text, "工号,负责人,01 计划,01 实际,02-12 计划,02-12 实际,合计 计划,合计 实际,下达,差额\r\n" + li_number() + ",李明,100,,900,,1000,,1200,200\r\n" +
                      wang_number() + ",王芳,50,,,,50,,,\r\n合计,,150,,900,,1050,\r\n累计,,150,,1050,,,\r\n下达,,140,,,,1500,\r\n差额,,-10,,,,450,\r\n");
  auto const report = import(chen, sheet.id, text);
  EXPECT_EQ(said(report), "");
  EXPECT_EQ(report.rows, 2);
  EXPECT_EQ(report.cells, 0);
  EXPECT_EQ(written(li, sheet.id, TargetFileForm::sheet).find("1500"), text.npos);  // who sees one row is told no given
}

TEST_P(TargetFiles, every_sheet_prints_on_paper_with_what_one_sees) {
  auto const print = [&](Actor const& who, SheetId id) {
    return world().read_as(who, [&](ReadContext const& ctx) {
      auto const pdf = print_targets(ctx, id);
      return pdf ? pdf->substr(0, 5) : pdf.refusal().code;
    });
  };
  auto const sheet = make(chen, of_department());
  set(chen, sheet.id, {plan(1, 1, 100), actual(1, 1, 95)});
  auto const broadband = product("BB", "宽带");
  auto const turned = make(
      chen, {.preset = TargetPreset::month_by_product, .year = 2026, .department_id = service, .measure_ids = {users, revenue}, .product_ids = {broadband}});
  auto const month = make(chen, {.preset = TargetPreset::month_plan,
                                 .year = 2026,
                                 .period = "01",
                                 .employee_id = li.employee,
                                 .measure_ids = {revenue, cancelled},
                                 .product_ids = {broadband},
                                 .customer_ids = {customer(li, "光华集团")}});
  for (auto id : {sheet.id, turned.id, month.id}) EXPECT_EQ(print(chen, id), "%PDF-");
  EXPECT_EQ(print(li, sheet.id), "%PDF-");
  EXPECT_EQ(print(sun, sheet.id), "target.not_found");
}

TEST_P(TargetFiles, what_rows_were_given_and_what_their_parts_plan_stands_on_paper_whichever_way_it_is_turned) {
  if (!testing::has_program("pdftotext")) GTEST_SKIP() << "needs pdftotext (poppler-utils)";
  auto const text_of = [&](SheetId id) {
    auto const file = std::filesystem::path(world().services.data_directory) / "sheet.pdf";
    std::ofstream(file, std::ios::binary) << world().read_as(boss, [&](ReadContext const& ctx) { return print_targets(ctx, id).value(); });
    auto text = testing::run_program("pdftotext -layout " + file.string() + " -").output;
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
    return text;
  };
  auto const broadband = product("BB", "宽带"), phone = product("PH", "电话");
  NewTargetSheetForm form{.preset = TargetPreset::month_by_product, .year = 2026, .department_id = service, .measure_ids = {revenue}, .periods = {"year"}};
  form.rows = {{.product_id = broadband, .given = Decimal::of(777)}, {.product_id = phone}};
  auto const turned = make(boss, form);
  set(boss, turned.id, {plan(1, 1, 500), plan(2, 1, 300)});
  auto by_people = of_department({"year"});
  by_people.parent_id = turned.id;
  by_people.parent_row = 2;
  set(boss, make(boss, by_people).id, {plan(1, 1, 111)});
  auto const down = text_of(turned.id);
  for (auto const* part : {"与下达数差额", "277", "与下级分解差额", "189"}) EXPECT_NE(down.find(part), down.npos) << part << " in " << down;
  auto upright = of_department({"year"});
  upright.employee_ids.clear();
  upright.rows = {{.employee_id = li.employee, .given = Decimal::of(777)}, {.employee_id = wang.employee}};
  auto const sheet = make(boss, upright);
  set(boss, sheet.id, {plan(1, 1, 500)});
  auto const across = text_of(sheet.id);
  EXPECT_NE(across.find("277"), across.npos) << across;
  EXPECT_EQ(across.find("与下级分解差额"), across.npos) << "nobody has taken anything apart: " << across;
}

TEST_P(TargetFiles, the_long_form_brings_rows_the_sheet_does_not_have) {
  auto const broadband = product("BB", "宽带"), phone = product("PH", "电话");
  auto const guanghua = customer(li, "光华集团", "C-1");
  customer(wang, "东方酒店", "C-2");
  auto const sheet = make(chen, {.preset = TargetPreset::free,
                                 .year = 2026,
                                 .department_id = service,
                                 .measure_ids = {revenue},
                                 .rows = {{.employee_id = li.employee, .product_id = broadband, .customer_id = guanghua}},
                                 .row_axes = {TargetAxis::owner, TargetAxis::customer, TargetAxis::product},
                                 .column_axes = {TargetAxis::period}});
  std::string const file = "负责人,月份,产品,客户编号,计划,实际\n李明,1月,宽带,C-1,100,90\n李明,2月,宽带,C-1,100,\n王芳,01,PH,C-2,\"1,000\",\n";
  auto const tried = import(chen, sheet.id, file, true);
  EXPECT_EQ(said(tried), "");
  EXPECT_EQ(tried.rows_added, 1);
  EXPECT_EQ(look(sheet.id).row_count, 1);
  auto const report = import(chen, sheet.id, file);
  EXPECT_EQ(report.cells, 4);
  auto const view = look(sheet.id);
  ASSERT_EQ(view.rows.size(), 2u);
  EXPECT_EQ(view.rows[1].label, "王芳 · 东方酒店 · 电话");
  EXPECT_EQ(totals(view.totals[0], TargetField::plan).substr(0, 8), "1100 100");
  EXPECT_EQ(import(chen, sheet.id, written(chen, sheet.id, TargetFileForm::long_)).cells, 0);
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return undo(ctx, sheet.id, look_version(ctx, sheet.id)); }), "");
  EXPECT_EQ(text(look(sheet.id).totals[0].whole.plan), "-");
  EXPECT_EQ(wrong_sums(), 0);
}

TEST_P(TargetFiles, wrong_rows_are_named_and_nothing_is_imported) {
  auto const broadband = product("BB", "宽带");
  auto const sheet = make(chen, {.preset = TargetPreset::free,
                                 .year = 2026,
                                 .department_id = service,
                                 .measure_ids = {revenue},
                                 .rows = {{.employee_id = li.employee, .product_id = broadband}},
                                 .row_axes = {TargetAxis::owner, TargetAxis::product},
                                 .column_axes = {TargetAxis::period}});
  auto const report =
      import(chen, sheet.id, "负责人,期间,产品,计划\n李明,01,宽带,1\n某某,01,宽带,1\n李明,01,卫星,1\n李明,13,宽带,1\n李明,02,宽带,很多\n李明,03,宽带,1.5\n");
  EXPECT_EQ(said(report), "3 org.nobody_called; 4 target.product_called; 5 target.period_unknown; 6 target.number_invalid; ");
  EXPECT_EQ(report.errors[1].message, "没有叫“卫星”的产品。请先在产品里添加，或改写代码。");
  EXPECT_EQ(text(look(sheet.id).totals[0].whole.plan), "-");
  EXPECT_EQ(said(import(chen, sheet.id, "负责人,期间,产品,计划\n李明,03,宽带,1.5\n")), "2 target.too_precise; ");
  world().write_as(chen, [&](Context& ctx) { return set_locks(ctx, sheet.id, look_version(ctx, sheet.id), {.locked = true, .rows = {1}}); });
  EXPECT_EQ(said(import(chen, sheet.id, "负责人,期间,产品,计划\n李明,03,宽带,15\n")), "2 target.locked; ");
  auto const no_table = import_targets(world().services, chen, sheet.id, "甲,乙\n1,2\n", false);
  EXPECT_EQ(no_table.refusal().code, "target.file_without_numbers");
  EXPECT_EQ(import_targets(world().services, chen, sheet.id, "负责人,13月 计划\n李明,2\n", false).refusal().code, "target.column_unknown");
}

TEST_P(TargetFiles, a_person_takes_out_only_what_they_see) {
  auto const sheet = make(chen, of_department({"H1", "H2"}));
  set(chen, sheet.id, {plan(1, 1, 100), plan(2, 1, 777)});
  auto const text = written(li, sheet.id, TargetFileForm::sheet);
  EXPECT_NE(text.find("李明"), text.npos);
  EXPECT_EQ(text.find("王芳"), text.npos);
  EXPECT_EQ(text.find("777"), text.npos);
  EXPECT_EQ(text.find("877"), text.npos);
  EXPECT_EQ(export_targets(world().services, sun, sheet.id, TargetFileForm::sheet, TargetFileFormat::csv).refusal().code, "target.not_found");
}

}  // namespace
}  // namespace zx::goal
