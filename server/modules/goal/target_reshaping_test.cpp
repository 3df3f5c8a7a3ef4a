#include "modules/goal/target_reshaping.hpp"

#include "modules/goal/target_fixture.hpp"
#include "platform/testing/query_plans.hpp"

namespace zx::goal {
namespace {

struct TargetReshaping : TargetWorld {
  std::string refused_patch(Actor const& who, SheetId id, TargetSheetPatch const& patch) {
    auto const version = look(id).version;
    return refused(who, [&](Context& ctx) { return change_sheet(ctx, id, version, patch); });
  }
  std::string refused_removal(Actor const& who, SheetId id, std::int64_t row) {
    auto const version = look(id).version;
    return refused(who, [&](Context& ctx) { return remove_row(ctx, id, version, row); });
  }
  std::string refused_deletion(Actor const& who, SheetId id) {
    auto const version = look(id).version;
    return refused(who, [&](Context& ctx) { return delete_sheet(ctx, id, version); });
  }
  TargetSheetView below(TargetSheetView const& above, std::int64_t row, Actor const& owner) {
    auto form = of_department();
    form.department_id = {};
    form.employee_id = owner.employee;
    form.employee_ids = {owner.employee};
    form.parent_id = above.id;
    form.parent_row = row;
    return make(chen, form);
  }
  std::string titles(TargetListQuery const& query) {
    return world().read_as(boss, [&](ReadContext const& ctx) {
      std::string all;
      auto const page = list_sheets(ctx, query).value();
      for (auto const& line : page.items) all += (all.empty() ? "" : ", ") + line.title;
      return all;
    });
  }
};
ON_EACH_ENGINE(TargetReshaping);

TEST_P(TargetReshaping, a_closed_sheet_takes_no_change_until_it_is_opened_again) {
  auto const sheet = make(chen, of_department());
  EXPECT_EQ(refused_patch(li, sheet.id, {.title = {}, .closed = true}), "target.plan_not_yours");
  EXPECT_EQ(refused_patch(chen, sheet.id, {.title = {}, .closed = true}), "");
  EXPECT_TRUE(look(sheet.id).closed_at);
  EXPECT_EQ(refused_change(chen, sheet.id, {plan(1, 1, 1)}), "target.closed");
  EXPECT_EQ(refused_change(li, sheet.id, {actual(1, 1, 1)}), "target.closed");
  EXPECT_EQ(refused_patch(chen, sheet.id, {.title = "另一个名字", .closed = {}}), "target.closed");
  EXPECT_EQ(refused_removal(chen, sheet.id, 1), "target.closed");
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return split_cells(ctx, sheet.id, look_version(ctx, sheet.id), {.total = Decimal::of(12)}); }), "target.closed");
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return set_locks(ctx, sheet.id, look_version(ctx, sheet.id), {.rows = {1}}); }), "target.closed");
  auto form = of_department();
  form.parent_id = sheet.id;
  form.parent_row = 1;
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return make_sheet(ctx, form); }), "target.closed");
  EXPECT_EQ(refused_patch(chen, sheet.id, {.title = "另一个名字", .closed = false}), "");
  EXPECT_EQ(look(sheet.id).title, "另一个名字");
  EXPECT_EQ(refused_change(chen, sheet.id, {plan(1, 1, 1)}), "");
}

TEST_P(TargetReshaping, what_comes_from_below_still_goes_up_into_a_closed_sheet) {
  auto const above = make(chen, of_department());
  auto const own = below(above, 1, li);
  EXPECT_EQ(refused_patch(chen, above.id, {.title = {}, .closed = true}), "");
  set(li, own.id, {actual(1, 2, 42)});
  EXPECT_EQ(cells(look(above.id).rows[0], TargetField::actual).substr(0, 8), "1:- 2:42");
  EXPECT_EQ(wrong_sums(), 0);
}

TEST_P(TargetReshaping, a_name_is_one_people_can_read) {
  auto const sheet = make(chen, of_department());
  EXPECT_EQ(refused_patch(chen, sheet.id, {.title = "  ", .closed = {}}), "title: field.required");
  EXPECT_EQ(refused_patch(chen, sheet.id, {.title = std::string(201, 'x'), .closed = {}}), "title: field.too_long");
  EXPECT_EQ(refused_patch(chen, sheet.id, {.title = " 二〇二六 ", .closed = {}}), "");
  EXPECT_EQ(look(sheet.id).title, "二〇二六");
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return change_sheet(ctx, sheet.id, sheet.version, {.title = "旧的", .closed = {}}); }), "request.stale");
}

