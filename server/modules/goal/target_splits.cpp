// Sharing a total among cells: which take part, with what weight.

#include <algorithm>

#include "modules/goal/target_lines.hpp"
#include "modules/goal/target_views.hpp"

namespace zx::goal {
namespace targets {
namespace {

/// A cell of the scope. `line` counts what a weight is given for.
struct Place {
  std::int64_t row = 0;
  std::int64_t column = 0;
  std::size_t line = 0;
  bool locked = false;
  std::optional<Decimal> plan;
};

struct Scene {
  std::vector<Place> places;
  std::size_t lines = 0;
  MeasureView measure;
};

using CellsByPlace = std::map<std::pair<std::int64_t, std::int64_t>, Cell>;

CellsByPlace cells_of(ReadContext const& ctx, SheetId id, std::int64_t first, std::int64_t last) {
  CellsByPlace cells;
  each_cell(ctx, id, first, last, [&](Cell const& cell) { cells.emplace(std::pair(cell.row_no, cell.column_no), cell); });
  return cells;
}

Result<void> check_scope(ReadContext const& ctx, Sheet const& sheet, TargetSplitForm const& form) {
  auto const in = [](std::optional<std::int64_t> const& no, std::int64_t most) { return no && *no >= 1 && *no <= most; };
  if (form.scope == SplitScope::row && !(in(form.row, sheet.row.row_count) && line_at(ctx, sheet.row.id, Side::row, *form.row)))
    return Refusal::invalid_field("row", "target.cell_unknown", {{"cell", ""}});
  if (form.scope == SplitScope::column && !in(form.column, sheet.row.column_count))
    return Refusal::invalid_field("column", "target.cell_unknown", {{"cell", ""}});
  return {};
}

std::vector<Line> rows_in_scope(ReadContext const& ctx, Sheet const& sheet, TargetSplitForm const& form) {
  if (form.scope != SplitScope::row) return all_rows(ctx, sheet.row.id);
  return {line_at(ctx, sheet.row.id, Side::row, *form.row).value()};
}

Result<MeasureId> measure_of_scope(Sheet const& sheet, std::vector<Line> const& rows, TargetSplitForm const& form) {
  if (form.measure_id) return *form.measure_id;
  std::set<MeasureId> found;
  for (auto const& row : rows)
    for (auto const& column : sheet.columns)
      if (form.scope != SplitScope::column || column.no == *form.column) found.insert(sheet.measure_of(row, column));
  if (found.size() != 1) return Refusal::invalid_field("measure_id", "target.measure_needed");
  return *found.begin();
}

Result<Scene> scene_of(ReadContext const& ctx, Sheet const& sheet, TargetSplitForm const& form) {
  TRY(check_scope(ctx, sheet, form));
  auto const rows = rows_in_scope(ctx, sheet, form);
  auto const measure = TRY(measure_of_scope(sheet, rows, form));
  auto const cells = cells_of(ctx, sheet.row.id, rows.front().no, rows.back().no);
  if (!sheet.measures.contains(measure)) return Refusal::invalid_field("measure_id", "target.measure_unknown");
  Scene scene{.places = {}, .lines = 0, .measure = sheet.measures.at(measure)};
  std::set<std::optional<std::int64_t>> periods;
  for (auto const& row : rows) {
    auto const before = scene.places.size();
    for (auto const& column : sheet.columns) {
      bool const inside = form.scope != SplitScope::column || column.no == *form.column;
      if (!inside || sheet.measure_of(row, column) != measure) continue;
      auto const found = cells.find({row.no, column.no});
      bool const locked = row.locked || column.locked || (found != cells.end() && found->second.locked);
      scene.places.push_back({row.no, column.no, form.scope == SplitScope::row ? scene.places.size() : scene.lines, locked,
                              found == cells.end() ? std::nullopt : found->second.plan});
      periods.insert(column.month_from);
    }
    scene.lines += scene.places.size() > before;
  }
  if (form.scope == SplitScope::row) scene.lines = scene.places.size();
  if (scene.places.empty()) return Refusal::invalid_field("measure_id", "target.measure_unknown");
  if (periods.size() > 1 && scene.measure.over_time != OverTime::sum)
    return Refusal::conflict("target.not_additive_over_time", {{"measure", scene.measure.name}});
  return scene;
}

/// Last year's columns that lie within each of this year's that takes part. One that lies across its edge belongs to no one.
Result<std::map<std::int64_t, std::vector<std::int64_t>>> columns_of_last_year(Sheet const& before, Sheet const& sheet, Scene const& scene) {
  std::map<std::int64_t, std::vector<std::int64_t>> within;
  for (auto const& place : scene.places) {
    auto const [found, is_new] = within.try_emplace(place.column);
    if (!is_new) continue;
    auto const& column = sheet.column(place.column);
    auto const span = sheet.span_of(column);
    for (auto const& its : before.columns) {
      if (key_of(its) != key_of(column)) continue;
      auto const moved = before.span_of(its).moved(12);
      if (span.contains(moved)) found->second.push_back(its.no);
      else if (span.meets(moved)) return Refusal::conflict("target.last_year_does_not_fit", {{"last_year", moved.text()}, {"period", span.text()}});
    }
  }
  return within;
}

/// What a row reached in these columns together.
Decimal reached_in(Sheet const& before, CellsByPlace const& cells, std::int64_t row, std::vector<std::int64_t> const& columns, OverTime over_time) {
  std::vector<rules::Piece> pieces;
  for (auto column : columns)
    if (auto const cell = cells.find({row, column}); cell != cells.end()) pieces.push_back({before.span_of(before.column(column)), cell->second.actual});
  return std::max(Decimal{}, rules::fold(over_time, pieces).value_or(Decimal{}));
}

/// What the same cells had a year ago, by who and what they are about.
Result<std::vector<Decimal>> last_year_of(ReadContext const& ctx, Sheet const& sheet, Scene const& scene) {
  auto const nothing = Refusal::conflict("target.no_last_year");
  if (!sheet.row.previous_id || !find_visible(ctx, *sheet.row.previous_id)) return nothing;
  auto const before = load(ctx, find(ctx, *sheet.row.previous_id).value());
  std::map<LineKey, std::int64_t> row_of;
  for (auto const& row : all_rows(ctx, before.row.id)) row_of.emplace(key_of(row), row.no);
  auto const columns = TRY(columns_of_last_year(before, sheet, scene));
  auto const cells = cells_of(ctx, before.row.id, 1, before.row.row_count);
  std::map<std::int64_t, LineKey> keys;
  for (auto const& row : all_rows(ctx, sheet.row.id)) keys.emplace(row.no, key_of(row));
  std::vector<Decimal> values;
  bool any = false;
  for (auto const& place : scene.places) {
    auto const row = row_of.find(keys.at(place.row));
    values.push_back(row == row_of.end() ? Decimal{} : reached_in(before, cells, row->second, columns.at(place.column), scene.measure.over_time));
    any |= values.back() > Decimal{};
  }
  if (!any) return nothing;
  return values;
}

/// Even: by months. Given weights: within a line by months too.
Result<std::vector<std::int64_t>> weights_of(Sheet const& sheet, Scene const& scene, TargetSplitForm const& form) {
  if (form.method == SplitMethod::weights && form.weights.size() != scene.lines)
    return Refusal::invalid_field("weights", "target.weights_count", {{"count", std::to_string(scene.lines)}});
  std::vector<std::int64_t> weights;
  for (auto const& place : scene.places) {
    auto const months = sheet.span_of(sheet.column(place.column)).months();
    if (form.method == SplitMethod::even) weights.push_back(months);
    else if (form.weights[place.line] < 0 || form.weights[place.line] > 1'000'000)
      return Refusal::invalid_field("weights", "target.weights_count", {{"count", std::to_string(scene.lines)}});
    else weights.push_back(form.weights[place.line] * (form.scope == SplitScope::whole ? months : 1));
  }
  return weights;
}

struct Intent {
  Decimal total;
  std::vector<std::int64_t> weights;
};

Result<Intent> intent_of(ReadContext const& ctx, Sheet const& sheet, Scene const& scene, TargetSplitForm const& form) {
  bool const by_history = form.method == SplitMethod::last_year || form.method == SplitMethod::growth;
  if (!by_history) {
    if (!form.total) return Refusal::invalid_field("total", "field.required");
    return Intent{*form.total, TRY(weights_of(sheet, scene, form))};
  }
  auto const values = TRY(last_year_of(ctx, sheet, scene));
  Intent intent;
  Decimal sum;
  for (auto const& value : values) {
    intent.weights.push_back(value.millionths());
    sum += value;
  }
  if (form.method == SplitMethod::growth && !form.growth) return Refusal::invalid_field("growth", "field.required");
  if (form.method == SplitMethod::last_year && !form.total) return Refusal::invalid_field("total", "field.required");
  intent.total = form.total ? *form.total : rules::grown(sum, *form.growth, static_cast<int>(scene.measure.decimals));
  return intent;
}

}  // namespace
}  // namespace targets

using namespace targets;

Result<std::int64_t> cells_of_split(ReadContext const& ctx, SheetId id, TargetSplitForm const& form) {
  auto const sheet = TRY(find_visible(ctx, id));
  if (form.scope == SplitScope::row) return sheet.column_count;
  return form.scope == SplitScope::column ? sheet.row_count : sheet.row_count * sheet.column_count;
}

Result<TargetChangeView> split_cells(Context& ctx, SheetId id, std::int64_t version, TargetSplitForm const& form) {
  auto sheet = load(ctx, TRY(lock_for_change(ctx, id, version)));
  auto const rights = rights_in(ctx, sheet.row);
  if (!rights.may_plan) return Refusal::forbidden("target.plan_not_yours", {{"cell", sheet.row.title}});
  auto const scene = TRY(scene_of(ctx, sheet, form));
  auto const intent = TRY(intent_of(ctx, sheet, scene, form));
  std::vector<rules::Share> shares;
  for (std::size_t i = 0; i < scene.places.size(); ++i) {
    auto const& place = scene.places[i];
    shares.push_back({intent.weights[i], place.locked ? std::optional(place.plan.value_or(Decimal{})) : std::nullopt});
  }
  auto const parts = TRY(rules::split(intent.total, shares, static_cast<int>(scene.measure.decimals)));
  std::vector<Wanted> wanted;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (!scene.places[i].locked) wanted.push_back({scene.places[i].row, scene.places[i].column, TargetField::plan, parts[i], wanted.size()});
  return change(ctx, sheet, rights, std::move(wanted), TargetBatchKind::split, ActualSource::entered);
}

}  // namespace zx::goal
