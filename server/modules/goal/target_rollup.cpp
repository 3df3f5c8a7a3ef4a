// Actuals go up. A parent's cell is always counted anew from the sums of the sheets below it, never moved by a difference:
// whatever happened below, it is right afterwards.

#include "modules/goal/following.hpp"
#include "modules/goal/sql.hpp"
#include "modules/goal/target_editing.hpp"

namespace zx::goal::targets {
namespace {

std::optional<Decimal> reached_below(std::vector<Part> const& parts, std::int64_t column, MeasureView const& measure) {
  std::vector<rules::Piece> pieces;
  for (auto const& part : parts)
    if (part.feeds_column == column && part.measure_id == measure.id) pieces.push_back(part.reached());
  return rules::fold(measure.over_time, pieces);
}

Cell cell_of(std::vector<Cell> const& cells, std::int64_t row, std::int64_t column) {
  for (auto const& cell : cells)
    if (cell.column_no == column) return cell;
  return {.row_no = row, .column_no = column};
}

/// The parent's cells that these columns are part of.
std::set<ColumnMeasure> cells_above(Sheet const& child, std::set<ColumnMeasure> const& reached) {
  std::set<ColumnMeasure> above;
  for (auto const& key : reached)
    if (auto feeds = child.totals.at(key).feeds_column) above.insert({*feeds, key.measure});
  return above;
}

}  // namespace

void roll_up(Context& ctx, SheetRow const& child, std::set<ColumnMeasure> const& reached) {
  if (!child.parent_id) return;
  auto const above = cells_above(load(ctx, child), reached);
  if (above.empty()) return;
  auto parent = load(ctx, lock(ctx, *child.parent_id));
  auto const row = *child.parent_row;
  auto const parts = parts_of_rows(ctx, parent.row.id, row, row);
  auto const cells = cells_between(ctx, parent.row.id, row, row);
  std::vector<Cell> changed;
  std::set<ColumnMeasure> reached_there;
  for (auto const& key : above) {
    auto cell = cell_of(cells, row, key.column);
    auto const now = reached_below(parts, key.column, parent.measures.at(key.measure));
    if (cell.actual == now && cell.is_fed()) continue;
    parent.totals.at(key).move(TargetField::actual, cell.actual, now);
    cell.actual = now;
    cell.source = ActualSource::child;
    changed.push_back(cell);
    reached_there.insert(key);
  }
  if (changed.empty()) return;
  put_cells(ctx, parent.row.id, parent.row.last_batch, changed);
  for (auto const& key : reached_there) put_total(ctx, parent.row.id, parent.totals.at(key));
  ctx.db.enqueue(sql::note_rolled_up, {{"org", ctx.actor.organization}, {"id", parent.row.id}, {"now", ctx.now}});
  ctx.db.after_commit([&services = ctx.services, org = ctx.actor.organization, id = parent.row.id.text()] { services.notify_pages(org, "target_sheet", id); });
  roll_up(ctx, parent.row, reached_there);
  following::follow(ctx, parent.row, {row});
}

}  // namespace zx::goal::targets
