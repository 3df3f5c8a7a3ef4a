// What goal cards ask of the database.

#include "modules/goal/card_fixture.hpp"
#include "platform/testing/query_plans.hpp"

namespace zx::goal {
namespace {

struct CardPlans : CardWorld {};
ON_EACH_ENGINE(CardPlans);

TEST_P(CardPlans, no_question_walks_through_a_whole_table) {
  auto card = agreed(li, quarter({fees("60"), complaints("40")}));
  for (auto const& who : {li, chen, boss}) {
    auto const scans = world().read_as(who, [&](ReadContext const& ctx) {
      fixture::QueryPlans plans(ctx.db);
      ReadContext const asking{ctx.actor, ctx.now, plans, ctx.services};
      EXPECT_TRUE(list_cards(asking, {}).ok());
      EXPECT_TRUE(list_cards(asking, {.whose = WhoseCards::supervised, .period = CardPeriod::quarter, .on = Date{2026, 11, 20}}).ok());
      EXPECT_TRUE(list_cards(asking, {.department_id = works, .state = CardState::committed}).ok());
      EXPECT_TRUE(show_card(asking, card.id).ok());
      EXPECT_TRUE(linkable_items(asking, {}).ok());
      exceptions(asking, {});
      exceptions(asking, {.all = true});
      missing_check_ins(asking);
      revisions_waiting(asking);
      support_requests(asking);
      motivation_of(asking, card.id);
      return plans.scans();
    });
    EXPECT_EQ(scans, "") << who.name;
  }
}

}  // namespace
}  // namespace zx::goal
