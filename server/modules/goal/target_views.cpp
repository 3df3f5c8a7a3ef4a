#include "modules/goal/target_views.hpp"

#include "modules/goal/sql.hpp"
#include "modules/goal/target_totals.hpp"

namespace zx::goal {
namespace targets {
namespace {

constexpr std::size_t most_rows_in_an_answer = 200;

/// The cells of rows, each row's together.
std::map<std::int64_t, std::vector<Cell>> cells_by_row(ReadContext const& ctx, SheetId id, std::vector<Line> const& rows) {
  std::map<std::int64_t, std::vector<Cell>> by_row;
  auto const first = rows.front().no, last = rows.back().no;
  if (static_cast<std::size_t>(last - first) < rows.size() * 2) {
    for (auto& cell : cells_between(ctx, id, first, last)) by_row[cell.row_no].push_back(std::move(cell));
  } else {
    for (auto const& row : rows) by_row[row.no] = cells_between(ctx, id, row.no, row.no);
  }
  return by_row;
}

struct PartsOfRow {
  std::map<std::int64_t, std::vector<Part>> by_column;
  std::vector<TargetChildView> children;
};

std::map<std::int64_t, PartsOfRow> parts_by_row(ReadContext const& ctx, SheetId id, std::vector<Line> const& rows) {
  std::map<std::int64_t, PartsOfRow> by_row;
  for (auto& part : parts_of_rows(ctx, id, rows.front().no, rows.back().no)) {
    auto& of_row = by_row[part.parent_row];
    bool known = false;
    for (auto const& child : of_row.children) known |= child.sheet_id == part.sheet_id;
    if (!known) of_row.children.push_back({part.sheet_id, part.title});
    of_row.by_column[part.feeds_column].push_back(std::move(part));
  }
  return by_row;
}

TargetCellView cell_view(Sheet const& sheet, Line const& row, Cell const& cell, PartsOfRow const& parts) {
  auto const& measure = sheet.measures.at(sheet.measure_of(row, sheet.column(cell.column_no)));
  TargetCellView view{.column = cell.column_no,
                      .plan = cell.plan,
                      .actual = cell.actual,
                      .base = cell.base,
                      .committed = cell.committed,
                      .stretch = cell.stretch,
                      .attainment = rules::attainment(measure.direction, cell.plan, cell.actual),
                      .tiers = rules::tiers(measure.direction, cell.amounts()),
                      .parts = {},
                      .source = cell.source,
                      .locked = cell.locked,
                      .batch = cell.batch};
  if (auto found = parts.by_column.find(cell.column_no); found != parts.by_column.end()) {
    view.parts = planned_of(found->second, measure.over_time);
    if (!view.parts) view.parts = Decimal{};
  }
  return view;
}

/// Of all cells taken apart that have a plan together, by what the measure comes to over time.
std::optional<Decimal> parts_gap_of(Sheet const& sheet, std::vector<TargetCellView> const& cells, OverTime over_time) {
  std::vector<rules::Piece> planned, parts;
  for (auto const& cell : cells) {
    if (!cell.plan || !cell.parts) continue;
    auto const span = sheet.span_of(sheet.column(cell.column));
    planned.push_back({span, cell.plan});
    parts.push_back({span, cell.parts});
  }
  auto const whole = rules::fold(over_time, planned);
  if (!whole) return std::nullopt;
  return *whole - rules::fold(over_time, parts).value();
}

TargetRowView row_view(Sheet const& sheet, Line const& row, std::vector<Cell> const& cells, PartsOfRow const& parts, Names const& names) {
  TargetRowView view{.row = row.no,
                     .label = names.label(row, sheet),
                     .employee = owner_person(row),
                     .department = owner_department(row),
                     .product = names.product(row.product_id),
                     .customer = names.customer(row.customer_id),
                     .measure_id = row.measure_id,
                     .locked = row.locked,
                     .cells = {},
                     .total = {},
                     .attainment = {},
                     .tiers = {},
                     .given = row.given,
                     .gap = {},
                     .parts_gap = {},
                     .children = parts.children};
  for (auto const& cell : cells) view.cells.push_back(cell_view(sheet, row, cell, parts));
  auto const measure = row.measure_id ? row.measure_id : sheet.row.measure_id;
  if (!measure) return view;
  view.total = total_of_row(sheet, row, cells);
  auto const direction = sheet.measures.at(*measure).direction;
  view.attainment = rules::attainment(direction, view.total->plan, view.total->actual);
  view.tiers = rules::tiers(direction, *view.total);
  if (row.given) view.gap = *row.given - view.total->plan.value_or(Decimal{});
  view.parts_gap = parts_gap_of(sheet, view.cells, sheet.measures.at(*measure).over_time);
  return view;
}

std::optional<TargetNamed> person_named(ReadContext const& ctx, std::optional<EmployeeId> id) {
  if (!id) return std::nullopt;
  auto const person = org::find_employee(ctx, *id);
  return TargetNamed{id->uuid, person ? person->name : ""};
}

std::optional<TargetNamed> department_named(ReadContext const& ctx, std::optional<DepartmentId> id) {
  if (!id) return std::nullopt;
  return TargetNamed{id->uuid, org::department_name(ctx, *id)};
}

std::optional<TargetParentView> parent_view(ReadContext const& ctx, SheetRow const& row) {
  if (!row.parent_id) return std::nullopt;
  auto const parent = load(ctx, find(ctx, *row.parent_id).value());
  auto const line = line_at(ctx, parent.row.id, Side::row, *row.parent_row).value();
  return TargetParentView{parent.row.id, parent.row.title, line.no, Names(ctx, {line}).label(line, parent)};
}

std::int64_t page_size(TargetPageQuery const& query) { return query.limit.value_or(100); }

Result<std::int64_t> page_start(TargetPageQuery const& query) {
  if (page_size(query) < 1 || page_size(query) > 500) return Refusal::invalid_field("limit", "field.out_of_range", {{"least", "1"}, {"most", "500"}});
  if (!query.after) return 0;
  auto const number = Decimal::parse(*query.after);
  if (!number || number->millionths() % Decimal::scale != 0) return Refusal::invalid_field("after", "request.cursor_invalid");
  return number->millionths() / Decimal::scale;
}

struct RowsPage {
  std::vector<TargetRowView> rows;
  std::optional<std::string> next;
};

Result<RowsPage> rows_page(ReadContext const& ctx, Sheet const& sheet, Rights const& rights, TargetPageQuery const& query) {
  auto const after = TRY(page_start(query));
  auto const limit = page_size(query);
  std::vector<Line> lines;
  if (rights.sees_whole) lines = rows_after(ctx, sheet.row.id, after, limit);
  else
    for (auto no = rights.rows_seen.upper_bound(after); no != rights.rows_seen.end() && static_cast<std::int64_t>(lines.size()) < limit; ++no)
      lines.push_back(line_at(ctx, sheet.row.id, Side::row, *no).value());
  RowsPage page{row_views(ctx, sheet, lines), {}};
  if (static_cast<std::int64_t>(lines.size()) == limit) page.next = std::to_string(lines.back().no);
  return page;
}

bool may_undo(ReadContext const& ctx, SheetId id) {
  auto const last = ctx.db.one<std::optional<EmployeeId>>(sql::last_batch_by, {{"org", ctx.actor.organization}, {"sheet", id}});
  return last && *last == ctx.actor.employee;
}

}  // namespace

std::vector<TargetRowView> row_views(ReadContext const& ctx, Sheet const& sheet, std::vector<Line> const& rows) {
  std::vector<TargetRowView> views;
  if (rows.empty()) return views;
  Names const names(ctx, rows);
  auto cells = cells_by_row(ctx, sheet.row.id, rows);
  auto parts = parts_by_row(ctx, sheet.row.id, rows);
  views.reserve(rows.size());
  for (auto const& row : rows) views.push_back(row_view(sheet, row, cells[row.no], parts[row.no], names));
  return views;
}

TargetColumnView column_view(Sheet const& sheet, Line const& column, Names const& names) {
  TargetColumnView view{.column = column.no,
                        .label = names.label(column, sheet),
                        .period = {},
                        .product = names.product(column.product_id),
                        .customer = names.customer(column.customer_id),
                        .measure_id = column.measure_id,
                        .locked = column.locked,
                        .given = column.given};
  if (auto span = column.span()) view.period = period_view(*span);
  return view;
}

Sheet load_for(ReadContext const& ctx, SheetRow row, Rights const& rights) {
  auto sheet = load(ctx, std::move(row));
  if (!rights.sees_whole) sum_again(ctx, sheet, rights.rows_seen);
  return sheet;
}

TargetChangeView change_view(ReadContext const& ctx, Sheet& sheet, Rights const& rights, std::int64_t cells, std::set<std::int64_t> const& rows) {
  TargetChangeView view{.version = sheet.row.version, .batch = sheet.row.last_batch, .cells = cells, .rows = {}, .totals = {}};
  if (!rights.sees_whole) sum_again(ctx, sheet, rights.rows_seen);
  if (rows.size() <= most_rows_in_an_answer) {
    std::vector<Line> lines;
    for (auto no : rows) lines.push_back(line_at(ctx, sheet.row.id, Side::row, no).value());
    view.rows = row_views(ctx, sheet, lines);
  }
  view.totals = totals_views(ctx, sheet, rights.sees_whole);
  return view;
}

}  // namespace targets

using namespace targets;

Result<TargetSheetView> show_sheet(ReadContext const& ctx, SheetId id, TargetPageQuery const& query) {
  auto const row = TRY(find_visible(ctx, id));
  auto const rights = rights_in(ctx, row);
  auto const sheet = load_for(ctx, row, rights);
  auto page = TRY(rows_page(ctx, sheet, rights, query));
  TargetSheetView view{.id = row.id,
                       .title = row.title,
                       .preset = row.preset,
                       .period = period_view(row.span()),
                       .employee = person_named(ctx, row.employee_id),
                       .department = department_named(ctx, row.department_id),
                       .measures = {},
                       .row_axes = axes_from(row.row_axes),
                       .column_axes = axes_from(row.column_axes),
                       .periods_down = row.preset == TargetPreset::month_by_product,
                       .parent = parent_view(ctx, row),
                       .previous_id = row.previous_id,
                       .given = rights.sees_whole ? row.given : std::nullopt,
                       .row_count = rights.sees_whole ? row.rows() : static_cast<std::int64_t>(rights.rows_seen.size()),
                       .columns = {},
                       .rows = std::move(page.rows),
                       .next = std::move(page.next),
                       .totals = totals_views(ctx, sheet, rights.sees_whole),
                       .figures = rights.sees_whole ? month_figures(ctx, sheet) : std::vector<TargetMonthFigures>{},
                       .whole = rights.sees_whole,
                       .may_plan = rights.may_plan,
                       .may_write = rights.writes_some(),
                       .may_undo = !row.closed_at && may_undo(ctx, id),
                       .created_by_name = row.created_by_name,
                       .created_at = row.created_at,
                       .changed_at = row.changed_at,
                       .closed_at = row.closed_at,
                       .version = row.version};
  for (auto measure : sheet.measures_used()) view.measures.push_back(sheet.measures.at(measure));
  Names const names(ctx, sheet.columns);
  for (auto column : sheet.columns) {
    if (!rights.sees_whole) column.given.reset();
    view.columns.push_back(column_view(sheet, column, names));
  }
  return view;
}

Result<http::Page<TargetRowView>> list_rows(ReadContext const& ctx, SheetId id, TargetPageQuery const& query) {
  auto const row = TRY(find_visible(ctx, id));
  auto const rights = rights_in(ctx, row);
  auto page = TRY(rows_page(ctx, load(ctx, row), rights, query));
  return http::Page<TargetRowView>{std::move(page.rows), std::move(page.next), {}};
}

}  // namespace zx::goal
