#pragma once
// Which cells of the parent the columns of a sheet are part of. Private to goal.

#include "modules/goal/target_store.hpp"

namespace zx::goal::targets {

/// The row taken apart. Its product and customer are also those of the rows above it that it is part of.
struct ParentRow {
  Sheet sheet;
  Line row;
};

/// The column of the parent's row that a column of the child is part of: the period within its period, measure, product and
/// customer the same. Nothing where there is none; refuses target.periods_do_not_fit where the period lies across two.
Result<std::optional<std::int64_t>> feeds_column(ParentRow const& parent, Line const& column, Span span, MeasureId measure);

/// The row somebody sees and takes apart. Refuses target.parent_unknown, target.closed.
Result<ParentRow> parent_row_of(ReadContext const& ctx, SheetId id, std::int64_t row);
/// The row a sheet takes apart.
std::optional<ParentRow> row_above(ReadContext const& ctx, SheetRow const& sheet);
/// Rows of a sheet below speak of the parent's product and customer, or of none: refuses target.row_not_of_parent.
Result<void> check_are_parts(ReadContext const& ctx, ParentRow const& parent, Sheet const& sheet, std::vector<Line> const& rows);

/// From now on the sheets below say what was reached in these cells. Refuses target.parent_has_actuals where somebody has
/// already said so by hand.
Result<void> feed_cells(Context& ctx, ParentRow const& parent, std::set<std::int64_t> const& columns);

}  // namespace zx::goal::targets
