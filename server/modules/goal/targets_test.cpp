#include "modules/goal/target_fixture.hpp"
#include "platform/testing/query_plans.hpp"

namespace zx::goal {
namespace {

struct Targets : TargetWorld {
  /// The company's year by department, 客户部's 300 a month and 1,200 in the second half; below it 客户部's sheet.
  struct Two {
    TargetSheetView above, below;
  };
  Two two_levels() {
    auto above = make(boss, {.preset = TargetPreset::month_by_manager,
                             .year = 2026,
                             .department_id = root(),
                             .measure_ids = {revenue},
                             .periods = {"01", "02", "03", "Q2", "07-12"},
                             .department_ids = {service, finance}});
    above = filled(boss, above, {{300, 300, 300, 900, 1200}, {10, 10, 10, 30, 60}});
    auto form = of_department();
    form.parent_id = above.id;
    form.parent_row = 1;
    return {above, make(boss, form)};
  }
  DepartmentId root() {
    return world().read_as(boss, [](ReadContext const& ctx) { return *org::find_employee(ctx, ctx.actor.employee); }).department_id.value_or(service);
  }
};
ON_EACH_ENGINE(Targets);

TEST_P(Targets, the_golden_sheet_adds_up) {
  auto form = of_department();
  form.employee_ids.push_back(zhao.employee);
  auto const sheet = filled(chen, make(chen, form), std::vector<std::vector<std::int64_t>>(3, {100, 100, 100, 100, 100, 100, 400}));
  EXPECT_EQ(sheet.rows.size(), 3u);
  for (auto const& row : sheet.rows) EXPECT_EQ(text(row.total->plan), "1000") << row.label;
  EXPECT_EQ(sheet.rows[0].label, "李明");
  EXPECT_EQ(sheet.columns[6].label, "07-12");
  auto const& totals = sheet.totals.at(0);
  EXPECT_EQ(this->totals(totals, TargetField::plan), "300 300 300 300 300 300 1200");
  EXPECT_EQ(cumulative(totals, TargetField::plan), "300 600 900 1200 1500 1800 3000");
  EXPECT_EQ(text(totals.whole.plan), "3000");
  EXPECT_EQ(wrong_sums(), 0);
}

TEST_P(Targets, a_sheet_is_made_as_its_preset_says) {
  auto const broadband = product("BB", "宽带"), phone = product("PH", "电话");
  auto b = make(
      chen,
      {.preset = TargetPreset::month_by_product, .year = 2026, .department_id = service, .measure_ids = {users, revenue}, .product_ids = {broadband, phone}});
  EXPECT_TRUE(b.periods_down);
  EXPECT_EQ(b.columns.size(), 12u);
  EXPECT_EQ(b.rows.size(), 4u);
  EXPECT_EQ(b.rows[1].label, "宽带 · 收入");
  auto c = make(chen, {.preset = TargetPreset::customer_by_product,
                       .year = 2026,
                       .employee_id = li.employee,
                       .measure_ids = {revenue},
                       .product_ids = {broadband, phone},
                       .customer_ids = {customer(li, "光华集团")}});
  EXPECT_EQ(c.columns.size(), 2u);
  EXPECT_EQ(c.rows[0].label, "光华集团");
  EXPECT_EQ(c.title, "2026年李明销售任务明细表");
}

TEST_P(Targets, a_sheet_that_makes_no_sense_is_refused_by_name) {
  auto const made = [&](auto change, Actor const& who) {
    auto form = of_department();
    change(form);
    return refused(who, [&](Context& ctx) { return make_sheet(ctx, form); });
  };
  EXPECT_EQ(made([](auto& form) { form.periods = {"01", "03-12"}; }, chen), "periods.1: target.periods_have_hole");
  EXPECT_EQ(made([](auto& form) { form.measure_ids = {}; }, chen), "measure_ids: field.required");
  EXPECT_EQ(made([](auto& form) { form.employee_ids = {}; }, chen), "employee_ids: field.required");
  EXPECT_EQ(made([&](auto& form) { form.employee_ids.push_back(li.employee); }, chen), "rows.2: target.row_twice");
  EXPECT_EQ(made([&](auto& form) { form.employee_id = li.employee; }, chen), "employee_id: target.one_owner");
  EXPECT_EQ(made([&](auto& form) { form.rows = {{.product_id = customer::ProductId::make()}}; }, chen), "rows.0: target.row_coordinates");
  EXPECT_EQ(made([&](auto& form) { form.preset = TargetPreset::month_plan; }, chen), "period: target.month_needed");
  EXPECT_EQ(made([](auto& form) { form.preset = TargetPreset::free, form.row_axes = {TargetAxis::period}, form.column_axes = {TargetAxis::product}; }, chen),
            "row_axes: target.axes_wrong");
  EXPECT_EQ(made([](auto&) {}, li), "target.plan_not_yours");
  EXPECT_EQ(made([&](auto& form) { form.department_id = finance; }, chen), "target.plan_not_yours");
}

TEST_P(Targets, the_gap_to_what_was_given_is_always_shown) {
  auto form = of_department();
  form.given = Decimal::of(2000);
  form.employee_ids.clear();
  form.rows = {{.employee_id = li.employee, .given = Decimal::of(1000)}, {.employee_id = wang.employee}};
  auto sheet = filled(chen, make(chen, form), {{100, 100}});
  EXPECT_EQ(text(sheet.rows[0].gap), "800");
  EXPECT_EQ(text(sheet.rows[1].gap), "-");
  EXPECT_EQ(gaps(sheet.totals[0]), "all: 2000-200=1800; ");
  set(chen, sheet.id, {plan(1, 7, 800), plan(2, 1, 1000)});
  sheet = look(sheet.id);
  EXPECT_EQ(text(sheet.rows[0].gap), "0");
  EXPECT_EQ(gaps(sheet.totals[0]), "all: 2000-2000=0; ");
}

TEST_P(Targets, parent_and_parts_show_the_same_gap) {
  auto const [above, below] = two_levels();
  filled(chen, below, {{100, 100, 100, 100, 100, 100, 400}, {100, 100, 100, 100, 100, 100, 400}});
  EXPECT_EQ(gaps(look(below.id).totals[0]), "1: 300-200=100; 2: 300-200=100; 3: 300-200=100; 4,5,6: 900-600=300; 7: 1200-800=400; all: 3000-2000=1000; ");
  auto const row = look(above.id).rows[0];
  EXPECT_EQ(text(row.cells[3].parts), "600");
  EXPECT_EQ(text(row.cells[4].parts), "800");
  ASSERT_EQ(row.children.size(), 1u);
  EXPECT_EQ(row.children[0].sheet_id, below.id);
}

TEST_P(Targets, a_row_says_what_its_parts_are_missing_by_what_the_measure_comes_to) {
  auto const [above, below] = two_levels();
  EXPECT_EQ(text(look(above.id).rows[0].parts_gap), "3000") << "taken apart, and nothing planned yet";
  EXPECT_EQ(text(look(above.id).rows[1].parts_gap), "-") << "nobody has taken it apart";
  filled(chen, below, {{100, 100, 100, 100, 100, 100, 400}, {100, 100, 100, 100, 100, 100, 400}});
  EXPECT_EQ(text(look(above.id).rows[0].parts_gap), "1000");
  set(chen, below.id, {plan(1, 7, 1900)});
  EXPECT_EQ(text(look(above.id).rows[0].parts_gap), "-500");
}

TEST_P(Targets, below_a_products_row_nothing_of_another_product_goes_up) {
  auto const broadband = product("BB", "宽带"), line = product("LN", "专线");
  auto const guanghua = customer(li, "光华集团");
  auto const by_product = make(boss, {.preset = TargetPreset::month_by_product,
                                      .year = 2026,
                                      .department_id = service,
                                      .measure_ids = {revenue},
                                      .periods = {"year"},
                                      .product_ids = {broadband, line}});
  NewTargetSheetForm by_customer{.preset = TargetPreset::customer_by_product,
                                 .year = 2026,
                                 .department_id = service,
                                 .measure_ids = {revenue},
                                 .product_ids = {broadband, line},
                                 .customer_ids = {guanghua},
                                 .parent_id = by_product.id,
                                 .parent_row = 1};
  auto const below = make(boss, by_customer);
  set(boss, below.id, {actual(1, 1, 30), actual(1, 2, 500)});
  EXPECT_EQ(cells(look(by_product.id).rows[0], TargetField::actual), "1:30");
  by_customer.product_ids = {line};
  EXPECT_EQ(refused(boss, [&](Context& ctx) { return make_sheet(ctx, by_customer); }), "target.not_part_of_parent");
  // By people in between: what is below them is still of the product at the top.
  auto form = of_department({"year"});
  form.parent_id = by_product.id;
  form.parent_row = 2;
  auto const by_people = make(boss, form);
  NewTargetSheetForm plan_of_li{.preset = TargetPreset::month_plan,
                                .year = 2026,
                                .period = "05",
                                .employee_id = li.employee,
                                .measure_ids = {revenue},
                                .product_ids = {broadband},
                                .customer_ids = {guanghua},
                                .parent_id = by_people.id,
                                .parent_row = 1};
  EXPECT_EQ(refused(boss, [&](Context& ctx) { return make_sheet(ctx, plan_of_li); }), "target.row_not_of_parent");
  EXPECT_EQ(refusal.arguments["row"], "光华集团 · 宽带");
  plan_of_li.product_ids = {line};
  auto const own = make(boss, plan_of_li);
  EXPECT_EQ(refused(boss,
                    [&](Context& ctx) {
                      return add_rows(ctx, own.id, own.version, {.rows = {{.product_id = broadband, .customer_id = guanghua, .measure_id = {}}}});
                    }),
            "target.row_not_of_parent");
  set(li, own.id, {actual(1, 1, 7)});
  EXPECT_EQ(cells(look(by_product.id).rows[1], TargetField::actual), "1:7");
  EXPECT_EQ(wrong_sums(), 0);
}

TEST_P(Targets, an_actual_goes_up_to_the_top_at_once) {
  auto const [above, below] = two_levels();
  auto own = make(boss, {.preset = TargetPreset::month_plan,
                         .year = 2026,
                         .period = "05",
                         .employee_id = li.employee,
                         .measure_ids = {revenue},
                         .product_ids = {product("BB", "宽带")},
                         .customer_ids = {customer(li, "光华集团"), customer(li, "东方酒店")},
                         .parent_id = below.id,
                         .parent_row = 1});
  set(li, own.id, {actual(1, 1, 30), actual(2, 1, 12)});
  EXPECT_EQ(cells(look(below.id).rows[0], TargetField::actual), "5:42");
  EXPECT_EQ(look(below.id).rows[0].cells[0].source, ActualSource::child);
  EXPECT_EQ(totals(look(above.id).totals[0], TargetField::actual), "- - - 42 -");
  set(li, own.id, {actual(1, 1, std::nullopt), actual(2, 1, std::nullopt)});
  EXPECT_EQ(totals(look(above.id).totals[0], TargetField::actual), "- - - - -");
  EXPECT_EQ(wrong_sums(), 0);
}

TEST_P(Targets, what_the_sheets_below_say_is_not_entered_by_hand) {
  auto const [above, below] = two_levels();
  EXPECT_EQ(refused_change(boss, above.id, {actual(1, 1, 5)}), "changes.0: target.fed_by_child");
  EXPECT_EQ(refusal.fields[0].arguments["cell"], "客户部 · 01");
  EXPECT_EQ(refused_change(boss, above.id, {actual(2, 1, 5)}), "");
  auto form = of_department();
  form.employee_ids = {sun.employee};
  form.department_id = finance;
  form.parent_id = above.id;
  form.parent_row = 2;
  EXPECT_EQ(refused(boss, [&](Context& ctx) { return make_sheet(ctx, form); }), "target.parent_has_actuals");
}

TEST_P(Targets, a_part_lies_within_one_period_of_its_parent) {
  auto const above = two_levels().above;
  auto form = of_department({"01-02", "03-12"});
  form.parent_id = above.id;
  form.parent_row = 1;
  EXPECT_EQ(refused(boss, [&](Context& ctx) { return make_sheet(ctx, form); }), "target.periods_do_not_fit");
  form = of_department();
  form.parent_id = above.id;
  form.parent_row = 1;
  form.measure_ids = {users};
  EXPECT_EQ(refused(boss, [&](Context& ctx) { return make_sheet(ctx, form); }), "target.not_part_of_parent");
  form.parent_row = 9;
  EXPECT_EQ(refused(boss, [&](Context& ctx) { return make_sheet(ctx, form); }), "parent_id: target.parent_unknown");
}

TEST_P(Targets, a_locked_cell_keeps_its_plan_and_takes_actuals) {
  auto const sheet = filled(chen, make(chen, of_department()), {{100, 100}});
  auto const locked = world().write_as(chen, [&](Context& ctx) {
    return set_locks(ctx, sheet.id, sheet.version, {.locked = true, .rows = {2}, .columns = {3}, .cells = {{1, 1}}});
  });
  EXPECT_EQ(locked.rows.size(), 2u);
  EXPECT_EQ(refused_change(chen, sheet.id, {plan(1, 2, 1), plan(1, 1, 101)}), "changes.1: target.locked");
  EXPECT_EQ(refusal.fields[0].arguments["cell"], "李明 · 01");
  EXPECT_EQ(refused_change(chen, sheet.id, {plan(2, 2, 1)}), "changes.0: target.locked");
  EXPECT_EQ(refused_change(chen, sheet.id, {plan(1, 3, 1)}), "changes.0: target.locked");
  EXPECT_EQ(text(look(sheet.id).rows[0].cells[1].plan), "100");  // nothing of a refused batch
  EXPECT_EQ(refused_change(chen, sheet.id, {plan(1, 1, 100), plan(1, 2, 7), actual(1, 1, 5)}), "");
  world().write_as(chen, [&](Context& ctx) { return set_locks(ctx, sheet.id, look_version(ctx, sheet.id), {.locked = false, .cells = {{1, 1}}}); });
  EXPECT_EQ(refused_change(chen, sheet.id, {plan(1, 1, 101)}), "");
}

TEST_P(Targets, numbers_fit_their_measure) {
  auto const sheet = make(chen, of_department());
  auto half = plan(1, 1, 1);
  half.value = Decimal::parse("1.5");
  EXPECT_EQ(refused_change(chen, sheet.id, {half}), "changes.0: target.too_precise");
  EXPECT_EQ(refused_change(chen, sheet.id, {plan(3, 1, 1)}), "changes.0: target.cell_unknown");
  EXPECT_EQ(refused_change(chen, sheet.id, {plan(1, 8, 1)}), "changes.0: target.cell_unknown");
  EXPECT_EQ(refused_change(chen, sheet.id, {plan(1, 1, 9'000'000'000'000), plan(2, 1, 9'000'000'000'000)}), "target.too_large");
  EXPECT_EQ(refused_change(chen, sheet.id, {plan(1, 1, 0)}), "");
}

TEST_P(Targets, a_change_names_the_version_it_is_based_on) {
  auto const sheet = make(chen, of_department());
  set(chen, sheet.id, {plan(1, 1, 1)});
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return change_cells(ctx, sheet.id, sheet.version, {{plan(1, 1, 2)}}); }), "request.stale");
}

