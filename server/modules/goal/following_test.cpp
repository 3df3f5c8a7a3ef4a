// Goals that follow a row of a target sheet: what moves them, and how far up it goes.

#include <random>

#include "modules/goal/following_fixture.hpp"
#include "platform/testing/query_plans.hpp"

namespace zx::goal {
namespace {

TEST(WholeMonths, of_a_period_are_those_it_has_all_days_of) {
  auto const months = [](CardPeriod period, Date day) {
    auto const found = rules::whole_months(rules::period_of(period, day));
    return found ? found->first_month() + "/" + found->last_month() : "-";
  };
  EXPECT_EQ(months(CardPeriod::year, {2026, 2, 3}), "2026-01/2026-12");
  EXPECT_EQ(months(CardPeriod::quarter, {2026, 11, 20}), "2026-10/2026-12");
  EXPECT_EQ(months(CardPeriod::month, {2028, 2, 29}), "2028-02/2028-02");
  EXPECT_EQ(months(CardPeriod::week, {2026, 11, 20}), "-");
  EXPECT_EQ(months(CardPeriod::day, {2026, 11, 20}), "-");
}

struct Following : FollowingWorld {
  /// 周总's goal above 陈总工's, which 李明's goal serves.
  GoalItemForm sum_of_those_below(std::optional<GoalItemId> above = {}) {
    auto form = fees();
    form.rollup = Rollup::sum;
    form.parent_item_id = above;
    return form;
  }
  void import(SheetId id, std::string const& november) {
    auto const number = world().read_as(boss, [&](ReadContext const& ctx) { return org::find_employee(ctx, li.employee)->number; });
    auto const report = import_targets(world().services, boss, id, "工号,11 实际\n" + number + "," + november + "\n", false);
    ASSERT_TRUE(report) << report.refusal().code;
    ASSERT_EQ(report->error_count, 0) << report->errors.front().code;
  }
  void take_back(SheetId id) {
    world().write_as(boss, [&](Context& ctx) -> Result<TargetChangeView> { return undo(ctx, id, TRY(show_sheet(ctx, id, {})).version); });
  }
};
ON_EACH_ENGINE(Following);

TEST_P(Following, a_goal_follows_an_edit_of_its_row) {
  auto const year = sheet(by_person(revenue));
  auto const card = committed(li, chen, quarter({following_row(year.id, 1)}));
  EXPECT_EQ(card.items[0].actual, std::nullopt) << "nothing was entered yet";
  set(year.id, {actual(1, 3, 40)});
  EXPECT_EQ(actual_of(card), number("40"));
  auto const told = history(card.id).front();
  EXPECT_EQ(told.event, "goal_card.followed_sheet");
  EXPECT_EQ(told.note, year.title);
  EXPECT_EQ(look(card.id).version, card.version) << "nobody's planning is refused because a number was entered elsewhere";
  set(year.id, {actual(2, 3, 99)});
  EXPECT_EQ(actual_of(card), number("40")) << "another row";
  set(year.id, {actual(1, 3, {})});
  EXPECT_EQ(actual_of(card), std::nullopt) << "nothing entered is no actual, not 0";
}

TEST_P(Following, a_goal_follows_an_import_and_what_is_taken_back) {
  auto const year = sheet(by_person(revenue));
  auto const card = committed(li, chen, quarter({following_row(year.id, 1)}));
  set(year.id, {actual(1, 3, 40)});
  import(year.id, "25");
  EXPECT_EQ(actual_of(card), number("65"));
  take_back(year.id);
  EXPECT_EQ(actual_of(card), number("40"));
}

TEST_P(Following, a_goal_counts_what_lies_within_its_period) {
  auto const year = sheet(by_person(revenue));
  NewCardForm month = quarter({following_row(year.id, 1)}), whole_year = quarter({following_row(year.id, 1)});
  month.period = CardPeriod::month;
  whole_year.period = CardPeriod::year;
  auto const of_month = committed(li, chen, month), of_quarter = committed(li, chen, quarter({following_row(year.id, 1)})),
             of_year = committed(li, chen, whole_year);
  set(year.id, {actual(1, 1, 100), actual(1, 2, 50), actual(1, 3, 10), actual(1, 4, 7)});
  EXPECT_EQ(actual_of(of_month), number("7"));
  EXPECT_EQ(actual_of(of_quarter), number("17"));
  EXPECT_EQ(actual_of(of_year), number("167"));
}

TEST_P(Following, the_measure_says_what_several_periods_come_to) {
  auto const by_users = sheet(by_person(users)), by_faults = sheet(by_person(faults));
  auto const card = committed(li, chen, quarter({following_row(by_users.id, 1, "50"), following_row(by_faults.id, 1, "50")}));
  set(by_users.id, {actual(1, 3, 900), actual(1, 4, 880)});
  EXPECT_EQ(actual_of(card, 0), number("880")) << "the last one";
  set(by_faults.id, {actual(1, 1, 99), actual(1, 3, 4), actual(1, 4, 7)});
  EXPECT_EQ(actual_of(card, 1), number("5.5")) << "the average, of this quarter only";
}

TEST_P(Following, a_sheet_without_periods_counts_by_its_own) {
  auto const october = sheet({.preset = TargetPreset::free,
                              .year = 2026,
                              .period = "10",
                              .department_id = works,
                              .measure_ids = {revenue},
                              .employee_ids = {li.employee},
                              .product_ids = {product("BB", "宽带"), product("PH", "电话")},
                              .row_axes = {TargetAxis::owner},
                              .column_axes = {TargetAxis::product}});
  auto const card = committed(li, chen, quarter({following_row(october.id, 1)}));
  set(october.id, {actual(1, 1, 7), actual(1, 2, 8)});
  EXPECT_EQ(actual_of(card), number("15"));
}

TEST_P(Following, what_is_fed_from_below_goes_to_the_top) {
  auto const year = sheet(by_person(revenue));
  auto form = by_person(revenue);
  form.department_id = {};
  form.employee_id = li.employee;
  form.employee_ids = {li.employee};
  form.parent_id = year.id;
  form.parent_row = 1;
  auto const of_li = sheet(form);
  auto const top = committed(chen, boss, quarter({sum_of_those_below()}));
  auto goal = following_row(year.id, 1);
  goal.parent_item_id = top.items[0].id;
  auto const card = committed(li, chen, quarter({goal}));
  set(of_li.id, {actual(1, 4, 33)});
  EXPECT_EQ(actual_of(card), number("33"));
  EXPECT_EQ(actual_of(top), number("33"));
  EXPECT_EQ(history(top.id).front().event, "goal_card.rolled_up");
}

TEST_P(Following, what_was_reached_before_the_card_was_agreed_counts_at_once) {
  auto const year = sheet(by_person(revenue));
  set(year.id, {actual(1, 3, 12)});
  auto const top = committed(chen, boss, quarter({sum_of_those_below()}));
  auto goal = following_row(year.id, 1);
  goal.parent_item_id = top.items[0].id;
  auto const draft = make(li, quarter({goal}));
  EXPECT_EQ(draft.items[0].actual, std::nullopt) << "a draft has none";
  world().write_as(li, [&](Context& ctx) { return propose_card(ctx, draft.id, ""); });
  world().write_as(li, [&](Context& ctx) { return sign_card(ctx, draft.id); });
  EXPECT_EQ(world().write_as(chen, [&](Context& ctx) { return sign_card(ctx, draft.id); }).items[0].actual, number("12"));
  EXPECT_EQ(actual_of(top), number("12"));
}

TEST_P(Following, what_is_followed_is_not_said_by_hand_and_stays_once_evaluated) {
  auto const year = sheet(by_person(revenue));
  auto const card = committed(li, chen, quarter({following_row(year.id, 1)}));
  set(year.id, {plan(1, 3, 50), actual(1, 3, 60)});
  CheckInForm form{.actual = some("70"), .finding = "看起来不错"};
  EXPECT_EQ(refused(li, [&](Context& ctx) { return check_in(ctx, card.items[0].id, form); }), "actual: goal.actual_follows_sheet");
  form.actual.reset();
  EXPECT_EQ(checked(li, card.items[0].id, form).actual, number("60")) << "the check-in freezes what the row has reached";
  world().write_as(li, [&](Context& ctx) { return evaluate_oneself(ctx, card.id, {"做完了", {}}); });
  set(year.id, {actual(1, 3, 80)});
  EXPECT_EQ(actual_of(card), number("60"));
}

TEST_P(Following, finding_the_followers_walks_no_table) {
  auto const year = sheet(by_person(revenue));
  committed(li, chen, quarter({following_row(year.id, 1)}));
  world().write_as(boss, [&](Context& ctx) -> Result<void> {
    fixture::QueryPlans plans(ctx.db);
    ReadContext const watched{boss, ctx.now, plans, ctx.services};
    auto const row = targets::find(watched, year.id).value();
    EXPECT_FALSE(following::check_nobody_follows(watched, row, {}));
    EXPECT_EQ(plans.scans(), "");
    return {};
  });
}

/// Sheets above each other, edited, imported and taken back by chance: after each step every goal that follows equals a recount.
TEST_P(Following, every_following_goal_equals_a_recount_after_anything) {
  constexpr unsigned seed = 20261122;
  std::mt19937 random(seed);
  auto const any = [&](std::int64_t most) { return 1 + static_cast<std::int64_t>(random() % static_cast<unsigned long>(most)); };
  auto const year = sheet(by_person(revenue)), by_users = sheet(by_person(users));
  auto form = by_person(revenue);
  form.department_id = {};
  form.employee_id = wang.employee;
  form.employee_ids = {wang.employee};
  form.parent_id = year.id;
  form.parent_row = 2;
  auto const of_wang = sheet(form);
  auto const top = committed(chen, boss, quarter({sum_of_those_below()}));
  auto goal = [&](SheetId id, std::int64_t row) {
    auto one = following_row(id, row, "50");
    one.parent_item_id = top.items[0].id;
    return one;
  };
  auto const first = committed(li, chen, quarter({goal(year.id, 1), goal(by_users.id, 1)}));
  auto const second = committed(wang, chen, quarter({goal(year.id, 2), goal(of_wang.id, 1)}));

  auto const recount = [&](SheetId id, std::int64_t row, bool is_last) {
    std::optional<Decimal> sum;
    auto const seen = look_at(id);
    for (auto const& each : seen.rows[static_cast<std::size_t>(row - 1)].cells) {
      if (each.column < 3 || !each.actual) continue;
      sum = is_last ? *each.actual : sum.value_or(Decimal{}) + *each.actual;
    }
    return sum;
  };
  for (int step = 1; step <= 40; ++step) {
    SCOPED_TRACE("seed " + std::to_string(seed) + " step " + std::to_string(step));
    std::vector<TargetCellChange> changes;
    for (auto count = any(4); count > 0; --count) changes.push_back(actual(1, any(5), random() % 4 ? std::optional(any(500)) : std::optional<std::int64_t>{}));
    auto const id = std::array{year.id, by_users.id, of_wang.id}[random() % 3];
    switch (random() % 6) {
      case 0: import(year.id, std::to_string(any(90))); break;
      case 1:
        if (look_at(id).may_undo) (void)refused(boss, [&](Context& ctx) { return undo(ctx, id, show_sheet(ctx, id, {}).value().version); });
        break;
      default: set(id, changes);
    }
    auto const of_year = recount(year.id, 1, false), of_users = recount(by_users.id, 1, true), fed = recount(year.id, 2, false);
    ASSERT_EQ(actual_of(first, 0), of_year);
    ASSERT_EQ(actual_of(first, 1), of_users);
    ASSERT_EQ(actual_of(second, 0), fed);
    ASSERT_EQ(actual_of(second, 1), recount(of_wang.id, 1, false));
    std::optional<Decimal> sum;
    for (auto const& each : {of_year, fed, fed})
      if (each) sum = sum.value_or(Decimal{}) + *each;
    ASSERT_EQ(actual_of(top), sum) << "users are of another unit";
  }
}

}  // namespace
}  // namespace zx::goal
