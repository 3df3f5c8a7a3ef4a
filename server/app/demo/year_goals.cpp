#include "app/demo/year_goals.hpp"

#include "app/demo/telling.hpp"
#include "modules/goal/card_rules.hpp"
#include "modules/goal/card_settings.hpp"
#include "modules/goal/exceptions.hpp"
#include "platform/calendar/zone.hpp"

namespace zx::app::demo {
namespace {

using namespace goal;

constexpr std::string_view manager = "周建国";
constexpr std::string_view deputy = "沈丽华";

struct Look {
  int day;
  int revenue, repairs;  ///< percent of where the line stands
};
/// About once a month.
constexpr Look looks[] = {{-82, 98, 101}, {-61, 96, 104}, {-40, 99, 110}, {-19, 101, 113}, {-2, 102, 116}};

class Year {
 public:
  Year(Context& ctx, Actors const& actors, Past const& on) : ctx_(ctx), actors_(actors), on_(on) {}

  Result<YearGoals> agree() {
    TRY(trust_the_manager());
    auto const top = TRY(make(manager, -102,
                              {goal_of("全年客户服务收入1500万元", "收入", "万元", "1500", "50", "按季分解到部门，每月看一次"),
                               goal_of("全年按时完成维修工单3600张", "按时完成的工单", "张", "3600", "30", "工程部按周派单，超时当天复盘"),
                               level("客户满意度不低于95分", "客户满意度", "分", "95", "20", "每季抽样回访三百户")}));
    TRY(at(manager, -102, "09:40", [&](Context& ctx) { return propose_card(ctx, top.id, "全年目标，各部门据此分解"); }));
    TRY(at(manager, -102, "10:00", [&](Context& ctx) { return sign_card(ctx, top.id); }));

    auto const below = TRY(make(deputy, -99,
                                {goal_of("客服部全年收入1500万元", "收入", "万元", "1500", "50", "两名客户经理各定年度数，按月跟", top.items[0].id),
                                 goal_of("工程部全年按时完成维修工单3600张", "按时完成的工单", "张", "3600", "30", "每季核一次人手和配件", top.items[1].id),
                                 goal_of("公区能耗节约50万元", "节约能耗", "万元", "50", "20", "车库照明和电梯分时运行", {})}));
    TRY(at(deputy, -98, "09:30", [&](Context& ctx) { return propose_card(ctx, below.id, "请审核"); }));
    TRY(at(deputy, -98, "10:00", [&](Context& ctx) { return sign_card(ctx, below.id); }));
    TRY(at(manager, -97, "09:20", [&](Context& ctx) { return sign_card(ctx, below.id); }));
    for (auto const& each : looks) {
      TRY(look(deputy, each.day, "16:00", below, 0, each.revenue, "收入按月跟，新签商户补上了退租的缺口"));
      TRY(look(deputy, each.day, "16:10", below, 1, each.repairs, "早会派单见效，按时率连月上升"));
      TRY(look(deputy, each.day, "16:20", below, 2, 97, "感应灯已换八成，电梯分时运行试点两栋"));
      TRY(look(manager, each.day, "17:00", top, 0, each.revenue, "部门收入与年度任务表一致"));
      TRY(look(manager, each.day, "17:10", top, 1, each.repairs, "工程部进度领先，值得推广"));
      TRY(look(manager, each.day, "17:20", top, 2, 100, "抽样回访 95 分，与目标持平"));
    }
    return YearGoals{below.items[0].id, below.items[1].id, count_};
  }

 private:
  Date day_of(int day) const { return calendar::local_date(on_(day, "12:00"), "Asia/Shanghai"); }

  /// Nobody supervises him: he signs for himself.
  Result<void> trust_the_manager() {
    Context then{ctx_.actor, on_(-103, "09:00"), ctx_.db, ctx_.services};
    TRY(set_style(then, actors_.at(std::string(manager)).employee, {ManagementStyle::delegating}));
    return {};
  }

  static GoalItemForm goal_of(std::string what, std::string measure, std::string unit, std::string_view target, std::string_view weight, std::string how,
                              std::optional<GoalItemId> above = {}) {
    GoalItemForm item;
    item.what = std::move(what);
    item.measure = std::move(measure);
    item.unit = std::move(unit);
    item.target = Decimal::parse(target).value();
    item.weight = Decimal::parse(weight).value();
    item.how = std::move(how);
    item.parent_item_id = above;
    return item;
  }
  static GoalItemForm level(std::string what, std::string measure, std::string unit, std::string_view target, std::string_view weight, std::string how) {
    auto item = goal_of(std::move(what), std::move(measure), std::move(unit), target, weight, std::move(how));
    item.accrual = Accrual::level;
    return item;
  }

  Result<GoalCardView> make(std::string_view who, int day, std::vector<GoalItemForm> items) {
    NewCardForm form;
    form.period = CardPeriod::year;
    form.day = day_of(0);
    form.rhythm = Rhythm::monthly;
    auto const period = rules::period_of(CardPeriod::year, form.day);
    for (auto& item : items) {
      item.due_on = period.to;
      item.milestones = {{period.from.plus_days(180), "年中检查，完成过半"}};
    }
    form.items = std::move(items);
    return at(who, day, "09:10", [&](Context& ctx) { return create_card(ctx, form); });
  }

  Result<void> look(std::string_view who, int day, std::string_view time, GoalCardView const& card, std::size_t place, int share, std::string finding) {
    auto const& item = card.items.at(place);
    auto const line = rules::expected_on(item.accrual, item.target, card.period_from, card.period_to, day_of(day)).value_or(Decimal{});
    CheckInForm form{.actual = multiply_divide(line, Decimal::of(share), Decimal::of(100), Rounding::half_up).rounded(0, Rounding::half_up),
                     .confidence = Confidence::on_track,
                     .finding = std::move(finding)};
    form.catch_up = "差的部分下月补上";
    ++count_;
    TRY(at(who, day, time, [&](Context& ctx) { return check_in(ctx, item.id, form); }));
    return {};
  }

  template <class F>
  auto at(std::string_view who, int day, std::string_view time, F&& verb) -> std::invoke_result_t<F&, Context&> {
    Context then{actors_.at(std::string(who)), on_(day, time), ctx_.db, ctx_.services};
    auto done = verb(then);
    if (!done) return done;
    TRY(react(then));
    return done;
  }

  Context& ctx_;
  Actors const& actors_;
  Past const& on_;
  std::int64_t count_ = 0;
};

}  // namespace

Result<YearGoals> agree_on_the_year(Context& ctx, Actors const& actors, Past const& on) { return Year(ctx, actors, on).agree(); }

}  // namespace zx::app::demo
