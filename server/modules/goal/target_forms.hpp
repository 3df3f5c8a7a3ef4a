#pragma once
// What people send to make and change target sheets; targets.hpp says what comes of it.

#include <optional>
#include <string>
#include <vector>

#include "modules/customer/customer.hpp"
#include "modules/goal/measures.hpp"
#include "modules/goal/splitting.hpp"

namespace zx::goal {

enum class TargetPreset { month_by_manager, month_by_product, customer_by_product, month_plan, free };
BOOST_DESCRIBE_ENUM(TargetPreset, month_by_manager, month_by_product, customer_by_product, month_plan, free)

enum class TargetAxis { period, measure, owner, product, customer };
BOOST_DESCRIBE_ENUM(TargetAxis, period, measure, owner, product, customer)

/// Where an actual comes from. child: the sheets below.
enum class ActualSource { entered, imported, child };
BOOST_DESCRIBE_ENUM(ActualSource, entered, imported, child)

/// A row with its coordinates, and what was given to it in all (for the gap to the sum of its cells).
struct TargetRowForm {
  std::optional<EmployeeId> employee_id;
  std::optional<DepartmentId> department_id;
  std::optional<customer::ProductId> product_id;
  std::optional<customer::CustomerId> customer_id;
  std::optional<MeasureId> measure_id;
  std::optional<Decimal> given;
};
BOOST_DESCRIBE_STRUCT(TargetRowForm, (), (employee_id, department_id, product_id, customer_id, measure_id, given))

/// The owner is a person or a department, not both. Rows are either given one by one or made of every combination of the
/// lists that the row axes name. One measure belongs to the whole sheet; several need a measure axis.
struct NewTargetSheetForm {
  std::optional<std::string> title;  ///< default: made from owner and period
  TargetPreset preset = TargetPreset::month_by_manager;
  std::int64_t year = 0;
  std::optional<std::string> period;  ///< "03", "Q2", "07-12"; default the whole year. A month plan needs a month.
  std::optional<EmployeeId> employee_id;
  std::optional<DepartmentId> department_id;
  std::vector<MeasureId> measure_ids;
  std::vector<std::string> periods;  ///< the columns: "01", …, "07-12"; default every month. No overlap, no hole.
  std::vector<EmployeeId> employee_ids;
  std::vector<DepartmentId> department_ids;
  std::vector<customer::ProductId> product_ids;
  std::vector<customer::CustomerId> customer_ids;
  std::vector<TargetRowForm> rows;
  std::vector<TargetAxis> row_axes;     ///< free only
  std::vector<TargetAxis> column_axes;  ///< free only
  std::optional<SheetId> parent_id;
  std::optional<std::int64_t> parent_row;  ///< with parent_id
  std::optional<SheetId> previous_id;      ///< the sheet of the year before; default: found by owner, preset and period
  std::optional<Decimal> given;            ///< what the whole sheet was given, where no parent says so
};
BOOST_DESCRIBE_STRUCT(NewTargetSheetForm, (),
                      (title, preset, year, period, employee_id, department_id, measure_ids, periods, employee_ids, department_ids, product_ids, customer_ids,
                       rows, row_axes, column_axes, parent_id, parent_row, previous_id, given))

struct TargetRowsForm {
  std::vector<TargetRowForm> rows;
};
BOOST_DESCRIBE_STRUCT(TargetRowsForm, (), (rows))

/// One number. Without row or column it is what was given: to the row (no column), the column (no row), the sheet (neither);
/// these have a plan only. A null value empties.
struct TargetCellChange {
  std::optional<std::int64_t> row;
  std::optional<std::int64_t> column;
  TargetField field = TargetField::plan;
  std::optional<Decimal> value;
};
BOOST_DESCRIBE_STRUCT(TargetCellChange, (), (row, column, field, value))

struct TargetCellsForm {
  std::vector<TargetCellChange> changes;  ///< at most 10,000
};
BOOST_DESCRIBE_STRUCT(TargetCellsForm, (), (changes))

struct TargetCellPlace {
  std::int64_t row = 0;
  std::int64_t column = 0;
};
BOOST_DESCRIBE_STRUCT(TargetCellPlace, (), (row, column))

/// A locked cell keeps its plan, in all tiers; actuals still come in.
struct TargetLocksForm {
  bool locked = true;
  std::vector<std::int64_t> rows;
  std::vector<std::int64_t> columns;
  std::vector<TargetCellPlace> cells;
};
BOOST_DESCRIBE_STRUCT(TargetLocksForm, (), (locked, rows, columns, cells))

enum class SplitScope { row, column, whole };
BOOST_DESCRIBE_ENUM(SplitScope, row, column, whole)

/// Shares a total among the cells of a row, a column or the whole sheet; locked cells stay and count.
struct TargetSplitForm {
  SplitScope scope = SplitScope::whole;
  std::optional<std::int64_t> row;
  std::optional<std::int64_t> column;
  std::optional<MeasureId> measure_id;  ///< where the scope has cells of several
  std::optional<Decimal> total;         ///< growth: default what it grows to
  SplitMethod method = SplitMethod::even;
  std::vector<std::int64_t> weights;  ///< of the row's columns; of the column's rows; of the rows (whole)
  std::optional<Decimal> growth;      ///< percent: 10 makes 100 into 110
};
BOOST_DESCRIBE_STRUCT(TargetSplitForm, (), (scope, row, column, measure_id, total, method, weights, growth))

}  // namespace zx::goal
