#pragma once
// The world of the target sheets' tests.
//
//   阳光物业 (周总 executive) ─ 客户部 (陈主管 plans; 李明 and 王芳) ─ 商铺组 (赵强)
//                            └ 财务部 (孙会计)

#include "modules/customer/customer_fixture.hpp"
#include "modules/goal/target_files.hpp"
#include "modules/goal/targets.hpp"
#include "modules/org/people_fixture.hpp"

namespace zx::goal {

class TargetWorld : public fixture::EachEngine {
 protected:
  TargetWorld() : EachEngine(tables()) {}

  void SetUp() override {
    EachEngine::SetUp();
    if (IsSkipped()) return;
    company.emplace(world());
    for (auto const& module : {customer::module(), goal::module()})
      for (auto const& [constraint, code] : module.refusals) world().database().refuse_as(constraint, code);
    service = company->department("客户部");
    shops = company->department("商铺组", service);
    finance = company->department("财务部");
    chen = person("陈主管", service, {}, Scope::department_and_below);
    li = person("李明", service, chen.employee, Scope::self);
    wang = person("王芳", service, chen.employee, Scope::self);
    zhao = person("赵强", shops, {}, Scope::self);
    sun = person("孙会计", finance, {}, Scope::self);
    boss = person("周总", {}, {}, Scope::organization);
    revenue = measure({.code = "REV", .name = "收入", .unit = "万元", .decimals = 0});
    users = measure({.code = "USR", .name = "用户", .unit = "户", .over_time = OverTime::last});
    cancelled = measure({.code = "CAN", .name = "退订", .unit = "户", .direction = MeasureDirection::lower});
  }

  Actor person(std::string name, std::optional<DepartmentId> department, std::optional<EmployeeId> supervisor, Scope scope) {
    auto id = company->employ({.name = std::move(name), .department_id = department, .supervisor_id = supervisor});
    auto grants = org::granted({permissions::read, permissions::write, customer::permissions::read, customer::permissions::manage}, scope);
    if (scope != Scope::self) grants.merge(org::granted({permissions::plan}, scope));
    if (scope == Scope::organization) grants.merge(org::granted({permissions::measures, customer::permissions::products}, scope));
    return company->actor(id, std::move(grants));
  }
  MeasureId measure(NewMeasureForm const& form) {
    return world().write_as(boss, [&](Context& ctx) { return add_measure(ctx, form); }).id;
  }
  customer::ProductId product(std::string code, std::string name) {
    return world().write_as(boss, [&](Context& ctx) { return customer::add_product(ctx, {.code = code, .name = name}); }).id;
  }
  customer::CustomerId customer(Actor const& manager, std::string name, std::optional<std::string> number = {}) {
    return world()
        .write_as(boss,
                  [&](Context& ctx) {
                    return customer::add_customer(ctx, {.number = number, .name = name, .account_manager_id = manager.employee, .despite_duplicates = true});
                  })
        .id;
  }

  TargetSheetView make(Actor const& who, NewTargetSheetForm const& form) {
    return world().write_as(who, [&](Context& ctx) { return make_sheet(ctx, form); });
  }
  /// 客户部's year: 李明 and 王芳 by periods.
  NewTargetSheetForm of_department(std::vector<std::string> periods = {"01", "02", "03", "04", "05", "06", "07-12"}) {
    return {.preset = TargetPreset::month_by_manager,
            .year = 2026,
            .department_id = service,
            .measure_ids = {revenue},
            .periods = std::move(periods),
            .employee_ids = {li.employee, wang.employee}};
  }
  TargetSheetView look(Actor const& who, SheetId id) {
    return world().read_as(who, [&](ReadContext const& ctx) { return show_sheet(ctx, id, {}).value(); });
  }
  TargetSheetView look(SheetId id) { return look(boss, id); }

  TargetChangeView set(Actor const& who, SheetId id, std::vector<TargetCellChange> changes) {
    return world().write_as(
        who, [&](Context& ctx) -> Result<TargetChangeView> { return change_cells(ctx, id, TRY(show_sheet(ctx, id, {})).version, {std::move(changes)}); });
  }
  /// Row by row from column 1 on.
  TargetSheetView filled(Actor const& who, TargetSheetView const& sheet, std::vector<std::vector<std::int64_t>> const& rows,
                         TargetField field = TargetField::plan) {
    std::vector<TargetCellChange> changes;
    for (std::size_t r = 0; r < rows.size(); ++r)
      for (std::size_t c = 0; c < rows[r].size(); ++c)
        changes.push_back(cell(static_cast<std::int64_t>(r) + 1, static_cast<std::int64_t>(c) + 1, field, rows[r][c]));
    set(who, sheet.id, std::move(changes));
    return look(sheet.id);
  }
  static TargetCellChange plan(std::int64_t row, std::int64_t column, std::optional<std::int64_t> value) { return cell(row, column, TargetField::plan, value); }
  static TargetCellChange actual(std::int64_t row, std::int64_t column, std::optional<std::int64_t> value) {
    return cell(row, column, TargetField::actual, value);
  }
  static TargetCellChange cell(std::int64_t row, std::int64_t column, TargetField field, std::optional<std::int64_t> value) {
    return {row, column, field, value ? std::optional(Decimal::of(*value)) : std::nullopt};
  }

