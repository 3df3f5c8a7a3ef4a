#pragma once
// Targets 指标任务 and their decomposition: a target sheet is a matrix of numbers, rows × columns.
//
// What a number means is the sum of what its sheet, its row and its column say: measure, period, owner (person or department),
// product, customer. Each of these coordinates is optional and stands in one of the three. Periods stand in the columns only,
// owners in the rows only; `periods_down` says that the page turns the matrix round.
//
//   preset               rows                 columns                        paper
//   month_by_manager     owners               periods                        A 年度集团产品销售任务一览表
//   month_by_product     products × measures  periods (shown downwards)      B 年度销售目标任务书
//   customer_by_product  customers            products                       C 销售任务明细表
//   month_plan           customers × products measures; the period is a month D 月份销售计划表
//   free                 `row_axes`           `column_axes`
//
// Decomposing: a sheet made below a row of another one takes that row apart. The plan comes from above, and the gap between
// it and the sum of the parts is shown on both sheets. Actuals go up: what is entered in a child moves the cells of its
// parent, of the parent's parent …, in the same transaction. Such a cell is `fed` and takes no actual of its own. A sheet
// gets its parent when it is made and keeps it, so there are no circles.
//
// Rights: who sees a sheet sees all of it when its owner is within goal.read, else the rows whose owner is, with the totals of
// these. Plans, splits, locks and rows need goal.plan over the sheet's owner; actuals goal.write over the owner of the row
// (of the sheet, where rows have none).

#include <optional>
#include <string>
#include <vector>

#include "modules/goal/target_forms.hpp"
#include "platform/http/routes.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::goal {

// ---- Looking ----

