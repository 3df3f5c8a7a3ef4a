// Actuals worked out of the goals below.

#include <map>
#include <random>

#include "modules/goal/card_fixture.hpp"
#include "modules/goal/goal_rollup.hpp"

namespace zx::goal {
namespace {

using rules::Part;

Decimal dec(std::string_view text) { return *Decimal::parse(text); }

TEST(GoalRollup, a_sum_an_average_and_an_average_by_weight) {
  std::vector<Part> const parts{{dec("30"), dec("60")}, {dec("50"), dec("20")}};
  EXPECT_EQ(rules::rolled_up(Rollup::sum, parts), dec("80"));
  EXPECT_EQ(rules::rolled_up(Rollup::average, parts), dec("40"));
  EXPECT_EQ(rules::rolled_up(Rollup::weighted, parts), dec("35")) << "(30 × 60 + 50 × 20) ÷ 80";
  EXPECT_EQ(rules::rolled_up(Rollup::by_hand, parts), std::nullopt);
  EXPECT_EQ(rules::rolled_up(Rollup::sum, {}), std::nullopt) << "the sum of none is nothing, not 0";
  EXPECT_EQ(rules::rolled_up(Rollup::weighted, std::vector<Part>{{dec("30"), dec("0")}}), std::nullopt);
}

TEST(GoalRollup, progress_is_weighted_and_capped) {
  std::vector<rules::WeighedCompletion> const shares{{dec("60"), dec("50")}, {dec("30"), dec("200")}, {dec("10"), std::nullopt}};
  EXPECT_EQ(rules::weighted_progress(shares, dec("150")), dec("75")) << "30 + 45, and nothing for what has no actual";
  EXPECT_EQ(rules::weighted_progress(std::vector<rules::WeighedCompletion>{{dec("100"), std::nullopt}}, dec("150")), std::nullopt);
}

struct RollingUp : CardWorld {
  /// 周总's goal, which 陈总工's serves, which 李明's and 王芳's serve.
  GoalItemForm served(Rollup rollup, std::optional<GoalItemId> above = {}) {
    auto form = fees();
    form.rollup = rollup;
    form.parent_item_id = above;
    return form;
  }
  /// The card of somebody's goals, committed: by the supervisor's signature, too, where there is one.
  GoalCardView committed(Actor const& who, Actor const& supervisor, std::vector<GoalItemForm> items) {
    auto card = make(who, quarter(std::move(items)));
    world().write_as(who, [&](Context& ctx) { return propose_card(ctx, card.id, ""); });
    world().write_as(who, [&](Context& ctx) { return sign_card(ctx, card.id); });
    return world().write_as(supervisor, [&](Context& ctx) { return sign_card(ctx, card.id); });
  }
  void says(Actor const& who, GoalItemId item, std::string_view actual) { checked(who, item, {.actual = some(actual), .catch_up = "加紧"}); }
};
ON_EACH_ENGINE(RollingUp);

TEST_P(RollingUp, an_actual_goes_up_to_the_top) {
  auto top = committed(chen, boss, {served(Rollup::sum)});
  auto const above = top.items[0].id;
  auto one = committed(li, chen, {served(Rollup::by_hand, above)});
  auto other = committed(wang, chen, {served(Rollup::by_hand, above)});
  EXPECT_EQ(look(top.id).items[0].actual, std::nullopt) << "nobody has looked yet";
  auto const version = look(top.id).version;
  says(li, one.items[0].id, "30");
  says(wang, other.items[0].id, "12.5");
  says(li, one.items[0].id, "40");
  auto seen = look(top.id);
  EXPECT_EQ(seen.items[0].actual, number("52.5"));
  EXPECT_EQ(seen.items[0].completion, number("52.5"));
  EXPECT_EQ(seen.progress, number("52.5"));
  EXPECT_EQ(seen.version, version) << "nobody's planning is refused because somebody below looked";
  EXPECT_EQ(history(top.id).front().event, "goal_card.rolled_up");
}

TEST_P(RollingUp, what_is_worked_out_is_not_said_by_hand) {
  auto top = committed(chen, boss, {served(Rollup::sum)});
  auto one = committed(li, chen, {served(Rollup::by_hand, top.items[0].id)});
  says(li, one.items[0].id, "56");
  CheckInForm form{.actual = some("70"), .finding = "看起来不错"};
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return check_in(ctx, top.items[0].id, form); }), "actual: goal.actual_rolls_up");
  form.actual.reset();
  auto done = checked(chen, top.items[0].id, form);
  EXPECT_EQ(done.actual, number("56")) << "the check-in freezes what the goals below come to";
  auto no_unit = served(Rollup::sum);
  no_unit.unit.reset();
  no_unit.target.reset();
  EXPECT_EQ(refused(wang, [&](Context& ctx) { return create_card(ctx, quarter({no_unit})); }), "items.0.unit: goal.rollup_unit");
}

TEST_P(RollingUp, only_goals_of_the_same_unit_on_agreed_cards_count) {
  auto top = committed(chen, boss, {served(Rollup::average)});
  auto const above = top.items[0].id;
  auto one = committed(li, chen, {served(Rollup::by_hand, above)});
  auto visits = complaints("100");
  visits.parent_item_id = above;
  auto other = committed(wang, chen, {visits});
  says(li, one.items[0].id, "60");
  says(wang, other.items[0].id, "4");
  EXPECT_EQ(look(top.id).items[0].actual, number("60"));
}

