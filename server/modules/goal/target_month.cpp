// Below a month plan: the month before, the year so far, the year. What stands above counts: the parent's row, where it is about
// the same person and has a word for the time asked; else that person's month plans.

#include <algorithm>

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

struct Pieces {
  std::vector<rules::Piece> plans, actuals;
  void add(Span span, std::optional<Decimal> plan, std::optional<Decimal> actual) {
    plans.push_back({span, plan});
    actuals.push_back({span, actual});
  }
};

/// What the parent's row says, per measure. Nothing where it is a department's or somebody else's.
std::map<MeasureId, Pieces> of_parent_row(ReadContext const& ctx, Sheet const& sheet) {
  std::map<MeasureId, Pieces> said;
  if (!sheet.row.parent_id) return said;
  auto const parent = load(ctx, find(ctx, *sheet.row.parent_id).value());
  auto const line = line_at(ctx, parent.row.id, Side::row, *sheet.row.parent_row).value();
  auto const person = line.employee_id ? line.employee_id : parent.row.employee_id;
  if (line.department_id || person != sheet.row.employee_id) return said;
  for (auto const& cell : cells_between(ctx, parent.row.id, line.no, line.no)) {
    auto const& column = parent.column(cell.column_no);
    said[parent.measure_of(line, column)].add(parent.span_of(column), cell.plan, cell.actual);
  }
  return said;
}

/// Of two sources the first one counts for the time it speaks of.
std::optional<Decimal> folded(OverTime over_time, std::vector<rules::Piece> const& above, std::vector<rules::Piece> const& own, Span asked) {
  std::vector<rules::Piece> pieces;
  for (auto const& piece : above)
    if (piece.value && asked.contains(piece.span)) pieces.push_back(piece);
  auto const told = pieces;
  auto const is_told = [&](Span span) { return std::ranges::any_of(told, [&](auto const& piece) { return piece.span.contains(span); }); };
  for (auto const& piece : own)
    if (asked.contains(piece.span) && !is_told(piece.span)) pieces.push_back(piece);
  return rules::fold(over_time, pieces);
}

Amounts over(MeasureView const& measure, Pieces const& above, Pieces const& own, Span asked) {
  return {.plan = folded(measure.over_time, above.plans, own.plans, asked),
          .actual = folded(measure.over_time, above.actuals, own.actuals, asked),
          .base = {},
          .committed = {},
          .stretch = {}};
}

}  // namespace

std::vector<TargetMonthFigures> month_figures(ReadContext const& ctx, Sheet const& sheet) {
  std::vector<TargetMonthFigures> figures;
  if (sheet.row.preset != TargetPreset::month_plan || !sheet.row.employee_id) return figures;
  auto const month = sheet.row.month_from;
  auto const year = Span::of_year(month / 12);
  std::map<MeasureId, Pieces> own;
  for (auto const& each : months_between(ctx, *sheet.row.employee_id, year.from - 1, year.to))
    own[each.measure_id].add(each.span(), each.plan_count ? std::optional(each.plan) : std::nullopt,
                             each.actual_count ? std::optional(each.actual) : std::nullopt);
  auto above = of_parent_row(ctx, sheet);
  for (auto const id : sheet.measures_used()) {
    auto const& measure = sheet.measures.at(id);
    TargetMonthFigures view{.measure_id = id,
                            .last_month = {},
                            .accumulated = over(measure, above[id], own[id], {year.from, month}),
                            .accumulated_attainment = {},
                            .year_plan = over(measure, above[id], own[id], year).plan,
                            .year_attainment = {}};
    if (auto before = over(measure, above[id], own[id], {month - 1, month - 1}); before != Amounts{}) view.last_month = before;
    view.accumulated_attainment = rules::attainment(measure.direction, view.accumulated.plan, view.accumulated.actual);
    view.year_attainment = rules::attainment(measure.direction, view.year_plan, view.accumulated.actual);
    figures.push_back(std::move(view));
  }
  return figures;
}

}  // namespace zx::goal::targets
