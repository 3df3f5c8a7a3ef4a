#include "modules/goal/target_editing.hpp"

#include <algorithm>

#include "modules/goal/following.hpp"
#include "modules/goal/sql.hpp"
#include "modules/goal/target_names.hpp"

namespace zx::goal::targets {
namespace {

constexpr std::size_t most_faults = 1000;
constexpr std::size_t cells_at_once = 10'000;

auto place_of(Wanted const& wanted) { return std::tuple(wanted.row, wanted.column, wanted.field); }

/// In order of place; of several for one number the last one said.
void keep_last_said(std::vector<Wanted>& wanted) {
  std::ranges::stable_sort(wanted, {}, place_of);
  auto kept = wanted.begin();
  for (auto each = wanted.begin(); each != wanted.end(); ++each) {
    if (each != wanted.begin() && place_of(*std::prev(kept)) == place_of(*each)) *std::prev(kept) = *each;
    else *kept++ = *each;
  }
  wanted.erase(kept, wanted.end());
}

bool is_plan(TargetField field) { return field != TargetField::actual; }

/// The cells of many rows, read in one go where that is cheaper.
class CellsOfRows {
 public:
  CellsOfRows(ReadContext const& ctx, SheetId id, std::vector<Wanted> const& wanted) : ctx_(ctx), id_(id) {
    std::int64_t rows = 0, last = 0;
    for (auto const& each : wanted)
      if (each.row > 0 && each.row != last) last = each.row, ++rows;
    if (rows > 100) cells_ = cells_between(ctx_, id_, 1, last), all_read_ = true;
  }
  /// Rows are asked for in order.
  std::vector<Cell> of(std::int64_t row) {
    if (!all_read_) return cells_between(ctx_, id_, row, row);
    while (at_ < cells_.size() && cells_[at_].row_no < row) ++at_;
    auto const first = at_;
    while (at_ < cells_.size() && cells_[at_].row_no == row) ++at_;
    return {cells_.begin() + static_cast<std::ptrdiff_t>(first), cells_.begin() + static_cast<std::ptrdiff_t>(at_)};
  }