/// Three levels, looked at, raised, eased and evaluated by chance: after each step every actual above, and what is promised to it, is what
/// those below come to.
TEST_P(RollingUp, every_actual_above_equals_a_recount_after_anything) {
  constexpr unsigned seed = 20261120;
  std::mt19937 random(seed);
  world().write_as(company->system, [&](Context& ctx) { return set_style(ctx, boss.employee, {ManagementStyle::delegating}); });
  auto top = make(boss, quarter({served(Rollup::sum)}));
  world().write_as(boss, [&](Context& ctx) { return propose_card(ctx, top.id, ""); });
  world().write_as(boss, [&](Context& ctx) { return sign_card(ctx, top.id); });
  auto half = [&](Rollup rollup, std::optional<GoalItemId> above, char const* weight) {
    auto form = served(rollup, above);
    form.weight = some(weight);
    return form;
  };
  auto middle = committed(chen, boss, {half(Rollup::weighted, top.items[0].id, "30"), half(Rollup::average, top.items[0].id, "70")});
  auto first = committed(li, chen, {half(Rollup::by_hand, middle.items[0].id, "45"), half(Rollup::by_hand, middle.items[1].id, "55")});
  auto second = committed(wang, chen, {half(Rollup::by_hand, middle.items[0].id, "80"), half(Rollup::by_hand, middle.items[1].id, "20")});

  std::map<GoalItemId, std::optional<Decimal>> said;
  std::map<GoalItemId, Decimal> targets;
  for (auto const* card : {&middle, &first, &second})
    for (auto const& item : card->items) targets[item.id] = *item.target;
  auto expect_promised = [&](GoalItemView const& above, Decimal sum) {
    ASSERT_EQ(above.children.sum, sum);
    ASSERT_EQ(above.children.gap, *above.target - sum);
  };
  auto expect_recount = [&](int step) {
    SCOPED_TRACE("seed " + std::to_string(seed) + " step " + std::to_string(step));
    auto parts = [&](std::size_t at) {
      std::vector<Part> all;
      for (auto const* card : {&first, &second})
        if (auto const actual = said[card->items[at].id]) all.push_back({*actual, card->items[at].weight});
      return all;
    };
    auto promises = [&](std::size_t at) {
      return std::vector<Part>{{targets[first.items[at].id], first.items[at].weight}, {targets[second.items[at].id], second.items[at].weight}};
    };
    auto const weighted = rules::rolled_up(Rollup::weighted, parts(0)), average = rules::rolled_up(Rollup::average, parts(1));
    auto const seen = look(middle.id);
    ASSERT_EQ(seen.items[0].actual, weighted);
    ASSERT_EQ(seen.items[1].actual, average);
    expect_promised(seen.items[0], *rules::rolled_up(Rollup::weighted, promises(0)));
    expect_promised(seen.items[1], *rules::rolled_up(Rollup::average, promises(1)));
    std::optional<Decimal> sum;
    for (auto const& each : {weighted, average})
      if (each) sum = sum.value_or(Decimal{}) + *each;
    auto const at_top = look(top.id).items[0];
    ASSERT_EQ(at_top.actual, sum);
    expect_promised(at_top, targets[middle.items[0].id] + targets[middle.items[1].id]);
  };
  /// Raised or eased; whoever is above answers, as the supervisor and for the goal above.
  auto revise = [&](Actor const& who, Actor const& above, GoalItemId item) {
    auto target = Decimal::of(1 + static_cast<std::int64_t>(random() % 200));
    if (target == targets[item]) target += Decimal::of(1);
    auto const asked = world().write_as(who, [&](Context& ctx) { return ask_revision(ctx, item, {RevisionKind::strategy_changed, "市场变化", target}); });
    auto const answered = world().write_as(above, [&](Context& ctx) { return answer_revision(ctx, asked.id, {true, {}}); });
    ASSERT_EQ(answered.state, RevisionState::approved);
    targets[item] = target;
  };
  expect_recount(0);
  for (int step = 1; step <= 40; ++step) {
    bool const is_first = random() % 2;
    auto const& card = is_first ? first : second;
    auto const& who = is_first ? li : wang;
    auto const at = random() % 2;
    auto const item = card.items[at].id;
    switch (random() % 5) {
      case 0: revise(who, chen, item); break;
      case 1: revise(chen, boss, middle.items[at].id); break;
      default: {
        auto const actual = Decimal::from_millionths(static_cast<std::int64_t>(random() % 200'000'000));
        checked(who, item, {.actual = actual, .catch_up = "加紧"});
        said[item] = actual;
      }
    }
    world().clock.advance(std::chrono::hours(1));
    expect_recount(step);
  }
  SelfEvaluationForm self{"做完了", {}};
  for (auto const& item : second.items) {
    self.items.push_back({item.id, number("77"), {}});
    said[item.id] = number("77");
  }
  world().write_as(wang, [&](Context& ctx) { return evaluate_oneself(ctx, second.id, self); });
  expect_recount(41);
}

}  // namespace
}  // namespace zx::goal