  static std::int64_t look_version(ReadContext const& ctx, SheetId id) { return show_sheet(ctx, id, {}).value().version; }

  std::string number_of(Actor const& who) {
    return world().read_as(boss, [&](ReadContext const& ctx) { return org::find_employee(ctx, who.employee)->number; });
  }
  std::string li_number() { return number_of(li); }
  std::string wang_number() { return number_of(wang); }

  /// The code of the refusal, or that of its first field with the path; empty when there was none.
  template <class F>
  std::string refused(Actor const& who, F&& verb) {
    auto const result = world().try_write_as(who, std::forward<F>(verb));
    if (result) return "";
    refusal = result.refusal();
    return refusal.fields.empty() ? refusal.code : refusal.fields.front().path + ": " + refusal.fields.front().code;
  }
  std::string refused_change(Actor const& who, SheetId id, std::vector<TargetCellChange> changes) {
    auto const version = look(id).version;
    return refused(who, [&](Context& ctx) { return change_cells(ctx, id, version, {changes}); });
  }

  static std::string text(std::optional<Decimal> const& value) { return value ? value->text() : "-"; }
  /// "100 100 -"
  static std::string totals(TargetTotalsView const& view, TargetField field) {
    std::string all;
    for (auto const& column : view.columns) all += (all.empty() ? "" : " ") + text(column.total[field]);
    return all;
  }
  static std::string cumulative(TargetTotalsView const& view, TargetField field) {
    std::string all;
    for (auto const& column : view.columns) all += (all.empty() ? "" : " ") + (column.cumulative ? text((*column.cumulative)[field]) : "?");
    return all;
  }
  static std::string cells(TargetRowView const& row, TargetField field) {
    std::string all;
    for (auto const& cell : row.cells) {
      Amounts const amounts{cell.plan, cell.actual, cell.base, cell.committed, cell.stretch};
      all += (all.empty() ? "" : " ") + std::to_string(cell.column) + ":" + text(amounts[field]);
    }
    return all;
  }
  /// "1: 300-250=50; all: …"
  static std::string gaps(TargetTotalsView const& view) {
    std::string all;
    for (auto const& gap : view.gaps) {
      std::string columns;
      for (auto column : gap.columns) columns += (columns.empty() ? "" : ",") + std::to_string(column);
      all += (columns.empty() ? "all" : columns) + ": " + gap.given.text() + "-" + gap.planned.text() + "=" + gap.gap.text() + "; ";
    }
    return all;
  }

  /// How many kept sums differ from what their cells come to, and how many cells from the sheets below them.
  std::int64_t wrong_sums();

  std::optional<org::Company> company;
  DepartmentId service, shops, finance;
  Actor chen, li, wang, zhao, sun, boss;
  MeasureId revenue, users, cancelled;
  Refusal refusal;

 private:
  static fixture::Migrations tables() {
    using fixture::operator+;
    return fixture::Migrations{} + org::module().migrations + followup::module().migrations + work::module().migrations + customer::module().migrations +
           goal::module().migrations;
  }
};

inline std::int64_t TargetWorld::wrong_sums() {
  std::string const counted = R"(
WITH sums AS (
  SELECT c.sheet_id, c.column_no, COALESCE(r.measure_id, k.measure_id, s.measure_id) AS measure_id, SUM(c.plan) AS plan, COUNT(c.plan) AS plan_count,
         SUM(c.actual) AS actual, COUNT(c.actual) AS actual_count, SUM(c.stretch) AS stretch
  FROM target_cell c
  JOIN target_sheet s ON s.id = c.sheet_id
  JOIN target_line r ON r.sheet_id = c.sheet_id AND r.side = 'row' AND r.no = c.row_no
  JOIN target_line k ON k.sheet_id = c.sheet_id AND k.side = 'column' AND k.no = c.column_no
  GROUP BY c.sheet_id, c.column_no, COALESCE(r.measure_id, k.measure_id, s.measure_id))
SELECT (SELECT COUNT(*) FROM target_total t LEFT JOIN sums ON sums.sheet_id = t.sheet_id AND sums.column_no = t.column_no AND sums.measure_id = t.measure_id
        WHERE t.plan <> COALESCE(sums.plan, 0) OR t.plan_count <> COALESCE(sums.plan_count, 0) OR t.actual <> COALESCE(sums.actual, 0)
           OR t.actual_count <> COALESCE(sums.actual_count, 0) OR t.stretch <> COALESCE(sums.stretch, 0))
     + (SELECT COUNT(*) FROM target_cell c WHERE c.source = 'child' AND COALESCE(c.actual, 0) <>
          COALESCE((SELECT SUM(t.actual) FROM target_sheet s JOIN target_total t ON t.sheet_id = s.id
                    WHERE s.parent_id = c.sheet_id AND s.parent_row = c.row_no AND t.feeds_column = c.column_no), 0)))";
  db::Statement const statement{"wrong_sums", counted, counted};
  return world().read([&](ReadContext const& ctx) { return ctx.db.sure<std::int64_t>(statement); });
}

}  // namespace zx::goal
