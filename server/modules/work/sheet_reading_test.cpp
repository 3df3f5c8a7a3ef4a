// What a follow-up sheet says, without any database.

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "modules/work/sheet.hpp"
#include "modules/work/sheet_reading.hpp"
#include "platform/csv/open_table.hpp"
#include "platform/xlsx/writer.hpp"

namespace zx::work::sheet {
namespace {

std::string golden() {
  std::stringstream text;
  text << std::ifstream(ZHIXING_SOURCE_DIR "/tests/golden/followup_sheet.csv").rdbuf();
  return text.str();
}

Surroundings november() { return {"Asia/Shanghai", *Instant::parse("2026-11-20T01:00:00Z")}; }

struct ReadSheet {
  std::vector<Fault> header_faults;
  std::vector<Line> lines;
};

ReadSheet read(std::string_view content) {
  auto reading = Reading::open(content, november());
  if (!reading) throw std::runtime_error(reading.refusal().code);
  ReadSheet sheet{reading->header().faults(), {}};
  Line line;
  for (auto more = reading->next(line); more && *more; more = reading->next(line)) sheet.lines.push_back(line);
  return sheet;
}

/// "2 计划完成时间 sheet.date_invalid"
std::vector<std::string> faults_of(ReadSheet const& sheet) {
  std::vector<std::string> texts;
  auto add = [&](std::vector<Fault> const& faults) {
    for (auto const& fault : faults) texts.push_back(std::to_string(fault.row) + " " + fault.column + " " + fault.code);
  };
  add(sheet.header_faults);
  for (auto const& line : sheet.lines) add(line.faults);
  return texts;
}

using Texts = std::vector<std::string>;

std::string sheet_of(std::string_view rows) {
  return "工作项目,工作开始时间,计划完成时间,第一次跟进时间,完成情况,问题解决办法,下次跟进时间,完成情况,问题解决办法\n" + std::string(rows);
}

std::string day(std::optional<Instant> at) {
  return at ? calendar::local_date(*at, "Asia/Shanghai").text() + " " + calendar::local_time(*at, "Asia/Shanghai").text() : "-";
}

TEST(ReadingASheet, the_paper_is_understood) {
  auto sheet = read(golden());
  EXPECT_EQ(faults_of(sheet), Texts{});
  ASSERT_EQ(sheet.lines.size(), 2u);
  auto const& pvc = sheet.lines[0].item;
  EXPECT_EQ(pvc.title, "PVC排水管修复");
  EXPECT_EQ(day(pvc.start.at), "2006-05-12 09:00");
  EXPECT_EQ(day(pvc.due.at), "2006-05-20 18:00");
  ASSERT_EQ(pvc.follow_ups.size(), 2u);
  EXPECT_EQ(pvc.follow_ups[0].finding, "人员配备未齐");
  EXPECT_EQ(pvc.follow_ups[0].solution, "联系工程部经理");
  EXPECT_EQ(day(pvc.follow_ups[1].at), "2006-05-18 09:00");
  EXPECT_EQ(sheet.lines[1].item.start.written, "2006.9.25");
}

TEST(ReadingASheet, a_next_time_belongs_to_the_follow_up_before_it_and_opens_the_one_after_it) {
  auto pvc = read(golden()).lines[0].item;
  EXPECT_EQ(day(pvc.follow_ups[0].next_follow_up_at), "2006-05-18 09:00");
  EXPECT_EQ(pvc.follow_ups[0].written_next, "2006.05.18");
  EXPECT_EQ(pvc.follow_ups[1].written_at, "2006.05.18");
  EXPECT_EQ(day(pvc.follow_ups[1].next_follow_up_at), "-");
}

TEST(ReadingASheet, a_time_without_words_is_only_the_next_time) {
  auto sheet = read(sheet_of("检测,2006.9.25,,2006.10.5,未到,联系,2026.12.1,,\n"));
  EXPECT_EQ(faults_of(sheet), Texts{});
  auto const& item = sheet.lines[0].item;
  ASSERT_EQ(item.follow_ups.size(), 1u);
  EXPECT_EQ(day(item.follow_ups[0].next_follow_up_at), "2026-12-01 09:00");
}

TEST(ReadingASheet, a_first_time_without_words_is_a_plan) {
  auto item = read(sheet_of("检测,,,2026.12.1,,\n")).lines[0].item;
  EXPECT_TRUE(item.follow_ups.empty());
  EXPECT_EQ(day(item.first_time.at), "2026-12-01 09:00");
}

TEST(ReadingASheet, a_question_mark_is_not_known) {
  auto sheet = read(sheet_of("检测,?,？,2006.10.5,未到,联系,?\n"));
  EXPECT_EQ(faults_of(sheet), Texts{});
  auto const& item = sheet.lines[0].item;
  EXPECT_EQ(day(item.start.at) + day(item.due.at), "--");
  EXPECT_EQ(item.follow_ups[0].written_next, "?");
  EXPECT_EQ(day(item.follow_ups[0].next_follow_up_at), "-");
}

TEST(ReadingASheet, groups_go_on_to_the_right_of_the_header) {
  auto sheet = read(sheet_of("检测,2006.9.25,2006.10.25,2006.10.5,一,一,2006.10.6,二,二,2006.10.7,三,三,?\n"));
  EXPECT_EQ(faults_of(sheet), Texts{});
  EXPECT_EQ(sheet.lines[0].item.follow_ups.size(), 3u);
}

TEST(ReadingASheet, every_spelling_of_a_date_is_read) {
  for (auto const* spelling : {"2006.05.12", "2006.5.12", "2006-05-12", "2006/5/12", "2006年5月12日", "20060512", "２００６．５．１２"}) {
    auto sheet = read(sheet_of(std::string("检测,") + spelling + "\n"));
    EXPECT_EQ(faults_of(sheet), Texts{}) << spelling;
    EXPECT_EQ(day(sheet.lines[0].item.start.at), "2006-05-12 09:00") << spelling;
  }
}

TEST(ReadingASheet, a_time_of_day_is_kept) {
  EXPECT_EQ(day(read(sheet_of("检测,2006.05.12 14:30\n")).lines[0].item.start.at), "2006-05-12 14:30");
  EXPECT_EQ(day(read(sheet_of("检测,2006-05-12T8:05\n")).lines[0].item.start.at), "2006-05-12 08:05");
  EXPECT_EQ(faults_of(read(sheet_of("检测,2006.05.12 25:00\n"))), Texts{"2 工作开始时间 sheet.date_invalid"});
}

TEST(ReadingASheet, every_wrong_cell_is_named_with_row_and_column) {
  auto sheet = read(
      "工作项目,工作开始时间,计划完成时间,天气,第一次跟进时间,完成情况,问题解决办法\n"
      "检测,2006.13.45,2006.05.20,晴\n"
      ",2006.05.12,2006.05.20,晴\n"
      "倒着,2006.05.12,2006.05.01,晴\n"
      "没有时间,2006.05.12,2006.05.20,晴,,写了完成情况\n");
  EXPECT_EQ(faults_of(sheet), (Texts{"1 天气 sheet.column_unknown", "2 工作开始时间 sheet.date_invalid", "3 工作项目 sheet.title_missing",
                                     "4 计划完成时间 work.due_before_start", "5 第一次跟进时间 sheet.follow_up_time_missing"}));
}

TEST(ReadingASheet, follow_ups_lie_in_the_past_and_in_order) {
  EXPECT_EQ(faults_of(read(sheet_of("检测,,,2006.10.5,一,,2006.10.4,二,\n"))), Texts{"2 第一次跟进时间 sheet.follow_up_out_of_order"});
  EXPECT_EQ(faults_of(read(sheet_of("检测,,,2026.11.21,一,\n"))), Texts{"2 第一次跟进时间 sheet.follow_up_in_future"});
  EXPECT_EQ(faults_of(read(sheet_of("检测,,,2026.11.20,一,\n"))), Texts{});
}

TEST(ReadingASheet, a_sheet_without_titles_says_so_once) {
  EXPECT_EQ(faults_of(read("工作开始时间,计划完成时间\n2006.05.12,2006.05.20\n2006.05.12,2006.05.20\n")), Texts{"1 工作项目 sheet.column_missing"});
}

TEST(ReadingASheet, repeated_and_misplaced_columns_are_refused) {
  EXPECT_EQ(faults_of(read("工作项目,工作项目,完成情况\n")), (Texts{"1 工作项目 sheet.column_repeated", "1 完成情况 sheet.column_misplaced"}));
}

TEST(ReadingASheet, a_cell_without_any_header_is_not_lost_in_silence) {
  EXPECT_EQ(faults_of(read("工作项目,工作开始时间\n检测,2006.05.12,多出来的\n")), Texts{"2  sheet.cell_without_header"});
}

TEST(ReadingASheet, title_instructions_samples_and_reasons_are_passed_over) {
  auto sheet = read(
      "工作事项跟进表\n填写说明：日期写作 2006.05.12\n*工作项目（必填）,工作开始时间,错误原因\n示例：PVC排水管修复,2006.05.12\n检测,2006.05.12,日期不对\n");
  EXPECT_EQ(faults_of(sheet), Texts{});
  ASSERT_EQ(sheet.lines.size(), 1u);
  EXPECT_EQ(sheet.lines[0].row, 5);
}

TEST(ReadingASheet, states_and_importance_are_words_of_the_product) {
  auto sheet = read("工作项目,状态,重要性\n一,已完成,1\n二,in_progress,\n三,忙,9\n");
  EXPECT_EQ(sheet.lines[0].item.state, State::done);
  EXPECT_EQ(sheet.lines[0].item.importance, 1);
  EXPECT_EQ(sheet.lines[1].item.state, State::in_progress);
  EXPECT_EQ(faults_of(sheet), (Texts{"4 状态 sheet.state_unknown", "4 重要性 field.out_of_range"}));
}

TEST(ReadingASheet, excel_dates_are_dates_without_a_spelling) {
  xlsx::Workbook workbook({.temporary_directory = std::filesystem::temp_directory_path()});
  workbook.begin_sheet(
      {.title = "工作事项跟进表", .columns = {{.header = "工作项目", .required = true}, {.header = "工作开始时间"}, {.header = "计划完成时间"}}});
  ASSERT_TRUE(workbook.add_row({table::Cell::of_text("检测"), table::Cell::of_date({2006, 9, 25}), table::Cell::of_date({2006, 10, 25}, 15 * 3600)}));
  auto sheet = read(workbook.bytes());
  EXPECT_EQ(faults_of(sheet), Texts{});
  ASSERT_EQ(sheet.lines.size(), 1u);
  auto const& item = sheet.lines[0].item;
  EXPECT_EQ(day(item.start.at) + item.start.written, "2006-09-25 09:00");
  EXPECT_EQ(day(item.due.at) + item.due.written, "2006-10-25 15:00");
}

TEST(ReadingASheet, what_is_no_table_is_refused) {
  EXPECT_EQ(Reading::open("", november()).refusal().code, "sheet.empty");
  EXPECT_EQ(Reading::open(std::string(most_bytes + 1, 'x'), november()).refusal().code, "sheet.too_large");
  EXPECT_FALSE(Reading::open("PK\x03\x04 no workbook", november()).ok());
}

TEST(WritingATime, the_own_spelling_stays_while_it_says_the_same_day) {
  MomentStyle style{.zone = "Asia/Shanghai"};
  auto may_12 = calendar::at({2006, 5, 12}, usual_time, "Asia/Shanghai");
  EXPECT_EQ(cell_of({may_12, "2006.5.12"}, style).text, "2006.5.12");
  EXPECT_EQ(cell_of({may_12, "2006.5.11"}, style).text, "2006.05.12");
  EXPECT_EQ(cell_of({std::nullopt, "?"}, style).text, "?");
  EXPECT_EQ(cell_of({may_12, "?"}, style).text, "2006.05.12");
  EXPECT_EQ(cell_of({std::nullopt, "2006.5.12"}, style).text, "");
  style.dates = DateStyle::date_cell;
  EXPECT_EQ(cell_of({may_12, ""}, style), table::Cell::of_date({2006, 5, 12}));
  EXPECT_EQ(cell_of({may_12, "2006.5.12"}, style), table::Cell::of_text("2006.5.12"));
}

TEST(TheErrorFile, holds_only_the_refused_rows_in_the_persons_own_columns) {
  ImportReport report;
  report.errors = {{3, "工作开始时间", "sheet.date_invalid", "不是日期"}, {3, "", "x", "又一条"}};
  auto file = error_file("工作开始时间,工作项目\n2006.05.12,好\n昨天,坏\n", report, "csv");
  EXPECT_EQ(file, "\xEF\xBB\xBF工作开始时间,工作项目,错误原因\r\n昨天,坏,工作开始时间：不是日期；又一条\r\n");
}

TEST(TheErrorFile, can_be_imported_again_and_again) {
  ImportReport report;
  report.errors = {{2, "工作开始时间", "sheet.date_invalid", "新原因"}};
  auto file = error_file("工作项目,工作开始时间,错误原因\n坏,昨天,旧原因\n", report, "csv");
  EXPECT_EQ(file, "\xEF\xBB\xBF工作项目,工作开始时间,错误原因\r\n坏,昨天,工作开始时间：新原因\r\n");
  EXPECT_EQ(faults_of(read(file)), Texts{"2 工作开始时间 sheet.date_invalid"});
}

TEST(TheErrorFile, holds_every_row_when_the_header_is_wrong) {
  ImportReport report;
  report.errors = {{1, "天气", "sheet.column_unknown", "不认识"}};
  auto file = error_file("工作项目,天气\n甲,晴\n乙,雨\n", report, "xlsx");
  auto table = table::open_table_bytes(file);
  ASSERT_TRUE(table);
  std::vector<table::Cell> cells;
  Texts texts;
  while (*(*table)->next(cells)) {
    for (auto const& cell : cells) texts.push_back(cell.text);
  }
  EXPECT_EQ(texts, (Texts{"工作项目", "天气", "错误原因", "甲", "晴", "天气：不认识", "乙", "雨"}));
}

}  // namespace
}  // namespace zx::work::sheet