TEST_P(TargetReshaping, only_an_empty_row_is_removed_and_the_others_keep_their_numbers) {
  auto form = of_department();
  form.employee_ids.push_back(zhao.employee);
  auto const sheet = make(chen, form);
  set(chen, sheet.id, {plan(2, 1, 7), plan(3, 1, 5)});
  EXPECT_EQ(refused_removal(chen, sheet.id, 2), "target.row_not_empty");
  EXPECT_EQ(refusal.arguments["row"], "王芳");
  EXPECT_EQ(refused_removal(chen, sheet.id, 9), "target.row_not_found");
  set(chen, sheet.id, {plan(2, 1, {})});
  EXPECT_EQ(refused_removal(li, sheet.id, 2), "target.plan_not_yours");
  EXPECT_EQ(refused_removal(chen, sheet.id, 2), "");
  auto const view = look(sheet.id);
  ASSERT_EQ(view.rows.size(), 2u);
  EXPECT_EQ(view.row_count, 2);
  EXPECT_EQ(view.rows[1].row, 3);
  EXPECT_EQ(cells(view.rows[1], TargetField::plan), "1:5");
  EXPECT_EQ(refused_change(chen, sheet.id, {plan(2, 1, 7)}), "changes.0: target.cell_unknown");
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return set_locks(ctx, sheet.id, look_version(ctx, sheet.id), {.rows = {2}}); }), "rows: target.cell_unknown");
  EXPECT_EQ(refused(chen,
                    [&](Context& ctx) {
                      return set_locks(ctx, sheet.id, look_version(ctx, sheet.id), {.cells = {{2, 1}}});
                    }),
            "cells: target.cell_unknown");
  EXPECT_EQ(refused(chen,
                    [&](Context& ctx) {
                      return split_cells(ctx, sheet.id, look_version(ctx, sheet.id), {.scope = SplitScope::row, .row = 2, .total = Decimal::of(1)});
                    }),
            "row: target.cell_unknown");
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return undo(ctx, sheet.id, look_version(ctx, sheet.id)); }), "target.row_gone_since");
  auto const added =
      world().write_as(chen, [&](Context& ctx) { return add_rows(ctx, sheet.id, look_version(ctx, sheet.id), {{{.employee_id = wang.employee}}}); });
  ASSERT_EQ(added.rows.size(), 1u);
  EXPECT_EQ(added.rows[0].row, 4);
  world().write_as(chen, [&](Context& ctx) { return split_cells(ctx, sheet.id, look_version(ctx, sheet.id), {.total = Decimal::of(3600)}); });
  EXPECT_EQ(text(look(sheet.id).totals[0].whole.plan), "3600");
  EXPECT_EQ(wrong_sums(), 0);
}

TEST_P(TargetReshaping, a_row_that_was_broken_down_and_the_last_row_stay) {
  auto const above = make(chen, of_department());
  below(above, 1, li);
  EXPECT_EQ(refused_removal(chen, above.id, 1), "target.row_has_children");
  EXPECT_EQ(refused_removal(chen, above.id, 2), "");
  auto form = of_department();
  form.employee_ids = {wang.employee};
  EXPECT_EQ(refused_removal(chen, make(chen, form).id, 1), "target.last_row");
}

TEST_P(TargetReshaping, a_sheet_with_actuals_or_with_sheets_below_stays) {
  auto const above = make(chen, of_department());
  auto const own = below(above, 1, li);
  EXPECT_EQ(refused_deletion(chen, above.id), "target.sheet_has_children");
  set(li, own.id, {actual(1, 1, 3)});
  EXPECT_EQ(refused_deletion(chen, own.id), "target.sheet_has_actuals");
  set(li, own.id, {actual(1, 1, {})});
  EXPECT_EQ(refused_change(chen, above.id, {actual(1, 1, 5)}), "changes.0: target.fed_by_child");
  EXPECT_EQ(refused_deletion(li, own.id), "target.plan_not_yours");
  EXPECT_EQ(refused_deletion(chen, own.id), "");
  EXPECT_TRUE(look(above.id).rows[0].children.empty());
  EXPECT_EQ(refused_change(chen, above.id, {actual(1, 1, 5)}), "");  // a cell nobody feeds takes actuals by hand again
  set(chen, above.id, {actual(1, 1, {}), plan(1, 1, 9)});
  EXPECT_EQ(refused_deletion(chen, above.id), "");
  EXPECT_EQ(titles({}), "");
  EXPECT_EQ(wrong_sums(), 0);
}

