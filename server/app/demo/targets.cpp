#include "app/demo/targets.hpp"

#include <algorithm>

#include "app/demo/everyday.hpp"
#include "modules/customer/customers.hpp"
#include "modules/goal/targets.hpp"
#include "platform/calendar/zone.hpp"

namespace zx::app::demo {
namespace {

using goal::TargetCellChange;
using goal::TargetField;

constexpr std::uint64_t seed = 2006;
constexpr std::string_view head = "陈晓梅";
constexpr std::string_view planner = "沈丽华";  // above the department
constexpr std::string_view yawen = "郑雅文";
constexpr std::string_view zhiyuan = "何志远";
constexpr int working_days_a_month = 21, first_day = -120;

class Targets {
 public:
  Targets(Context& ctx, Actors const& actors, Past const& on) : ctx_(ctx), actors_(actors), on_(on), today_(calendar::local_date(on.now(), "Asia/Shanghai")) {}

  Result<goal::SheetId> all() {
    TRY(add_measures());
    department_ = actors_.at(std::string(head)).department;
    TRY(year_of_the_company());
    TRY(year_of_the_managers());
    TRY(year_of_the_products());
    if (this_month() > 1) TRY(month_of_yawen(this_month() - 1));
    TRY(month_of_yawen(this_month()));
    TRY(customers_of_zhiyuan_by_product());
    return year_;
  }

 private:
  std::int64_t this_month() const { return static_cast<std::int64_t>(today_.month); }
  Context at(std::string_view who, Instant when) const { return {actors_.at(std::string(who)), when, ctx_.db, ctx_.services}; }
  /// Some days into the month after, as far as the company's past goes back.
  Instant after_month(std::int64_t month) const {
    auto const ago = static_cast<int>(this_month() - month) * working_days_a_month - 3;
    return on_(std::max(first_day + 1, -std::max(1, ago)), "17:20");
  }
  static Decimal tenths(std::int64_t value) { return Decimal::from_millionths(value * Decimal::scale / 10); }
  static TargetCellChange change(std::int64_t row, std::int64_t column, TargetField field, Decimal value) { return {row, column, field, value}; }

  Result<goal::TargetChangeView> set(std::string_view who, Instant when, goal::SheetId id, std::vector<TargetCellChange> changes) const {
    auto ctx = at(who, when);
    auto const version = TRY(goal::show_sheet(ctx, id, {})).version;
    return goal::change_cells(ctx, id, version, {std::move(changes)});
  }
  Result<goal::TargetChangeView> split(std::string_view who, Instant when, goal::SheetId id, goal::TargetSplitForm const& form) const {
    auto ctx = at(who, when);
    return goal::split_cells(ctx, id, TRY(goal::show_sheet(ctx, id, {})).version, form);
  }

  Result<void> add_measures() {
    auto ctx = at(planner, on_(first_day, "09:10"));
    revenue_ = TRY(goal::add_measure(ctx, {.code = "SR", .name = "收入", .unit = "万元", .decimals = 1})).id;
    users_ = TRY(goal::add_measure(ctx, {.code = "YH", .name = "签约客户", .unit = "户", .over_time = goal::OverTime::last})).id;
    cancelled_ = TRY(goal::add_measure(ctx, {.code = "TD", .name = "退订", .unit = "户", .direction = goal::MeasureDirection::lower})).id;
    for (auto const& product : customer::products(ctx))
      if (!product.closed_at) products_.push_back(product.id);
    return {};
  }

  /// Quarter by quarter for the departments; what customer service reaches comes up from its own sheet.
  Result<void> year_of_the_company() {
    auto ctx = at(planner, on_(first_day, "09:30"));
    auto const communications = actors_.at("杨帆").department;
    goal::NewTargetSheetForm form{.title = std::to_string(today_.year) + "年公司收入任务一览表",
                                  .preset = goal::TargetPreset::free,
                                  .year = today_.year,
                                  .department_id = actors_.at(std::string(planner)).department,
                                  .measure_ids = {revenue_},
                                  .periods = {"Q1", "Q2", "Q3", "Q4"}};
    form.row_axes = {goal::TargetAxis::owner};
    form.column_axes = {goal::TargetAxis::period};
    form.rows = {{.department_id = department_, .given = Decimal::of(1500)}, {.department_id = communications, .given = Decimal::of(800)}};
    form.given = Decimal::of(2300);
    company_ = TRY(goal::make_sheet(ctx, form)).id;
    for (std::int64_t row = 1; row <= 2; ++row) {
      goal::TargetSplitForm share{.scope = goal::SplitScope::row,
                                  .row = row,
                                  .total = Decimal::of(row == 1 ? 1500 : 800),
                                  .method = goal::SplitMethod::weights,
                                  .weights = {282, 300, 318, 336}};
      TRY(split(planner, on_(first_day, "09:50"), company_, share));
    }
    std::vector<TargetCellChange> actuals;
    for (std::int64_t quarter = 1; 3 * quarter < this_month(); ++quarter)
      actuals.push_back(change(2, quarter, TargetField::actual, tenths(1900 + 120 * quarter + dice_.between(-90, 120))));
    if (!actuals.empty()) TRY(set(planner, on_(-20, "15:10"), company_, actuals));
    return {};
  }

