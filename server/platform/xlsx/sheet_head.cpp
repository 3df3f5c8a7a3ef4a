#include "platform/xlsx/sheet_head.hpp"

#include <algorithm>
#include <stdexcept>

#include "platform/base/text.hpp"
#include "platform/xlsx/strings.hpp"
#include "platform/xlsx/xml_characters.hpp"

namespace zx::xlsx {
namespace {

constexpr uint8_t kPaperA4 = 9;
constexpr double kMarginInches = 0.4;
constexpr double kTitleHeight = 28;
constexpr double kLineHeight = 16;

void check(lxw_error error) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("cannot write the workbook: ") + lxw_strerror(error));
}

/// A row over the whole width of the table. Merging one cell is refused by the format.
void write_wide_row(lxw_worksheet* sheet, lxw_row_t row, std::size_t columns, std::string const& text, double height, lxw_format* format) {
  auto const safe = encode_escapes(text);
  check(worksheet_set_row(sheet, row, height, nullptr));
  if (columns > 1) {
    check(worksheet_merge_range(sheet, row, 0, row, static_cast<lxw_col_t>(columns - 1), safe.c_str(), format));
  } else {
    check(worksheet_write_string(sheet, row, 0, safe.c_str(), format));
  }
}

/// Lines a text needs when a Chinese character takes two of the columns' characters: merged rows don't grow by themselves.
std::size_t lines_needed(std::string_view text, double width) {
  std::size_t lines = 0;
  for (auto const line : text::split(text, '\n')) {
    double taken = 0;
    for (char const c : line) taken += static_cast<unsigned char>(c) < 0x80 ? 1.0 : 0.67;  // three bytes, two characters wide
    lines += 1 + static_cast<std::size_t>(taken / std::max(width, 8.0));
  }
  return lines;
}

std::string footer_text(std::string const& left) {
  std::string footer = "&L";
  for (char const c : encode_escapes(text::cut(left, 150))) footer += c == '&' ? "&&" : std::string(1, c);
  return footer + "&R&P / &N";
}

void set_up_page(lxw_worksheet* sheet, Sheet const& head, lxw_row_t header_row) {
  if (head.paper == Paper::a4_landscape) worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, kPaperA4);
  worksheet_set_margins(sheet, kMarginInches, kMarginInches, kMarginInches, 2 * kMarginInches);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_freeze_panes(sheet, header_row + 1, 0);
  check(worksheet_repeat_rows(sheet, header_row, header_row));
  check(worksheet_set_footer(sheet, footer_text(head.print_footer).c_str()));
}

void write_note(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::string const& note) {
  if (note.empty()) return;
  lxw_comment_options options{};
  options.width = 220;
  options.height = static_cast<uint16_t>(std::min<std::size_t>(400, 40 + 18 * lines_needed(note, 28)));
  check(worksheet_write_comment_opt(sheet, row, column, encode_escapes(note).c_str(), &options));
}

void write_column(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t at, Column const& column, CellFormats& formats) {
  auto const header = encode_escapes((column.required ? "*" : "") + column.header);
  check(worksheet_set_column(sheet, at, at, column.width, formats.blank(column.kind)));
  check(worksheet_write_string(sheet, row, at, header.c_str(), formats.header(column.required)));
  write_note(sheet, row, at, column.note);
}

}  // namespace

bool is_fit_for_xml(std::string_view text) {
  auto const content = survey(text);
  if (content.has_control || content.has_cr || text.find("_x") != std::string_view::npos || text.find('\x7F') != std::string_view::npos) return false;
  if (!content.has_wide) return true;
  return text.find("\xEF\xBF") == std::string_view::npos && text::is_valid_utf8(text);  // U+FFFE is valid UTF-8 but no XML
}

void ChoiceLists::offer(lxw_worksheet* sheet, lxw_col_t column, lxw_row_t first, lxw_row_t last, std::vector<std::string> const& choices) {
  lists_.push_back(choices);
  uses_.push_back({sheet, column, first, last});
}

void ChoiceLists::write(std::string const& name) {
  if (lists_.empty()) return;
  auto* hidden = workbook_add_worksheet(book_, name.c_str());
  if (hidden == nullptr) throw std::runtime_error("cannot add the sheet of choices to the workbook");
  worksheet_hide(hidden);
  std::size_t longest = 0;
  for (auto const& list : lists_) longest = std::max(longest, list.size());
  for (std::size_t row = 0; row < longest; ++row) {  // row by row: memory is constant
    for (std::size_t i = 0; i < lists_.size(); ++i) {
      if (row < lists_[i].size())
        check(worksheet_write_string(hidden, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(i), encode_escapes(lists_[i][row]).c_str(), nullptr));
    }
  }
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    char column[LXW_MAX_COL_NAME_LENGTH];
    lxw_col_to_name(column, static_cast<lxw_col_t>(i), LXW_TRUE);
    auto formula = "='" + name + "'!" + column + "$1:" + column + "$" + std::to_string(lists_[i].size());
    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    rule.value_formula = formula.data();
    check(worksheet_data_validation_range(uses_[i].sheet, uses_[i].first, uses_[i].column, uses_[i].last, uses_[i].column, &rule));
  }
}

lxw_row_t write_sheet_head(lxw_worksheet* sheet, Sheet const& head, CellFormats& formats, ChoiceLists& choices) {
  auto const count = head.columns.size();
  double width = 0;
  for (auto const& column : head.columns) width += column.width;
  lxw_row_t row = 0;
  if (!head.title.empty()) write_wide_row(sheet, row++, count, head.title, kTitleHeight, formats.title());
  for (auto const& line : head.subtitles) write_wide_row(sheet, row++, count, line, kLineHeight, formats.subtitle());
  if (!head.instruction.empty())
    write_wide_row(sheet, row++, count, head.instruction, kLineHeight * static_cast<double>(lines_needed(head.instruction, width)), formats.instruction());
  set_up_page(sheet, head, row);
  for (std::size_t i = 0; i < count; ++i) {
    auto const at = static_cast<lxw_col_t>(i);
    write_column(sheet, row, at, head.columns[i], formats);
    auto const last = row + static_cast<lxw_row_t>(std::max<std::size_t>(1, head.rows_to_fill_in));
    if (!head.columns[i].choices.empty()) choices.offer(sheet, at, row + 1, std::min<lxw_row_t>(last, LXW_ROW_MAX - 1), head.columns[i].choices);
  }
  return row + 1;
}

}  // namespace zx::xlsx
