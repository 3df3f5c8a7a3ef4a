#pragma once
// Private to goal.

#include "modules/goal/target_editing.hpp"
#include "modules/goal/target_names.hpp"

namespace zx::goal::targets {

/// These rows of a sheet, in their order, with their cells.
std::vector<TargetRowView> row_views(ReadContext const& ctx, Sheet const& sheet, std::vector<Line> const& rows);
TargetColumnView column_view(Sheet const& sheet, Line const& column, Names const& names);
/// What came of a change; the sheet's totals are those the actor may see.
TargetChangeView change_view(ReadContext const& ctx, Sheet& sheet, Rights const& rights, std::int64_t cells, std::set<std::int64_t> const& rows);
/// The sheet with the totals the actor may see.
Sheet load_for(ReadContext const& ctx, SheetRow row, Rights const& rights);

/// A batch of numbers, all or nothing. (target_changing.cpp)
Result<TargetChangeView> change(Context& ctx, Sheet& sheet, Rights const& rights, std::vector<Wanted> wanted, TargetBatchKind kind, ActualSource source);

}  // namespace zx::goal::targets