TEST_P(TargetReshaping, of_two_sheets_below_a_row_the_one_that_stays_feeds_it_on) {
  auto const above = make(chen, of_department());
  auto const one = below(above, 1, li), other = below(above, 1, li);
  set(li, one.id, {actual(1, 1, 30)});
  EXPECT_EQ(refused_deletion(chen, other.id), "");
  EXPECT_EQ(refused_change(chen, above.id, {actual(1, 1, 5)}), "changes.0: target.fed_by_child");
  EXPECT_EQ(text(look(above.id).rows[0].cells[0].actual), "30");
  EXPECT_EQ(wrong_sums(), 0);
}

TEST_P(TargetReshaping, last_years_sheet_can_go_and_is_forgotten) {
  auto form = of_department();
  form.year = 2025;
  auto const before = make(chen, form);
  auto const now = make(chen, of_department());
  EXPECT_EQ(now.previous_id, before.id);
  EXPECT_EQ(refused_deletion(chen, before.id), "");
  EXPECT_FALSE(look(now.id).previous_id);
}

TEST_P(TargetReshaping, sheets_are_found_by_words_kind_and_whether_they_are_closed) {
  auto form = of_department();
  form.title = "销售 Plan 一览";
  auto const first = make(chen, form);
  form.title = "回款任务";
  form.year = 2019;
  make(chen, form);
  EXPECT_EQ(titles({.q = "plan"}), "销售 Plan 一览");
  EXPECT_EQ(titles({.q = "一览 销售"}), "销售 Plan 一览");
  EXPECT_EQ(titles({.q = "客户部 回款"}), "回款任务");
  EXPECT_EQ(titles({.q = "100%"}), "");
  EXPECT_EQ(titles({.year = 2019}), "回款任务");
  EXPECT_EQ(titles({.preset = TargetPreset::month_plan}), "");
  EXPECT_EQ(refused_patch(chen, first.id, {.title = {}, .closed = true}), "");
  EXPECT_EQ(titles({.closed = false}), "回款任务");
  EXPECT_EQ(titles({.closed = true}), "销售 Plan 一览");
}

TEST_P(TargetReshaping, a_batch_tells_its_numbers_to_those_who_see_them) {
  auto const sheet = make(chen, of_department());
  set(chen, sheet.id, {plan(1, 1, 10), plan(2, 1, 777), {.row = 1, .column = {}, .field = TargetField::plan, .value = Decimal::of(99)}});
  auto const told = [&](Actor const& who) {
    return world().read_as(who, [&](ReadContext const& ctx) {
      std::string all;
      auto const batch = show_batch(ctx, sheet.id, 1).value();
      for (auto const& each : batch.changes) all += each.row_label + "/" + each.column_label + " " + text(each.from) + ">" + text(each.to) + "; ";
      return all;
    });
  };
  EXPECT_EQ(told(chen), "李明/ ->99; 李明/01 ->10; 王芳/01 ->777; ");
  EXPECT_EQ(told(li), "李明/01 ->10; ");
  EXPECT_EQ(world().read_as(sun, [&](ReadContext const& ctx) { return show_batch(ctx, sheet.id, 1).refusal().code; }), "target.not_found");
}

TEST_P(TargetReshaping, finding_and_looking_back_walk_no_table) {
  auto const sheet = make(chen, of_department());
  auto const version = sheet.version;
  world().read_as(chen, [&](ReadContext const& ctx) {
    fixture::QueryPlans plans(ctx.db);
    ReadContext const watched{chen, ctx.now, plans, ctx.services};
    (void)list_sheets(watched, {.q = "客户部", .closed = false});
    (void)show_batch(watched, sheet.id, version);
    EXPECT_EQ(plans.scans(), "");
  });
}

}  // namespace
}  // namespace zx::goal
