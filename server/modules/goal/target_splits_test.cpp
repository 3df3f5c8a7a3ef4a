#include "modules/goal/target_fixture.hpp"

namespace zx::goal {
namespace {

struct TargetSplits : TargetWorld {
  std::string split(SheetId id, TargetSplitForm const& form) {
    return refused(chen, [&](Context& ctx) { return split_cells(ctx, id, look_version(ctx, id), form); });
  }
  std::string row(SheetId id, std::size_t number) { return cells(look(id).rows.at(number - 1), TargetField::plan); }
};
ON_EACH_ENGINE(TargetSplits);

TEST_P(TargetSplits, an_even_split_gives_every_month_the_same) {
  auto const sheet = make(chen, of_department());
  EXPECT_EQ(split(sheet.id, {.scope = SplitScope::row, .row = 1, .total = Decimal::of(1200)}), "");
  EXPECT_EQ(row(sheet.id, 1), "1:100 2:100 3:100 4:100 5:100 6:100 7:600");
  EXPECT_EQ(split(sheet.id, {.scope = SplitScope::column, .column = 1, .total = Decimal::of(101)}), "");
  EXPECT_EQ(totals(look(sheet.id).totals[0], TargetField::plan).substr(0, 3), "101");
  EXPECT_EQ(text(look(sheet.id).rows[0].cells[0].plan), "51");
}

TEST_P(TargetSplits, the_whole_is_shared_by_weights_of_the_rows) {
  auto const sheet = make(chen, of_department({"H1", "H2"}));
  EXPECT_EQ(split(sheet.id, {.total = Decimal::of(1001), .method = SplitMethod::weights, .weights = {3, 1}}), "");
  EXPECT_EQ(row(sheet.id, 1) + " | " + row(sheet.id, 2), "1:376 2:375 | 1:125 2:125");
  EXPECT_EQ(text(look(sheet.id).totals[0].whole.plan), "1001");
  EXPECT_EQ(split(sheet.id, {.total = Decimal::of(1), .method = SplitMethod::weights, .weights = {3}}), "weights: target.weights_count");
  EXPECT_EQ(split(sheet.id, {}), "total: field.required");
  EXPECT_EQ(split(sheet.id, {.scope = SplitScope::row, .row = 5, .total = Decimal::of(1)}), "row: target.cell_unknown");
}

TEST_P(TargetSplits, locked_cells_stay_and_count) {
  auto const sheet = make(chen, of_department({"H1", "H2"}));
  set(chen, sheet.id, {plan(1, 1, 400)});
  world().write_as(chen, [&](Context& ctx) { return set_locks(ctx, sheet.id, look_version(ctx, sheet.id), {.locked = true, .cells = {{1, 1}}}); });
  EXPECT_EQ(split(sheet.id, {.total = Decimal::of(1000)}), "");
  EXPECT_EQ(row(sheet.id, 1) + " | " + row(sheet.id, 2), "1:400 2:200 | 1:200 2:200");
  EXPECT_EQ(split(sheet.id, {.total = Decimal::of(300)}), "target.locked_exceed_total");
}

TEST_P(TargetSplits, last_year_gives_the_shape_and_growth_the_total) {
  auto last = of_department({"H1", "H2"});
  last.year = 2025;
  auto const before = make(chen, last);
  auto const sheet = make(chen, of_department({"H1", "H2"}));
  EXPECT_EQ(sheet.previous_id, before.id);
  EXPECT_EQ(split(sheet.id, {.total = Decimal::of(1000), .method = SplitMethod::last_year}), "target.no_last_year");
  set(chen, before.id, {actual(1, 1, 100), actual(1, 2, 300), actual(2, 1, 500), actual(2, 2, 100)});
  EXPECT_EQ(split(sheet.id, {.total = Decimal::of(500), .method = SplitMethod::last_year}), "");
  EXPECT_EQ(row(sheet.id, 1) + " | " + row(sheet.id, 2), "1:50 2:150 | 1:250 2:50");
  EXPECT_EQ(split(sheet.id, {.method = SplitMethod::growth, .growth = Decimal::of(10)}), "");
  EXPECT_EQ(row(sheet.id, 1) + " | " + row(sheet.id, 2), "1:110 2:330 | 1:550 2:110");
  EXPECT_EQ(split(sheet.id, {.method = SplitMethod::growth}), "growth: field.required");
}

TEST_P(TargetSplits, last_years_months_give_the_shape_of_this_years_half) {
  auto last = of_department({});
  last.year = 2025;
  auto const before = make(chen, last);
  auto const sheet = make(chen, of_department({"01", "02", "03", "04", "05", "06", "07-12"}));
  std::vector<TargetCellChange> reached;
  for (std::int64_t month = 1; month <= 12; ++month) reached.push_back(actual(1, month, month <= 6 ? 10 : 20));
  set(chen, before.id, reached);
  EXPECT_EQ(split(sheet.id, {.scope = SplitScope::row, .row = 1, .total = Decimal::of(360), .method = SplitMethod::last_year}), "");
  EXPECT_EQ(row(sheet.id, 1), "1:20 2:20 3:20 4:20 5:20 6:20 7:240");
  EXPECT_EQ(split(sheet.id, {.scope = SplitScope::row, .row = 1, .method = SplitMethod::growth, .growth = Decimal::of(100)}), "");
  EXPECT_EQ(row(sheet.id, 1), "1:20 2:20 3:20 4:20 5:20 6:20 7:240") << "twice the whole year, not twice its first half";
}

TEST_P(TargetSplits, a_period_of_last_year_that_lies_across_this_years_is_refused_by_name) {
  auto last = of_department({"01-04", "05-12"});
  last.year = 2025;
  auto const before = make(chen, last);
  auto const sheet = make(chen, of_department({"H1", "H2"}));
  set(chen, before.id, {actual(1, 1, 100), actual(1, 2, 300)});
  EXPECT_EQ(split(sheet.id, {.scope = SplitScope::row, .row = 1, .total = Decimal::of(500), .method = SplitMethod::last_year}),
            "target.last_year_does_not_fit");
  EXPECT_EQ(refusal.arguments["last_year"] + " " + refusal.arguments["period"], "05-12 01-06");
  EXPECT_EQ(row(sheet.id, 1), "");
}

TEST_P(TargetSplits, what_does_not_add_up_over_time_is_split_within_one_period) {
  auto form = of_department({"H1", "H2"});
  form.measure_ids = {users};
  auto const sheet = make(chen, form);
  EXPECT_EQ(split(sheet.id, {.total = Decimal::of(100)}), "target.not_additive_over_time");
  EXPECT_EQ(split(sheet.id, {.scope = SplitScope::column, .column = 2, .total = Decimal::of(101)}), "");
  EXPECT_EQ(text(look(sheet.id).totals[0].whole.plan), "101");
}

TEST_P(TargetSplits, where_there_are_several_measures_one_is_named) {
  auto form = of_department({"H1", "H2"});
  form.measure_ids = {revenue, users};
  auto const sheet = make(chen, form);
  EXPECT_EQ(split(sheet.id, {.scope = SplitScope::column, .column = 1, .total = Decimal::of(10)}), "measure_id: target.measure_needed");
  EXPECT_EQ(split(sheet.id, {.scope = SplitScope::column, .column = 1, .measure_id = revenue, .total = Decimal::of(10)}), "");
  EXPECT_EQ(row(sheet.id, 1) + " | " + row(sheet.id, 3), "1:5 | 1:5");
}

}  // namespace
}  // namespace zx::goal
