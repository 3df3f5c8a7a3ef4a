#include <gtest/gtest.h>

#include <random>

#include "platform/csv/formula_guard.hpp"
#include "platform/csv/open_table.hpp"
#include "platform/csv/reader.hpp"
#include "platform/csv/writer.hpp"
#include "platform/xlsx/cell_values.hpp"
#include "platform/xlsx/raw_workbook_for_tests.hpp"
#include "platform/xlsx/writer.hpp"

namespace zx::csv {
namespace {

using table::Cell;
using Texts = std::vector<std::vector<std::string>>;
using namespace std::string_literals;

Texts texts_of(table::RowReader& reader) {
  Texts rows;
  for (std::vector<Cell> cells; reader.next(cells).value();) {
    rows.emplace_back();
    for (auto const& cell : cells) rows.back().push_back(cell.text);
  }
  return rows;
}

Texts read(std::string bytes, ReadOptions options = {}) { return texts_of(*Reader::open_bytes(std::move(bytes), options).value()); }

Refusal refusal_of(std::string bytes, ReadOptions options = {}) {
  auto reader = Reader::open_bytes(std::move(bytes), options);
  if (!reader) return reader.refusal();
  for (std::vector<Cell> cells;;) {
    auto const more = (*reader)->next(cells);
    if (!more) return more.refusal();
    if (!*more) return Refusal::invalid("accepted");
  }
}

TEST(CsvReader, quotes_line_breaks_and_every_line_ending_are_understood) {
  EXPECT_EQ(read("a,b\r\n\"x,\"\"y\"\"\",\"1\r\n2\"\nc,d\re,f"), (Texts{{"a", "b"}, {"x,\"y\"", "1\r\n2"}, {"c", "d"}, {"e", "f"}}));
  EXPECT_EQ(read("a,5\" pipe,,\n,,\n\n\"\",\nb"), (Texts{{"a", "5\" pipe"}, {"b"}}));
  EXPECT_EQ(read(""), Texts{});
}

TEST(CsvReader, the_separator_is_found_in_the_first_row) {
  EXPECT_EQ(read("a;b;\"c,d,e,f\"\n1;2,5;3\n"), (Texts{{"a", "b", "c,d,e,f"}, {"1", "2,5", "3"}}));
  EXPECT_EQ(read("\na\tb\n"), (Texts{{"a", "b"}}));
  EXPECT_EQ(read("only one column\n"), (Texts{{"only one column"}}));
}

TEST(CsvReader, encodings_people_use_are_understood) {
  EXPECT_EQ(read("\xEF\xBB\xBF张三,李四"), (Texts{{"张三", "李四"}}));
  EXPECT_EQ(read("\xD5\xC5\xC8\xFD,\xC0\xEE\xCB\xC4\r\n"), (Texts{{"张三", "李四"}})) << "GBK";
  EXPECT_EQ(read("\xFF\xFE\x20\x5F\t\0\x09\x4E"s), (Texts{{"张", "三"}})) << "UTF-16, tab separated";
  std::string longer;  // characters cut by the pieces the file is read in
  for (int i = 0; i < 60'000; ++i) longer += "\xD5\xC5\xC8\xFD\n";
  EXPECT_EQ(read("a" + longer).size(), 60'000u);
  auto const refusal = refusal_of("\xEF\xBB\xBFok\nbad\xFF\n");
  EXPECT_EQ(refusal.code, "csv.unknown_encoding");
  EXPECT_EQ(refusal.arguments.at("line"), "2");
}

TEST(CsvReader, rows_are_numbered_as_a_spreadsheet_shows_them) {
  auto reader = std::move(Reader::open_bytes("h\n\n\"a\nb\"\nc\n")).value();
  std::vector<std::size_t> numbers;
  for (std::vector<Cell> cells; reader->next(cells).value();) numbers.push_back(reader->row_number());
  EXPECT_EQ(numbers, (std::vector<std::size_t>{1, 3, 4}));
}

TEST(CsvReader, refusals_name_the_line) {
  auto const at = [](std::string bytes, ReadOptions options = {}) {
    auto const refusal = refusal_of(std::move(bytes), options);
    return refusal.code + " " + (refusal.arguments.contains("line") ? refusal.arguments.at("line") : "?");
  };
  EXPECT_EQ(at("a\n\"b\nc\nd"), "csv.unclosed_quote 2");
  EXPECT_EQ(at("a\n\"b\n\"x,c"), "csv.text_after_quote 3");
  EXPECT_EQ(at("a\nb\0c\n"s), "csv.not_text 2");
  EXPECT_EQ(at("a\n" + std::string(32'768, 'x')), "csv.cell_too_long 2");
  EXPECT_EQ(at("a\n" + std::string(600, ',')), "csv.too_many_columns 2");
  EXPECT_EQ(at("a\nb\nc\n", {.limits = {.max_rows = 2}}), "csv.too_many_rows 3");
  EXPECT_EQ(at("a\nbcd,efg\n", {.separator = ',', .limits = {.max_row_bytes = 5}}), "csv.row_too_long 2");
  EXPECT_EQ(at("\"" + std::string(10'000'000, 'x')), "csv.cell_too_long 1");
}

TEST(CsvWriter, quotes_only_where_needed) {
  Writer writer({.mark = ByteOrderMark::none});
  writer.add_row({"plain", "a,b", "say \"x\"", "two\nlines", " blank", ""});
  EXPECT_EQ(writer.take(), "plain,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\" blank\",\r\n");
  EXPECT_EQ(writer.take(), "");
  EXPECT_EQ(Writer().take(), "\xEF\xBB\xBF");
}

TEST(CsvWriter, formulas_are_disarmed_and_come_back_as_they_were) {
  Writer writer({.mark = ByteOrderMark::none});
  std::vector<std::string> const texts = {"=1+1", "+86", "-5", "-5+cmd|'x'!A0", "@a", "\ttab", "\rcr", "'=1", "''+", "'quoted'", "O'Brien", "'", "＝1", "x"};
  writer.add_row(texts);
  auto const csv = writer.take();
  EXPECT_TRUE(csv.starts_with("'=1+1,'+86,-5,'-5+cmd|'x'!A0,'@a,")) << csv;
  EXPECT_EQ(read(csv), Texts{texts});
}

TEST(CsvWriter, numbers_and_dates_are_written_bare) {
  Writer writer({.mark = ByteOrderMark::none});
  writer.add_row(std::vector<Cell>{Cell::of_number("-12.5"), Cell::of_date({2006, 5, 12}), {}, Cell::of_boolean(true)});
  EXPECT_EQ(writer.take(), "-12.5,2006-05-12,,TRUE\r\n");
}

TEST(CsvRoundTrip, any_texts_survive) {
  std::mt19937 random(7);
  std::vector<std::string> const letters = {"'", "=", "+", "-", "@", "\t", "\r", "\n", "\"", ",", ";", " ", "a", "é", "张", "5", "."};
  for (int round = 0; round < 3'000; ++round) {
    std::vector<std::string> row(1 + random() % 4);
    for (auto& text : row)
      for (auto length = random() % 6; length > 0; --length) text += letters[random() % letters.size()];
    row.push_back("end");
    Writer writer;
    writer.add_row(row);
    EXPECT_EQ(read(writer.take(), {.separator = ','}), Texts{row});
  }
}

TEST(GoldenSheet, keeps_every_cell_through_csv_and_xlsx) {
  xlsx::test::TemporaryFolder folder;
  auto const path = ZHIXING_SOURCE_DIR "/tests/golden/followup_sheet.csv";
  auto const golden = texts_of(*table::open_table(path).value());
  ASSERT_EQ(golden.size(), 3u);
  EXPECT_EQ(golden[1][0], "PVC排水管修复");
  EXPECT_EQ(golden[2].back(), "联系工程部调入2名维修人员");
  EXPECT_EQ(table::date_in(Cell::of_text(golden[2][1]))->text(), "2006-09-25");

  Writer writer;
  xlsx::Workbook book({.temporary_directory = folder.path()});
  book.begin_sheet({.columns = std::vector<xlsx::Column>(golden[0].size())});
  for (auto const& row : golden) {
    writer.add_row(row);
    std::vector<Cell> cells;
    for (auto const& text : row) cells.push_back(Cell::of_text(text));
    ASSERT_TRUE(book.add_row(cells));
  }
  EXPECT_EQ(texts_of(*table::open_table_bytes(writer.take()).value()), golden);
  EXPECT_EQ(texts_of(*table::open_table_bytes(book.bytes()).value()), golden);
}

}  // namespace
}  // namespace zx::csv
