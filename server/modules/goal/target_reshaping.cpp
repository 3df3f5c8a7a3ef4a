#include "modules/goal/target_reshaping.hpp"

#include <algorithm>

#include "modules/goal/following.hpp"
#include "modules/goal/sql.hpp"
#include "modules/goal/target_editing.hpp"
#include "modules/goal/target_names.hpp"
#include "modules/goal/target_views.hpp"
#include "platform/base/text.hpp"

namespace zx::goal {
namespace targets {
namespace {

constexpr std::size_t longest_title = 200;

db::Parameters of(Context const& ctx, SheetId id) { return {{"org", ctx.actor.organization}, {"sheet", id}}; }

Result<void> check_may_plan(ReadContext const& ctx, SheetRow const& row) {
  if (!rights_in(ctx, row).may_plan) return Refusal::forbidden("target.plan_not_yours", {{"cell", row.title}});
  return {};
}

void notify(Context const& ctx, SheetId id) {
  ctx.db.after_commit([&services = ctx.services, org = ctx.actor.organization, id = id.text()] { services.notify_pages(org, "target_sheet", id); });
}

Result<std::string> title_from(std::string const& text) {
  auto const title = std::string(text::trim(text));
  if (title.empty()) return Refusal::invalid_field("title", "field.required");
  if (text::length(title) > longest_title) return Refusal::invalid_field("title", "field.too_long", {{"most", std::to_string(longest_title)}});
  return title;
}

std::string label_of(ReadContext const& ctx, Sheet const& sheet, Line const& line) { return Names(ctx, {line}).label(line, sheet); }

Result<void> check_is_empty(ReadContext const& ctx, Sheet const& sheet, Line const& line) {
  for (auto const& part : parts_of_rows(ctx, sheet.row.id, line.no, line.no))
    return Refusal::conflict("target.row_has_children", {{"row", label_of(ctx, sheet, line)}, {"title", part.title}});
  for (auto const& cell : cells_between(ctx, sheet.row.id, line.no, line.no))
    if (cell.amounts() != Amounts{}) return Refusal::conflict("target.row_not_empty", {{"row", label_of(ctx, sheet, line)}});
  return {};
}

/// The parent's cells that only this sheet feeds say again what people say.
void release_cells_above(Context& ctx, SheetRow const& child) {
  if (!child.parent_id) return;
  auto const parent = lock(ctx, *child.parent_id);
  std::set<std::int64_t> fed_by_others;
  for (auto const& part : parts_of_rows(ctx, parent.id, *child.parent_row, *child.parent_row))
    if (part.sheet_id != child.id) fed_by_others.insert(part.feeds_column);
  std::vector<Cell> released;
  for (auto cell : cells_between(ctx, parent.id, *child.parent_row, *child.parent_row)) {
    if (!cell.is_fed() || fed_by_others.contains(cell.column_no)) continue;
    cell.source.reset();
    released.push_back(std::move(cell));
  }
  put_cells(ctx, parent.id, parent.last_batch, released);
  notify(ctx, parent.id);
}

}  // namespace
}  // namespace targets

using namespace targets;

Result<TargetSheetView> change_sheet(Context& ctx, SheetId id, std::int64_t version, TargetSheetPatch const& patch) {
  auto row = TRY(lock_at(ctx, id, version));
  TRY(check_may_plan(ctx, row));
  std::vector<timeline::Change> changes;
  bool const closes = patch.closed && *patch.closed != row.closed_at.has_value();
  if (closes) row.closed_at = *patch.closed ? std::optional(ctx.now) : std::nullopt;
  if (patch.title && *patch.title != row.title) {
    if (row.closed_at && !closes) return Refusal::conflict("target.closed", {{"title", row.title}});
    auto title = TRY(title_from(*patch.title));
    changes.push_back({"title", row.title, title});
    row.title = std::move(title);
  }
  if (!closes && changes.empty()) return show_sheet(ctx, id, {});
  ctx.db.execute(sql::change_target_sheet, of(ctx, id).and_("title", row.title).and_("closed_at", row.closed_at).and_("now", ctx.now));
  auto const event = !closes ? "target_sheet.renamed" : row.closed_at ? "target_sheet.closed" : "target_sheet.reopened";
  timeline::append(ctx, {"target_sheet", id.uuid}, event, std::move(changes));
  notify(ctx, id);
  return show_sheet(ctx, id, {});
}

Result<TargetChangeView> remove_row(Context& ctx, SheetId id, std::int64_t version, std::int64_t row) {
  auto sheet = load(ctx, TRY(lock_for_change(ctx, id, version)));
  TRY(check_may_plan(ctx, sheet.row));
  auto const line = line_at(ctx, id, Side::row, row);
  if (!line) return Refusal::not_found("target.row_not_found");
  TRY(check_is_empty(ctx, sheet, *line));
  if (sheet.row.rows() == 1) return Refusal::conflict("target.last_row");
  TRY(following::check_nobody_follows(ctx, sheet.row, row));
  auto const name = label_of(ctx, sheet, *line);
  ctx.db.enqueue(sql::delete_cells_of_row, of(ctx, id).and_("row_no", row));
  ctx.db.enqueue(sql::delete_target_line, of(ctx, id).and_("side", Side::row).and_("no", row));
  sheet.row.removed_rows += 1;
  record_batch(ctx, sheet, TargetBatchKind::rows, {}, 1);
  tell_event(ctx, sheet, "target_sheet.row_removed", {{"row", name, ""}});
  return change_view(ctx, sheet, rights_in(ctx, sheet.row), 0, {});
}

Result<void> delete_sheet(Context& ctx, SheetId id, std::int64_t version) {
  auto const sheet = load(ctx, TRY(lock_for_change(ctx, id, version)));
  TRY(check_may_plan(ctx, sheet.row));
  if (auto below = ctx.db.one<std::string>(sql::first_sheet_below, of(ctx, id))) return Refusal::conflict("target.sheet_has_children", {{"title", *below}});
  if (std::ranges::any_of(sheet.totals, [](auto const& each) { return each.second.actual_count > 0; }))
    return Refusal::conflict("target.sheet_has_actuals", {{"title", sheet.row.title}});
  TRY(following::check_nobody_follows(ctx, sheet.row, {}));
  release_cells_above(ctx, sheet.row);
  for (auto const* statement : {&sql::forget_previous_sheet, &sql::delete_target_cells, &sql::delete_target_totals, &sql::delete_target_lines,
                                &sql::delete_target_batch_parts, &sql::delete_target_batches, &sql::delete_target_sheet})
    ctx.db.enqueue(*statement, of(ctx, id));
  timeline::append(ctx, {"target_sheet", id.uuid}, "target_sheet.deleted", {{"title", sheet.row.title, ""}});
  notify(ctx, id);
  return {};
}

}  // namespace zx::goal