TEST_P(Targets, undo_takes_back_batch_by_batch) {
  auto const sheet = make(chen, of_department());
  set(chen, sheet.id, {plan(1, 1, 10), plan(2, 1, 20)});
  set(chen, sheet.id, {plan(1, 1, 11), plan(1, 2, 5)});
  auto const take_back = [&] { return world().write_as(chen, [&](Context& ctx) { return undo(ctx, sheet.id, look_version(ctx, sheet.id)); }); };
  EXPECT_EQ(totals(take_back().totals[0], TargetField::plan).substr(0, 4), "30 -");
  EXPECT_EQ(totals(take_back().totals[0], TargetField::plan).substr(0, 3), "- -");
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return undo(ctx, sheet.id, look_version(ctx, sheet.id)); }), "target.nothing_to_undo");
  EXPECT_EQ(wrong_sums(), 0);
}

TEST_P(Targets, undo_is_refused_when_somebody_else_changed_it_since) {
  auto const sheet = make(chen, of_department());
  set(chen, sheet.id, {plan(1, 1, 10)});
  set(li, sheet.id, {actual(1, 1, 3)});
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return undo(ctx, sheet.id, look_version(ctx, sheet.id)); }), "target.changed_since");
  EXPECT_EQ(refusal.arguments["who"], "李明");
  EXPECT_TRUE(look(li, sheet.id).may_undo);
  EXPECT_FALSE(look(chen, sheet.id).may_undo);
}

