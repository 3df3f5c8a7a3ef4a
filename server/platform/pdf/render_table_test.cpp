#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>

#include "platform/pdf/table_document.hpp"
#include "platform/xlsx/raw_workbook_for_tests.hpp"

namespace zx::pdf {
namespace {

std::size_t count(std::string const& text, std::string const& wanted) {
  std::size_t times = 0;
  for (auto at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + wanted.size())) ++times;
  return times;
}

std::size_t pages_of(std::string const& pdf) { return count(pdf, "/Type /Page\n") + count(pdf, "/Type /Page "); }

std::string output_of(std::string const& command) {
  std::string output;
  auto* pipe = popen(command.c_str(), "r");
  std::array<char, 4096> buffer;
  while (auto const length = fread(buffer.data(), 1, buffer.size(), pipe)) output.append(buffer.data(), length);
  pclose(pipe);
  return output;
}

/// The text as a reader extracts it, white space removed, or nullopt without poppler-utils.
std::optional<std::string> extracted(std::string const& pdf) {
  if (output_of("command -v pdftotext").empty()) return std::nullopt;
  xlsx::test::TemporaryFolder folder;
  std::ofstream(folder / "a.pdf", std::ios::binary) << pdf;
  auto text = output_of("pdftotext -layout " + (folder / "a.pdf").string() + " - 2>&1");
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
  return text;
}

TableDocument sheet() {
  return {.title = "工作事项跟进表",
          .subtitles = {"部门：工程部", "期间：2006年5月"},
          .columns = {{.header = "工作项目", .share = 2}, {.header = "计划完成时间", .align = Align::center}, {.header = "完成情况", .share = 3}},
          .rows = {{{"PVC排水管修复", "2006-05-20", "人员配备未齐"}}, {{"小区地热检测", "2006-10-25", "新设备尚未到达"}}},
          .signatures = {"制表：", "审核：", "批准："},
          .footers = {"打印时间：2026-11-21 09:00", "打印人：张三"},
          .qr_text = "https://zhixing.example/w/W-2026-000123"};
}

TEST(TablePdf, text_can_be_extracted_and_the_font_is_embedded) {
  auto const pdf = render_table_pdf(sheet());
  EXPECT_TRUE(pdf.starts_with("%PDF-"));
  EXPECT_GT(count(pdf, "/FontFile"), 0u);
  EXPECT_EQ(pages_of(pdf), 1u);
  auto const text = extracted(pdf);
  if (!text) GTEST_SKIP() << "pdftotext is not installed";
  for (std::string wanted : {"工作事项跟进表", "部门：工程部", "计划完成时间", "PVC排水管修复", "新设备尚未到达", "批准：", "打印人：张三", "1/1"})
    EXPECT_NE(text->find(wanted), std::string::npos) << wanted << "\n" << *text;
}

TEST(TablePdf, the_header_is_repeated_and_pages_are_numbered) {
  auto document = sheet();
  for (int i = 0; i < 120; ++i) document.rows.push_back({{"事项" + std::to_string(i), "2026-11-21", "进行中"}});
  auto const pdf = render_table_pdf(document);
  auto const pages = pages_of(pdf);
  EXPECT_GE(pages, 3u);
  auto const text = extracted(pdf);
  if (!text) GTEST_SKIP() << "pdftotext is not installed";
  EXPECT_EQ(count(*text, "计划完成时间"), pages);
  EXPECT_EQ(count(*text, "工作事项跟进表"), 1u);
  EXPECT_NE(text->find("2/" + std::to_string(pages)), std::string::npos);
  for (int i = 0; i < 120; ++i) EXPECT_NE(text->find("事项" + std::to_string(i)), std::string::npos) << i;
}

TEST(TablePdf, a_row_higher_than_a_page_continues_on_the_next) {
  auto document = sheet();
  std::string story;
  for (int i = 0; i < 2'000; ++i) story += "第" + std::to_string(i) + "句。";
  document.rows.push_back({{"长", "", story}});
  auto const pdf = render_table_pdf(document);
  EXPECT_GE(pages_of(pdf), 3u);
  auto const text = extracted(pdf);
  if (!text) GTEST_SKIP() << "pdftotext is not installed";
  EXPECT_NE(text->find("第0句"), std::string::npos);
  EXPECT_NE(text->find("第1999句"), std::string::npos);
}

TEST(TablePdf, too_many_columns_continue_on_further_pages_with_the_key_column) {
  auto document = sheet();
  for (int i = 0; i < 57; ++i) {
    document.columns.push_back({.header = "列" + std::to_string(i)});
    for (auto& row : document.rows) row.cells.push_back("值" + std::to_string(i));
  }
  auto const pdf = render_table_pdf(document);
  EXPECT_GE(pages_of(pdf), 3u);
  auto const text = extracted(pdf);
  if (!text) GTEST_SKIP() << "pdftotext is not installed";
  EXPECT_NE(text->find("列56"), std::string::npos);
  EXPECT_EQ(count(*text, "小区"), pages_of(pdf)) << "each page says whose values these are";
}

TEST(TablePdf, odd_documents_are_drawn_too) {
  EXPECT_EQ(pages_of(render_table_pdf({})), 1u);
  EXPECT_EQ(pages_of(render_table_pdf({.columns = {{.header = ""}}, .rows = {{}, {{"a", "surplus"}}, {{"\xFF\xFE broken"}}}})), 1u);
  EXPECT_GE(pages_of(render_table_pdf({.columns = {{.header = std::string(5'000, 'h'), .share = -1}}, .rows = {{{"a"}}}})), 1u);
  TableDocument large{.title = std::string(3'000, 't'),
                      .columns = {{.header = "a"}},
                      .rows = {{{"x"}}},
                      .signatures = {"s"},
                      .qr_text = std::string(5'000, 'q'),
                      .font_size = 500};
  EXPECT_GE(pages_of(render_table_pdf(large)), 1u);
}

TEST(TablePdf, the_same_document_gives_the_same_bytes) {
  auto document = sheet();
  document.created = Instant{1'780'000'000'000};
  EXPECT_EQ(render_table_pdf(document), render_table_pdf(document));
}

}  // namespace
}  // namespace zx::pdf
