#pragma once
// The goals of a day as a tree: each with the one it serves, how far it is, and how those below sum up.

#include <optional>
#include <string>
#include <vector>

#include "modules/followup/followup.hpp"
#include "modules/goal/card_words.hpp"
#include "modules/goal/goal.hpp"
#include "platform/base/decimal.hpp"
#include "platform/base/described.hpp"

namespace zx::goal {

struct GoalTreeLine {
  GoalItemId id;
  GoalCardId card_id;
  std::string number;
  std::string what;
  followup::PersonView person;
  std::optional<std::string> department_name;
  CardPeriod period = CardPeriod::quarter;
  Date period_from;
  Date period_to;
  CardState state = CardState::draft;
  std::optional<std::string> unit;
  BetterWhen better = BetterWhen::higher;
  Decimal weight;
  std::optional<Decimal> target;
  std::optional<Decimal> actual;
  std::optional<Decimal> completion;    ///< percent of the target
  std::optional<Decimal> against_line;  ///< percent of the time-proportional line
  std::optional<Decimal> expected;      ///< the completion of who stands exactly on the line; also where nobody has said an actual
  std::optional<Confidence> confidence;
  std::optional<GoalItemId> parent_item_id;  ///< may stand outside of what the actor sees: then the line is a root
};
BOOST_DESCRIBE_STRUCT(GoalTreeLine, (),
                      (id, card_id, number, what, person, department_name, period, period_from, period_to, state, unit, better, weight, target, actual,
                       completion, against_line, expected, confidence, parent_item_id))

struct GoalTreeQuery {
  std::optional<Date> on;  ///< goals whose period has this day; default today
};
BOOST_DESCRIBE_STRUCT(GoalTreeQuery, (), (on))

struct GoalTreeView {
  std::vector<GoalTreeLine> goals;  ///< longest periods first, then by person
  bool cut = false;                 ///< there are more than the 2,000 shown
};
BOOST_DESCRIBE_STRUCT(GoalTreeView, (), (goals, cut))

/// Of the cards the actor sees.
GoalTreeView goal_tree(ReadContext const& ctx, GoalTreeQuery const& query);

}  // namespace zx::goal
