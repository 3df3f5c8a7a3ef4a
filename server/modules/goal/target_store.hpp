#pragma once
// Target sheets as they are kept. Private to goal.

#include <map>
#include <set>
#include <span>

#include "modules/goal/targets.hpp"

namespace zx::goal::targets {

struct SheetRow {
  SheetId id;
  std::string title;
  TargetPreset preset = TargetPreset::month_by_manager;
  std::int64_t month_from = 0;
  std::int64_t month_to = 0;
  std::optional<EmployeeId> employee_id;
  std::optional<DepartmentId> department_id;
  std::optional<MeasureId> measure_id;
  std::string row_axes;     ///< words with commas between
  std::string column_axes;  ///< the same
  std::optional<SheetId> parent_id;
  std::optional<std::int64_t> parent_row;
  std::optional<SheetId> previous_id;
  std::optional<Decimal> given;
  std::int64_t row_count = 0;     ///< the highest number of a row
  std::int64_t removed_rows = 0;  ///< numbers no longer used
  std::int64_t column_count = 0;
  std::int64_t last_batch = 0;
  std::string created_by_name;
  Instant created_at;
  Instant changed_at;
  std::optional<Instant> closed_at;
  std::int64_t version = 1;

  Span span() const { return {month_from, month_to}; }
  std::int64_t rows() const { return row_count - removed_rows; }
};
BOOST_DESCRIBE_STRUCT(SheetRow, (),
                      (id, title, preset, month_from, month_to, employee_id, department_id, measure_id, row_axes, column_axes, parent_id, parent_row,
                       previous_id, given, row_count, removed_rows, column_count, last_batch, created_by_name, created_at, changed_at, closed_at, version))

enum class Side { row, column };
BOOST_DESCRIBE_ENUM(Side, row, column)

/// A row or a column.
struct Line {
  std::int64_t no = 0;
  std::optional<EmployeeId> employee_id;
  std::optional<DepartmentId> department_id;
  std::optional<customer::ProductId> product_id;
  std::optional<customer::CustomerId> customer_id;
  std::optional<MeasureId> measure_id;
  std::optional<std::int64_t> month_from;
  std::optional<std::int64_t> month_to;
  std::optional<Decimal> given;
  bool locked = false;
  std::optional<std::string> employee_name;
  std::optional<std::string> employee_number;
  std::optional<std::string> department_name;

  std::optional<Span> span() const { return month_from ? std::optional(Span{*month_from, *month_to}) : std::nullopt; }
};
BOOST_DESCRIBE_STRUCT(Line, (),
                      (no, employee_id, department_id, product_id, customer_id, measure_id, month_from, month_to, given, locked, employee_name, employee_number,
                       department_name))

struct Cell {
  std::int64_t row_no = 0;
  std::int64_t column_no = 0;
  std::optional<Decimal> plan;
  std::optional<Decimal> actual;
  std::optional<Decimal> base;
  std::optional<Decimal> committed;
  std::optional<Decimal> stretch;
  std::optional<ActualSource> source;
  bool locked = false;
  std::int64_t batch = 0;

  std::optional<Decimal>& operator[](TargetField field);
  Amounts amounts() const { return {plan, actual, base, committed, stretch}; }
  bool is_fed() const { return source == ActualSource::child; }
};
BOOST_DESCRIBE_STRUCT(Cell, (), (row_no, column_no, plan, actual, base, committed, stretch, source, locked, batch))

/// The sum down a column, of one measure.
struct Total {
  std::int64_t column_no = 0;
  MeasureId measure_id;
  std::optional<std::int64_t> feeds_column;
  Decimal plan, actual, base, committed, stretch;
  std::int64_t plan_count = 0, actual_count = 0, base_count = 0, committed_count = 0, stretch_count = 0;

