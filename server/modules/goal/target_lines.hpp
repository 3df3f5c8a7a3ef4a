#pragma once
// From what people choose to the rows and columns of a sheet. Private to goal.

#include "modules/goal/target_store.hpp"

namespace zx::goal::targets {

struct Axes {
  std::vector<TargetAxis> rows;
  std::vector<TargetAxis> columns;
  bool has(TargetAxis axis) const;
};

/// Those of the preset; several measures get an axis where the preset has none. Refuses target.axes_wrong (period stands in
/// the columns, owner in the rows, nothing twice, no side empty).
Result<Axes> axes_of(NewTargetSheetForm const& form);

/// The measures chosen, in their order. Refuses field.required, target.measure_unknown.
Result<std::vector<MeasureView>> measures_chosen(ReadContext const& ctx, std::vector<MeasureId> const& ids);

/// The rows said one by one, or every combination of the lists. Refuses at the field: target.row_coordinates, target.row_twice,
/// target.too_many_rows, and what nobody knows.
Result<std::vector<Line>> rows_of(ReadContext const& ctx, NewTargetSheetForm const& form, std::vector<TargetAxis> const& axes);
Result<std::vector<Line>> columns_of(ReadContext const& ctx, NewTargetSheetForm const& form, std::vector<TargetAxis> const& axes,
                                     std::vector<Span> const& spans);

/// Whether the coordinates are those the axes ask for, and exist. `field` is the row's path.
Result<Line> line_from(ReadContext const& ctx, TargetRowForm const& form, std::vector<TargetAxis> const& axes, std::string const& field);

/// Equal for rows about the same thing.
using LineKey = std::tuple<std::optional<EmployeeId>, std::optional<DepartmentId>, std::optional<customer::ProductId>, std::optional<customer::CustomerId>,
                           std::optional<MeasureId>>;
inline LineKey key_of(Line const& line) { return {line.employee_id, line.department_id, line.product_id, line.customer_id, line.measure_id}; }

/// Adds rows at the end, with the sums they need. Refuses target.too_many_rows and what linking refuses. (target_making.cpp)
Result<std::set<std::int64_t>> append_rows(Context& ctx, Sheet& sheet, std::vector<Line> rows);

}  // namespace zx::goal::targets