 private:
  ReadContext ctx_;
  SheetId id_;
  std::vector<Cell> cells_;
  std::size_t at_ = 0;
  bool all_read_ = false;
};

/// The rows, read in one go where that is cheaper.
class Rows {
 public:
  Rows(ReadContext const& ctx, SheetId id, std::size_t asked) : ctx_(ctx), id_(id) {
    if (asked <= 500) return;
    for (auto& line : all_rows(ctx_, id_)) all_.emplace(line.no, std::move(line));
  }
  std::optional<Line> at(std::int64_t no) {
    if (all_.empty()) return line_at(ctx_, id_, Side::row, no);
    auto found = all_.find(no);
    return found == all_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  ReadContext ctx_;
  SheetId id_;
  std::map<std::int64_t, Line> all_;
};

Cell& cell_at(std::vector<Cell>& cells, std::int64_t row, std::int64_t column) {
  auto found = std::ranges::find(cells, column, &Cell::column_no);
  if (found != cells.end()) return *found;
  cells.push_back({.row_no = row, .column_no = column});
  return cells.back();
}

}  // namespace

void Editing::add_fault(Wanted const& wanted, std::string code, RefusalArguments arguments) {
  if (faults_.size() >= most_faults) return;
  auto const place = std::to_string(wanted.row) + ", " + std::to_string(wanted.column);
  arguments["cell"] = rights_.sees(wanted.row) ? name_of_cell(ctx_, sheet_, wanted.row, wanted.column) : place;
  faults_.push_back({wanted.origin, std::move(code), std::move(arguments)});
}

void Editing::prepare_given(Wanted const& wanted) {
  if (!rights_.may_plan) return add_fault(wanted, "target.plan_not_yours");
  if (wanted.field != TargetField::plan) return add_fault(wanted, "target.given_is_a_plan");
  std::optional<Decimal> before = sheet_.row.given;
  std::optional<MeasureId> measure = sheet_.row.measure_id;
  if (wanted.row > 0 || wanted.column > 0) {
    auto const line = line_at(ctx_, sheet_.row.id, wanted.row > 0 ? Side::row : Side::column, wanted.row > 0 ? wanted.row : wanted.column);
    if (!line) return add_fault(wanted, "target.cell_unknown");
    before = line->given;
    if (line->measure_id) measure = line->measure_id;
  }
  if (!measure) return add_fault(wanted, "target.given_needs_one_measure");
  auto const decimals = sheet_.measures.at(*measure).decimals;
  if (wanted.value && !rules::units_of(*wanted.value, static_cast<int>(decimals)))
    return add_fault(wanted, "target.too_precise", {{"decimals", std::to_string(decimals)}});
  if (before != wanted.value) given_.push_back({wanted.row, wanted.column, wanted.field, before, wanted.value});
}

std::optional<Fault> Editing::fault_of(Wanted const& wanted, Line const& row, Cell const& cell) {
  auto const fault = [&](std::string code, RefusalArguments arguments = {}) { return Fault{wanted.origin, std::move(code), std::move(arguments)}; };
  if (is_plan(wanted.field)) {
    if (!rights_.may_plan) return fault("target.plan_not_yours");
    if (cell.locked || row.locked || sheet_.column(wanted.column).locked) return fault("target.locked");
  } else {
    if (!rights_.writes(wanted.row)) return fault("target.actual_not_yours");
    if (cell.is_fed()) return fault("target.fed_by_child");
  }
  auto const decimals = sheet_.measures.at(sheet_.measure_of(row, sheet_.column(wanted.column))).decimals;
  if (wanted.value && !rules::units_of(*wanted.value, static_cast<int>(decimals))) return fault("target.too_precise", {{"decimals", std::to_string(decimals)}});
  return std::nullopt;
}

std::vector<Fault> Editing::prepare(std::vector<Wanted> wanted, ActualSource source, Heard const& heard) {
  keep_last_said(wanted);
  std::size_t rows_asked = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) rows_asked += i == 0 || wanted[i].row != wanted[i - 1].row;
  Rows rows(ctx_, sheet_.row.id, rows_asked);
  CellsOfRows all_cells(ctx_, sheet_.row.id, wanted);
  for (std::size_t i = 0; i < wanted.size();) {
    if (wanted[i].row <= 0 || wanted[i].column <= 0) {
      prepare_given(wanted[i++]);
      continue;
    }
    auto const row_no = wanted[i].row;
    if (heard) heard(i, wanted.size());
    auto const row = rights_.sees(row_no) ? rows.at(row_no) : std::nullopt;
    auto cells = row ? all_cells.of(row_no) : std::vector<Cell>{};
    std::set<std::int64_t> changed;
    for (; i < wanted.size() && wanted[i].row == row_no; ++i) {
      auto const& each = wanted[i];
      if (!row || each.column > sheet_.row.column_count) {
        add_fault(each, "target.cell_unknown");
        continue;
      }
      auto& cell = cell_at(cells, row_no, each.column);
      if (cell[each.field] == each.value) continue;  // pasting over a locked cell what it has is no change
      if (auto fault = fault_of(each, *row, cell)) {
        add_fault(each, std::move(fault->code), std::move(fault->arguments));
        continue;
      }
      differences_.push_back({row_no, each.column, each.field, cell[each.field], each.value});
      cell[each.field] = each.value;
      if (each.field == TargetField::actual) cell.source = each.value ? std::optional(source) : std::nullopt;
      changed.insert(each.column);
    }
    if (row && !changed.empty()) row_measures_[row_no] = row->measure_id;
    for (auto& cell : cells)
      if (changed.contains(cell.column_no)) cells_.push_back(std::move(cell));
  }
  return std::move(faults_);
}

void Editing::write_given() {
  auto const where = [&](Side side, std::int64_t no, std::optional<Decimal> const& given) {
    ctx_.db.enqueue(sql::set_line_given, {{"org", ctx_.actor.organization}, {"sheet", sheet_.row.id}, {"side", side}, {"no", no}, {"given", given}});
  };
  for (auto const& each : given_) {
    if (each.row > 0) where(Side::row, each.row, each.to);
    else if (each.column > 0) where(Side::column, each.column, each.to);
    else sheet_.row.given = each.to;
    if (each.row == 0 && each.column > 0) sheet_.columns.at(static_cast<std::size_t>(each.column - 1)).given = each.to;
  }
}

void Editing::move_totals(std::set<ColumnMeasure>& moved, std::set<ColumnMeasure>& reached) {
  for (auto const& each : differences_) {
    auto const row_measure = row_measures_.at(each.row);
    auto const& column = sheet_.column(each.column);
    ColumnMeasure const key{each.column, row_measure ? *row_measure : column.measure_id ? *column.measure_id : sheet_.row.measure_id.value()};
    sheet_.totals.at(key).move(each.field, each.from, each.to);
    moved.insert(key);
    if (each.field == TargetField::actual) reached.insert(key);
  }
}

std::set<std::int64_t> Editing::rows_reached() const {
  std::set<std::int64_t> rows;
  for (auto const& each : differences_)
    if (each.field == TargetField::actual) rows.insert(each.row);
  return rows;
}

Result<void> Editing::write(TargetBatchKind kind, Heard const& heard) {
  auto const before = wholes_of(sheet_);
  std::set<ColumnMeasure> moved, reached;
  try {
    move_totals(moved, reached);
    auto const count = static_cast<std::int64_t>(differences_.size() + given_.size());
    for (std::size_t first = 0; first < cells_.size(); first += cells_at_once) {
      if (heard) heard(first, cells_.size());
      put_cells(ctx_, sheet_.row.id, sheet_.row.last_batch + 1, std::span(cells_).subspan(first, std::min(cells_at_once, cells_.size() - first)));
    }
    for (auto const& key : moved) put_total(ctx_, sheet_.row.id, sheet_.totals.at(key));
    write_given();
    auto all = given_;
    all.insert(all.end(), differences_.begin(), differences_.end());
    record_batch(ctx_, sheet_, kind, all, count);
    tell(ctx_, sheet_, kind, count, before);
    if (!reached.empty()) {
      roll_up(ctx_, sheet_.row, reached);
      following::follow(ctx_, sheet_.row, rows_reached());
    }
  } catch (std::overflow_error const&) { return Refusal::invalid("target.too_large"); }
  return {};
}

}  // namespace zx::goal::targets
