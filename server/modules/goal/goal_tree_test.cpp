// The tree of goals: how far each is, and how far it should be.

#include "modules/goal/goal_tree.hpp"

#include "modules/goal/card_fixture.hpp"

namespace zx::goal {
namespace {

struct GoalTree : CardWorld {
  GoalTreeLine line_of(GoalItemId id) {
    auto const view = world().read_as(chen, [&](ReadContext const& ctx) { return goal_tree(ctx, {}); });
    for (auto const& line : view.goals)
      if (line.id == id) return line;
    throw std::out_of_range("not in the tree");
  }
  static std::string text(std::optional<Decimal> const& value) { return value ? value->rounded(2, Rounding::half_up).text() : "-"; }
};
ON_EACH_ENGINE(GoalTree);

TEST_P(GoalTree, where_a_goal_should_be_is_said_as_a_completion_where_lower_is_better_too) {
  auto few = complaints("50");
  few.accrual = Accrual::accumulating;
  few.due_on.reset();
  auto more = fees("50");
  more.due_on.reset();
  more.milestones.clear();
  auto form = quarter({few, more});
  form.period = CardPeriod::month;
  auto const card = agreed(li, form);
  // 20 of 30 days: two thirds of what is allowed may have happened, two thirds of the fees should be there.
  EXPECT_EQ(text(line_of(card.items[0].id).expected), "133.33") << "nobody has said an actual yet";
  EXPECT_EQ(text(line_of(card.items[1].id).expected), "66.67");
  EXPECT_EQ(text(line_of(card.items[0].id).completion), "-");
  checked(li, card.items[0].id, {.actual = some("6")});
  auto const said = line_of(card.items[0].id);
  EXPECT_EQ(text(said.expected), "133.33");
  EXPECT_EQ(text(said.completion), "140");
}

}  // namespace
}  // namespace zx::goal
