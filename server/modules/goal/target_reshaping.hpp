#pragma once
// A sheet itself, apart from its numbers: its name, whether it is closed, its rows, its end. All of it needs goal.plan over the
// sheet's owner (target.plan_not_yours) and the version it is based on.

#include "modules/goal/targets.hpp"

namespace zx::goal {

struct TargetSheetPatch {
  std::optional<std::string> title;
  std::optional<bool> closed;  ///< true: nobody changes it any more, and nothing new is made below it
};
BOOST_DESCRIBE_STRUCT(TargetSheetPatch, (), (title, closed))

/// Refuses target.closed when a closed one is to be renamed.
Result<TargetSheetView> change_sheet(Context& ctx, SheetId id, std::int64_t version, TargetSheetPatch const& patch);

/// Takes an empty row out; the numbers of the others stay. Refuses target.row_not_found, target.row_not_empty,
/// target.row_has_children, target.last_row, target.row_followed (by a goal that is not evaluated yet).
Result<TargetChangeView> remove_row(Context& ctx, SheetId id, std::int64_t version, std::int64_t row);

/// With its plans and batches; the history stays. The parent's cells it fed take actuals of their own again, unless another
/// sheet feeds them. Refuses target.sheet_has_actuals, target.sheet_has_children, target.row_followed.
Result<void> delete_sheet(Context& ctx, SheetId id, std::int64_t version);

/// A number of a batch, as it was and became.
struct TargetBatchChange {
  std::int64_t row = 0;     ///< 0: what the column or the sheet was given
  std::int64_t column = 0;  ///< 0: what the row or the sheet was given
  std::string row_label;    ///< empty where the row is gone
  std::string column_label;
  TargetField field = TargetField::plan;
  std::optional<Decimal> from;
  std::optional<Decimal> to;
};
BOOST_DESCRIBE_STRUCT(TargetBatchChange, (), (row, column, row_label, column_label, field, from, to))

struct TargetBatchChanges {
  std::vector<TargetBatchChange> changes;  ///< the first 200 of those the actor sees
  std::int64_t more = 0;
};
BOOST_DESCRIBE_STRUCT(TargetBatchChanges, (), (changes, more))

/// What a batch changed, number by number; of rows not seen nothing, of what was given only where the whole sheet is seen.
Result<TargetBatchChanges> show_batch(ReadContext const& ctx, SheetId id, std::int64_t batch);

}  // namespace zx::goal
