#pragma once
// What somebody's desk shows of goals: one's own with how far they are, what waits for one's word, and how many exceptions there are below.

#include "modules/goal/cards.hpp"

namespace zx::goal {

struct DeskGoal {
  GoalItemId id;
  GoalCardId card_id;
  std::string number;
  std::string what;
  std::optional<std::string> unit;
  BetterWhen better = BetterWhen::higher;
  Decimal weight;
  std::optional<Decimal> target;
  std::optional<Decimal> actual;
  std::optional<Decimal> completion;    ///< percent, capped
  std::optional<Decimal> against_line;  ///< as on the card
  bool is_behind = false;               ///< by more than the tolerance
  std::optional<Confidence> confidence;
  std::optional<Instant> next_check_in_at;
  bool check_in_missing = false;
};
BOOST_DESCRIBE_STRUCT(DeskGoal, (),
                      (id, card_id, number, what, unit, better, weight, target, actual, completion, against_line, is_behind, confidence, next_check_in_at,
                       check_in_missing))

struct GoalDeskView {
  std::vector<DeskGoal> goals;         ///< the actor's, under way, the one to look at first first
  std::vector<GoalCardLine> cards;     ///< that wait for the actor's signature, evaluation or answer
  std::int64_t revisions = 0;          ///< that wait for the actor's approval
  std::int64_t supports = 0;           ///< asked of the departments the actor heads
  std::int64_t departures = 0;         ///< exceptions among the goals the actor supervises
};
BOOST_DESCRIBE_STRUCT(GoalDeskView, (), (goals, cards, revisions, supports, departures))

GoalDeskView goal_desk(ReadContext const& ctx);

namespace store {
struct CardRow;
}
/// A card as lists show it. Private to goal.
GoalCardLine card_line(ReadContext const& ctx, store::CardRow const& row);

}  // namespace zx::goal
