#pragma once
// Lines of an action plan as they are kept. Private to goal.

#include "modules/goal/action_plan.hpp"

namespace zx::goal::store {

struct ActionRow {
  ActionId id;
  GoalCardId card_id;
  GoalItemId item_id;
  std::int64_t position = 1;
  std::string what;
  std::optional<std::string> obstacle;
  std::optional<std::string> customers;
  std::optional<Date> from_on;
  std::optional<Date> to_on;
  std::optional<std::string> time_use;
  std::string support = "[]";  ///< JSON
  std::optional<std::string> support_note;
  std::optional<std::string> preparation;
  std::optional<Money> budget_fen;
  std::optional<std::string> benefit;
  std::optional<work::WorkItemId> work_item_id;
  std::optional<std::string> work_item_number;
  std::optional<work::State> outcome;
  std::optional<Instant> outcome_at;
  std::optional<work::State> work_item_state;
  std::optional<std::int64_t> work_item_progress;
};
BOOST_DESCRIBE_STRUCT(ActionRow, (),
                      (id, card_id, item_id, position, what, obstacle, customers, from_on, to_on, time_use, support, support_note, preparation, budget_fen,
                       benefit, work_item_id, work_item_number, outcome, outcome_at, work_item_state, work_item_progress))

std::vector<ActionRow> actions_of(ReadContext const& ctx, GoalCardId id);
std::optional<ActionRow> find_action(ReadContext const& ctx, ActionId id);
ActionView view_of(ActionRow const& row);

}  // namespace zx::goal::store
