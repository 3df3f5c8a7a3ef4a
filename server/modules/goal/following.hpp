#pragma once
// A goal follows a row of a target sheet: its actual is what the row has reached in the columns that lie within the card's whole months.
// Private to goal, but for the preview.
//
// It is counted again in the transaction that changes the row, whoever changes it: by hand, import, undo, or a sheet below. Sheets are
// locked before cards there; who writes such a goal or signs its card locks the sheet, so that neither misses the other.

#include <set>

#include "modules/goal/card_rules.hpp"
#include "modules/goal/card_store.hpp"
#include "modules/goal/target_store.hpp"

namespace zx::goal {

struct RowPreviewQuery {
  SheetId sheet_id;
  std::int64_t row = 0;
};
BOOST_DESCRIBE_STRUCT(RowPreviewQuery, (), (sheet_id, row))

/// What a goal would take from the row where its form leaves it out.
struct RowPreview {
  FollowedRowView target_row;
  std::string measure;
  std::optional<std::string> unit;
  BetterWhen better = BetterWhen::higher;
  Accrual accrual = Accrual::accumulating;
  std::optional<Decimal> target;
  std::optional<Decimal> actual;
};
BOOST_DESCRIBE_STRUCT(RowPreview, (), (target_row, measure, unit, better, accrual, target, actual))

/// Refuses as a goal of the card that is to follow the row.
Result<RowPreview> preview_row(ReadContext const& ctx, GoalCardId id, RowPreviewQuery const& query);

namespace rules {

/// Nothing for a week or a day.
std::optional<Span> whole_months(PeriodSpan period);

}  // namespace rules

namespace following {

/// The form of a goal of the period with measure, unit, direction and target of the row it is to follow, where it leaves them out; other
/// forms as they are. `before`: the goal as it was; whoever may write it may leave the row as it is without seeing the sheet. Refuses at
/// `path` + the field goal.target_sheet_unknown, goal.target_row_unknown, goal.target_row_many_measures, goal.target_row_other_time (no
/// column lies within the period), goal.target_row_unit.
Result<GoalItemForm> filled(Context const& ctx, GoalItemForm form, rules::PeriodSpan period, store::ItemRow const* before, std::string const& path);
/// Whether a copy of the goal for the period can go on following.
bool may_follow(ReadContext const& ctx, store::ItemRow const& item, rules::PeriodSpan period);

/// Null while nothing was entered.
std::optional<Decimal> reached(ReadContext const& ctx, store::CardRow const& card, store::ItemRow const& item);
/// The sheets these goals follow do not change until the end of the transaction.
void lock_sheets(Context const& ctx, std::vector<store::ItemRow> const& items);
/// Actuals of these rows changed: the goals under way that follow them are counted again, and those above them.
void follow(Context const& ctx, targets::SheetRow const& sheet, std::set<std::int64_t> const& rows);
/// Refuses target.row_followed while a goal that is not evaluated follows the row, or any row of the sheet.
Result<void> check_nobody_follows(ReadContext const& ctx, targets::SheetRow const& sheet, std::optional<std::int64_t> row);

/// Told to everybody who sees the goal, as the goal above is. Absent where the row is gone since.
std::optional<FollowedRowView> view_of(ReadContext const& ctx, store::ItemRow const& item);

}  // namespace following
}  // namespace zx::goal
