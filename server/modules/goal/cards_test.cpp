// Making goal cards and agreeing on them, on both databases.

#include "modules/goal/cards.hpp"

#include "modules/goal/card_fixture.hpp"

namespace zx::goal {
namespace {

struct Cards : CardWorld {};
ON_EACH_ENGINE(Cards);

TEST_P(Cards, a_card_takes_supervisor_department_and_rhythm_from_the_person_and_the_period) {
  auto card = make(li, quarter({fees()}));
  EXPECT_EQ(card.supervisor->name, "陈总工");
  EXPECT_EQ(card.department_name, "工程部");
  EXPECT_EQ(card.period_from, (Date{2026, 10, 1}));
  EXPECT_EQ(card.period_to, (Date{2026, 12, 31}));
  EXPECT_EQ(card.rhythm, Rhythm::monthly);
  EXPECT_EQ(card.style, ManagementStyle::participative);
  EXPECT_EQ(card.items.at(0).number, card.number + "/1");
  EXPECT_EQ(card.role, CardRole::person);
}

TEST_P(Cards, a_person_has_one_card_for_a_period) {
  make(li, quarter({fees()}));
  EXPECT_EQ(refused(li, [&](Context& ctx) { return create_card(ctx, quarter({})); }), "goal.period_taken");
  auto month = quarter({});
  month.period = CardPeriod::month;
  EXPECT_EQ(make(li, month).period_to, (Date{2026, 11, 30}));
}

TEST_P(Cards, a_card_needs_no_cycle_and_no_area_above_it) { EXPECT_TRUE(make(zhao, quarter({fees()})).items.at(0).parent == std::nullopt); }

TEST_P(Cards, cards_are_made_for_oneself_and_those_below) {
  auto for_li = quarter({fees()});
  for_li.person_id = li.employee;
  EXPECT_EQ(refused(wang, [&](Context& ctx) { return create_card(ctx, for_li); }), "goal.not_for_others");
  EXPECT_EQ(make(chen, for_li).person.name, "李明");
  auto own = quarter({});
  own.supervisor_id = boss.employee;
  EXPECT_EQ(refused(wang, [&](Context& ctx) { return create_card(ctx, own); }), "goal.supervisor_not_yours");
  own.supervisor_id = {};
  own.style = ManagementStyle::delegating;
  EXPECT_EQ(refused(wang, [&](Context& ctx) { return create_card(ctx, own); }), "goal.style_not_yours");
}

TEST_P(Cards, every_wrong_field_is_told_at_once) {
  auto item = fees("120");
  item.what = " ";
  item.due_on = Date{2027, 1, 1};
  item.base = some("110");
  auto result = world().try_write_as(li, [&](Context& ctx) { return create_card(ctx, quarter({item})); });
  std::string all;
  for (auto const& field : result.refusal().fields) all += field.path + "=" + field.code + " ";
  EXPECT_EQ(all, "items.0.what=field.required items.0.due_on=goal.outside_period items.0.weight=goal.weight_range items.0.target=goal.tier_order ");
}

TEST_P(Cards, weights_sum_to_a_hundred_before_a_card_is_proposed) {
  auto card = make(li, quarter({fees("60"), complaints("30")}));
  auto propose = [&] { return refused(li, [&](Context& ctx) { return propose_card(ctx, card.id, ""); }); };
  EXPECT_EQ(propose(), "goal.weights_not_100");
  auto better = complaints("40");
  world().write_as(li, [&](Context& ctx) { return replace_item(ctx, card.items[1].id, card.version, better); });
  EXPECT_EQ(propose(), "");
  EXPECT_EQ(look(card.id).state, CardState::proposed);
  auto empty = make(wang, quarter({}));
  EXPECT_EQ(refused(wang, [&](Context& ctx) { return propose_card(ctx, empty.id, ""); }), "goal.no_items");
}

TEST_P(Cards, a_change_names_the_version_of_the_card) {
  auto card = make(li, quarter({fees()}));
  world().write_as(li, [&](Context& ctx) { return change_card(ctx, card.id, card.version, {.customers = std::string("1—6号楼")}); });
  EXPECT_EQ(refused(li, [&](Context& ctx) { return change_card(ctx, card.id, card.version, {.customers = std::string("全部")}); }), "request.stale");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return replace_item(ctx, card.items[0].id, card.version, fees()); }), "request.stale");
  EXPECT_EQ(look(card.id).customers, "1—6号楼");
}