  /// Sheet C: what each of his customers is to bring of each product, and has brought so far.
  Result<void> customers_of_zhiyuan_by_product() {
    auto ctx = at(head, on_(-60, "10:20"));
    goal::NewTargetSheetForm form{.preset = goal::TargetPreset::customer_by_product,
                                  .year = today_.year,
                                  .employee_id = actors_.at(std::string(zhiyuan)).employee,
                                  .measure_ids = {revenue_},
                                  .product_ids = products_,
                                  .customer_ids = TRY(customers_of(zhiyuan, 12))};
    auto const sheet = TRY(goal::make_sheet(ctx, form));
    std::vector<TargetCellChange> plans, actuals;
    for (auto const& row : sheet.rows) {
      for (auto const& column : sheet.columns) {
        if (dice_.one_in(3)) continue;
        auto const plan = dice_.between(20, 160);
        plans.push_back(change(row.row, column.column, TargetField::plan, tenths(plan)));
        actuals.push_back(change(row.row, column.column, TargetField::actual, tenths(plan * this_month() / 12 * dice_.between(80, 115) / 100)));
      }
    }
    TRY(set(head, on_(-60, "11:00"), sheet.id, plans));
    TRY(set(zhiyuan, on_(-2, "17:10"), sheet.id, actuals));
    return {};
  }

  /// Sheet A: 900 and 600 万元, a little more each month; what was reached is entered by the managers themselves.
  Result<void> year_of_the_managers() {
    auto ctx = at(planner, on_(first_day, "10:00"));
    goal::NewTargetSheetForm form{.preset = goal::TargetPreset::month_by_manager, .year = today_.year, .department_id = department_, .measure_ids = {revenue_}};
    form.rows = {{.employee_id = actors_.at(std::string(yawen)).employee, .given = Decimal::of(900)},
                 {.employee_id = actors_.at(std::string(zhiyuan)).employee, .given = Decimal::of(600)}};
    form.parent_id = company_;
    form.parent_row = 1;
    year_ = TRY(goal::make_sheet(ctx, form)).id;
    std::vector<std::int64_t> weights;
    for (std::int64_t month = 1; month <= 12; ++month) weights.push_back(90 + 2 * month);
    for (std::int64_t row = 1; row <= 2; ++row) {
      goal::TargetSplitForm share{
          .scope = goal::SplitScope::row, .row = row, .total = Decimal::of(row == 1 ? 900 : 590), .method = goal::SplitMethod::weights, .weights = weights};
      TRY(split(head, on_(first_day, "14:00"), year_, share));
    }
    // 雅文's months are in her month plans as soon as there are some.
    for (std::int64_t month = 1; month < this_month(); ++month) {
      if (month < this_month() - 1) TRY(reached(yawen, 1, month, 700));
      TRY(reached(zhiyuan, 2, month, 460));
    }
    return {};
  }
  Result<void> reached(std::string_view who, std::int64_t row, std::int64_t month, std::int64_t usual) {
    auto const value = tenths(usual + dice_.between(-60, 90));
    TRY(set(who, after_month(month), year_, {change(row, month, TargetField::actual, value)}));
    return {};
  }

