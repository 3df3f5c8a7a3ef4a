#include "modules/goal/target_store.hpp"

#include <algorithm>

#include "modules/goal/sql.hpp"
#include "modules/goal/target_scope.hpp"
#include "platform/base/text.hpp"

namespace zx::goal::targets {
namespace {

db::Parameters of_sheet(ReadContext const& ctx, SheetId id) { return {{"org", ctx.actor.organization}, {"sheet", id}}; }

/// As PostgreSQL takes many at once: numbers, not their texts.
struct CellAsJson {
  std::int64_t r = 0, c = 0;
  std::optional<std::int64_t> p, a, b, m, s;
  std::optional<ActualSource> o;
  bool l = false;
};
BOOST_DESCRIBE_STRUCT(CellAsJson, (), (r, c, p, a, b, m, s, o, l))

struct LineAsJson {
  std::int64_t no = 0;
  std::optional<EmployeeId> employee_id;
  std::optional<DepartmentId> department_id;
  std::optional<customer::ProductId> product_id;
  std::optional<customer::CustomerId> customer_id;
  std::optional<MeasureId> measure_id;
  std::optional<std::int64_t> month_from, month_to, given;
};
BOOST_DESCRIBE_STRUCT(LineAsJson, (), (no, employee_id, department_id, product_id, customer_id, measure_id, month_from, month_to, given))

std::optional<std::int64_t> millionths(std::optional<Decimal> const& value) { return value ? std::optional(value->millionths()) : std::nullopt; }

constexpr std::size_t together = 5000;

template <class Row, class Json>
void in_bundles(std::span<Row const> rows, Json as_json, std::function<void(std::string)> const& send) {
  for (std::size_t first = 0; first < rows.size(); first += together) {
    auto const last = std::min(rows.size(), first + together);
    std::vector<decltype(as_json(rows.front()))> bundle;
    bundle.reserve(last - first);
    for (auto i = first; i < last; ++i) bundle.push_back(as_json(rows[i]));
    send(to_json(bundle));
  }
}

}  // namespace

std::optional<Decimal>& Cell::operator[](TargetField field) {
  switch (field) {
    case TargetField::plan: return plan;
    case TargetField::actual: return actual;
    case TargetField::base: return base;
    case TargetField::committed: return committed;
    case TargetField::stretch: return stretch;
  }
  throw std::invalid_argument("not a field");
}

void Total::move(TargetField field, std::optional<Decimal> const& from, std::optional<Decimal> const& to) {
  auto const of = [&](Decimal& sum, std::int64_t& count) {
    sum += to.value_or(Decimal{}) - from.value_or(Decimal{});
    count += to.has_value() - from.has_value();
  };
  switch (field) {
    case TargetField::plan: return of(plan, plan_count);
    case TargetField::actual: return of(actual, actual_count);
    case TargetField::base: return of(base, base_count);
    case TargetField::committed: return of(committed, committed_count);
    case TargetField::stretch: return of(stretch, stretch_count);
  }
}

Amounts Total::amounts() const {
  auto const some = [](Decimal sum, std::int64_t count) { return count > 0 ? std::optional(sum) : std::nullopt; };
  return {some(plan, plan_count), some(actual, actual_count), some(base, base_count), some(committed, committed_count), some(stretch, stretch_count)};
}

MeasureId Sheet::measure_of(Line const& row_line, Line const& column_line) const {
  if (row_line.measure_id) return *row_line.measure_id;
  return column_line.measure_id ? *column_line.measure_id : row.measure_id.value();
}

std::vector<MeasureId> Sheet::measures_used() const {
  std::vector<MeasureId> used;
  for (auto const& [key, total] : totals)
    if (std::ranges::find(used, key.measure) == used.end()) used.push_back(key.measure);
  std::ranges::sort(used, {}, [&](MeasureId id) { return measures.at(id).code; });
  return used;
}

std::vector<TargetAxis> axes_from(std::string_view words) {
  std::vector<TargetAxis> axes;
  if (words.empty()) return axes;
  for (auto word : text::split(words, ',')) axes.push_back(enum_from<TargetAxis>(word).value());
  return axes;
}

std::string words_of(std::vector<TargetAxis> const& axes) {
  std::string words;
  for (auto axis : axes) words += (words.empty() ? "" : ",") + std::string(enum_text(axis));
  return words;
}

std::optional<SheetRow> find(ReadContext const& ctx, SheetId id) {
  return ctx.db.one<SheetRow>(sql::target_sheet, {{"org", ctx.actor.organization}, {"id", id}});
}

Result<SheetRow> find_visible(ReadContext const& ctx, SheetId id, Permission permission) {
  db::Composed statement(sql::target_sheet);
  statement += sees_sheet(ctx.actor.reach(permission));
  auto found = ctx.db.one<SheetRow>(statement, viewer(ctx).and_("id", id));
  if (!found) return Refusal::not_found("target.not_found");
  return std::move(*found);
}

SheetRow lock(Context const& ctx, SheetId id) { return ctx.db.sure<SheetRow>(sql::lock_target_sheet, {{"org", ctx.actor.organization}, {"id", id}}); }

Result<SheetRow> lock_at(Context const& ctx, SheetId id, std::int64_t version) {
  TRY(find_visible(ctx, id));
  auto sheet = lock(ctx, id);
  if (sheet.version != version) return Refusal::stale("request.stale");
  return sheet;
}

Result<SheetRow> lock_for_change(Context const& ctx, SheetId id, std::int64_t version) {
  auto sheet = TRY(lock_at(ctx, id, version));
  if (sheet.closed_at) return Refusal::conflict("target.closed", {{"title", sheet.title}});
  return sheet;
}

Sheet load(ReadContext const& ctx, SheetRow row) {
  Sheet sheet{.row = std::move(row), .columns = {}, .totals = {}, .measures = {}};
  sheet.columns = columns_of(ctx, sheet.row.id);
  for (auto& total : ctx.db.all<Total>(sql::target_totals, of_sheet(ctx, sheet.row.id))) {
    ColumnMeasure const key{total.column_no, total.measure_id};
    sheet.totals.emplace(key, std::move(total));
  }
  for (auto& measure : measures(ctx)) sheet.measures.emplace(measure.id, measure);
  return sheet;
}

std::vector<Line> columns_of(ReadContext const& ctx, SheetId id) {
  db::Composed statement(sql::target_lines);
  statement += sql::lines_in_order;
  return ctx.db.all<Line>(statement, of_sheet(ctx, id).and_("side", Side::column).and_("limit", most_columns));
}

std::vector<Line> rows_after(ReadContext const& ctx, SheetId id, std::int64_t after, std::int64_t limit) {
  db::Composed statement(sql::target_lines);
  statement += sql::lines_after;
  statement += sql::lines_in_order;
  return ctx.db.all<Line>(statement, of_sheet(ctx, id).and_("side", Side::row).and_("after", after).and_("limit", limit));
}

std::optional<Line> line_at(ReadContext const& ctx, SheetId id, Side side, std::int64_t no) {
  db::Composed statement(sql::target_lines);
  statement += sql::line_of_no;
  return ctx.db.one<Line>(statement, of_sheet(ctx, id).and_("side", side).and_("no", no));
}

std::vector<Cell> cells_between(ReadContext const& ctx, SheetId id, std::int64_t first_row, std::int64_t last_row) {
  return ctx.db.all<Cell>(sql::cells_of_rows, of_sheet(ctx, id).and_("first", first_row).and_("last", last_row));
}

void each_cell(ReadContext const& ctx, SheetId id, std::int64_t first_row, std::int64_t last_row, std::function<void(Cell const&)> const& use) {
  ctx.db.each(sql::cells_of_rows, of_sheet(ctx, id).and_("first", first_row).and_("last", last_row), [&](db::Row const& row) { use(db::read_row<Cell>(row)); });
}

void insert_lines(Context const& ctx, SheetId id, Side side, std::vector<Line> const& lines) {
  auto const where = [&] { return of_sheet(ctx, id).and_("side", side); };
  if (ctx.db.engine() == db::Engine::sqlite) {
    for (auto const& line : lines) ctx.db.enqueue(sql::insert_target_line, db::Parameters::of(line).merge(where()));
    return;
  }
  auto const as_json = [](Line const& line) {
    return LineAsJson{line.no,         line.employee_id, line.department_id, line.product_id,       line.customer_id,
                      line.measure_id, line.month_from,  line.month_to,      millionths(line.given)};
  };
  in_bundles(std::span(lines), as_json, [&](std::string json) { ctx.db.enqueue(sql::insert_target_lines, where().and_("lines", std::move(json))); });
}

void insert_total(Context const& ctx, SheetId id, Total const& total) {
  ctx.db.enqueue(sql::insert_target_total,
                 of_sheet(ctx, id).and_("column_no", total.column_no).and_("measure_id", total.measure_id).and_("feeds_column", total.feeds_column));
}

void put_cells(Context const& ctx, SheetId id, std::int64_t batch, std::span<Cell const> cells) {
  // A statement costs PostgreSQL more than its row; in SQLite it costs next to nothing.
  if (ctx.db.engine() == db::Engine::sqlite) {
    for (auto const& cell : cells) ctx.db.enqueue(sql::put_target_cell, db::Parameters::of(cell).merge(of_sheet(ctx, id).and_("batch", batch)));
    return;
  }
  auto const as_json = [](Cell const& cell) {
    return CellAsJson{cell.row_no,
                      cell.column_no,
                      millionths(cell.plan),
                      millionths(cell.actual),
                      millionths(cell.base),
                      millionths(cell.committed),
                      millionths(cell.stretch),
                      cell.source,
                      cell.locked};
  };
  in_bundles(cells, as_json,
             [&](std::string json) { ctx.db.enqueue(sql::put_target_cells, of_sheet(ctx, id).and_("batch", batch).and_("cells", std::move(json))); });
}

void put_total(Context const& ctx, SheetId id, Total const& total) {
  ctx.db.enqueue(sql::update_target_total, db::Parameters::of(total).merge(of_sheet(ctx, id)));
}

std::vector<Part> parts_of_rows(ReadContext const& ctx, SheetId parent, std::int64_t first_row, std::int64_t last_row) {
  return ctx.db.all<Part>(sql::parts_of_rows, {{"org", ctx.actor.organization}, {"parent", parent}, {"first", first_row}, {"last", last_row}});
}

}  // namespace zx::goal::targets
