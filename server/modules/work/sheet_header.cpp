#include "modules/work/sheet_header.hpp"

#include <algorithm>
#include <iterator>

#include "platform/base/text.hpp"

namespace zx::work::sheet {
namespace {

struct FieldWord {
  std::string_view word;  ///< folded, without blanks
  Field field;
};

constexpr FieldWord field_words[] = {
    {words::title, Field::title},
    {"工作事项", Field::title},
    {"事项", Field::title},
    {"标题", Field::title},
    {"workitem", Field::title},
    {"title", Field::title},
    {words::start, Field::start},
    {"开始时间", Field::start},
    {"开始日期", Field::start},
    {"start", Field::start},
    {words::due, Field::due},
    {"计划完成日期", Field::due},
    {"截止时间", Field::due},
    {"截止日期", Field::due},
    {"plannedcompletion", Field::due},
    {"due", Field::due},
    {words::next_time, Field::follow_up_time},
    {"跟进时间", Field::follow_up_time},
    {"firstfollow-up", Field::follow_up_time},
    {"nextfollow-up", Field::follow_up_time},
    {words::finding, Field::finding},
    {"finding", Field::finding},
    {words::solution, Field::solution},
    {"解决办法", Field::solution},
    {"问题解决方法", Field::solution},
    {"solution", Field::solution},
    {words::number, Field::number},
    {"number", Field::number},
    {words::owner, Field::owner},
    {"owner", Field::owner},
    {words::handler, Field::handler},
    {"handler", Field::handler},
    {words::department, Field::department},
    {"department", Field::department},
    {words::state, Field::state},
    {"state", Field::state},
    {"status", Field::state},
    {words::importance, Field::importance},
    {"importance", Field::importance},
    {words::reason, Field::ignored},
    {"导入失败原因", Field::ignored},
    {"reason", Field::ignored},
    {"序号", Field::ignored},
};

struct StateWord {
  State state;
  std::string_view word;
};

/// The first word of a state is the one written.
constexpr StateWord state_words[] = {
    {State::draft, "草稿"},         {State::assigned, "待接收"},  {State::accepted, "已接收"},  {State::in_progress, "处理中"},
    {State::in_progress, "进行中"}, {State::submitted, "待验收"}, {State::returned, "已退回"},  {State::on_hold, "暂停"},
    {State::done, "已完成"},        {State::done, "完成"},        {State::cancelled, "已取消"}, {State::cancelled, "取消"},
};

/// "*工作项目（必填）" → "工作项目"
std::string bare(std::string_view header) {
  auto folded = text::fold(text::trim(header));
  folded = folded.substr(0, folded.find('('));
  std::erase_if(folded, [](char c) { return c == '*' || c == ' ' || c == '\n' || c == '\r'; });
  return folded;
}

bool is_numbered_time(std::string_view word) { return word.starts_with("第") && word.ends_with("次跟进时间"); }

Field field_of(std::string_view header) {
  auto word = bare(header);
  if (is_numbered_time(word)) return Field::follow_up_time;
  auto found = std::find_if(std::begin(field_words), std::end(field_words), [&](auto const& known) { return known.word == word; });
  return found == std::end(field_words) ? Field::unknown : found->field;
}

bool belongs_to_group(Field field) { return field == Field::follow_up_time || field == Field::finding || field == Field::solution; }

std::string_view paper_word(Field field) {
  switch (field) {
    case Field::title: return words::title;
    case Field::start: return words::start;
    case Field::due: return words::due;
    case Field::follow_up_time: return words::next_time;
    case Field::finding: return words::finding;
    case Field::solution: return words::solution;
    case Field::owner: return words::owner;
    case Field::handler: return words::handler;
    case Field::department: return words::department;
    case Field::state: return words::state;
    case Field::importance: return words::importance;
    case Field::number: return words::number;
    case Field::ignored:
    case Field::unknown: break;
  }
  return {};
}

Field after(Field field) {
  if (field == Field::follow_up_time) return Field::finding;
  return field == Field::finding ? Field::solution : Field::follow_up_time;
}

}  // namespace

Header::Header(std::vector<table::Cell> const& cells, std::int64_t row) : row_(row) {
  for (auto const& cell : cells) {
    auto header = std::string(text::trim(cell.text));
    place({header.empty() ? Field::ignored : field_of(header), 0, header});
  }
  if (!has(Field::title)) faults_.push_back({row_, std::string(words::title), "sheet.column_missing", {{"column", std::string(words::title)}}});
}

bool Header::is_one(std::vector<table::Cell> const& cells) {
  return std::any_of(cells.begin(), cells.end(), [](auto const& cell) { return field_of(cell.text) == Field::title; });
}

bool Header::has(Field field) const {
  return std::any_of(columns_.begin(), columns_.end(), [&](auto const& column) { return column.field == field; });
}

std::string Header::text_of(Field field) const {
  auto found = std::find_if(columns_.begin(), columns_.end(), [&](auto const& column) { return column.field == field && !column.header.empty(); });
  return found == columns_.end() ? std::string(paper_word(field)) : found->header;
}

std::vector<Column> const& Header::columns(std::size_t width) {
  while (columns_.size() < width) {
    auto last = columns_.empty() ? Field::unknown : columns_.back().field;
    auto field = belongs_to_group(last) ? after(last) : Field::unknown;
    place({field, 0, std::string(paper_word(field))});
  }
  return columns_;
}

void Header::place(Column column) {
  if (belongs_to_group(column.field)) return place_in_group(std::move(column));
  if (column.field == Field::unknown && !column.header.empty()) fault(column, "sheet.column_unknown");
  if (column.field != Field::unknown && column.field != Field::ignored && has(column.field)) {
    fault(column, "sheet.column_repeated");
    column.field = Field::ignored;
  }
  columns_.push_back(std::move(column));
}

void Header::place_in_group(Column column) {
  if (column.field == Field::follow_up_time) ++groups_;
  column.group = groups_ - 1;
  auto is_same = [&](auto const& other) { return other.field == column.field && other.group == column.group; };
  if (groups_ == 0 || std::any_of(columns_.begin(), columns_.end(), is_same)) {
    fault(column, "sheet.column_misplaced");
    column.field = Field::ignored;
  }
  columns_.push_back(std::move(column));
}

void Header::fault(Column const& column, std::string code) { faults_.push_back({row_, column.header, std::move(code), {{"column", column.header}}}); }

std::string_view word_of(State state) {
  return std::find_if(std::begin(state_words), std::end(state_words), [&](auto const& known) { return known.state == state; })->word;
}

std::optional<State> state_in(std::string_view text) {
  auto folded = text::fold(text::trim(text));
  std::replace(folded.begin(), folded.end(), ' ', '_');
  for (auto const& known : state_words) {
    if (known.word == folded) return known.state;
  }
  return enum_from<State>(folded);
}

}  // namespace zx::work::sheet
