// Sheet D: what stands below a month plan.

#include "modules/goal/target_fixture.hpp"

namespace zx::goal {
namespace {

struct MonthPlans : TargetWorld {
  void SetUp() override {
    TargetWorld::SetUp();
    if (IsSkipped()) return;
    broadband = product("BB", "宽带");
    guanghua = customer(li, "光华集团");
  }
  TargetSheetView month(std::string period, std::optional<SheetId> parent = {}) {
    NewTargetSheetForm form{.preset = TargetPreset::month_plan,
                            .year = 2026,
                            .period = std::move(period),
                            .employee_id = li.employee,
                            .measure_ids = {revenue, cancelled},
                            .product_ids = {broadband},
                            .customer_ids = {guanghua}};
    form.parent_id = parent;
    if (parent) form.parent_row = 1;
    return make(chen, form);
  }
  /// 李明's year: 100 a month, 400 for the second half; January to April reached by hand.
  TargetSheetView year() {
    auto const sheet = filled(chen, make(chen, of_department()), {{100, 100, 100, 100, 100, 100, 400}});
    return filled(chen, sheet, {{90, 110, 95, 85}}, TargetField::actual);
  }
  TargetMonthFigures figures(SheetId id, MeasureId measure) {
    auto const sheet = look(id);
    for (auto const& each : sheet.figures)
      if (each.measure_id == measure) return each;
    throw std::logic_error("no figures");
  }

  customer::ProductId broadband;
  customer::CustomerId guanghua;
};
ON_EACH_ENGINE(MonthPlans);

TEST_P(MonthPlans, below_a_row_the_year_so_far_is_that_rows) {
  auto const may = month("05", year().id);
  set(chen, may.id, {plan(1, 1, 120), actual(1, 1, 20)});
  auto const sales = figures(may.id, revenue);
  EXPECT_EQ(text(sales.last_month->plan), "100");
  EXPECT_EQ(text(sales.last_month->actual), "85");
  EXPECT_EQ(text(sales.accumulated.plan), "500");
  EXPECT_EQ(text(sales.accumulated.actual), "400");
  EXPECT_EQ(text(sales.accumulated_attainment), "80");
  EXPECT_EQ(text(sales.year_plan), "1000");
  EXPECT_EQ(text(sales.year_attainment), "40");
}

TEST_P(MonthPlans, within_a_longer_period_of_the_row_its_month_plans_count) {
  auto const above = year();
  set(chen, above.id, {actual(1, 5, 100), actual(1, 6, 100)});
  auto const july = month("07", above.id), august = month("08", above.id);
  set(chen, july.id, {plan(1, 1, 60), actual(1, 1, 50)});
  set(chen, august.id, {plan(1, 1, 70), actual(1, 1, 20)});
  auto const sales = figures(august.id, revenue);
  EXPECT_EQ(text(sales.last_month->actual), "50");
  EXPECT_EQ(text(sales.accumulated.plan), "730");
  EXPECT_EQ(text(sales.accumulated.actual), "650");
  EXPECT_EQ(text(sales.year_plan), "1000");
  EXPECT_EQ(text(sales.year_attainment), "65");
}

TEST_P(MonthPlans, what_the_row_does_not_count_comes_from_the_month_plans) {
  auto const above = year();
  set(chen, month("05", above.id).id, {plan(1, 2, 10), actual(1, 2, 6)});
  auto const june = month("06", above.id);
  set(chen, june.id, {plan(1, 2, 10), actual(1, 2, 8)});
  auto const churn = figures(june.id, cancelled);
  EXPECT_EQ(text(churn.accumulated.plan), "20");
  EXPECT_EQ(text(churn.accumulated.actual), "14");
  EXPECT_EQ(text(churn.accumulated_attainment), "130");  // lower is better
}

TEST_P(MonthPlans, below_a_departments_row_a_persons_figures_stay_the_persons) {
  auto form = of_department({});
  form.employee_ids.clear();
  form.department_ids = {service};
  auto const above = make(boss, form);
  set(boss, above.id, {plan(1, 1, 5000), actual(1, 1, 4000)});
  auto const february = month("02", above.id);
  set(chen, february.id, {plan(1, 1, 100), actual(1, 1, 60)});
  EXPECT_EQ(text(figures(february.id, revenue).accumulated.plan), "100");
  EXPECT_EQ(text(figures(february.id, revenue).accumulated.actual), "60");
  EXPECT_EQ(text(figures(february.id, revenue).year_plan), "100");
}

}  // namespace
}  // namespace zx::goal
