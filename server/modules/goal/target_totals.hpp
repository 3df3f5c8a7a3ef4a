#pragma once
// What the sums of a sheet come to. Private to goal.

#include "modules/goal/target_store.hpp"

namespace zx::goal::targets {

/// Of one measure over all columns.
Amounts whole_of(Sheet const& sheet, MeasureId measure);
/// Sums down the columns of some rows only, in place of the kept ones.
void sum_again(ReadContext const& ctx, Sheet& sheet, std::set<std::int64_t> const& rows);
/// A row's cells of one measure over all columns.
Amounts total_of_row(Sheet const& sheet, Line const& row, std::vector<Cell> const& cells);
std::vector<TargetTotalsView> totals_views(ReadContext const& ctx, Sheet const& sheet, bool whole);

/// The parts of one cell of the parent, folded.
std::optional<Decimal> planned_of(std::vector<Part> const& parts, OverTime over_time);

std::vector<TargetMonthFigures> month_figures(ReadContext const& ctx, Sheet const& sheet);

}  // namespace zx::goal::targets
