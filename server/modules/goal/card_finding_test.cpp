// How goal cards are found: in lists, and from the work that comes of them.

#include "modules/goal/card_fixture.hpp"
#include "modules/goal/goal_of_work.hpp"

namespace zx::goal {
namespace {

struct CardFinding : CardWorld {
  std::vector<std::string> found(Actor const& who, std::string text) {
    std::vector<std::string> names;
    for (auto const& card : world().read_as(who, [&](ReadContext const& ctx) { return list_cards(ctx, {.text = std::move(text)}).value().items; }))
      names.push_back(card.person.name);
    return names;
  }
};
ON_EACH_ENGINE(CardFinding);

TEST_P(CardFinding, a_card_is_found_by_its_person_its_number_and_the_words_of_its_goals) {
  auto const card = make(li, quarter({fees("100")}));
  make(wang, quarter({complaints("100")}));
  using Names = std::vector<std::string>;
  EXPECT_EQ(found(chen, "李明"), Names{"李明"});
  EXPECT_EQ(found(chen, "liming"), Names{"李明"});
  EXPECT_EQ(found(chen, card.number), Names{"李明"});
  EXPECT_EQ(found(chen, "投诉"), Names{"王芳"});
  EXPECT_EQ(found(chen, "100%"), Names{}) << "% is a sign like any other";
  EXPECT_EQ(found(zhao, "李明"), Names{}) << "nobody finds what they may not see";
}

TEST_P(CardFinding, a_work_item_leads_back_to_the_goal_it_was_planned_for) {
  auto const card = agreed(li, quarter({fees("100")}));
  auto const action = world().write_as(li, [&](Context& ctx) { return add_action(ctx, card.items[0].id, {.what = "上门催缴"}); });
  auto const made = world().write_as(li, [&](Context& ctx) { return make_work_item(ctx, action.id, {}); });
  auto const back = [&](Actor const& who) { return world().read_as(who, [&](ReadContext const& ctx) { return goal_of_work(ctx, *made.work_item_id); }); };
  ASSERT_EQ(back(li).size(), 1u);
  EXPECT_EQ(back(li)[0].card_id, card.id);
  EXPECT_EQ(back(li)[0].goal, card.items[0].what);
  EXPECT_EQ(back(li)[0].action, "上门催缴");
  EXPECT_TRUE(back(zhao).empty());
}

}  // namespace
}  // namespace zx::goal
