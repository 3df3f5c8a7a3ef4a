// What a goal that follows a row of a target sheet may look like, and what keeps its row.

#include "modules/goal/card_sheet.hpp"
#include "modules/goal/following_fixture.hpp"

namespace zx::goal {
namespace {

struct FollowingForms : FollowingWorld {
  std::string refused_card(Actor const& who, GoalItemForm const& form, CardPeriod period = CardPeriod::quarter) {
    auto card = quarter({form});
    card.period = period;
    return refused(who, [&](Context& ctx) { return create_card(ctx, card); });
  }
  GoalCardView copied(GoalCardView const& card, CopyForm const& form) {
    auto const copies = world().write_as(chen, [&](Context& ctx) { return copy_card(ctx, card.id, form); });
    return look(copies.cards.at(0).id);
  }
};
ON_EACH_ENGINE(FollowingForms);

TEST_P(FollowingForms, what_the_form_leaves_out_is_the_rows) {
  auto const by_faults = sheet(by_person(faults));
  set(by_faults.id, {plan(1, 1, 9), plan(1, 3, 2), plan(1, 4, 4)});
  auto const item = make(li, quarter({following_row(by_faults.id, 1)})).items[0];
  EXPECT_EQ(item.measure, "故障率");
  EXPECT_EQ(item.unit, "%");
  EXPECT_EQ(item.better, BetterWhen::lower);
  EXPECT_EQ(item.accrual, Accrual::level);
  EXPECT_EQ(item.target, number("3")) << "the average of what is planned for the quarter";
  ASSERT_TRUE(item.target_row);
  EXPECT_EQ(item.target_row->sheet_id, by_faults.id);
  EXPECT_EQ(item.target_row->title, by_faults.title);
  EXPECT_EQ(item.target_row->label, "李明");
  auto said = following_row(by_faults.id, 1);
  said.measure = "设备故障率";
  said.target = some("2.5");
  auto const other = make(wang, quarter({fees()}));
  auto const mine = world().write_as(chen, [&](Context& ctx) { return add_item(ctx, other.id, {}, said); }).items[1];
  EXPECT_EQ(mine.measure, "设备故障率");
  EXPECT_EQ(mine.target, number("2.5"));
}

TEST_P(FollowingForms, a_preview_says_what_the_goal_would_take) {
  auto const year = sheet(by_person(revenue));
  set(year.id, {plan(1, 3, 20), plan(1, 4, 30), actual(1, 3, 18)});
  auto const card = make(li, quarter({fees()}));
  auto const seen = world().read_as(li, [&](ReadContext const& ctx) { return preview_row(ctx, card.id, {year.id, 1}).value(); });
  EXPECT_EQ(seen.measure, "收入");
  EXPECT_EQ(seen.target, number("50"));
  EXPECT_EQ(seen.actual, number("18"));
  EXPECT_EQ(world().read_as(li,
                            [&](ReadContext const& ctx) {
                              return preview_row(ctx, card.id, {year.id, 2}).refusal().fields.front().code;
                            }),
            "goal.target_row_unknown");
}

TEST_P(FollowingForms, the_row_is_named_seen_and_of_the_time) {
  auto const year = sheet(by_person(revenue));
  auto form = following_row(year.id, 1);
  form.target_row.reset();
  EXPECT_EQ(refused_card(li, form), "items.0.target_row: goal.target_row_needed");
  form = following_row(year.id, 1);
  form.target_sheet_id.reset();
  EXPECT_EQ(refused_card(li, form), "items.0.target_sheet_id: goal.target_sheet_needed");
  form = fees();
  form.target_row = 1;
  EXPECT_EQ(refused_card(li, form), "items.0.target_row: goal.target_row_not_followed");
  EXPECT_EQ(refused_card(sun, following_row(year.id, 1)), "items.0.target_sheet_id: goal.target_sheet_unknown");
  EXPECT_EQ(refused_card(li, following_row(year.id, 2)), "items.0.target_row: goal.target_row_unknown") << "王芳's";
  EXPECT_EQ(refused_card(chen, following_row(year.id, 3)), "items.0.target_row: goal.target_row_unknown");
  EXPECT_EQ(refused_card(li, following_row(year.id, 1), CardPeriod::week), "items.0.target_sheet_id: goal.target_row_other_time");
  auto last_year = by_person(revenue);
  last_year.year = 2025;
  EXPECT_EQ(refused_card(chen, following_row(sheet(last_year).id, 1)), "items.0.target_sheet_id: goal.target_row_other_time");
  form = following_row(year.id, 1);
  form.unit = "元";
  EXPECT_EQ(refused_card(li, form), "items.0.unit: goal.target_row_unit");
}

TEST_P(FollowingForms, a_row_of_several_measures_is_not_followed) {
  auto form = by_person(revenue);
  form.measure_ids = {revenue, users};
  form.preset = TargetPreset::free;
  form.row_axes = {TargetAxis::owner};
  form.column_axes = {TargetAxis::period, TargetAxis::measure};
  EXPECT_EQ(refused_card(li, following_row(sheet(form).id, 1)), "items.0.target_row: goal.target_row_many_measures");
  form.row_axes = {TargetAxis::owner, TargetAxis::measure};
  form.column_axes = {TargetAxis::period};
  EXPECT_EQ(make(li, quarter({following_row(sheet(form).id, 2)})).items[0].measure, "用户") << "each row has one";
}

TEST_P(FollowingForms, who_may_write_the_goal_may_leave_its_row_as_it_is) {
  auto const year = sheet(by_person(revenue));
  auto card = make(zhao, quarter({fees()}));
  card = world().write_as(chen, [&](Context& ctx) { return add_item(ctx, card.id, {}, following_row(year.id, 2, "0")); });
  auto form = following_row(year.id, 2, "0");
  form.what = "换个说法";
  auto const changed = world().write_as(zhao, [&](Context& ctx) { return replace_item(ctx, card.items[1].id, card.version, form); });
  EXPECT_EQ(changed.items[1].what, "换个说法");
  form.target_row = 1;
  EXPECT_EQ(refused(zhao, [&](Context& ctx) { return replace_item(ctx, card.items[1].id, changed.version, form); }),
            "target_sheet_id: goal.target_sheet_unknown");
}

TEST_P(FollowingForms, a_followed_row_stays_until_the_goal_is_evaluated) {
  auto const year = sheet(by_person(revenue));
  auto const card = committed(li, chen, quarter({following_row(year.id, 1)}));
  auto const removed = [&](std::int64_t row) {
    auto const version = look_at(year.id).version;
    return refused(chen, [&](Context& ctx) { return remove_row(ctx, year.id, version, row); });
  };
  auto const deleted = [&] {
    auto const version = look_at(year.id).version;
    return refused(chen, [&](Context& ctx) { return delete_sheet(ctx, year.id, version); });
  };
  EXPECT_EQ(removed(1), "target.row_followed");
  EXPECT_EQ(deleted(), "target.row_followed");
  EXPECT_EQ(removed(2), "") << "nobody follows it";
  set(year.id, {actual(1, 3, 5)});
  world().write_as(li, [&](Context& ctx) { return activate_card(ctx, card.id); });
  world().write_as(li, [&](Context& ctx) { return evaluate_oneself(ctx, card.id, {"做完了", {}}); });
  set(year.id, {actual(1, 3, {})});
  EXPECT_EQ(deleted(), "");
  auto const item = look(card.id).items[0];
  EXPECT_EQ(item.actual, number("5")) << "what was evaluated stays";
  EXPECT_EQ(item.rollup, Rollup::sheet);
  EXPECT_FALSE(item.target_row);
}

TEST_P(FollowingForms, a_copy_goes_on_following_where_the_sheet_goes_on) {
  auto form = quarter({following_row(sheet(by_person(revenue)).id, 1)});
  form.items[0].target = some("100");
  form.period = CardPeriod::month;
  form.day = {2026, 11, 20};
  auto const card = make(li, form);
  auto const december = copied(card, {});
  EXPECT_EQ(december.items[0].rollup, Rollup::sheet);
  ASSERT_TRUE(december.items[0].target_row);
  auto const january = copied(december, {});
  EXPECT_EQ(january.period_from.text(), "2027-01-01");
  EXPECT_EQ(january.items[0].rollup, Rollup::by_hand);
  EXPECT_FALSE(january.items[0].target_row);
  EXPECT_EQ(january.items[0].unit, "万元");
  EXPECT_EQ(copied(card, {.person_ids = {wang.employee}}).items[0].rollup, Rollup::by_hand) << "another person's row is not theirs";
}

}  // namespace
}  // namespace zx::goal