TEST_P(Cards, both_sign_the_same_content_and_the_goals_get_commitments) {
  auto card = make(li, quarter({fees("60"), complaints("40")}));
  EXPECT_EQ(refused(li, [&](Context& ctx) { return sign_card(ctx, card.id); }), "goal.illegal_step");
  world().write_as(li, [&](Context& ctx) { return propose_card(ctx, card.id, "请审核"); });
  world().write_as(chen, [&](Context& ctx) { return sign_card(ctx, card.id); });
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return sign_card(ctx, card.id); }), "goal.signed_already");
  EXPECT_EQ(look(card.id).state, CardState::proposed);
  auto done = world().write_as(li, [&](Context& ctx) { return sign_card(ctx, card.id); });
  EXPECT_EQ(done.state, CardState::committed);
  EXPECT_EQ(done.person_signature->content_hash, done.supervisor_signature->content_hash);
  EXPECT_EQ(done.supervisor_signature->name, "陈总工");
  EXPECT_EQ(done.items[0].original_target, number("100"));
  EXPECT_EQ(done.items[0].next_check_in_at->text(), "2026-11-30T08:00:00.000Z");
  auto standing = world().read_as(li, [&](ReadContext const& ctx) { return followup::standing_of(ctx, {done.items[0].id.uuid}).value(); });
  EXPECT_EQ(standing.subject_type, "goal_item");
  EXPECT_EQ(standing.owner.name, "李明");
  EXPECT_EQ(standing.next_follow_up_at, done.items[0].next_check_in_at);
  EXPECT_EQ(standing.due_at->text(), "2026-12-31T10:00:00.000Z");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return replace_item(ctx, done.items[0].id, done.version, fees()); }), "goal.fixed");
}

TEST_P(Cards, negotiation_takes_the_signatures_back) {
  auto card = make(li, quarter({fees()}));
  world().write_as(li, [&](Context& ctx) { return propose_card(ctx, card.id, ""); });
  world().write_as(li, [&](Context& ctx) { return sign_card(ctx, card.id); });
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return negotiate_card(ctx, card.id, " "); }), "note: goal.negotiation_note_needed");
  auto back = world().write_as(chen, [&](Context& ctx) { return negotiate_card(ctx, card.id, "目标再高一点"); });
  EXPECT_EQ(back.state, CardState::negotiating);
  EXPECT_FALSE(back.person_signature);
  EXPECT_EQ(history(card.id).front().note, "目标再高一点");
  auto higher = fees();
  higher.target = some("110");
  world().write_as(chen, [&](Context& ctx) { return replace_item(ctx, back.items[0].id, back.version, higher); });
  world().write_as(chen, [&](Context& ctx) { return propose_card(ctx, card.id, ""); });
  EXPECT_EQ(look(card.id).items[0].target, number("110"));
}

TEST_P(Cards, the_style_decides_who_may_do_what) {
  world().write_as(chen, [&](Context& ctx) { return set_style(ctx, li.employee, {ManagementStyle::guiding}); });
  EXPECT_EQ(refused(li, [&](Context& ctx) { return set_style(ctx, li.employee, {ManagementStyle::delegating}); }), "goal.style_not_yours");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return create_card(ctx, quarter({fees()})); }), "goal.not_yours");
  auto form = quarter({fees()});
  form.person_id = li.employee;
  auto card = make(chen, form);
  EXPECT_EQ(card.style, ManagementStyle::guiding);
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return propose_card(ctx, card.id, ""); }), "goal.reason_needed");
  world().write_as(chen, [&](Context& ctx) { return change_card(ctx, card.id, card.version, {.reason = std::string("收缴率全区最低")}); });
  EXPECT_EQ(refused(li, [&](Context& ctx) { return propose_card(ctx, card.id, ""); }), "goal.not_yours");
  world().write_as(chen, [&](Context& ctx) { return propose_card(ctx, card.id, ""); });
  world().write_as(chen, [&](Context& ctx) { return sign_card(ctx, card.id); });
  EXPECT_EQ(world().write_as(li, [&](Context& ctx) { return sign_card(ctx, card.id); }).state, CardState::committed) << "the person acknowledges";
}

TEST_P(Cards, delegated_the_person_commits_alone) {
  world().write_as(chen, [&](Context& ctx) { return set_style(ctx, wang.employee, {ManagementStyle::delegating}); });
  auto card = make(wang, quarter({fees()}));
  world().write_as(wang, [&](Context& ctx) { return propose_card(ctx, card.id, ""); });
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return sign_card(ctx, card.id); }), "goal.not_yours");
  EXPECT_EQ(world().write_as(wang, [&](Context& ctx) { return sign_card(ctx, card.id); }).state, CardState::committed);
}

TEST_P(Cards, departments_asked_for_help_confirm_before_it_is_committed) {
  auto item = fees();
  item.support_department_ids = {finance};
  auto card = make(li, quarter({item}));
  auto requests = [&](Actor const& who) { return world().read_as(who, [&](ReadContext const& ctx) { return support_requests(ctx); }); };
  EXPECT_TRUE(requests(sun).empty()) << "nobody is asked by a draft";
  world().write_as(li, [&](Context& ctx) { return propose_card(ctx, card.id, ""); });
  EXPECT_EQ(refused(li, [&](Context& ctx) { return sign_card(ctx, card.id); }), "goal.support_unconfirmed");
  ASSERT_EQ(requests(sun).size(), 1u);
  EXPECT_TRUE(requests(wang).empty());
  auto const id = requests(sun)[0].id;
  EXPECT_EQ(refused(wang, [&](Context& ctx) { return answer_support(ctx, id, {true, {}}); }), "goal.support_not_found");
  EXPECT_EQ(refused(sun, [&](Context& ctx) { return answer_support(ctx, id, {false, {}}); }), "reason: goal.support_reason_needed");
  world().write_as(sun, [&](Context& ctx) { return answer_support(ctx, id, {false, "本月结账"}); });
  EXPECT_EQ(refused(li, [&](Context& ctx) { return sign_card(ctx, card.id); }), "goal.support_unconfirmed");
  world().write_as(sun, [&](Context& ctx) { return answer_support(ctx, id, {true, {}}); });
  EXPECT_EQ(refused(li, [&](Context& ctx) { return sign_card(ctx, card.id); }), "");
}

