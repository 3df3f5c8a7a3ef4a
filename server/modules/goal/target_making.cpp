// A sheet and its rows come to be.

#include <algorithm>

#include "modules/goal/sql.hpp"
#include "modules/goal/target_editing.hpp"
#include "modules/goal/target_lines.hpp"
#include "modules/goal/target_linking.hpp"
#include "modules/goal/target_views.hpp"
#include "platform/base/text.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::goal {
namespace targets {
namespace {

constexpr std::int64_t first_year = 2000, last_year = 2199;
constexpr std::size_t longest_title = 200;

Result<void> check_owner(ReadContext const& ctx, NewTargetSheetForm const& form) {
  if (form.employee_id.has_value() == form.department_id.has_value()) return Refusal::invalid_field("employee_id", "target.one_owner");
  if (form.employee_id) TRY(org::active_employee(ctx, *form.employee_id, "employee_id"));
  if (form.department_id) TRY(org::check_department(ctx, *form.department_id, "department_id"));
  if (!covers(ctx, permissions::plan, form.employee_id, form.department_id)) return Refusal::forbidden("target.plan_not_yours", {{"cell", ""}});
  return {};
}

Result<Span> span_of(NewTargetSheetForm const& form) {
  if (form.year < first_year || form.year > last_year)
    return Refusal::invalid_field("year", "field.out_of_range", {{"least", std::to_string(first_year)}, {"most", std::to_string(last_year)}});
  auto const span = form.period ? span_from(*form.period, form.year) : Span::of_year(form.year);
  if (!span) return Refusal::invalid_field("period", "target.period_unknown", {{"period", *form.period}});
  if (form.preset == TargetPreset::month_plan && (!form.period || span->months() != 1)) return Refusal::invalid_field("period", "target.month_needed");
  return *span;
}

std::string title_of(ReadContext const& ctx, NewTargetSheetForm const& form, Span span) {
  if (form.title && !text::trim(*form.title).empty()) return *form.title;
  auto const owner = form.employee_id ? org::find_employee(ctx, *form.employee_id).value().name : org::department_name(ctx, *form.department_id);
  return ctx.services.texts.text(ctx.actor.language, "target.title." + std::string(enum_text(form.preset)),
                                 {{"owner", owner}, {"year", std::to_string(form.year)}, {"period", span.text()}});
}

std::optional<SheetId> previous_of(ReadContext const& ctx, NewTargetSheetForm const& form, Span span) {
  auto const before = span.moved(-12);
  db::Parameters where{{"org", ctx.actor.organization}, {"month_from", before.from}, {"month_to", before.to}, {"preset", form.preset}};
  if (form.employee_id) return ctx.db.one<SheetId>(sql::previous_sheet, where.and_("employee", *form.employee_id));
  return ctx.db.one<SheetId>(sql::previous_sheet_of_department, where.and_("department", *form.department_id));
}

/// The measures a column can have sums of.
std::vector<MeasureId> measures_of_column(Sheet const& sheet, Line const& column, std::vector<Line> const& rows) {
  if (column.measure_id) return {*column.measure_id};
  if (sheet.row.measure_id) return {*sheet.row.measure_id};
  std::vector<MeasureId> all;
  for (auto const& row : rows)
    if (std::ranges::find(all, *row.measure_id) == all.end()) all.push_back(*row.measure_id);
  return all;
}

/// A sum for each column and measure these rows bring, with what it feeds above.
Result<void> add_totals(Context& ctx, Sheet& sheet, std::vector<Line> const& rows, std::optional<ParentRow> const& parent) {
  std::set<std::int64_t> fed;
  bool any = false;
  for (auto const& column : sheet.columns) {
    for (auto const measure : measures_of_column(sheet, column, rows)) {
      ColumnMeasure const key{column.no, measure};
      if (sheet.totals.contains(key)) continue;
      Total total{.column_no = column.no, .measure_id = measure, .feeds_column = {}};
      if (parent) total.feeds_column = TRY(feeds_column(*parent, column, sheet.span_of(column), measure));
      if (total.feeds_column) fed.insert(*total.feeds_column);
      any |= total.feeds_column.has_value();
      insert_total(ctx, sheet.row.id, total);
      sheet.totals.emplace(key, total);
    }
  }
  if (!parent) return {};
  if (!any && sheet.row.row_count == static_cast<std::int64_t>(rows.size())) return Refusal::conflict("target.not_part_of_parent");
  return feed_cells(ctx, *parent, fed);
}

Result<SheetRow> sheet_row(ReadContext const& ctx, NewTargetSheetForm const& form, Axes const& axes) {
  auto const span = TRY(span_of(form));
  if (form.title && text::length(*form.title) > longest_title)
    return Refusal::invalid_field("title", "field.too_long", {{"most", std::to_string(longest_title)}});
  if (form.previous_id && !find_visible(ctx, *form.previous_id)) return Refusal::invalid_field("previous_id", "target.not_found");
  SheetRow row{.id = SheetId::make(),
               .title = title_of(ctx, form, span),
               .preset = form.preset,
               .month_from = span.from,
               .month_to = span.to,
               .employee_id = form.employee_id,
               .department_id = form.department_id,
               .measure_id = {},
               .row_axes = words_of(axes.rows),
               .column_axes = words_of(axes.columns),
               .parent_id = form.parent_id,
               .parent_row = form.parent_row,
               .previous_id = form.previous_id ? form.previous_id : previous_of(ctx, form, span),
               .given = form.given,
               .row_count = 0,
               .removed_rows = 0,
               .column_count = 0,
               .last_batch = 0,
               .created_by_name = ctx.actor.name,
               .created_at = ctx.now,
               .changed_at = ctx.now,
               .closed_at = {},
               .version = 1};
  if (!axes.has(TargetAxis::measure)) row.measure_id = form.measure_ids.front();
  return row;
}

Result<void> check_given(Sheet const& sheet, std::vector<Line> const& rows) {
  auto const fits = [&](std::optional<Decimal> const& given, std::optional<MeasureId> measure) {
    return !given || (measure && rules::units_of(*given, static_cast<int>(sheet.measures.at(*measure).decimals)));
  };
  if (!fits(sheet.row.given, sheet.row.measure_id)) return Refusal::invalid_field("given", "target.given_needs_one_measure");
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (!fits(rows[i].given, rows[i].measure_id ? rows[i].measure_id : sheet.row.measure_id))
      return Refusal::invalid_field("rows." + std::to_string(i) + ".given", "target.given_needs_one_measure");
  return {};
}

}  // namespace

Result<std::set<std::int64_t>> append_rows(Context& ctx, Sheet& sheet, std::vector<Line> rows) {
  if (sheet.row.row_count + static_cast<std::int64_t>(rows.size()) > most_rows ||
      (sheet.row.row_count + static_cast<std::int64_t>(rows.size())) * sheet.row.column_count > most_cells)
    return Refusal::invalid("target.too_many_rows", {{"most", std::to_string(most_rows)}});
  TRY(check_given(sheet, rows));
  auto const parent = row_above(ctx, sheet.row);
  if (parent) TRY(check_are_parts(ctx, *parent, sheet, rows));
  std::set<std::int64_t> numbers;
  for (auto& row : rows) {
    row.no = ++sheet.row.row_count;
    numbers.insert(row.no);
  }
  insert_lines(ctx, sheet.row.id, Side::row, rows);
  TRY(add_totals(ctx, sheet, rows, parent));
  return numbers;
}

}  // namespace targets