TEST_P(Targets, no_query_walks_a_table) {
  auto const [above, below] = two_levels();
  for (auto const& who : {boss, chen, li}) {
    world().read_as(who, [&](ReadContext const& ctx) {
      fixture::QueryPlans plans(ctx.db);
      ReadContext const watched{who, ctx.now, plans, ctx.services};
      (void)list_sheets(watched, {});
      (void)show_sheet(watched, below.id, {});
      (void)list_batches(watched, below.id, {});
      EXPECT_EQ(plans.scans(), "") << who.name;
    });
  }
}

TEST_P(Targets, users_at_the_end_of_the_period_count_and_months_make_quarters) {
  auto const above = make(boss, {.preset = TargetPreset::month_by_manager,
                                 .year = 2026,
                                 .department_id = service,
                                 .measure_ids = {users},
                                 .periods = {"Q1", "04-12"},
                                 .department_ids = {service}});
  auto form = of_department({});
  form.measure_ids = {users};
  form.parent_id = above.id;
  form.parent_row = 1;
  auto const below = make(boss, form);
  set(boss, below.id, {actual(1, 1, 10), actual(1, 2, 12), actual(1, 3, 15), actual(2, 2, 100)});
  EXPECT_EQ(text(look(below.id).rows[0].total->actual), "15");
  EXPECT_EQ(totals(look(above.id).totals[0], TargetField::actual), "15 -");
  set(boss, below.id, {actual(2, 3, 101)});
  EXPECT_EQ(totals(look(above.id).totals[0], TargetField::actual), "116 -");
}

