#include "modules/org/people_rows.hpp"

#include <algorithm>

#include "platform/base/text.hpp"
#include "platform/csv/open_table.hpp"

namespace zx::org::sheet {
namespace {

constexpr std::size_t most_bytes = 8u << 20;
constexpr std::size_t rows_before_header = 10;  // title, instructions

struct FieldWord {
  std::string_view word;  ///< folded, without blanks
  Field field;
};
constexpr FieldWord other_words[] = {
    {"员工编号", Field::number},       {"员工号", Field::number},       {"number", Field::number},         {"名字", Field::name},
    {"员工姓名", Field::name},         {"name", Field::name},           {"pinyin", Field::pinyin},         {"所属部门", Field::department},
    {"department", Field::department}, {"职位", Field::position},       {"职务", Field::position},         {"position", Field::position},
    {"上级", Field::supervisor},       {"直接上级", Field::supervisor}, {"supervisor", Field::supervisor}, {"手机", Field::phone},
    {"手机号", Field::phone},          {"联系电话", Field::phone},      {"phone", Field::phone},           {"电子邮箱", Field::email},
    {"email", Field::email},           {"e-mail", Field::email},        {"入职时间", Field::entry_date},   {"entrydate", Field::entry_date},
    {"序号", Field::ignored},          {"错误原因", Field::ignored},    {"reason", Field::ignored}};

/// "*姓名（必填）" → "姓名"
std::string bare(std::string_view header) {
  auto folded = text::fold(text::trim(header));
  folded = folded.substr(0, folded.find('('));
  std::erase_if(folded, [](char c) { return c == '*' || c == ' ' || c == '\n' || c == '\r'; });
  return folded;
}

Field field_of(std::string_view header) {
  auto const word = bare(header);
  if (auto found = std::ranges::find(columns, word, &Column::word); found != columns.end()) return found->field;
  auto const* other = std::ranges::find(other_words, word, &FieldWord::word);
  return other == std::end(other_words) ? Field::unknown : other->field;
}

bool is_header(std::vector<table::Cell> const& cells) {
  return std::ranges::any_of(cells, [](auto const& cell) { return field_of(cell.text) == Field::name; });
}

bool is_blank(std::vector<table::Cell> const& cells) {
  return std::ranges::all_of(cells, [](auto const& cell) { return text::trim(cell.text).empty(); });
}

bool is_sample(std::vector<table::Cell> const& cells) {
  auto const filled = std::ranges::find_if(cells, [](auto const& cell) { return !cell.empty(); });
  if (filled == cells.end()) return false;
  auto const folded = text::fold(text::trim(filled->text));
  return folded.starts_with("示例:") || folded.starts_with("example:");
}

void understand_header(Sheet& sheet, std::vector<table::Cell> const& cells, std::vector<Field>& fields) {
  auto fault = [&](std::string const& column, std::string code) {
    sheet.header_faults.push_back({sheet.header_row, column, std::move(code), {{"column", column}}});
  };
  for (auto const& cell : cells) {
    auto const header = std::string(text::trim(cell.text));
    auto const field = header.empty() ? Field::ignored : field_of(header);
    bool const repeated = field != Field::ignored && field != Field::unknown && std::ranges::find(fields, field) != fields.end();
    if (field == Field::unknown) fault(header, "sheet.column_unknown");
    if (repeated) fault(header, "sheet.column_repeated");
    fields.push_back(repeated ? Field::ignored : field);
    sheet.headers.push_back(header);
  }
  for (auto needed : {Field::number, Field::name})
    if (std::ranges::find(fields, needed) == fields.end()) fault(std::string(word_of(needed)), "sheet.column_missing");
}

/// "2026/3/1" and "2026.3.1" are written by people, too.
std::optional<Date> date_in(std::string typed) {
  for (auto& c : typed)
    if (c == '/' || c == '.') c = '-';
  typed = typed.substr(0, typed.find(' '));
  auto parts = text::split(typed, '-');
  if (parts.size() != 3 || parts[0].size() != 4) return std::nullopt;
  auto two = [](std::string_view part) { return part.size() == 1 ? "0" + std::string(part) : std::string(part); };
  return Date::parse(std::string(parts[0]) + "-" + two(parts[1]) + "-" + two(parts[2]));
}

void take(Line& line, Field field, std::string const& header, table::Cell const& cell) {
  auto fault = [&](std::string code) { line.faults.push_back({line.row, header, std::move(code), {{"value", std::string(text::cut(cell.text, 40))}}}); };
  if (field == Field::ignored && !header.empty()) return;
  if (cell.kind == table::CellKind::error) return fault("sheet.cell_error");
  if (header.empty()) return fault("sheet.cell_without_header");
  line.said[field] = text::trim(cell.text);
  if (field == Field::entry_date && !(line.entry_date = date_in(line.said[field]))) fault("people.date_unreadable");
}

void understand_row(Sheet const& sheet, std::vector<Field> const& fields, Line& line) {
  for (std::size_t i = 0; i < line.cells.size(); ++i) {
    if (text::trim(line.cells[i].text).empty()) continue;
    take(line, i < fields.size() ? fields[i] : Field::ignored, i < sheet.headers.size() ? sheet.headers[i] : std::string{}, line.cells[i]);
  }
  for (auto needed : {Field::number, Field::name})
    if (line.text(needed).empty()) line.faults.push_back({line.row, std::string(word_of(needed)), "json.required", {}});
}

}  // namespace

std::string_view word_of(Field field) {
  auto found = std::ranges::find(columns, field, &Column::field);
  return found == columns.end() ? std::string_view{} : found->word;
}

Result<Sheet> read_sheet(std::string_view content) {
  if (content.size() > most_bytes) return Refusal::of(RefusalKind::too_large, "sheet.too_large", {{"limit_mb", std::to_string(most_bytes >> 20)}});
  auto table = TRY(table::open_table_view(content));
  Sheet sheet;
  std::vector<Field> fields;
  std::vector<table::Cell> cells;
  std::vector<std::pair<std::int64_t, std::vector<table::Cell>>> before;
  while (sheet.header_row == 0 && before.size() < rows_before_header && TRY(table->next(cells))) {
    before.emplace_back(static_cast<std::int64_t>(table->row_number()), cells);
    if (is_header(cells)) sheet.header_row = before.back().first;
  }
  if (before.empty()) return Refusal::invalid("people.sheet_empty");
  // Without a header the first row says what is missing.
  auto const& header = sheet.header_row ? before.back() : before.front();
  sheet.header_row = header.first;
  understand_header(sheet, header.second, fields);
  while (TRY(table->next(cells))) {
    if (is_blank(cells) || is_sample(cells)) continue;
    if (sheet.lines.size() == static_cast<std::size_t>(most_rows))
      return Refusal::of(RefusalKind::too_large, "people.too_many_rows", {{"most", std::to_string(most_rows)}});
    Line line{.row = static_cast<std::int64_t>(table->row_number()), .said = {}, .entry_date = {}, .faults = {}, .cells = cells};
    understand_row(sheet, fields, line);
    sheet.lines.push_back(std::move(line));
  }
  return sheet;
}

}  // namespace zx::org::sheet