struct TargetNamed {
  Uuid id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(TargetNamed, (), (id, name))

struct TargetPeriodView {
  std::string from;   ///< "2026-07"
  std::string to;     ///< "2026-12"
  std::string label;  ///< "07-12"
};
BOOST_DESCRIBE_STRUCT(TargetPeriodView, (), (from, to, label))

struct TargetParentView {
  SheetId sheet_id;
  std::string title;
  std::int64_t row = 0;
  std::string row_label;
};
BOOST_DESCRIBE_STRUCT(TargetParentView, (), (sheet_id, title, row, row_label))

struct TargetSheetLine {
  SheetId id;
  std::string title;
  TargetPreset preset = TargetPreset::month_by_manager;
  TargetPeriodView period;
  std::optional<TargetNamed> employee;
  std::optional<TargetNamed> department;
  std::optional<TargetParentView> parent;
  std::int64_t rows = 0;
  std::int64_t columns = 0;
  Instant changed_at;
  std::optional<Instant> closed_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(TargetSheetLine, (), (id, title, preset, period, employee, department, parent, rows, columns, changed_at, closed_at, version))

struct TargetColumnView {
  std::int64_t column = 0;  ///< from 1
  std::string label;        ///< "07-12", "宽带", "07-12 · 宽带"
  std::optional<TargetPeriodView> period;
  std::optional<TargetNamed> product;
  std::optional<TargetNamed> customer;
  std::optional<MeasureId> measure_id;
  bool locked = false;
  std::optional<Decimal> given;
};
BOOST_DESCRIBE_STRUCT(TargetColumnView, (), (column, label, period, product, customer, measure_id, locked, given))

struct TargetCellView {
  std::int64_t column = 0;
  std::optional<Decimal> plan;
  std::optional<Decimal> actual;
  std::optional<Decimal> base;
  std::optional<Decimal> committed;
  std::optional<Decimal> stretch;
  std::optional<Decimal> attainment;  ///< percent
  std::optional<TargetTiersView> tiers;
  std::optional<Decimal> parts;        ///< what the sheets below plan for it; the gap is plan − parts
  std::optional<ActualSource> source;  ///< of the actual; child also while the sheets below have none
  bool locked = false;                 ///< by itself; its row or column may be locked, too
  std::int64_t batch = 0;              ///< who and when: the batch of this number
};
BOOST_DESCRIBE_STRUCT(TargetCellView, (), (column, plan, actual, base, committed, stretch, attainment, tiers, parts, source, locked, batch))

struct TargetChildView {
  SheetId sheet_id;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(TargetChildView, (), (sheet_id, title))

/// Cells nobody has filled in are left out. A total is of one measure: a row with several (measures in the columns) has none
/// of its own, only the totals below the columns.
struct TargetRowView {
  std::int64_t row = 0;  ///< from 1
  std::string label;     ///< "客户经理甲", "C-000012 光华集团 · 宽带"
  std::optional<TargetNamed> employee;
  std::optional<TargetNamed> department;
  std::optional<TargetNamed> product;
  std::optional<TargetNamed> customer;
  std::optional<MeasureId> measure_id;
  bool locked = false;
  std::vector<TargetCellView> cells;
  std::optional<Amounts> total;
  std::optional<Decimal> attainment;
  std::optional<TargetTiersView> tiers;
  std::optional<Decimal> given;
  std::optional<Decimal> gap;        ///< given − plan of the total
  std::optional<Decimal> parts_gap;  ///< of the cells that the sheets below take apart: plan − parts, over all of them
  std::vector<TargetChildView> children;
};
BOOST_DESCRIBE_STRUCT(TargetRowView, (),
                      (row, label, employee, department, product, customer, measure_id, locked, cells, total, attainment, tiers, given, gap, parts_gap,
                       children))

struct TargetColumnTotal {
  std::int64_t column = 0;
  Amounts total;
  std::optional<Decimal> attainment;
  std::optional<TargetTiersView> tiers;
  std::optional<Amounts> cumulative;  ///< from the first period to this one; absent without periods
  std::optional<Decimal> cumulative_attainment;
  std::optional<TargetTiersView> cumulative_tiers;
};
BOOST_DESCRIBE_STRUCT(TargetColumnTotal, (), (column, total, attainment, tiers, cumulative, cumulative_attainment, cumulative_tiers))

/// What was given from above, what its parts come to, and what is missing (negative: too much). Always there where
/// something was given, 0 when all is well.
struct TargetGapView {
  std::vector<std::int64_t> columns;  ///< of this sheet; empty: the whole sheet
  Decimal given;
  Decimal planned;
  Decimal gap;
};
BOOST_DESCRIBE_STRUCT(TargetGapView, (), (columns, given, planned, gap))

/// Below the matrix, one per measure of the sheet.
struct TargetTotalsView {
  MeasureId measure_id;
  std::vector<TargetColumnTotal> columns;
  Amounts whole;
  std::optional<Decimal> attainment;
  std::optional<TargetTiersView> tiers;
  std::vector<TargetGapView> gaps;
};
BOOST_DESCRIBE_STRUCT(TargetTotalsView, (), (measure_id, columns, whole, attainment, tiers, gaps))

/// Below a month plan, one per measure: the month before, the year so far, and the year.
struct TargetMonthFigures {
  MeasureId measure_id;
  std::optional<Amounts> last_month;
  Amounts accumulated;  ///< January to this month: of the parent's row where it is the same person's, else of the month plans
  std::optional<Decimal> accumulated_attainment;
  std::optional<Decimal> year_plan;  ///< the same for the whole year
  std::optional<Decimal> year_attainment;
};
BOOST_DESCRIBE_STRUCT(TargetMonthFigures, (), (measure_id, last_month, accumulated, accumulated_attainment, year_plan, year_attainment))

struct TargetSheetView {
  SheetId id;
  std::string title;
  TargetPreset preset = TargetPreset::month_by_manager;
  TargetPeriodView period;
  std::optional<TargetNamed> employee;
  std::optional<TargetNamed> department;
  std::vector<MeasureView> measures;
  std::vector<TargetAxis> row_axes;
  std::vector<TargetAxis> column_axes;
  bool periods_down = false;
  std::optional<TargetParentView> parent;
  std::optional<SheetId> previous_id;
  std::optional<Decimal> given;
  std::int64_t row_count = 0;
  std::vector<TargetColumnView> columns;
  std::vector<TargetRowView> rows;          ///< the first ones
  std::optional<std::string> next;          ///< for GET …/rows?after=
  std::vector<TargetTotalsView> totals;     ///< of the rows the actor sees
  std::vector<TargetMonthFigures> figures;  ///< month plans only
  bool whole = true;                        ///< false: only the actor's rows
  bool may_plan = false;
  bool may_write = false;  ///< actuals, in some row
  bool may_undo = false;   ///< the last batch is the actor's
  std::string created_by_name;
  Instant created_at;
  Instant changed_at;
  std::optional<Instant> closed_at;  ///< since then nobody changes it; what comes from the sheets below still goes up
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(TargetSheetView, (),
                      (id, title, preset, period, employee, department, measures, row_axes, column_axes, periods_down, parent, previous_id, given, row_count,
                       columns, rows, next, totals, figures, whole, may_plan, may_write, may_undo, created_by_name, created_at, changed_at, closed_at, version))

struct TargetListQuery {
  std::optional<std::string> q;  ///< words of the title, or of the owner's name
  std::optional<std::int64_t> year;
  std::optional<TargetPreset> preset;
  std::optional<bool> closed;
  std::optional<EmployeeId> employee_id;
  std::optional<DepartmentId> department_id;
  std::optional<SheetId> parent_id;
  std::optional<std::string> after;
  std::optional<std::int64_t> limit;  ///< 1 … 200, default 50
};
BOOST_DESCRIBE_STRUCT(TargetListQuery, (), (q, year, preset, closed, employee_id, department_id, parent_id, after, limit))

struct TargetPageQuery {
  std::optional<std::string> after;
  std::optional<std::int64_t> limit;  ///< 1 … 500, default 100
};
BOOST_DESCRIBE_STRUCT(TargetPageQuery, (), (after, limit))

enum class TargetBatchKind { edit, split, import, undo, lock, rows };
BOOST_DESCRIBE_ENUM(TargetBatchKind, edit, split, import, undo, lock, rows)

/// What came of a change. Of more than 200 changed rows none is given: read the sheet again.
struct TargetChangeView {
  std::int64_t version = 1;
  std::int64_t batch = 0;
  std::int64_t cells = 0;  ///< that are different now
  std::vector<TargetRowView> rows;
  std::vector<TargetTotalsView> totals;
};
BOOST_DESCRIBE_STRUCT(TargetChangeView, (), (version, batch, cells, rows, totals))

struct TargetBatchView {
  std::int64_t batch = 0;
  TargetBatchKind kind = TargetBatchKind::edit;
  std::optional<EmployeeId> by_id;
  std::string by_name;
  Instant at;
  std::int64_t cells = 0;
  bool undone = false;
};
BOOST_DESCRIBE_STRUCT(TargetBatchView, (), (batch, kind, by_id, by_name, at, cells, undone))

// ---- Verbs and queries ----

/// Refuses goal.plan over the owner missing (target.plan_not_yours), and what NewTargetSheetForm says.
Result<TargetSheetView> make_sheet(Context& ctx, NewTargetSheetForm const& form);
/// Refuses target.row_twice, target.too_many_rows.
Result<TargetChangeView> add_rows(Context& ctx, SheetId id, std::int64_t version, TargetRowsForm const& form);
Result<http::Page<TargetSheetLine>> list_sheets(ReadContext const& ctx, TargetListQuery const& query);
Result<TargetSheetView> show_sheet(ReadContext const& ctx, SheetId id, TargetPageQuery const& query);
Result<http::Page<TargetRowView>> list_rows(ReadContext const& ctx, SheetId id, TargetPageQuery const& query);
Result<http::Page<TargetBatchView>> list_batches(ReadContext const& ctx, SheetId id, TargetPageQuery const& query);
Result<http::Page<timeline::EntryView>> sheet_timeline(ReadContext const& ctx, SheetId id, TargetPageQuery const& query);

/// All or nothing. Refuses by name: target.locked, target.fed_by_child, target.too_precise, target.cell_unknown,
/// target.plan_not_yours, target.actual_not_yours; request.stale.
Result<TargetChangeView> change_cells(Context& ctx, SheetId id, std::int64_t version, TargetCellsForm const& form);
Result<TargetChangeView> set_locks(Context& ctx, SheetId id, std::int64_t version, TargetLocksForm const& form);
Result<TargetChangeView> split_cells(Context& ctx, SheetId id, std::int64_t version, TargetSplitForm const& form);
/// How many cells the split would touch; the API makes a task of more than 10,000.
Result<std::int64_t> cells_of_split(ReadContext const& ctx, SheetId id, TargetSplitForm const& form);
/// Takes the actor's last batch back; asking again takes back the one before. Refuses target.nothing_to_undo,
/// target.changed_since when somebody else changed the sheet afterwards.
Result<TargetChangeView> undo(Context& ctx, SheetId id, std::int64_t version);

inline constexpr std::int64_t most_changes_at_once = 10'000;
inline constexpr std::int64_t most_rows = 50'000;
inline constexpr std::int64_t most_columns = 366;
inline constexpr std::int64_t most_cells = 1'000'000;  ///< rows × columns

}  // namespace zx::goal