using namespace targets;

Result<TargetSheetView> make_sheet(Context& ctx, NewTargetSheetForm const& form) {
  TRY(check_owner(ctx, form));
  auto const axes = TRY(axes_of(form));
  auto const chosen = TRY(measures_chosen(ctx, form.measure_ids));
  if (!axes.has(TargetAxis::measure) && chosen.size() > 1) return Refusal::invalid_field("measure_ids", "target.one_measure");
  if (form.parent_id.has_value() != form.parent_row.has_value()) return Refusal::invalid_field("parent_row", "target.parent_unknown");
  if (form.parent_id) TRY(parent_row_of(ctx, *form.parent_id, *form.parent_row));
  Sheet sheet{.row = TRY(sheet_row(ctx, form, axes)), .columns = {}, .totals = {}, .measures = {}};
  for (auto const& measure : measures(ctx)) sheet.measures.emplace(measure.id, measure);
  auto const spans = TRY(spans_from(form.periods, sheet.row.span(), "periods"));
  sheet.columns = TRY(targets::columns_of(ctx, form, axes.columns, spans));
  auto rows = TRY(rows_of(ctx, form, axes.rows));
  sheet.row.column_count = static_cast<std::int64_t>(sheet.columns.size());
  auto const count = static_cast<std::int64_t>(rows.size());
  ctx.db.execute(sql::insert_target_sheet, db::Parameters::of(sheet.row).and_("org", ctx.actor.organization).and_("row_count", count));
  insert_lines(ctx, sheet.row.id, Side::column, sheet.columns);
  TRY(append_rows(ctx, sheet, std::move(rows)));
  timeline::begin(ctx, {"target_sheet", sheet.row.id.uuid}, "target_sheet.created", {{"title", "", sheet.row.title}, {"rows", "", std::to_string(count)}});
  for (auto const& id : {std::optional(sheet.row.id), sheet.row.parent_id})
    if (id)
      ctx.db.after_commit([&services = ctx.services, org = ctx.actor.organization, page = id->text()] { services.notify_pages(org, "target_sheet", page); });
  return show_sheet(ctx, sheet.row.id, {});
}

Result<TargetChangeView> add_rows(Context& ctx, SheetId id, std::int64_t version, TargetRowsForm const& form) {
  auto sheet = load(ctx, TRY(lock_for_change(ctx, id, version)));
  auto const rights = rights_in(ctx, sheet.row);
  if (!rights.may_plan) return Refusal::forbidden("target.plan_not_yours", {{"cell", sheet.row.title}});
  if (form.rows.empty()) return Refusal::invalid_field("rows", "field.required");
  std::set<LineKey> known;
  for (auto const& row : all_rows(ctx, id)) known.insert(key_of(row));
  auto const axes = axes_from(sheet.row.row_axes);
  std::vector<Line> rows;
  for (auto const& each : form.rows) {
    auto const place = "rows." + std::to_string(rows.size());
    auto line = TRY(line_from(ctx, each, axes, place));
    if (!known.insert(key_of(line)).second) return Refusal::invalid_field(place, "target.row_twice");
    rows.push_back(std::move(line));
  }
  auto const before = wholes_of(sheet);
  auto const count = static_cast<std::int64_t>(rows.size());
  auto const numbers = TRY(append_rows(ctx, sheet, std::move(rows)));
  record_batch(ctx, sheet, TargetBatchKind::rows, {}, count);
  tell(ctx, sheet, TargetBatchKind::rows, count, before);
  return change_view(ctx, sheet, rights, 0, numbers);
}

}  // namespace zx::goal
