#include "modules/goal/goal_tree.hpp"

#include "modules/goal/card_store.hpp"
#include "modules/goal/evaluating.hpp"
#include "modules/goal/exceptions.hpp"
#include "modules/goal/sql.hpp"

namespace zx::goal {
namespace {

constexpr std::size_t most_goals = 2000;

struct TreeRow {
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
  std::optional<Instant> next_check_in_at;
  std::optional<Confidence> confidence;
  std::optional<GoalItemId> parent_item_id;
  std::string card_number;
  CardPeriod period = CardPeriod::quarter;
  Date period_from;
  Date period_to;
  CardState state = CardState::draft;
  EmployeeId person_id;
  std::string person_name;
  std::optional<std::string> department_name;
};
BOOST_DESCRIBE_STRUCT(TreeRow, (),
                      (id, card_id, position, what, unit, better, accrual, due_on, target, weight, actual, actual_at, next_check_in_at, confidence,
                       parent_item_id, card_number, period, period_from, period_to, state, person_id, person_name, department_name))

/// `day`: against whose line the actual is held.
GoalTreeLine line_of(TreeRow row, Date day) {
  GoalTreeLine line{.id = row.id,
                    .card_id = row.card_id,
                    .number = store::item_number(row.card_number, row.position),
                    .what = std::move(row.what),
                    .person = {row.person_id, std::move(row.person_name)},
                    .department_name = std::move(row.department_name),
                    .period = row.period,
                    .period_from = row.period_from,
                    .period_to = row.period_to,
                    .state = row.state,
                    .unit = std::move(row.unit),
                    .better = row.better,
                    .weight = row.weight,
                    .target = row.target,
                    .actual = row.actual,
                    .confidence = row.confidence,
                    .parent_item_id = row.parent_item_id};
  if (row.actual) line.completion = rules::completion(row.better, row.target, *row.actual);
  auto const on_line = rules::expected_on(row.accrual, row.target, row.period_from, row.due_on.value_or(row.period_to), day);
  line.against_line = rules::against_line(row.better, on_line, row.actual);
  if (on_line) line.expected = rules::completion(row.better, row.target, *on_line);
  return line;
}

}  // namespace

GoalTreeView goal_tree(ReadContext const& ctx, GoalTreeQuery const& query) {
  auto const today = store::today(ctx);
  db::Composed statement(sql::tree_goals);
  statement += store::sees_cards(ctx.actor, permissions::read);
  statement += sql::tree_order;
  auto rows = ctx.db.all<TreeRow>(statement, store::viewer(ctx.actor).and_("on", query.on.value_or(today)));
  GoalTreeView view{.goals = {}, .cut = rows.size() > most_goals};
  if (view.cut) rows.resize(most_goals);
  for (auto& row : rows) {
    auto const day = store::line_day(ctx, row.actual_at, row.next_check_in_at);
    view.goals.push_back(line_of(std::move(row), day));
  }
  return view;
}

}  // namespace zx::goal
