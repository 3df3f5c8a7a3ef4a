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
    if (!changes.empty()) set(boss, id, std::move(changes));
  }
  void split(SheetId id) {
    world().write_as(boss, [&](Context& ctx) { return split_cells(ctx, id, look_version(ctx, id), {.total = Decimal::of(upto(100'000))}); });
  }
  void take_back(SheetId id) {
    (void)refused(boss, [&](Context& ctx) { return undo(ctx, id, look_version(ctx, id)); });
  }
  void import(SheetId id) {
    auto const report = import_targets(world().services, boss, id,
                                       "工号,03 计划,03 实际\n" + li_number() + "," + std::to_string(upto(99)) + "," + std::to_string(upto(99)) + "\n", false);
    ASSERT_TRUE(report) << report.refusal().code;
  }
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
  for (int round = 0; round < 60; ++round) {
    auto const sheet = sheets[static_cast<std::size_t>(upto(3))];
    switch (upto(7)) {
      case 0: sheet == sheets[2] || sheet == sheets[3] ? edit(sheet) : split(sheet); break;
      case 1: take_back(sheet); break;
      case 2: import(middle.id); break;
      default: edit(sheet);
    }
    ASSERT_EQ(wrong_sums(), 0) << "round " << round;
  }
  auto const view = look(top.id);
  Decimal sum;
  for (auto const& column : view.totals[0].columns) sum += column.total.plan.value_or(Decimal{});
  EXPECT_EQ(sum, view.totals[0].whole.plan.value_or(Decimal{}));
}

}  // namespace
}  // namespace zx::goal