TEST_P(Cards, goals_hang_below_others_without_circles) {
  auto above = make(chen, quarter({fees()}));
  auto form = fees();
  form.parent_item_id = above.items[0].id;
  form.target = some("60");
  auto card = make(li, quarter({form}));
  EXPECT_EQ(card.items[0].parent->person.name, "陈总工");
  auto parent = look(chen, above.id).items[0].children;
  EXPECT_EQ(parent.sum, number("60"));
  EXPECT_EQ(parent.gap, number("40"));
  auto back = fees();
  back.parent_item_id = card.items[0].id;
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return replace_item(ctx, above.items[0].id, above.version, back); }), "parent_item_id: goal.parent_circle");
  EXPECT_EQ(refused(sun, [&](Context& ctx) { return create_card(ctx, quarter({form})); }), "items.0.parent_item_id: goal.parent_unknown");
  auto links = world().read_as(wang, [&](ReadContext const& ctx) { return linkable_items(ctx, {}).value(); });
  ASSERT_EQ(links.size(), 1u) << "the goals of those above, not of colleagues";
  EXPECT_EQ(links[0].person.name, "陈总工");
}

TEST_P(Cards, they_are_seen_within_the_reach_and_by_the_supervisor_always) {
  auto card = make(li, quarter({fees()}));
  auto sees = [&](Actor const& who) {
    bool const shown = world().read_as(who, [&](ReadContext const& ctx) { return show_card(ctx, card.id).ok(); });
    bool const listed = world().read_as(who, [&](ReadContext const& ctx) { return list_cards(ctx, {}).value().items.size() == 1; });
    EXPECT_EQ(shown, listed) << who.name;
    return shown;
  };
  EXPECT_TRUE(sees(li));
  EXPECT_TRUE(sees(chen));
  EXPECT_TRUE(sees(boss));
  EXPECT_FALSE(sees(wang));
  EXPECT_FALSE(sees(zhao));
  EXPECT_FALSE(sees(sun));
  world().write_as(chen, [&](Context& ctx) { return change_card(ctx, card.id, card.version, {.supervisor_id = sun.employee}); });
  EXPECT_TRUE(sees(sun)) << "the supervisor, whatever the department";
  EXPECT_EQ(refused(wang, [&](Context& ctx) { return add_item(ctx, card.id, {}, fees()); }), "goal.not_found");
}

TEST_P(Cards, only_drafts_are_deleted) {
  auto card = make(li, quarter({fees()}));
  auto kept = agreed(wang, quarter({fees()}));
  EXPECT_EQ(refused(wang, [&](Context& ctx) { return delete_card(ctx, kept.id, kept.version); }), "goal.only_drafts");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return delete_card(ctx, card.id, card.version); }), "");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return propose_card(ctx, card.id, ""); }), "goal.not_found");
}

// ---- The linter ----

TEST_P(Cards, findings_stop_a_proposal_only_where_the_organization_says_so) {
  auto item = fees();
  item.how = {};
  auto card = make(li, quarter({item}));
  auto found = world().read_as(li, [&](ReadContext const& ctx) { return smart_findings(ctx, card.id).value(); });
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].code, "goal.smart.no_how");
  EXPECT_EQ(found[1].code, "goal.smart.not_linked");
  EXPECT_NE(found[0].text, found[0].code) << "it has a text";
  auto settings = world().read([&](ReadContext const& ctx) { return goal_settings(ctx); });
  GoalSettingsForm form{true, settings.tolerance, settings.completion_cap, settings.factor_least, settings.factor_most, settings.support_days, settings.grades};
  world().write_as(company->system, [&](Context& ctx) { return change_goal_settings(ctx, 0, form); });
  EXPECT_EQ(refused(li, [&](Context& ctx) { return propose_card(ctx, card.id, ""); }), "goal.not_smart");
  form.smart_blocks = false;
  EXPECT_EQ(refused(company->system, [&](Context& ctx) { return change_goal_settings(ctx, 0, form); }), "request.stale");
  world().write_as(company->system, [&](Context& ctx) { return change_goal_settings(ctx, 1, form); });
  EXPECT_EQ(refused(li, [&](Context& ctx) { return propose_card(ctx, card.id, ""); }), "");
}

}  // namespace
}  // namespace zx::goal
