// The verbs that change numbers and locks.

#include "modules/goal/sql.hpp"
#include "modules/goal/target_editing.hpp"
#include "modules/goal/target_views.hpp"

namespace zx::goal {
namespace targets {
namespace {

struct LastBatch {
  std::int64_t batch = 0;
  std::optional<EmployeeId> by_id;
  std::string by_name;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(LastBatch, (), (batch, by_id, by_name, at))

std::optional<Fault> first_not_yours(std::vector<Fault> const& faults) {
  for (auto const& fault : faults)
    if (fault.code == "target.plan_not_yours" || fault.code == "target.actual_not_yours") return fault;
  return std::nullopt;
}

/// What one may not is forbidden; everything else is told field by field.
Refusal refusal_of(std::vector<Fault> const& faults) {
  if (auto fault = first_not_yours(faults)) return Refusal::forbidden(fault->code, fault->arguments);
  std::vector<FieldError> errors;
  for (auto const& fault : faults) errors.push_back({"changes." + std::to_string(fault.origin), fault.code, fault.arguments});
  return Refusal::invalid_fields(std::move(errors));
}

std::set<std::int64_t> rows_in(std::vector<Wanted> const& wanted) {
  std::set<std::int64_t> rows;
  for (auto const& each : wanted)
    if (each.row > 0) rows.insert(each.row);
  return rows;
}

std::vector<Wanted> wanted_by(TargetCellsForm const& form) {
  std::vector<Wanted> wanted;
  wanted.reserve(form.changes.size());
  for (auto const& change : form.changes) wanted.push_back({change.row.value_or(0), change.column.value_or(0), change.field, change.value, wanted.size()});
  return wanted;
}

/// A row or column number that is given must be one.
Result<void> check_places(TargetCellsForm const& form) {
  std::vector<FieldError> errors;
  for (std::size_t i = 0; i < form.changes.size(); ++i)
    if (form.changes[i].row.value_or(1) < 1 || form.changes[i].column.value_or(1) < 1)
      errors.push_back({"changes." + std::to_string(i), "target.cell_unknown", {{"cell", ""}}});
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  return {};
}

bool has_row(Context const& ctx, Sheet const& sheet, std::int64_t no) {
  return no >= 1 && no <= sheet.row.row_count && (sheet.row.removed_rows == 0 || line_at(ctx, sheet.row.id, Side::row, no));
}

Result<void> set_line_locks(Context& ctx, Sheet& sheet, Side side, std::vector<std::int64_t> const& numbers, bool locked) {
  auto const most = side == Side::row ? sheet.row.row_count : sheet.row.column_count;
  for (auto no : numbers) {
    if (no < 1 || no > most || (side == Side::row && !has_row(ctx, sheet, no)))
      return Refusal::invalid_field(std::string(enum_text(side)) + "s", "target.cell_unknown", {{"cell", std::to_string(no)}});
    ctx.db.enqueue(sql::set_line_locked, {{"org", ctx.actor.organization}, {"sheet", sheet.row.id}, {"side", side}, {"no", no}, {"locked", locked}});
    if (side == Side::column) sheet.columns[static_cast<std::size_t>(no - 1)].locked = locked;
  }
  return {};
}

Result<void> set_cell_locks(Context& ctx, Sheet const& sheet, std::vector<TargetCellPlace> const& places, bool locked) {
  std::vector<Cell> changed;
  for (auto const& place : places) {
    if (!has_row(ctx, sheet, place.row) || place.column < 1 || place.column > sheet.row.column_count)
      return Refusal::invalid_field("cells", "target.cell_unknown", {{"cell", std::to_string(place.row) + ", " + std::to_string(place.column)}});
    Cell cell{.row_no = place.row, .column_no = place.column};
    for (auto const& known : cells_between(ctx, sheet.row.id, place.row, place.row))
      if (known.column_no == place.column) cell = known;
    cell.locked = locked;
    changed.push_back(std::move(cell));
  }
  put_cells(ctx, sheet.row.id, sheet.row.last_batch + 1, changed);
  return {};
}

}  // namespace

Result<TargetChangeView> change(Context& ctx, Sheet& sheet, Rights const& rights, std::vector<Wanted> wanted, TargetBatchKind kind, ActualSource source) {
  auto const rows = rows_in(wanted);
  Editing editing(ctx, sheet, rights);
  if (auto faults = editing.prepare(std::move(wanted), source); !faults.empty()) return refusal_of(faults);
  auto const count = static_cast<std::int64_t>(editing.differences().size());
  // What changes nothing leaves no trace; but what was taken back once is not taken back again.
  if (!editing.changes_nothing() || kind == TargetBatchKind::undo) TRY(editing.write(kind));
  return change_view(ctx, sheet, rights, count, rows);
}

}  // namespace targets

using namespace targets;

Result<TargetChangeView> change_cells(Context& ctx, SheetId id, std::int64_t version, TargetCellsForm const& form) {
  if (form.changes.empty()) return Refusal::invalid_field("changes", "field.required");
  if (static_cast<std::int64_t>(form.changes.size()) > most_changes_at_once)
    return Refusal::invalid_field("changes", "target.too_many_changes", {{"most", std::to_string(most_changes_at_once)}});
  TRY(check_places(form));
  auto sheet = load(ctx, TRY(lock_for_change(ctx, id, version)));
  auto const rights = rights_in(ctx, sheet.row);
  return change(ctx, sheet, rights, wanted_by(form), TargetBatchKind::edit, ActualSource::entered);
}

Result<TargetChangeView> set_locks(Context& ctx, SheetId id, std::int64_t version, TargetLocksForm const& form) {
  auto sheet = load(ctx, TRY(lock_for_change(ctx, id, version)));
  auto const rights = rights_in(ctx, sheet.row);
  if (!rights.may_plan) return Refusal::forbidden("target.plan_not_yours", {{"cell", sheet.row.title}});
  auto const count = static_cast<std::int64_t>(form.rows.size() + form.columns.size() + form.cells.size());
  if (count == 0) return Refusal::invalid_field("cells", "field.required");
  if (count > most_changes_at_once) return Refusal::invalid_field("cells", "target.too_many_changes", {{"most", std::to_string(most_changes_at_once)}});
  TRY(set_line_locks(ctx, sheet, Side::row, form.rows, form.locked));
  TRY(set_line_locks(ctx, sheet, Side::column, form.columns, form.locked));
  TRY(set_cell_locks(ctx, sheet, form.cells, form.locked));
  auto const before = wholes_of(sheet);
  record_batch(ctx, sheet, TargetBatchKind::lock, {}, count);
  tell(ctx, sheet, TargetBatchKind::lock, count, before);
  std::set<std::int64_t> rows(form.rows.begin(), form.rows.end());
  for (auto const& place : form.cells) rows.insert(place.row);
  return change_view(ctx, sheet, rights, 0, rows);
}

Result<TargetChangeView> undo(Context& ctx, SheetId id, std::int64_t version) {
  auto sheet = load(ctx, TRY(lock_for_change(ctx, id, version)));
  auto const rights = rights_in(ctx, sheet.row);
  auto const last = ctx.db.one<LastBatch>(sql::last_undoable_batch, {{"org", ctx.actor.organization}, {"sheet", id}});
  if (!last) return Refusal::conflict("target.nothing_to_undo");
  if (last->by_id != ctx.actor.employee) return Refusal::conflict("target.changed_since", {{"who", last->by_name}, {"at", last->at.text()}});
  std::vector<Wanted> wanted;
  for (auto const& each : differences_of(ctx, id, last->batch)) {
    if (each.row > 0 && !has_row(ctx, sheet, each.row)) return Refusal::conflict("target.row_gone_since");
    wanted.push_back({each.row, each.column, each.field, each.from, wanted.size()});
  }
  ctx.db.enqueue(sql::mark_batch_undone, {{"org", ctx.actor.organization}, {"sheet", id}, {"batch", last->batch}, {"now", ctx.now}});
  return change(ctx, sheet, rights, std::move(wanted), TargetBatchKind::undo, ActualSource::entered);
}

}  // namespace zx::goal
