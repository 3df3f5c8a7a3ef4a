#pragma once
// The way back: from a work item to the goal whose action plan it comes from.

#include <optional>
#include <vector>

#include "modules/goal/cards.hpp"

namespace zx::goal {

struct GoalOfWorkQuery {
  work::WorkItemId work_item_id;
};
BOOST_DESCRIBE_STRUCT(GoalOfWorkQuery, (), (work_item_id))

struct GoalOfWork {
  GoalCardId card_id;
  std::string card_number;
  GoalItemId item_id;
  std::string goal;    ///< what is to be reached
  std::string action;  ///< the line of its plan
  std::string person_name;
};
BOOST_DESCRIBE_STRUCT(GoalOfWork, (), (card_id, card_number, item_id, goal, action, person_name))

/// One, or none: of a work item that comes from elsewhere, and of a card the actor does not see.
std::vector<GoalOfWork> goal_of_work(ReadContext const& ctx, work::WorkItemId id);

}  // namespace zx::goal
