#include "modules/goal/target_linking.hpp"

#include <algorithm>

#include "modules/goal/target_names.hpp"
#include "modules/goal/target_scope.hpp"

namespace zx::goal::targets {

namespace {

/// Whoever says nothing of it speaks of the parent's.
template <class Id>
bool agrees(std::optional<Id> const& parent, std::optional<Id> const& part) {
  return !parent || !part || parent == part;
}

bool is_part_of(Line const& parent, Line const& part) { return agrees(parent.product_id, part.product_id) && agrees(parent.customer_id, part.customer_id); }

ParentRow with_coordinates_above(ReadContext const& ctx, Sheet sheet, Line row) {
  auto const* at = &sheet.row;
  std::optional<SheetRow> above;
  while (at->parent_id && !(row.product_id && row.customer_id)) {
    auto const line = line_at(ctx, *at->parent_id, Side::row, *at->parent_row);
    if (line && !row.product_id) row.product_id = line->product_id;
    if (line && !row.customer_id) row.customer_id = line->customer_id;
    above = find(ctx, *at->parent_id);
    if (!above) break;
    at = &*above;
  }
  return {std::move(sheet), std::move(row)};
}

}  // namespace

Result<std::optional<std::int64_t>> feeds_column(ParentRow const& parent, Line const& column, Span span, MeasureId measure) {
  if (!is_part_of(parent.row, column)) return std::optional<std::int64_t>{};
  bool lies_across = false;
  for (auto const& its : parent.sheet.columns) {
    if (parent.sheet.measure_of(parent.row, its) != measure) continue;
    if (its.product_id && its.product_id != column.product_id) continue;
    if (its.customer_id && its.customer_id != column.customer_id) continue;
    auto const its_span = parent.sheet.span_of(its);
    if (its_span.contains(span)) return std::optional(its.no);
    lies_across |= its_span.meets(span);
  }
  if (lies_across) return Refusal::conflict("target.periods_do_not_fit", {{"period", span.text()}});
  return std::optional<std::int64_t>{};
}

Result<ParentRow> parent_row_of(ReadContext const& ctx, SheetId id, std::int64_t row) {
  auto const unknown = Refusal::invalid_field("parent_id", "target.parent_unknown");
  auto const sheet = find_visible(ctx, id);
  if (!sheet || !rights_in(ctx, *sheet).sees(row)) return unknown;
  auto line = line_at(ctx, id, Side::row, row);
  if (!line) return unknown;
  if (sheet->closed_at) return Refusal::conflict("target.closed", {{"title", sheet->title}});
  return with_coordinates_above(ctx, load(ctx, *sheet), std::move(*line));
}

std::optional<ParentRow> row_above(ReadContext const& ctx, SheetRow const& sheet) {
  if (!sheet.parent_id) return std::nullopt;
  auto row = line_at(ctx, *sheet.parent_id, Side::row, *sheet.parent_row).value();
  return with_coordinates_above(ctx, load(ctx, find(ctx, *sheet.parent_id).value()), std::move(row));
}

Result<void> check_are_parts(ReadContext const& ctx, ParentRow const& parent, Sheet const& sheet, std::vector<Line> const& rows) {
  for (auto const& row : rows) {
    if (is_part_of(parent.row, row)) continue;
    return Refusal::conflict("target.row_not_of_parent",
                             {{"row", Names(ctx, {row}).label(row, sheet)}, {"parent", Names(ctx, {parent.row}).label(parent.row, parent.sheet)}});
  }
  return {};
}

Result<void> feed_cells(Context& ctx, ParentRow const& parent, std::set<std::int64_t> const& columns) {
  auto const sheet = lock(ctx, parent.sheet.row.id);
  auto const cells = cells_between(ctx, sheet.id, parent.row.no, parent.row.no);
  std::vector<Cell> fed;
  for (auto column : columns) {
    auto const found = std::ranges::find(cells, column, &Cell::column_no);
    auto cell = found == cells.end() ? Cell{.row_no = parent.row.no, .column_no = column} : *found;
    if (cell.actual && !cell.is_fed())
      return Refusal::conflict("target.parent_has_actuals", {{"cell", name_of_cell(ctx, parent.sheet, parent.row.no, column)}});
    if (cell.is_fed()) continue;
    cell.source = ActualSource::child;
    fed.push_back(std::move(cell));
  }
  put_cells(ctx, sheet.id, sheet.last_batch, fed);
  return {};
}

}  // namespace zx::goal::targets