TEST_P(Targets, a_month_plan_shows_last_month_the_year_so_far_and_the_year) {
  auto const [above, below] = two_levels();
  filled(chen, below, {{100, 100, 100, 100, 100, 100, 400}});
  auto const broadband = product("BB", "宽带");
  auto const guanghua = customer(li, "光华集团");
  auto const month = [&](std::string period) {
    return make(chen, {.preset = TargetPreset::month_plan,
                       .year = 2026,
                       .period = period,
                       .employee_id = li.employee,
                       .measure_ids = {revenue, cancelled},
                       .product_ids = {broadband},
                       .customer_ids = {guanghua},
                       .parent_id = below.id,
                       .parent_row = 1});
  };
  auto const january = month("01"), february = month("02");
  set(chen, january.id, {plan(1, 1, 100), actual(1, 1, 80)});
  set(chen, february.id, {plan(1, 1, 100), actual(1, 1, 120), plan(1, 2, 10), actual(1, 2, 8)});
  auto const view = look(february.id);
  ASSERT_EQ(view.figures.size(), 2u);
  auto const& churn = view.figures[0];
  EXPECT_EQ(churn.measure_id, cancelled);
  EXPECT_EQ(text(churn.accumulated_attainment), "120");  // lower is better
  auto const& sales = view.figures[1];
  EXPECT_EQ(text(sales.last_month->actual), "80");
  EXPECT_EQ(text(sales.accumulated.actual), "200");
  EXPECT_EQ(text(sales.accumulated_attainment), "100");
  EXPECT_EQ(text(sales.year_plan), "1000");
  EXPECT_EQ(text(sales.year_attainment), "20");
  EXPECT_FALSE(view.rows[0].total);
}

}  // namespace
}  // namespace zx::goal
