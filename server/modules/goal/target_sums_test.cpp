// Whatever happens to sheets above and below each other: sums agree.

#include <algorithm>
#include <random>

#include "modules/goal/target_fixture.hpp"
#include "modules/goal/target_reshaping.hpp"

namespace zx::goal {
namespace {

struct TargetSums : TargetWorld {
  std::mt19937 random{20060512};
  std::int64_t upto(std::int64_t most) { return static_cast<std::int64_t>(random() % static_cast<unsigned long>(most + 1)); }

  TargetCellChange any_change(TargetSheetView const& sheet) {
    constexpr std::array fields{TargetField::plan, TargetField::actual, TargetField::actual, TargetField::stretch};
    auto const value = upto(4) == 0 ? std::optional<std::int64_t>{} : std::optional(upto(500));
    return cell(any_row(sheet).row, 1 + upto(static_cast<std::int64_t>(sheet.columns.size()) - 1), fields[static_cast<std::size_t>(upto(3))], value);
  }
  void edit(SheetId id) {
    auto const sheet = look(id);
    std::vector<TargetCellChange> changes;
    for (std::int64_t i = 0, count = 1 + upto(6); i < count; ++i) {
      auto change = any_change(sheet);
      bool fed = false;
      for (auto const& cell : std::ranges::find(sheet.rows, *change.row, &TargetRowView::row)->cells)
        fed |= cell.column == *change.column && cell.source == ActualSource::child;
      if (!fed || change.field != TargetField::actual) changes.push_back(change);
    }
    if (changes.empty()) return;
    auto const code = refused_change(boss, id, std::move(changes));
    EXPECT_TRUE(code.empty() || code.ends_with(": target.locked")) << code;
  }
  TargetRowView any_row(TargetSheetView const& sheet) { return sheet.rows[static_cast<std::size_t>(upto(static_cast<std::int64_t>(sheet.rows.size()) - 1))]; }
  std::int64_t any_column(TargetSheetView const& sheet) { return 1 + upto(static_cast<std::int64_t>(sheet.columns.size()) - 1); }
  std::vector<std::int64_t> weights(std::size_t count) {
    std::vector<std::int64_t> weights;
    for (std::size_t i = 0; i < count; ++i) weights.push_back(upto(9));
    return weights;
  }
  /// A row, a column or the whole, even or by weights. A share of which all cells are locked, or too little for what is locked,
  /// is refused: then nothing changes.
  void split(SheetId id) {
    auto const sheet = look(id);
    TargetSplitForm form{.scope = static_cast<SplitScope>(upto(2)), .total = Decimal::of(upto(100'000))};
    if (form.scope == SplitScope::row) form.row = any_row(sheet).row;
    if (form.scope == SplitScope::column) form.column = any_column(sheet);
    if (sheet.measures.size() > 1)
      form.measure_id = form.scope == SplitScope::column ? sheet.columns[static_cast<std::size_t>(*form.column - 1)].measure_id : revenue;
    if (upto(1) == 0) {
      form.method = SplitMethod::weights;
      form.weights = weights(form.scope != SplitScope::row ? sheet.rows.size() : sheet.measures.size() > 1 ? 1 : sheet.columns.size());
    }
    auto const before = totals(look(id).totals[0], TargetField::plan);
    auto const code = refused(boss, [&](Context& ctx) { return split_cells(ctx, id, sheet.version, form); });
    if (!code.empty()) EXPECT_EQ(totals(look(id).totals[0], TargetField::plan), before) << code;
    else if (form.scope == SplitScope::whole && sheet.measures.size() == 1) EXPECT_EQ(look(id).totals[0].whole.plan, form.total);
    EXPECT_TRUE(code.empty() || code == "target.locked_exceed_total" || code == "target.nothing_to_split") << code;
    splits += code.empty();
  }
  void lock(SheetId id) {
    auto const sheet = look(id);
    TargetLocksForm form{.locked = upto(2) > 0, .rows = {}, .columns = {}, .cells = {}};
    switch (upto(3)) {
      case 0: form.rows = {any_row(sheet).row}; break;
      case 1: form.columns = {any_column(sheet)}; break;
      default: form.cells = {{any_row(sheet).row, any_column(sheet)}};
    }
    world().write_as(boss, [&](Context& ctx) { return set_locks(ctx, id, sheet.version, form); });
  }
  /// Every locked plan, by place.
  std::string locked_plans(SheetId id) {
    auto const sheet = look(id);
    std::string all;
    for (auto const& row : sheet.rows)
      for (auto const& cell : row.cells)
        if (cell.plan && (cell.locked || row.locked || sheet.columns[static_cast<std::size_t>(cell.column - 1)].locked))
          all += std::to_string(row.row) + "," + std::to_string(cell.column) + "=" + text(cell.plan) + " ";
    return all;
  }
  void take_back(SheetId id) {
    (void)refused(boss, [&](Context& ctx) { return undo(ctx, id, look_version(ctx, id)); });
  }
  void import(SheetId id) {
    auto const locked = locked_plans(id);
    auto const report = import_targets(world().services, boss, id,
                                       "工号,03 计划,03 实际\n" + li_number() + "," + std::to_string(upto(99)) + "," + std::to_string(upto(99)) + "\n", false);
    ASSERT_TRUE(report) << report.refusal().code;
    EXPECT_EQ(locked_plans(id), locked);
  }

  /// One of these, unless it is there already.
  void add_row(SheetId id, std::vector<TargetRowForm> const& possible) {
    auto const& row = possible[static_cast<std::size_t>(upto(static_cast<std::int64_t>(possible.size()) - 1))];
    auto const code = refused(boss, [&](Context& ctx) { return add_rows(ctx, id, look_version(ctx, id), {.rows = {row}}); });
    EXPECT_TRUE(code.empty() || code == "rows.0: target.row_twice") << code;
    added += code.empty();
  }
  /// Any, often one that was emptied before: only then it goes.
  void take_out_row(SheetId id) {
    auto const sheet = look(id);
    auto const row = any_row(sheet);
    if (upto(1) == 0) {
      std::vector<TargetCellChange> emptied;
      for (auto const& each : row.cells)
        for (auto field : all_fields)
          if (field != TargetField::actual || each.source != ActualSource::child) emptied.push_back(cell(row.row, each.column, field, {}));
      if (!emptied.empty()) (void)refused_change(boss, id, std::move(emptied));
    }
    auto const code = refused(boss, [&](Context& ctx) { return remove_row(ctx, id, look_version(ctx, id), row.row); });
    EXPECT_TRUE(code.empty() || code == "target.row_not_empty" || code == "target.row_has_children" || code == "target.last_row") << code;
    removed += code.empty();
  }

  int splits = 0, added = 0, removed = 0;
};
ON_EACH_ENGINE(TargetSums);

TEST_P(TargetSums, every_sum_is_what_its_parts_come_to_after_anything) {
  auto form = of_department({"01", "02", "03", "Q2", "H2"});
  form.employee_ids.clear();
  form.department_ids = {service, finance};
  auto const top = make(boss, form);
  form = of_department({"01", "02", "03", "04", "05", "06", "07-12"});
  form.parent_id = top.id;
  form.parent_row = 1;
  auto const middle = make(boss, form);
  auto const broadband = product("BB", "宽带");
  auto const customers = std::vector{customer(wang, "甲", "C-1"), customer(wang, "乙", "C-2")};
  auto const below = [&](std::string period) {
    return make(boss, {.preset = TargetPreset::month_plan,
                       .year = 2026,
                       .period = period,
                       .employee_id = wang.employee,
                       .measure_ids = {revenue, cancelled},
                       .product_ids = {broadband},
                       .customer_ids = customers,
                       .parent_id = middle.id,
                       .parent_row = 2})
        .id;
  };
  std::vector<SheetId> const sheets{top.id, middle.id, below("01"), below("04")};
  std::vector<TargetRowForm> const departments{{.department_id = shops}, {.department_id = finance}};
  std::vector<TargetRowForm> const people{
      {.employee_id = li.employee}, {.employee_id = zhao.employee}, {.employee_id = sun.employee}, {.department_id = shops}};
  std::vector<TargetRowForm> plans;
  for (auto const& who : {customers[0], customers[1], customer(wang, "丙", "C-3"), customer(wang, "丁", "C-4")})
    plans.push_back({.product_id = broadband, .customer_id = who});
  std::array<std::vector<TargetRowForm> const*, 4> const possible{&departments, &people, &plans, &plans};
  for (int round = 0; round < 160; ++round) {
    auto const which = static_cast<std::size_t>(upto(3));
    auto const sheet = sheets[which];
    auto const locked = locked_plans(sheet);
    auto const what = upto(12);
    switch (what) {
      case 10: add_row(sheet, *possible[which]); break;
      case 11:
      case 12: take_out_row(sheet); break;
      case 0: take_back(sheet); break;
      case 1: import(middle.id); break;
      case 2: lock(sheet); break;
      case 3:
      case 4: split(sheet); break;
      default: edit(sheet);
    }
    if (what > 2) EXPECT_EQ(locked_plans(sheet), locked) << "round " << round;
    ASSERT_EQ(wrong_sums(), 0) << "round " << round;
  }
  EXPECT_GT(splits, 8);
  EXPECT_GT(added, 4);
  EXPECT_GT(removed, 4);
  auto const view = look(top.id);
  Decimal sum;
  for (auto const& column : view.totals[0].columns) sum += column.total.plan.value_or(Decimal{});
  EXPECT_EQ(sum, view.totals[0].whole.plan.value_or(Decimal{}));
}

}  // namespace
}  // namespace zx::goal
