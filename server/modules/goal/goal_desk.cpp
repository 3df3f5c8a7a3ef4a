#include "modules/goal/goal_desk.hpp"

#include <algorithm>

#include "modules/goal/card_settings.hpp"
#include "modules/goal/card_store.hpp"
#include "modules/goal/exceptions.hpp"
#include "modules/goal/sql.hpp"

namespace zx::goal {
namespace {

struct OwnRow {
  GoalItemId id;
  GoalCardId card_id;
  std::int64_t position = 1;
  std::string what;
  std::optional<std::string> unit;
  BetterWhen better = BetterWhen::higher;
  Accrual accrual = Accrual::accumulating;
  std::optional<Date> due_on;
  std::optional<Decimal> target;
  Decimal weight;
  std::optional<Decimal> actual;
  std::optional<Instant> actual_at;
  std::optional<Confidence> confidence;
  std::optional<Instant> next_check_in_at;
  std::string card_number;
  Date period_from;
  Date period_to;
};
BOOST_DESCRIBE_STRUCT(OwnRow, (),
                      (id, card_id, position, what, unit, better, accrual, due_on, target, weight, actual, actual_at, confidence, next_check_in_at, card_number,
                       period_from, period_to))

DeskGoal goal_of(ReadContext const& ctx, OwnRow const& row, GoalSettingsView const& settings) {
  auto const day = store::line_day(ctx, row.actual_at, row.next_check_in_at);
  auto const expected = rules::expected_on(row.accrual, row.target, row.period_from, row.due_on.value_or(row.period_to), day);
  DeskGoal goal{.id = row.id,
                .card_id = row.card_id,
                .number = store::item_number(row.card_number, row.position),
                .what = row.what,
                .unit = row.unit,
                .better = row.better,
                .weight = row.weight,
                .target = row.target,
                .actual = row.actual,
                .completion = {},
                .against_line = rules::against_line(row.better, expected, row.actual),
                .confidence = row.confidence,
                .next_check_in_at = row.next_check_in_at,
                .check_in_missing = row.next_check_in_at && *row.next_check_in_at < ctx.now};
  if (row.actual) goal.completion = std::min(rules::completion(row.better, row.target, *row.actual), settings.completion_cap);
  goal.is_behind = rules::is_behind(goal.against_line, settings.tolerance);
  return goal;
}

}  // namespace

GoalDeskView goal_desk(ReadContext const& ctx) {
  GoalDeskView view;
  if (ctx.actor.employee.is_nil()) return view;
  auto const settings = goal_settings(ctx);
  db::Composed running(sql::running_items);
  running += sql::card_of_person;
  running += sql::running_order;
  for (auto const& row : ctx.db.all<OwnRow>(running, {{"org", ctx.actor.organization}, {"person", ctx.actor.employee}}))
    view.goals.push_back(goal_of(ctx, row, settings));
  std::ranges::stable_sort(view.goals, {}, [](DeskGoal const& goal) { return goal.next_check_in_at.value_or(Instant{}); });
  db::Composed cards(sql::cards);
  cards += sql::cards_in_agreement;
  for (auto const& row : ctx.db.all<store::CardRow>(cards, store::viewer(ctx.actor))) {
    auto line = card_line(ctx, row);
    if (line.waits_for_me) view.cards.push_back(std::move(line));
  }
  view.revisions = static_cast<std::int64_t>(revisions_waiting(ctx).size());
  auto const asked = support_requests(ctx);
  view.supports = std::ranges::count(asked, SupportState::asked, &SupportRequestView::state);
  view.departures = static_cast<std::int64_t>(exceptions(ctx, {}).departures.size());
  return view;
}

}  // namespace zx::goal