  /// Sheet B: every product with its customers and its revenue, months first, then quarters.
  Result<void> year_of_the_products() {
    auto ctx = at(planner, on_(first_day, "10:30"));
    goal::NewTargetSheetForm form{.preset = goal::TargetPreset::month_by_product,
                                  .year = today_.year,
                                  .department_id = department_,
                                  .measure_ids = {users_, revenue_},
                                  .periods = {"01", "02", "03", "04", "05", "06", "07-09", "10-12"},
                                  .product_ids = products_};
    auto const sheet = TRY(goal::make_sheet(ctx, form));
    std::vector<TargetCellChange> plans, actuals;
    for (auto const& row : sheet.rows) {
      auto const base = dice_.between(20, 60);
      for (auto const& column : sheet.columns) {
        auto const months = column.column <= 6 ? 1 : 3;
        bool const counts_users = row.measure_id == users_;
        auto const plan = counts_users ? base + 2 * column.column : 4 * base * months;
        auto const value = [&](std::int64_t number) { return counts_users ? Decimal::of(number) : tenths(number); };
        plans.push_back(change(row.row, column.column, TargetField::plan, value(plan)));
        plans.push_back(change(row.row, column.column, TargetField::base, value(plan * 9 / 10)));
        plans.push_back(change(row.row, column.column, TargetField::committed, value(plan * 19 / 20)));
        plans.push_back(change(row.row, column.column, TargetField::stretch, value(plan + plan / 5)));
        auto const ends = column.column <= 6 ? column.column : column.column == 7 ? 9 : 12;
        if (ends < this_month()) actuals.push_back(change(row.row, column.column, TargetField::actual, value(plan * dice_.between(88, 112) / 100)));
      }
    }
    TRY(set(planner, on_(first_day, "11:00"), sheet.id, plans));
    if (!actuals.empty()) TRY(set(head, on_(-5, "16:40"), sheet.id, actuals));
    return {};
  }

  /// Sheet D, below her row of the year.
  Result<void> month_of_yawen(std::int64_t month) {
    auto const made = month == this_month() ? on_(-8, "09:40") : on_(-8 - working_days_a_month, "09:40");
    auto ctx = at(head, made);
    goal::NewTargetSheetForm form{.preset = goal::TargetPreset::month_plan,
                                  .year = today_.year,
                                  .period = std::to_string(month),
                                  .employee_id = actors_.at(std::string(yawen)).employee,
                                  .measure_ids = {revenue_, cancelled_},
                                  .product_ids = {products_.begin(), products_.begin() + 3},
                                  .customer_ids = TRY(customers_of(yawen, 6))};
    form.parent_id = year_;
    form.parent_row = 1;
    auto const sheet = TRY(goal::make_sheet(ctx, form));
    auto const given = TRY(goal::show_sheet(ctx, year_, {})).rows.front().cells.at(static_cast<std::size_t>(month - 1)).plan;
    TRY(split(head, made, sheet.id, {.scope = goal::SplitScope::column, .column = 1, .total = given}));
    TRY(split(head, made, sheet.id, {.scope = goal::SplitScope::column, .column = 2, .total = Decimal::of(4)}));
    // Of the month that runs, what is known so far.
    std::vector<TargetCellChange> actuals;
    for (auto const& row : sheet.rows) {
      if (month == this_month() && dice_.between(1, 31) > static_cast<std::int64_t>(today_.day)) continue;
      actuals.push_back(change(row.row, 1, TargetField::actual, tenths(dice_.between(25, 52))));
      if (dice_.one_in(6)) actuals.push_back(change(row.row, 2, TargetField::actual, Decimal::of(1)));
    }
    if (!actuals.empty()) TRY(set(yawen, month == this_month() ? on_(-1, "17:30") : on_(-4, "17:30"), sheet.id, actuals));
    return {};
  }
  Result<std::vector<customer::CustomerId>> customers_of(std::string_view manager, std::size_t most) const {
    auto const ctx = at(head, on_.now());
    customer::CustomersQuery query{};
    query.account_manager_id = actors_.at(std::string(manager)).employee;
    std::vector<customer::CustomerId> ids;
    for (auto const& line : TRY(customer::customers(ctx, query)).items)
      if (line.state == customer::CustomerState::active && ids.size() < most) ids.push_back(line.id);
    return ids;
  }

  Context& ctx_;
  Actors const& actors_;
  Past const& on_;
  Date today_;
  Dice dice_{seed};
  DepartmentId department_;
  goal::MeasureId revenue_, users_, cancelled_;
  std::vector<customer::ProductId> products_;
  goal::SheetId company_, year_;
};

}  // namespace

Result<goal::SheetId> set_targets(Context& ctx, Actors const& actors, Past const& on) { return Targets(ctx, actors, on).all(); }

}  // namespace zx::app::demo
