// Who sees and changes what, and what is kept of it.

#include "modules/goal/target_fixture.hpp"

namespace zx::goal {
namespace {

struct TargetRights : TargetWorld {};
ON_EACH_ENGINE(TargetRights);

TEST_P(TargetRights, a_person_sees_and_fills_only_their_own_row) {
  auto const sheet = filled(chen, make(chen, of_department()), {{100, 100}, {700, 700}});
  auto const own = look(li, sheet.id);
  EXPECT_FALSE(own.whole);
  ASSERT_EQ(own.rows.size(), 1u);
  EXPECT_EQ(own.rows[0].label, "李明");
  EXPECT_EQ(text(own.totals[0].whole.plan), "200");  // nothing of 王芳's shows in the totals
  EXPECT_EQ(own.row_count, 1);
  EXPECT_FALSE(own.may_plan);
  EXPECT_EQ(refused_change(li, sheet.id, {actual(1, 1, 90)}), "");
  EXPECT_EQ(refused_change(li, sheet.id, {plan(1, 1, 90)}), "target.plan_not_yours");
  EXPECT_EQ(refused_change(li, sheet.id, {actual(2, 1, 90)}), "changes.0: target.cell_unknown");
  auto const told = world().read_as(li, [&](ReadContext const& ctx) { return sheet_timeline(ctx, sheet.id, {}); });
  EXPECT_FALSE(told);
  EXPECT_EQ(refused(sun, [&](Context& ctx) { return show_sheet(ctx, sheet.id, {}); }), "target.not_found");
}

TEST_P(TargetRights, the_list_has_what_one_may_see) {
  auto const sheet = make(chen, of_department());
  make(boss, {.preset = TargetPreset::month_by_manager, .year = 2027, .department_id = finance, .measure_ids = {revenue}, .employee_ids = {sun.employee}});
  auto const titles = [&](Actor const& who, TargetListQuery const& query = {}) {
    return world().read_as(who, [&](ReadContext const& ctx) {
      std::string all;
      auto const page = list_sheets(ctx, query).value();
      for (auto const& line : page.items) all += line.title + " ";
      return all;
    });
  };
  EXPECT_EQ(titles(boss), "2027年财务部销售任务一览表 2026年客户部销售任务一览表 ");
  EXPECT_EQ(titles(boss, {.year = 2026}), "2026年客户部销售任务一览表 ");
  EXPECT_EQ(titles(chen), "2026年客户部销售任务一览表 ");
  EXPECT_EQ(titles(li), "2026年客户部销售任务一览表 ");
  EXPECT_EQ(titles(sun), "2027年财务部销售任务一览表 ");
  EXPECT_EQ(titles(zhao), "");
}

TEST_P(TargetRights, a_measure_keeps_its_meaning) {
  EXPECT_EQ(refused(boss, [&](Context& ctx) { return add_measure(ctx, {.code = "REV", .name = "收入二"}); }), "target.measure_code_taken");
  auto const closed = world().write_as(boss, [&](Context& ctx) { return change_measure(ctx, users, 1, {.name = "在网用户", .closed = true}); });
  EXPECT_EQ(closed.name, "在网用户");
  EXPECT_TRUE(closed.closed_at);
  auto form = of_department();
  form.measure_ids = {users};
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return make_sheet(ctx, form); }), "measure_ids.0: target.measure_unknown");
  EXPECT_EQ(refused(boss, [&](Context& ctx) { return change_measure(ctx, users, 1, {.name = "x"}); }), "request.stale");
}

TEST_P(TargetRights, a_batch_is_one_entry_of_the_history) {
  auto const sheet = make(chen, of_department());
  set(chen, sheet.id, {plan(1, 1, 10), plan(2, 1, 20)});
  auto const entries = world().read_as(chen, [&](ReadContext const& ctx) { return sheet_timeline(ctx, sheet.id, {}).value().items; });
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].event, "target_sheet.edited");
  EXPECT_EQ(entries[0].changes[0].field + " " + entries[0].changes[0].to, "cells 2");
  EXPECT_EQ(entries[0].changes[1].field + " " + entries[0].changes[1].to, "plan 30");
  auto const batches = world().read_as(chen, [&](ReadContext const& ctx) { return list_batches(ctx, sheet.id, {}).value().items; });
  ASSERT_EQ(batches.size(), 1u);
  EXPECT_EQ(batches[0].cells, 2);
  EXPECT_EQ(batches[0].by_name, "陈主管");
}

TEST_P(TargetRights, rows_are_added_later) {
  auto const sheet = filled(chen, make(chen, of_department()), {{100}});
  auto const add = [&](TargetRowForm row) {
    return [this, row, &sheet](Context& ctx) { return add_rows(ctx, sheet.id, look_version(ctx, sheet.id), {{row}}); };
  };
  EXPECT_EQ(refused(chen, add({.employee_id = zhao.employee})), "");
  EXPECT_EQ(refused(chen, add({.employee_id = zhao.employee})), "rows.0: target.row_twice");
  EXPECT_EQ(refused(li, add({.employee_id = sun.employee})), "target.plan_not_yours");
  set(chen, sheet.id, {plan(3, 1, 50)});
  EXPECT_EQ(totals(look(sheet.id).totals[0], TargetField::plan).substr(0, 5), "150 -");
}

}  // namespace
}  // namespace zx::goal
