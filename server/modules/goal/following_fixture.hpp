#pragma once
// The world of goals that follow rows of target sheets: 陈总工 plans for 工程部, 周总 everywhere.

#include "modules/customer/customer_fixture.hpp"
#include "modules/goal/card_fixture.hpp"
#include "modules/goal/following.hpp"
#include "modules/goal/target_files.hpp"
#include "modules/goal/target_reshaping.hpp"

namespace zx::goal {

struct FollowingWorld : CardWorld {
  void SetUp() override {
    CardWorld::SetUp();
    if (IsSkipped()) return;
    for (auto* who : {&boss, &chen}) who->grants.merge(org::granted({permissions::plan}, who->reach(permissions::read)));
    boss.grants.merge(org::granted({permissions::measures, customer::permissions::products}, Scope::organization));
    revenue = measure({.code = "REV", .name = "收入", .unit = "万元", .decimals = 0});
    users = measure({.code = "USR", .name = "用户", .unit = "户", .over_time = OverTime::last});
    faults = measure({.code = "FLT", .name = "故障率", .unit = "%", .direction = MeasureDirection::lower, .over_time = OverTime::average, .decimals = 2});
  }

  MeasureId measure(NewMeasureForm const& form) {
    return world().write_as(boss, [&](Context& ctx) { return add_measure(ctx, form); }).id;
  }
  customer::ProductId product(std::string code, std::string name) {
    return world().write_as(boss, [&](Context& ctx) { return customer::add_product(ctx, {.code = code, .name = name}); }).id;
  }
  /// 工程部's year by 李明 and 王芳. Columns: 1 H1, 2 Q3, 3 October, 4 November, 5 December.
  NewTargetSheetForm by_person(MeasureId counted) {
    return {.preset = TargetPreset::month_by_manager,
            .year = 2026,
            .department_id = works,
            .measure_ids = {counted},
            .periods = {"H1", "Q3", "10", "11", "12"},
            .employee_ids = {li.employee, wang.employee}};
  }
  TargetSheetView sheet(NewTargetSheetForm const& form) {
    return world().write_as(boss, [&](Context& ctx) { return make_sheet(ctx, form); });
  }
  TargetSheetView look_at(SheetId id) {
    return world().read_as(boss, [&](ReadContext const& ctx) { return show_sheet(ctx, id, {}).value(); });
  }
  void set(SheetId id, std::vector<TargetCellChange> const& changes) {
    world().write_as(boss, [&](Context& ctx) -> Result<TargetChangeView> { return change_cells(ctx, id, TRY(show_sheet(ctx, id, {})).version, {changes}); });
  }
  static TargetCellChange cell(std::int64_t row, std::int64_t column, TargetField field, std::optional<std::int64_t> value) {
    return {row, column, field, value ? std::optional(Decimal::of(*value)) : std::nullopt};
  }
  static TargetCellChange plan(std::int64_t row, std::int64_t column, std::int64_t value) { return cell(row, column, TargetField::plan, value); }
  static TargetCellChange actual(std::int64_t row, std::int64_t column, std::optional<std::int64_t> value) {
    return cell(row, column, TargetField::actual, value);
  }

  /// A goal that says no more than what it follows.
  static GoalItemForm following_row(SheetId sheet, std::int64_t row, std::string weight = "100") {
    GoalItemForm form;
    form.what = "完成指标表上的数";
    form.weight = some(weight);
    form.rollup = Rollup::sheet;
    form.target_sheet_id = sheet;
    form.target_row = row;
    return form;
  }
  GoalCardView committed(Actor const& who, Actor const& supervisor, NewCardForm const& form) {
    auto card = make(who, form);
    world().write_as(who, [&](Context& ctx) { return propose_card(ctx, card.id, ""); });
    world().write_as(who, [&](Context& ctx) { return sign_card(ctx, card.id); });
    return world().write_as(supervisor, [&](Context& ctx) { return sign_card(ctx, card.id); });
  }
  std::optional<Decimal> actual_of(GoalCardView const& card, std::size_t item = 0) { return look(card.id).items.at(item).actual; }

  MeasureId revenue, users, faults;
};

}  // namespace zx::goal
