#include "platform/xlsx/writer.hpp"

#include <gtest/gtest.h>

#include "platform/xlsx/archive.hpp"
#include "platform/xlsx/raw_workbook_for_tests.hpp"
#include "platform/xlsx/reader.hpp"
#include "platform/xlsx/xml.hpp"

namespace zx::xlsx {
namespace {

using table::Cell;

struct WriterTest : ::testing::Test {
  test::TemporaryFolder folder;

  std::unique_ptr<Workbook> new_book() {
    return std::make_unique<Workbook>(WorkbookOptions{.temporary_directory = folder.path(), .created = {1'780'000'000'000}, .author = "人力资源部"});
  }

  static std::vector<std::vector<Cell>> rows_of(std::string bytes, std::optional<std::string> sheet = std::nullopt) {
    auto reader = std::move(Reader::open_bytes(std::move(bytes), {.sheet = std::move(sheet)})).value();
    std::vector<std::vector<Cell>> rows;
    for (std::vector<Cell> cells; reader->next(cells).value();) rows.push_back(cells);
    return rows;
  }

  static std::string part_of(std::string bytes, std::string const& name) {
    auto archive = std::move(Archive::open_bytes(std::move(bytes), {})).value();
    if (!archive.open_part(name)) return "";
    std::string text, buffer(65'536, '\0');
    for (auto count = archive.read(buffer.data(), buffer.size()).value(); count > 0; count = archive.read(buffer.data(), buffer.size()).value())
      text.append(buffer, 0, count);
    return text;
  }
};

Sheet template_sheet() {
  return {.name = "员工",
          .title = "员工导入模板",
          .subtitles = {"单位：总公司"},
          .instruction = "红色带 * 的列必填，本行请勿删除",
          .columns = {{.header = "工号", .kind = ColumnKind::code, .required = true, .note = "公司内唯一"},
                      {.header = "性别", .choices = {"男", "女", "a,b"}},
                      {.header = "入职日期", .kind = ColumnKind::date},
                      {.header = "系数", .kind = ColumnKind::number}},
          .print_footer = "制表 & 审核"};
}

TEST_F(WriterTest, every_kind_of_cell_is_read_back_as_it_was_written) {
  auto book = new_book();
  book->begin_sheet({.columns = std::vector<Column>(8)});
  std::vector<Cell> const row = {
      Cell::of_text("张三"),  Cell::of_number("-12.5"), Cell::of_date({2006, 5, 12}), Cell::of_date({2006, 5, 12}, 34'215), Cell::of_boolean(true), {},
      Cell::of_number("0.1"), Cell::of_text("末")};
  ASSERT_TRUE(book->add_row(row));
  auto const rows = rows_of(book->bytes());
  ASSERT_EQ(rows.size(), 1u) << "columns without a header make no row";
  EXPECT_EQ(rows[0], row);
}

TEST_F(WriterTest, texts_stay_texts_whatever_they_look_like) {
  std::vector<std::string> const texts = {"=1+1", "+86 138", "@x",      "-1",     "013800138000",     "{=1}",     " 前后 ",
                                          "a\nb", "a\rb",    "_x000D_", "<&>\"'", "http://x.example", "\x01\x1f", "_x005F_"};
  auto book = new_book();
  book->begin_sheet({.columns = std::vector<Column>(texts.size())});
  std::vector<Cell> row;
  for (auto const& text : texts) row.push_back(Cell::of_text(text));
  ASSERT_TRUE(book->add_row(row));
  auto const bytes = book->bytes();
  EXPECT_EQ(part_of(bytes, "xl/worksheets/sheet1.xml").find("<f>"), std::string::npos);
  auto const rows = rows_of(bytes);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_EQ(rows.at(0).at(i).text, texts[i]) << i;
    EXPECT_EQ(rows.at(0).at(i).kind, table::CellKind::text) << i;
  }
}

TEST_F(WriterTest, broken_utf8_or_nul_becomes_a_replacement_character_not_a_broken_file) {
  auto book = new_book();
  book->begin_sheet({.columns = {{.header = "a\xFF"}}});
  ASSERT_TRUE(book->add_row({Cell::of_text(std::string("\xC3(\xEF\xBF\xBE!\0", 7))}));
  auto const rows = rows_of(book->bytes());
  EXPECT_EQ(rows.at(0).at(0).text, "a\xEF\xBF\xBD");
  EXPECT_EQ(rows.at(1).at(0).text, "\xEF\xBF\xBD(\xEF\xBF\xBE!\xEF\xBF\xBD");
}

TEST_F(WriterTest, long_numbers_keep_every_digit_by_becoming_text) {
  auto book = new_book();
  book->begin_sheet({.columns = {{.header = "身份证号", .kind = ColumnKind::number}}});
  ASSERT_TRUE(book->add_row({Cell::of_number("110101199001011234")}));
  EXPECT_EQ(rows_of(book->bytes()).at(1).at(0), Cell::of_text("110101199001011234"));
}

TEST_F(WriterTest, a_template_has_title_hint_marked_header_note_and_lists) {
  auto book = new_book();
  book->begin_sheet(template_sheet());
  EXPECT_EQ(book->next_row(), 5u);
  auto const bytes = book->bytes();
  auto const rows = rows_of(bytes);
  EXPECT_EQ(rows.at(0).at(0).text, "员工导入模板");
  EXPECT_EQ(rows.at(2).at(0).text, "红色带 * 的列必填，本行请勿删除");
  EXPECT_EQ(rows.at(3).at(0).text, "*工号");
  EXPECT_EQ(rows.at(3).at(1).text, "性别");
  auto const lists = rows_of(bytes, "choices");
  ASSERT_EQ(lists.size(), 3u);
  EXPECT_EQ(lists[2][0].text, "a,b");
  auto const sheet = part_of(bytes, "xl/worksheets/sheet1.xml");
  for (std::string wanted : {"orientation=\"landscape\"", "paperSize=\"9\"", "fitToHeight=\"0\"", "state=\"frozen\"", "ySplit=\"4\"", "'choices'!$A$1:$A$3",
                             "sqref=\"B5:B1004\"", "&amp;P / &amp;N", "制表 &amp;&amp; 审核"})
    EXPECT_NE(sheet.find(wanted), std::string::npos) << wanted;
  EXPECT_NE(part_of(bytes, "xl/workbook.xml").find("'员工'!$4:$4"), std::string::npos) << "the header is repeated on print";
  EXPECT_NE(part_of(bytes, "xl/comments1.xml").find("公司内唯一"), std::string::npos);
  auto const styles = part_of(bytes, "xl/styles.xml");
  EXPECT_NE(styles.find("FFC00000"), std::string::npos);
  EXPECT_NE(styles.find("numFmtId=\"49\""), std::string::npos) << "@ for codes";
}

TEST_F(WriterTest, tab_names_are_made_fit_and_unique) {
  auto book = new_book();
  book->begin_sheet({.name = "a/b:c?[d]", .columns = {{.header = "1"}}});
  book->begin_sheet({.name = "a/b:c?[d]", .columns = {{.header = "2"}}});
  book->begin_sheet({.name = "choices", .columns = {{.header = "3", .choices = {"x"}}}});
  book->begin_sheet({.name = std::string(40, 'x'), .columns = {{.header = "4"}}});
  book->begin_sheet({.name = "", .columns = {{.header = "5"}}});
  auto const reader = std::move(Reader::open_bytes(book->bytes())).value();
  EXPECT_EQ(reader->sheet_names(), (std::vector<std::string>{"a b c  d", "a b c  d 2", "choices", std::string(31, 'x'), "Sheet", "choices 2"}));
}

TEST_F(WriterTest, nothing_is_left_behind_and_the_file_appears_whole) {
  {
    auto book = new_book();
    book->begin_sheet({.columns = {{.header = "a"}}});
    ASSERT_TRUE(book->add_row({Cell::of_text("x")}));
    book->save_as(folder / "out.xlsx");
    EXPECT_THROW(book->bytes(), std::logic_error);
    auto abandoned = new_book();
    abandoned->begin_sheet({.columns = {{.header = "a"}}});
  }
  std::vector<std::string> names;
  for (auto const& entry : std::filesystem::directory_iterator(folder.path())) names.push_back(entry.path().filename());
  EXPECT_EQ(names, std::vector<std::string>{"out.xlsx"});
  EXPECT_TRUE(Reader::open_file(folder / "out.xlsx"));
}

TEST_F(WriterTest, a_cell_that_no_spreadsheet_can_hold_is_refused) {
  auto book = new_book();
  book->begin_sheet({.columns = {{.header = "a"}}});
  EXPECT_TRUE(book->add_row({Cell::of_text(std::string(32'767, 'x'))}));
  auto const refused = book->add_row({Cell::of_text(std::string(32'768, 'x'))});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().code, "xlsx.cell_too_long");
  EXPECT_THROW((void)book->add_row(std::vector<Cell>(2)), std::invalid_argument);
}

}  // namespace
}  // namespace zx::xlsx
