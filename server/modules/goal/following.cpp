#include "modules/goal/following.hpp"

#include <algorithm>

#include "modules/goal/goal_rollup.hpp"
#include "modules/goal/sql.hpp"
#include "modules/goal/target_names.hpp"
#include "modules/goal/target_scope.hpp"
#include "modules/goal/target_totals.hpp"
#include "platform/base/text.hpp"

namespace zx::goal {

namespace rules {

std::optional<Span> whole_months(PeriodSpan period) {
  auto const first = month_of(period.from) + (period.from.day == 1 ? 0 : 1);
  auto const last = month_of(period.to) - (period.to.plus_days(1).day == 1 ? 0 : 1);
  return first <= last ? std::optional(Span{first, last}) : std::nullopt;
}

}  // namespace rules

namespace following {
namespace {

struct FollowedRow {
  targets::Sheet sheet;  ///< without its totals
  targets::Line line;

  MeasureView const* measure() const {
    auto const id = line.measure_id ? line.measure_id : sheet.row.measure_id;
    return id ? &sheet.measures.at(*id) : nullptr;
  }
  bool lies_within(Span months, std::int64_t column) const { return months.contains(sheet.span_of(sheet.column(column))); }
};

struct Follower {
  GoalItemId id;
  std::int64_t target_row = 0;
  CardState state = CardState::draft;
  std::string number;
  std::int64_t position = 1;
  std::string person_name;
};
BOOST_DESCRIBE_STRUCT(Follower, (), (id, target_row, state, number, position, person_name))

std::optional<FollowedRow> row_at(ReadContext const& ctx, SheetId id, std::int64_t no) {
  auto sheet = targets::find(ctx, id);
  auto line = sheet ? targets::line_at(ctx, id, targets::Side::row, no) : std::nullopt;
  if (!line) return std::nullopt;
  FollowedRow row{{.row = std::move(*sheet), .columns = targets::columns_of(ctx, id), .totals = {}, .measures = {}}, std::move(*line)};
  for (auto const& measure : measures(ctx)) row.sheet.measures.emplace(measure.id, measure);
  return row;
}

bool speaks_of(FollowedRow const& row, rules::PeriodSpan period) {
  auto const months = rules::whole_months(period);
  return months && std::ranges::any_of(row.sheet.columns, [&](auto const& column) { return row.lies_within(*months, column.no); });
}

Amounts over(ReadContext const& ctx, FollowedRow const& row, rules::PeriodSpan period) {
  auto const months = rules::whole_months(period);
  if (!months) return {};
  auto cells = targets::cells_between(ctx, row.sheet.row.id, row.line.no, row.line.no);
  std::erase_if(cells, [&](auto const& cell) { return !row.lies_within(*months, cell.column_no); });
  return targets::total_of_row(row.sheet, row.line, cells);
}

Result<void> check_is_seen(ReadContext const& ctx, SheetId id, std::int64_t no, std::string const& path) {
  auto const sheet = targets::find_visible(ctx, id);
  if (!sheet) return Refusal::invalid_field(path + "target_sheet_id", "goal.target_sheet_unknown");
  if (!targets::rights_in(ctx, *sheet).sees(no)) return Refusal::invalid_field(path + "target_row", "goal.target_row_unknown");
  return {};
}

Result<FollowedRow> followable(ReadContext const& ctx, SheetId id, std::int64_t no, rules::PeriodSpan period, std::string const& path) {
  auto row = row_at(ctx, id, no);
  if (!row) return Refusal::invalid_field(path + "target_row", "goal.target_row_unknown");
  auto const& title = row->sheet.row.title;
  if (!row->measure()) return Refusal::invalid_field(path + "target_row", "goal.target_row_many_measures", {{"title", title}});
  if (!speaks_of(*row, period))
    return Refusal::invalid_field(path + "target_sheet_id", "goal.target_row_other_time",
                                  {{"title", title}, {"from", period.from.text()}, {"to", period.to.text()}});
  return std::move(*row);
}

FollowedRowView view_of(ReadContext const& ctx, FollowedRow const& row) {
  return {row.sheet.row.id, row.sheet.row.title, row.line.no, targets::Names(ctx, {row.line}).label(row.line, row.sheet)};
}

/// A plan of 0 is a target only where lower is better.
bool is_target(Decimal plan, BetterWhen better) { return better == BetterWhen::higher ? plan > Decimal{} : plan >= Decimal{}; }

RowPreview preview_of(ReadContext const& ctx, FollowedRow const& row, rules::PeriodSpan period) {
  auto const& measure = *row.measure();
  auto const amounts = over(ctx, row, period);
  RowPreview view{.target_row = view_of(ctx, row),
                  .measure = measure.name,
                  .unit = measure.unit.empty() ? std::nullopt : std::optional(measure.unit),
                  .better = measure.direction == MeasureDirection::higher ? BetterWhen::higher : BetterWhen::lower,
                  .accrual = measure.over_time == OverTime::sum ? Accrual::accumulating : Accrual::level,
                  .target = {},
                  .actual = amounts.actual};
  if (amounts.plan && is_target(*amounts.plan, view.better)) view.target = amounts.plan;
  return view;
}

bool is_blank(std::optional<std::string> const& text) { return !text || text::trim(*text).empty(); }

void lock_sheet(Context const& ctx, SheetId id) { ctx.db.one<targets::SheetRow>(sql::lock_target_sheet, {{"org", ctx.actor.organization}, {"id", id}}); }

std::vector<Follower> followers_of(ReadContext const& ctx, SheetId id) {
  return ctx.db.all<Follower>(sql::followers_of_sheet, {{"org", ctx.actor.organization}, {"sheet", id}});
}

}  // namespace

Result<GoalItemForm> filled(Context const& ctx, GoalItemForm form, rules::PeriodSpan period, store::ItemRow const* before, std::string const& path) {
  if (form.rollup != Rollup::sheet || !form.target_sheet_id || !form.target_row) return form;
  lock_sheet(ctx, *form.target_sheet_id);
  bool const goes_on = before && before->target_sheet_id == form.target_sheet_id && before->target_row == form.target_row;
  if (!goes_on) TRY(check_is_seen(ctx, *form.target_sheet_id, *form.target_row, path));
  auto const row = TRY(followable(ctx, *form.target_sheet_id, *form.target_row, period, path));
  auto const usual = preview_of(ctx, row, period);
  if (is_blank(form.measure)) form.measure = usual.measure;
  if (is_blank(form.unit)) form.unit = usual.unit;
  if (usual.unit && text::trim(*form.unit) != *usual.unit) return Refusal::invalid_field(path + "unit", "goal.target_row_unit", {{"unit", *usual.unit}});
  if (!form.better) form.better = usual.better;
  if (!form.accrual) form.accrual = usual.accrual;
  if (!form.target) form.target = usual.target;
  return form;
}

bool may_follow(ReadContext const& ctx, store::ItemRow const& item, rules::PeriodSpan period) {
  return item.target_sheet_id && item.target_row && check_is_seen(ctx, *item.target_sheet_id, *item.target_row, "") &&
         followable(ctx, *item.target_sheet_id, *item.target_row, period, "");
}

std::optional<Decimal> reached(ReadContext const& ctx, store::CardRow const& card, store::ItemRow const& item) {
  auto const row = item.target_sheet_id && item.target_row ? row_at(ctx, *item.target_sheet_id, *item.target_row) : std::nullopt;
  return row ? over(ctx, *row, {card.period_from, card.period_to}).actual : std::nullopt;
}

void lock_sheets(Context const& ctx, std::vector<store::ItemRow> const& items) {
  std::set<SheetId> sheets;
  for (auto const& item : items)
    if (item.rollup == Rollup::sheet && item.target_sheet_id) sheets.insert(*item.target_sheet_id);
  for (auto const& id : sheets) lock_sheet(ctx, id);
}

void follow(Context const& ctx, targets::SheetRow const& sheet, std::set<std::int64_t> const& rows) {
  for (auto const& each : followers_of(ctx, sheet.id)) {
    if (!rows.contains(each.target_row) || !is_under_way(each.state)) continue;
    if (auto const item = rollup::count_again(ctx, each.id, sheet.title)) rollup::go_up(ctx, *item);
  }
}

Result<void> check_nobody_follows(ReadContext const& ctx, targets::SheetRow const& sheet, std::optional<std::int64_t> row) {
  for (auto const& each : followers_of(ctx, sheet.id)) {
    if (row && each.target_row != *row) continue;
    return Refusal::conflict("target.row_followed", {{"goal", store::item_number(each.number, each.position)}, {"person", each.person_name}});
  }
  return {};
}

std::optional<FollowedRowView> view_of(ReadContext const& ctx, store::ItemRow const& item) {
  auto const row = item.target_sheet_id && item.target_row ? row_at(ctx, *item.target_sheet_id, *item.target_row) : std::nullopt;
  return row ? std::optional(view_of(ctx, *row)) : std::nullopt;
}

}  // namespace following

Result<RowPreview> preview_row(ReadContext const& ctx, GoalCardId id, RowPreviewQuery const& query) {
  auto const card = TRY(store::find_card(ctx, id));
  TRY(following::check_is_seen(ctx, query.sheet_id, query.row, ""));
  rules::PeriodSpan const period{card.period_from, card.period_to};
  return following::preview_of(ctx, TRY(following::followable(ctx, query.sheet_id, query.row, period, "")), period);
}

}  // namespace zx::goal
