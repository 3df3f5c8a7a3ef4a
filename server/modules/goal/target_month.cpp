// Below a month plan: the month before, the year so far, the year.

#include "modules/goal/sql.hpp"
#include "modules/goal/target_totals.hpp"

namespace zx::goal::targets {
namespace {

struct MonthTotal {
  SheetId sheet_id;
  std::int64_t month_from = 0;
  std::int64_t month_to = 0;
  MeasureId measure_id;
  Decimal plan;
  std::int64_t plan_count = 0;
  Decimal actual;
  std::int64_t actual_count = 0;

  Span span() const { return {month_from, month_to}; }
};
BOOST_DESCRIBE_STRUCT(MonthTotal, (), (sheet_id, month_from, month_to, measure_id, plan, plan_count, actual, actual_count))

std::vector<MonthTotal> months_between(ReadContext const& ctx, EmployeeId owner, std::int64_t first, std::int64_t last) {
  return ctx.db.all<MonthTotal>(sql::month_plans_of_year, {{"org", ctx.actor.organization}, {"employee", owner}, {"first", first}, {"last", last}});
}

Amounts over(std::vector<MonthTotal> const& months, MeasureView const& measure, std::int64_t first, std::int64_t last) {
  std::vector<rules::Piece> plans, actuals;
  for (auto const& month : months) {
    if (month.measure_id != measure.id || month.month_from < first || month.month_from > last) continue;
    plans.push_back({month.span(), month.plan_count ? std::optional(month.plan) : std::nullopt});
    actuals.push_back({month.span(), month.actual_count ? std::optional(month.actual) : std::nullopt});
  }
  return {.plan = rules::fold(measure.over_time, plans), .actual = rules::fold(measure.over_time, actuals), .base = {}, .committed = {}, .stretch = {}};
}

/// What the parent's row has for the measure over the year.
std::optional<Decimal> of_parent_row(ReadContext const& ctx, Sheet const& sheet, MeasureView const& measure) {
  if (!sheet.row.parent_id) return std::nullopt;
  auto const row = find(ctx, *sheet.row.parent_id);
  auto const parent = load(ctx, row.value());
  auto const line = line_at(ctx, parent.row.id, Side::row, *sheet.row.parent_row).value();
  std::vector<rules::Piece> pieces;
  for (auto const& cell : cells_between(ctx, parent.row.id, line.no, line.no)) {
    auto const& column = parent.column(cell.column_no);
    if (parent.measure_of(line, column) == measure.id) pieces.push_back({parent.span_of(column), cell.plan});
  }
  return rules::fold(measure.over_time, pieces);
}

}  // namespace

std::vector<TargetMonthFigures> month_figures(ReadContext const& ctx, Sheet const& sheet) {
  std::vector<TargetMonthFigures> figures;
  if (sheet.row.preset != TargetPreset::month_plan || !sheet.row.employee_id) return figures;
  auto const month = sheet.row.month_from;
  auto const year = Span::of_year(month / 12);
  auto const months = months_between(ctx, *sheet.row.employee_id, year.from - 1, year.to);
  for (auto const id : sheet.measures_used()) {
    auto const& measure = sheet.measures.at(id);
    TargetMonthFigures view{.measure_id = id,
                            .last_month = {},
                            .accumulated = over(months, measure, year.from, month),
                            .accumulated_attainment = {},
                            .year_plan = {},
                            .year_attainment = {}};
    if (auto before = over(months, measure, month - 1, month - 1); before != Amounts{}) view.last_month = before;
    view.accumulated_attainment = rules::attainment(measure.direction, view.accumulated.plan, view.accumulated.actual);
    view.year_plan = of_parent_row(ctx, sheet, measure);
    if (!view.year_plan) view.year_plan = over(months, measure, year.from, year.to).plan;
    view.year_attainment = rules::attainment(measure.direction, view.year_plan, view.accumulated.actual);
    figures.push_back(std::move(view));
  }
  return figures;
}

}  // namespace zx::goal::targets
