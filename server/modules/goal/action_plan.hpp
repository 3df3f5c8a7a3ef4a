#pragma once
// The action plan 行动计划 of a goal: what has to be done for it. A line can become a work item and shows how that stands.

#include <optional>
#include <string>
#include <vector>

#include "modules/goal/goal.hpp"
#include "modules/work/work.hpp"
#include "platform/base/decimal.hpp"
#include "platform/base/described.hpp"

namespace zx::goal {

using ActionId = Id<struct GoalActionTag>;

enum class SupportKind { people, money, things, information, policy };
BOOST_DESCRIBE_ENUM(SupportKind, people, money, things, information, policy)

/// PUT replaces the whole line.
struct ActionForm {
  std::string what;
  std::optional<std::string> obstacle;
  std::optional<std::string> customers;  ///< whom to visit: why, when, how
  std::optional<Date> from_on;
  std::optional<Date> to_on;
  std::optional<std::string> time_use;  ///< how the time is allocated
  std::vector<SupportKind> support;
  std::optional<std::string> support_note;
  std::optional<std::string> preparation;
  std::optional<Money> budget;
  std::optional<std::string> benefit;  ///< what is expected of it
};
BOOST_DESCRIBE_STRUCT(ActionForm, (), (what, obstacle, customers, from_on, to_on, time_use, support, support_note, preparation, budget, benefit))

struct ActionView {
  ActionId id;
  GoalItemId item_id;
  std::string what;
  std::optional<std::string> obstacle;
  std::optional<std::string> customers;
  std::optional<Date> from_on;
  std::optional<Date> to_on;
  std::optional<std::string> time_use;
  std::vector<SupportKind> support;
  std::optional<std::string> support_note;
  std::optional<std::string> preparation;
  std::optional<Money> budget;  ///< fen
  std::optional<std::string> benefit;
  std::optional<work::WorkItemId> work_item_id;
  std::optional<std::string> work_item_number;
  std::optional<work::State> work_item_state;
  std::optional<std::int64_t> work_item_progress;
  std::optional<work::State> outcome;  ///< done or cancelled, as the work item reported back
  std::optional<Instant> outcome_at;
};
BOOST_DESCRIBE_STRUCT(ActionView, (),
                      (id, item_id, what, obstacle, customers, from_on, to_on, time_use, support, support_note, preparation, budget, benefit, work_item_id,
                       work_item_number, work_item_state, work_item_progress, outcome, outcome_at))

struct ActionItemForm {
  std::optional<std::string> kind;       ///< default "task"
  std::optional<EmployeeId> handler_id;  ///< default: the actor
  std::optional<Instant> due_at;         ///< default: 18:00 of the line's last day
};
BOOST_DESCRIBE_STRUCT(ActionItemForm, (), (kind, handler_id, due_at))

/// Person and supervisor, until the card is evaluated. Refuses goal.not_yours, goal.fixed, goal.action_dates.
Result<ActionView> add_action(Context& ctx, GoalItemId id, ActionForm const& form);
Result<ActionView> replace_action(Context& ctx, ActionId id, std::int64_t version, ActionForm const& form);
/// Refuses goal.action_is_work when it became a work item.
Result<void> delete_action(Context& ctx, ActionId id, std::int64_t version);
/// Makes the work item (source goal_action) by work's own verb. Refuses goal.action_is_work and what work::create refuses.
Result<ActionView> make_work_item(Context& ctx, ActionId id, ActionItemForm const& form);

}  // namespace zx::goal
