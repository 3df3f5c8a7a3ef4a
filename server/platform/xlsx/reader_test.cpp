#include "platform/xlsx/reader.hpp"

#include <gtest/gtest.h>

#include "platform/xlsx/raw_workbook_for_tests.hpp"

namespace zx::xlsx {
namespace {

using table::Cell;
using table::CellKind;
using test::RawWorkbook;
using Rows = std::vector<std::vector<Cell>>;

struct ReaderTest : ::testing::Test {
  test::TemporaryFolder folder;

  std::unique_ptr<Reader> opened(RawWorkbook const& book, ReadOptions options = {}) {
    auto reader = Reader::open_file(book.write_to(folder / "book.xlsx"), std::move(options));
    if (!reader) throw std::runtime_error("refused: " + reader.refusal().code);
    return std::move(*reader);
  }
  Rows rows_of(RawWorkbook const& book) {
    auto reader = opened(book);
    Rows rows;
    for (std::vector<Cell> cells; reader->next(cells).value();) rows.push_back(cells);
    return rows;
  }
  std::vector<Cell> first_row(RawWorkbook const& book) { return rows_of(book).at(0); }
};

TEST_F(ReaderTest, shared_inline_and_rich_texts_are_read_without_phonetic_guides) {
  RawWorkbook book;
  book.put(
      "xl/sharedStrings.xml",
      R"(<sst><si><t>张三</t></si><si><r><rPr><b/></rPr><t>粗</t></r><r><t xml:space="preserve"> 细</t></r><rPh sb="0" eb="1"><t>cu</t></rPh></si></sst>)");
  book.put_rows(R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>a&amp;b</t></is></c>)"
                R"(<c r="D1" t="inlineStr"><is><r><t>x</t></r><r><t>y_x000D_</t></r></is></c><c r="E1" t="str"><f>A1&amp;"!"</f><v>张三!</v></c></row>)");
  auto const row = first_row(book);
  ASSERT_EQ(row.size(), 5u);
  EXPECT_EQ(row[0].text, "张三");
  EXPECT_EQ(row[1].text, "粗 细");
  EXPECT_EQ(row[2].text, "a&b");
  EXPECT_EQ(row[3].text, "xy\r");
  EXPECT_EQ(row[4].text, "张三!");
}

TEST_F(ReaderTest, sparse_cells_stand_at_their_reference_and_blank_rows_are_skipped_but_counted) {
  RawWorkbook book;
  book.put_rows(
      R"(<row r="2"><c r="B2"><v>1</v></c><c r="AA2"><v>2</v></c></row><row r="3"><c r="A3" s="1"/></row><row r="7"><c><v>3</v></c><c><v>4</v></c></row>)");
  auto reader = opened(book);
  std::vector<Cell> cells;
  ASSERT_TRUE(reader->next(cells).value());
  EXPECT_EQ(reader->row_number(), 2u);
  ASSERT_EQ(cells.size(), 27u);
  EXPECT_TRUE(cells[0].empty());
  EXPECT_EQ(cells[1].number, "1");
  EXPECT_EQ(cells[26].number, "2");
  ASSERT_TRUE(reader->next(cells).value());
  EXPECT_EQ(reader->row_number(), 7u);
  ASSERT_EQ(cells.size(), 2u);
  EXPECT_EQ(cells[1].number, "4");
  EXPECT_FALSE(reader->next(cells).value());
  EXPECT_FALSE(reader->next(cells).value());
}

TEST_F(ReaderTest, numbers_become_dates_only_through_their_style) {
  RawWorkbook book;
  book.put(
      "xl/styles.xml",
      R"(<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="[Red]0.00&quot;day&quot;"/></numFmts>)"
      R"(<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="20"/><xf numFmtId="46"/><xf numFmtId="10"/></cellXfs></styleSheet>)");
  book.put_rows(
      R"(<row r="1"><c s="0"><v>38849</v></c><c s="1"><v>38849</v></c><c s="2"><v>38849.395833333336</v></c><c s="3"><v>59</v></c><c s="4"><v>38849</v></c>)"
      R"(<c s="5"><v>0.39583333333333331</v></c><c s="6"><v>1.1041666666666667</v></c><c s="7"><v>0.155</v></c><c s="1"><v>60</v></c><c s="1"><v>99999999</v></c></row>)");
  auto const row = first_row(book);
  EXPECT_EQ(row[0].kind, CellKind::number);
  EXPECT_EQ(row[1], Cell::of_date({2006, 5, 12}));
  EXPECT_EQ(row[2], Cell::of_date({2006, 5, 12}, 9 * 3600 + 30 * 60));
  EXPECT_EQ(row[2].text, "2006-05-12 09:30");
  EXPECT_EQ(row[3].date, (Date{1900, 2, 28}));
  EXPECT_EQ(row[4].kind, CellKind::number);
  EXPECT_EQ(row[5].text, "09:30");
  EXPECT_EQ(row[6].text, "26:30");
  EXPECT_EQ(row[7].text, "15.5%");
  EXPECT_EQ(row[7].number, "0.155");
  EXPECT_EQ(row[8].number, "60") << "1900-02-29 never was";
  EXPECT_EQ(row[9].number, "99999999") << "beyond the year 9999";
}

TEST_F(ReaderTest, a_workbook_of_1904_counts_its_days_from_there) {
  RawWorkbook book;
  book.put("xl/workbook.xml",
           R"(<x:workbook xmlns:x="x" xmlns:r="r"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="甲" r:id="rId1"/></x:sheets></x:workbook>)");
  book.put("xl/styles.xml", R"(<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>)");
  book.put_rows(R"(<row r="1"><c s="0"><v>37387</v></c></row>)");
  EXPECT_EQ(first_row(book)[0].text, "2006-05-12");
}

TEST_F(ReaderTest, numbers_keep_their_decimal_value) {
  RawWorkbook book;
  book.put_rows(
      R"(<row r="1"><c><v>1.38E+10</v></c><c><v>0.30000000000000004</v></c><c><v>-7.50</v></c><c><v>1E-7</v></c><c><v>12345678901234567</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2006-05-12T09:30:00</v></c></row>)");
  auto const row = first_row(book);
  EXPECT_EQ(row[0].number, "13800000000");
  EXPECT_EQ(row[1].number, "0.3");
  EXPECT_EQ(row[2].number, "-7.5");
  EXPECT_EQ(row[3].number, "0.0000001");
  EXPECT_EQ(row[4].number, "12345678901234567");
  EXPECT_EQ(row[5], Cell::of_boolean(true));
  EXPECT_EQ(row[6].kind, CellKind::error);
  EXPECT_EQ(row[6].text, "#N/A");
  EXPECT_EQ(row[7].text, "2006-05-12 09:30");
}

TEST_F(ReaderTest, the_first_visible_sheet_is_read_unless_one_is_named) {
  RawWorkbook book;
  book.put("xl/workbook.xml",
           R"(<workbook xmlns:r="r"><sheets><sheet name="选项" state="hidden" r:id="rId9"/><sheet name="甲" r:id="rId1"/></sheets></workbook>)");
  book.put(
      "xl/_rels/workbook.xml.rels",
      R"(<Relationships><Relationship Id="rId9" Type="x/worksheet" Target="other.xml"/><Relationship Id="rId1" Type="x/worksheet" Target="../xl/worksheets/sheet1.xml"/></Relationships>)");
  book.put("xl/other.xml", R"(<worksheet><sheetData><row><c><v>9</v></c></row></sheetData></worksheet>)").put_rows(R"(<row><c><v>1</v></c></row>)");
  EXPECT_EQ(first_row(book)[0].number, "1");
  std::vector<Cell> cells;
  auto reader = opened(book, {.sheet = "选项"});
  ASSERT_TRUE(reader->next(cells).value());
  EXPECT_EQ(cells[0].number, "9");
  auto const refused = Reader::open_file(folder / "book.xlsx", {.sheet = "乙"});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().code, "xlsx.sheet_not_found");
  EXPECT_EQ(refused.refusal().arguments.at("sheets"), "选项, 甲");
}

TEST_F(ReaderTest, a_workbook_is_read_from_memory_as_from_a_file) {
  auto const path = RawWorkbook().put_rows(R"(<row><c><v>42</v></c></row>)").write_to(folder / "book.xlsx");
  auto reader = Reader::open_bytes(test::content_of(path));
  ASSERT_TRUE(reader);
  std::vector<Cell> cells;
  ASSERT_TRUE((*reader)->next(cells).value());
  EXPECT_EQ(cells[0].number, "42");
}

TEST_F(ReaderTest, a_missing_file_is_no_refusal_but_an_error) { EXPECT_THROW((void)Reader::open_file(folder / "none.xlsx"), std::system_error); }

}  // namespace
}  // namespace zx::xlsx
