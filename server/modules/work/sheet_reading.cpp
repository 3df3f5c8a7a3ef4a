#include "modules/work/sheet_reading.hpp"

#include <algorithm>

#include "modules/work/sheet_row.hpp"
#include "platform/base/text.hpp"
#include "platform/csv/open_table.hpp"

namespace zx::work::sheet {
namespace {

constexpr std::size_t rows_before_header = 10;  // title, subtitles, instructions

bool is_sample(std::vector<table::Cell> const& cells) {
  auto filled = std::find_if(cells.begin(), cells.end(), [](auto const& cell) { return !cell.empty(); });
  if (filled == cells.end()) return false;
  auto folded = text::fold(text::trim(filled->text));
  return folded.starts_with("示例:") || folded.starts_with("example:");
}

bool is_blank(std::vector<table::Cell> const& cells) {
  return std::all_of(cells.begin(), cells.end(), [](auto const& cell) { return text::trim(cell.text).empty(); });
}

}  // namespace

Reading::Reading(std::unique_ptr<table::RowReader> table, std::deque<Waiting> waiting, Header header, Surroundings const& surroundings)
    : table_(std::move(table)), waiting_(std::move(waiting)), header_(std::move(header)), surroundings_(surroundings) {}

Result<std::deque<Reading::Waiting>> Reading::first_rows(table::RowReader& table) {
  std::deque<Waiting> rows;
  std::vector<table::Cell> cells;
  while (rows.size() < rows_before_header && TRY(table.next(cells))) {
    rows.push_back({static_cast<std::int64_t>(table.row_number()), cells});
    if (Header::is_one(cells)) break;
  }
  return rows;
}

Result<Reading> Reading::open(std::string_view content, Surroundings const& surroundings) {
  if (content.size() > most_bytes) return Refusal::of(RefusalKind::too_large, "sheet.too_large", {{"limit_mb", std::to_string(most_bytes >> 20)}});
  auto table = TRY(table::open_table_view(content));
  auto rows = TRY(first_rows(*table));
  if (rows.empty()) return Refusal::invalid("sheet.empty");
  auto header = std::find_if(rows.begin(), rows.end(), [](auto const& row) { return Header::is_one(row.cells); });
  if (header == rows.end()) header = rows.begin();  // then it says what is missing
  auto found = Header(header->cells, header->row);
  rows.erase(rows.begin(), header + 1);
  return Reading(std::move(table), std::move(rows), std::move(found), surroundings);
}

Result<bool> Reading::advance() {
  if (!waiting_.empty()) {
    row_ = waiting_.front().row;
    cells_ = std::move(waiting_.front().cells);
    waiting_.pop_front();
    return true;
  }
  if (!TRY(table_->next(cells_))) return false;
  row_ = static_cast<std::int64_t>(table_->row_number());
  return true;
}

Result<bool> Reading::next(Line& line) {
  do {
    if (!TRY(advance())) return false;
  } while (is_sample(cells_) || is_blank(cells_));
  if (++rows_ > most_rows) return Refusal::of(RefusalKind::too_large, "sheet.too_many_rows", {{"most", std::to_string(most_rows)}});
  line = line_of(row_, cells_, header_, surroundings_);
  return true;
}

}  // namespace zx::work::sheet
