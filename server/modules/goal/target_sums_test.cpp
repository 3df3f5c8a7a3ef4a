// Whatever happens to sheets above and below each other: sums agree.

#include <random>

#include "modules/goal/target_fixture.hpp"

namespace zx::goal {
namespace {

struct TargetSums : TargetWorld {
  std::mt19937 random{20060512};
  std::int64_t upto(std::int64_t most) { return static_cast<std::int64_t>(random() % static_cast<unsigned long>(most + 1)); }

  TargetCellChange any_change(TargetSheetView const& sheet) {
    constexpr std::array fields{TargetField::plan, TargetField::actual, TargetField::actual, TargetField::stretch};
    auto const value = upto(4) == 0 ? std::optional<std::int64_t>{} : std::optional(upto(500));
    return cell(1 + upto(sheet.row_count - 1), 1 + upto(static_cast<std::int64_t>(sheet.columns.size()) - 1), fields[static_cast<std::size_t>(upto(3))], value);
  }
  void edit(SheetId id) {
    auto const sheet = look(id);
    std::vector<TargetCellChange> changes;
    for (std::int64_t i = 0, count = 1 + upto(6); i < count; ++i) {
      auto change = any_change(sheet);
      bool fed = false;
      for (auto const& cell : sheet.rows[static_cast<std::size_t>(*change.row - 1)].cells)
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

  int splits = 0;
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
  for (int round = 0; round < 120; ++round) {
    auto const sheet = sheets[static_cast<std::size_t>(upto(3))];
    auto const locked = locked_plans(sheet);
    auto const what = upto(9);
    switch (what) {
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
  auto const view = look(top.id);
  Decimal sum;
  for (auto const& column : view.totals[0].columns) sum += column.total.plan.value_or(Decimal{});
  EXPECT_EQ(sum, view.totals[0].whole.plan.value_or(Decimal{}));
}

}  // namespace
}  // namespace zx::goal