  /// A value of a cell below it changed. Throws std::overflow_error.
  void move(TargetField field, std::optional<Decimal> const& from, std::optional<Decimal> const& to);
  Amounts amounts() const;
};
BOOST_DESCRIBE_STRUCT(Total, (),
                      (column_no, measure_id, feeds_column, plan, actual, base, committed, stretch, plan_count, actual_count, base_count, committed_count,
                       stretch_count))

struct ColumnMeasure {
  std::int64_t column = 0;
  MeasureId measure;
  auto operator<=>(ColumnMeasure const&) const = default;
};
using Totals = std::map<ColumnMeasure, Total>;

/// A sheet without its rows.
struct Sheet {
  SheetRow row;
  std::vector<Line> columns;  ///< columns[i].no == i + 1
  Totals totals;
  std::map<MeasureId, MeasureView> measures;  ///< all of the organization

  Line const& column(std::int64_t no) const { return columns.at(static_cast<std::size_t>(no - 1)); }
  /// Of the column, else of the sheet.
  Span span_of(Line const& column) const { return column.span().value_or(row.span()); }
  MeasureId measure_of(Line const& row_line, Line const& column_line) const;
  /// Those its totals are about, in the order of first appearance.
  std::vector<MeasureId> measures_used() const;
};

std::vector<TargetAxis> axes_from(std::string_view words);
std::string words_of(std::vector<TargetAxis> const& axes);

/// Refuses target.not_found.
Result<SheetRow> find_visible(ReadContext const& ctx, SheetId id, Permission permission = permissions::read);
std::optional<SheetRow> find(ReadContext const& ctx, SheetId id);
/// No other change of the sheet until the end of the transaction.
SheetRow lock(Context const& ctx, SheetId id);
/// Visible, locked, and still the version the change was based on.
Result<SheetRow> lock_at(Context const& ctx, SheetId id, std::int64_t version);
/// And open: a closed one takes no change (target.closed).
Result<SheetRow> lock_for_change(Context const& ctx, SheetId id, std::int64_t version);
Sheet load(ReadContext const& ctx, SheetRow row);

std::vector<Line> columns_of(ReadContext const& ctx, SheetId id);
std::vector<Line> rows_after(ReadContext const& ctx, SheetId id, std::int64_t after, std::int64_t limit);
inline std::vector<Line> all_rows(ReadContext const& ctx, SheetId id) { return rows_after(ctx, id, 0, INT64_MAX); }
std::optional<Line> line_at(ReadContext const& ctx, SheetId id, Side side, std::int64_t no);
std::vector<Cell> cells_between(ReadContext const& ctx, SheetId id, std::int64_t first_row, std::int64_t last_row);
void each_cell(ReadContext const& ctx, SheetId id, std::int64_t first_row, std::int64_t last_row, std::function<void(Cell const&)> const& use);

void insert_lines(Context const& ctx, SheetId id, Side side, std::vector<Line> const& lines);
void insert_total(Context const& ctx, SheetId id, Total const& total);
void put_cells(Context const& ctx, SheetId id, std::int64_t batch, std::span<Cell const> cells);
void put_total(Context const& ctx, SheetId id, Total const& total);

/// What a sheet below a row comes to in one of its columns.
struct Part {
  SheetId sheet_id;
  std::string title;
  std::int64_t parent_row = 0;
  std::int64_t feeds_column = 0;
  MeasureId measure_id;
  std::int64_t month_from = 0;
  std::int64_t month_to = 0;
  Decimal plan;
  std::int64_t plan_count = 0;
  Decimal actual;
  std::int64_t actual_count = 0;

  rules::Piece planned() const { return {{month_from, month_to}, plan_count ? std::optional(plan) : std::nullopt}; }
  rules::Piece reached() const { return {{month_from, month_to}, actual_count ? std::optional(actual) : std::nullopt}; }
};
BOOST_DESCRIBE_STRUCT(Part, (), (sheet_id, title, parent_row, feeds_column, measure_id, month_from, month_to, plan, plan_count, actual, actual_count))
std::vector<Part> parts_of_rows(ReadContext const& ctx, SheetId parent, std::int64_t first_row, std::int64_t last_row);

}  // namespace zx::goal::targets
