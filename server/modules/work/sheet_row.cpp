#include "modules/work/sheet_row.hpp"

#include "modules/work/rules.hpp"
#include "platform/base/text.hpp"
#include "platform/xlsx/cell_values.hpp"

namespace zx::work::sheet {
namespace {

constexpr std::size_t longest_text = 4000;  // of a finding or a solution, as everywhere

struct Place {
  table::Cell const* cell = nullptr;
  std::string column;

  bool filled() const { return cell != nullptr; }
  bool has_date() const { return cell && !is_unknown(*cell); }
  std::string text() const { return cell ? cell->text : std::string{}; }
};

/// 跟进时间 | 完成情况 | 问题解决办法
struct Group {
  Place time;
  Place finding;
  Place solution;
};

class RowParser {
 public:
  RowParser(std::int64_t row, Header& header, Surroundings const& around) : header_(header), around_(around) { line_.row = row; }

  Line parse(std::vector<table::Cell> const& cells) {
    auto const& columns = header_.columns(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!text::trim(cells[i].text).empty()) take(columns[i], cells[i]);
    }
    take_follow_ups();
    check_rules();
    return std::move(line_);
  }

 private:
  void fault(std::string column, std::string code, RefusalArguments arguments = {}) {
    line_.faults.push_back({line_.row, std::move(column), std::move(code), std::move(arguments)});
  }

  void take(Column const& column, table::Cell const& cell) {
    if (column.field == Field::ignored && !column.header.empty()) return;
    if (cell.kind == table::CellKind::error) return fault(column.header, "sheet.cell_error", {{"value", cell.text}});
    auto& item = line_.item;
    switch (column.field) {
      case Field::title: item.title = text::trim(cell.text); break;
      case Field::start: item.start = moment(column, cell, usual_time); break;
      case Field::due: item.due = moment(column, cell, usual_due_time); break;
      case Field::follow_up_time: group(column).time = {&cell, column.header}; break;
      case Field::finding: group(column).finding = checked_text(column, cell); break;
      case Field::solution: group(column).solution = checked_text(column, cell); break;
      case Field::owner: item.owner = text::trim(cell.text); break;
      case Field::handler: item.handler = text::trim(cell.text); break;
      case Field::department: item.department = text::trim(cell.text); break;
      case Field::state: take_state(column, cell); break;
      case Field::importance: take_importance(column, cell); break;
      case Field::number: break;  // the receiving organization gives its own
      case Field::ignored:
      case Field::unknown:
        // A column with an unknown header was told once; a cell without any header would be lost without a word.
        if (column.header.empty()) fault("", "sheet.cell_without_header", {{"value", std::string(text::cut(cell.text, 20))}});
        break;
    }
  }

  Group& group(Column const& column) {
    if (groups_.size() <= column.group) groups_.resize(column.group + 1);
    return groups_[column.group];
  }

  Place checked_text(Column const& column, table::Cell const& cell) {
    if (text::length(cell.text) > longest_text) fault(column.header, "field.too_long", {{"most", std::to_string(longest_text)}});
    return {&cell, column.header};
  }

  Moment moment(Column const& column, table::Cell const& cell, TimeOfDay usual) {
    Moment moment;
    if (cell.kind != table::CellKind::date) moment.written = text::trim(cell.text);
    if (is_unknown(cell)) return moment;
    moment.at = instant_in(cell, around_.zone, usual);
    if (!moment.at) fault(column.header, "sheet.date_invalid", {{"value", std::string(text::cut(cell.text, 40))}});
    return moment;
  }

  void take_state(Column const& column, table::Cell const& cell) {
    line_.item.state = state_in(cell.text);
    if (!line_.item.state) fault(column.header, "sheet.state_unknown", {{"value", std::string(text::cut(cell.text, 40))}});
  }

  void take_importance(Column const& column, table::Cell const& cell) {
    auto number = table::decimal_in(cell);
    if (number && number->size() == 1) line_.item.importance = number->front() - '0';
    if (!number || number->size() != 1) fault(column.header, "field.out_of_range", {{"least", "1"}, {"most", "4"}});
  }

  /// Everything before the last date is a follow-up that took place, and so is whatever something was written about.
  std::size_t count_follow_ups() const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      if (groups_[i].finding.filled() || groups_[i].solution.filled()) count = i + 1;
      else if (groups_[i].time.has_date()) count = std::max(count, i);
    }
    return count;
  }

  Moment time_of(Group const& group) {
    return group.time.filled() ? moment({Field::follow_up_time, 0, group.time.column}, *group.time.cell, usual_time) : Moment{};
  }

  void take_follow_ups() {
    std::vector<Moment> times;
    for (auto const& group : groups_) times.push_back(time_of(group));
    auto count = count_follow_ups();
    if (count == 0 && !times.empty()) line_.item.first_time = times.front();
    times.resize(groups_.size() + 1);  // after the last group nothing was said
    for (std::size_t i = 0; i < count; ++i) take_follow_up(groups_[i], times[i], times[i + 1]);
  }

  void take_follow_up(Group const& group, Moment const& at, Moment const& next) {
    if (!group.time.has_date()) return fault(column_of_time(group), "sheet.follow_up_time_missing");
    if (!at.at) return;
    check_order(group, at, next);
    line_.item.follow_ups.push_back({.at = std::min(*at.at, around_.now),
                                     .finding = group.finding.text(),
                                     .solution = group.solution.text(),
                                     .next_follow_up_at = next.at,
                                     .written_at = at.written,
                                     .written_next = next.written});
  }

  void check_order(Group const& group, Moment const& at, Moment const& next) {
    if (calendar::local_date(*at.at, around_.zone) > calendar::local_date(around_.now, around_.zone))
      fault(group.time.column, "sheet.follow_up_in_future", {{"value", group.time.text()}});
    if (next.at && *next.at < *at.at) fault(group.time.column, "sheet.follow_up_out_of_order", {{"value", group.time.text()}});
  }

  std::string column_of_time(Group const& group) const {
    if (group.time.filled()) return group.time.column;
    return &group == &groups_.front() ? std::string(words::first_time) : std::string(words::next_time);
  }

  void check_rules() {
    auto const& item = line_.item;
    for (auto& error :
         rules::wrong_fields(NewWorkItemForm{.title = item.title, .importance = item.importance, .start_at = item.start.at, .due_at = item.due.at})) {
      // Without any column for it the header is what is wrong, not every row.
      bool title_missing = error.path == "title" && item.title.empty();
      if (title_missing && !header_.has(Field::title)) continue;
      fault(header_.text_of(field_at(error.path)), title_missing ? "sheet.title_missing" : error.code, std::move(error.arguments));
    }
  }

  static Field field_at(std::string_view path) {
    if (path == "due_at") return Field::due;
    return path == "importance" ? Field::importance : Field::title;
  }

  Header& header_;
  Surroundings const& around_;
  std::vector<Group> groups_;
  Line line_;
};

}  // namespace

Line line_of(std::int64_t row, std::vector<table::Cell> const& cells, Header& header, Surroundings const& surroundings) {
  return RowParser(row, header, surroundings).parse(cells);
}

}  // namespace zx::work::sheet
