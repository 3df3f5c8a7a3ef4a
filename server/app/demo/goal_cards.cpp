#include "app/demo/goal_cards.hpp"

#include "app/demo/year_goals.hpp"
#include "modules/goal/card_rules.hpp"
#include "modules/goal/card_settings.hpp"
#include "modules/goal/exceptions.hpp"
#include "modules/goal/motivation.hpp"
#include "platform/calendar/zone.hpp"

namespace zx::app::demo {
namespace {

using namespace goal;

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }

struct Goal {
  std::string what;
  std::string how;
  std::string measure = {};
  std::string unit = {};
  std::string target = {};
  std::string stretch = {};
  std::string weight = {};
  BetterWhen better = BetterWhen::higher;
  Accrual accrual = Accrual::accumulating;
  std::string quality = {};
  std::string risks = {};
};

/// Tells what people do with their cards, each thing at its time.
class Cards {
 public:
  Cards(Context& ctx, Actors const& actors, Past const& on) : ctx_(ctx), actors_(actors), on_(on) {
    today_ = calendar::local_date(on.now(), "Asia/Shanghai");
    this_quarter_ = goal::rules::period_of(CardPeriod::quarter, today_);
    last_quarter_ = goal::rules::period_of(CardPeriod::quarter, this_quarter_.from.plus_days(-1));
  }

  Result<GoalCardView> make(std::string const& who, int day, goal::rules::PeriodSpan period, std::vector<Goal> const& goals,
                            std::optional<GoalItemId> above = {}, std::string customers = {}) {
    NewCardForm form;
    form.period = CardPeriod::quarter;
    form.day = period.from;
    form.rhythm = Rhythm::monthly;
    if (!customers.empty()) form.customers = customers;
    for (auto const& each : goals) form.items.push_back(item_of(each, period));
    if (above) form.items.front().parent_item_id = above;
    return at(who, day, "09:10", [&](Context& ctx) { return create_card(ctx, form); });
  }
  Result<void> propose(std::string const& who, int day, GoalCardId card, std::string_view note) {
    TRY(at(who, day, "09:30", [&](Context& ctx) { return propose_card(ctx, card, note); }));
    return {};
  }
  Result<GoalCardView> sign(std::string const& who, int day, std::string_view time, GoalCardId card) {
    return at(who, day, time, [&](Context& ctx) { return sign_card(ctx, card); });
  }
  /// Proposed by the person and signed by both.
  Result<void> agree(std::string const& who, std::string const& supervisor, int day, GoalCardId card) {
    TRY(propose(who, day, card, "请审核"));
    TRY(sign(who, day, "10:00", card));
    TRY(sign(supervisor, day + 1, "09:20", card));
    return {};
  }
  /// `share`: percent of where the time-proportional line stands that day.
  Result<CheckInView> look(std::string const& who, int day, GoalCardView const& card, std::size_t item, int share, Confidence confidence, std::string finding,
                           std::string catch_up = {}, std::string help = {}) {
    auto const& goal = card.items.at(item);
    auto const day_of = calendar::local_date(on_(day, "16:00"), "Asia/Shanghai");
    auto const line = goal::rules::expected_on(goal.accrual, goal.target, card.period_from, card.period_to, day_of).value_or(Decimal{});
    CheckInForm form{.actual = multiply_divide(line, Decimal::of(share), Decimal::of(100), Rounding::half_up).rounded(0, Rounding::half_up),
                     .confidence = confidence,
                     .finding = std::move(finding)};
    // A whole number may lie further behind than the share says.
    form.catch_up = catch_up.empty() ? "按周盯进度，落后当周补上" : catch_up;
    if (!help.empty()) form.help = help;
    ++looks_;
    return at(who, day, "16:00", [&](Context& ctx) { return check_in(ctx, goal.id, form); });
  }
  /// At a goal whose number comes from elsewhere.
  Result<CheckInView> look(std::string const& who, int day, GoalItemId goal, std::string finding, std::string catch_up) {
    CheckInForm const form{.confidence = Confidence::on_track, .finding = std::move(finding), .catch_up = std::move(catch_up)};
    ++looks_;
    return at(who, day, "16:10", [&](Context& ctx) { return check_in(ctx, goal, form); });
  }
  template <class F>
  auto at(std::string const& who, int day, std::string_view time, F&& verb) -> std::invoke_result_t<F&, Context&> {
    Context then{actors_.at(who), on_(day, time), ctx_.db, ctx_.services};
    auto done = verb(then);
    if (!done) return done;
    TRY(react(then));
    return done;
  }

  std::int64_t looks() const { return looks_; }
  goal::rules::PeriodSpan this_quarter() const { return this_quarter_; }
  goal::rules::PeriodSpan last_quarter() const { return last_quarter_; }

 private:
  static std::optional<std::string> text_or_nothing(std::string const& text) { return text.empty() ? std::nullopt : std::optional(text); }
  static std::optional<Decimal> number_or_nothing(std::string const& text) { return text.empty() ? std::nullopt : std::optional(number(text)); }

  static GoalItemForm item_of(Goal const& each, goal::rules::PeriodSpan period) {
    GoalItemForm item;
    item.what = each.what;
    item.how = text_or_nothing(each.how);
    item.measure = text_or_nothing(each.measure);
    item.unit = text_or_nothing(each.unit);
    item.target = number_or_nothing(each.target);
    item.stretch = number_or_nothing(each.stretch);
    item.weight = number_or_nothing(each.weight);
    item.better = each.better;
    item.accrual = each.accrual;
    item.quality = text_or_nothing(each.quality);
    item.risks = text_or_nothing(each.risks);
    item.due_on = period.to;
    item.milestones = {{period.from.plus_days(44), "期中检查，完成过半"}};
    return item;
  }

  Context& ctx_;
  Actors const& actors_;
  Past const& on_;
  Date today_;
  goal::rules::PeriodSpan this_quarter_;
  goal::rules::PeriodSpan last_quarter_;
  std::int64_t looks_ = 0;
};

constexpr auto higher = BetterWhen::higher;
constexpr auto lower = BetterWhen::lower;
constexpr auto level = Accrual::level;
constexpr auto accumulating = Accrual::accumulating;
using enum Confidence;

std::vector<Goal> repair_goals(std::string const& orders) {
  return {{"按时完成维修工单" + orders + "张", "接单当日上门，配件提前备齐", "按时完成的工单", "张", orders, {}, "60"},
          {"返修不超过6次", "完工拍照，次日电话回访", "返修次数", "次", "6", {}, "20", lower},
          {"客户评价不低于95分", "进门穿鞋套，走前清场", "维修满意度", "分", "95", {}, "20", higher, level}};
}

Result<void> works_department(Cards& cards, GoalItemId repairs_of_the_year) {
  auto const quarter = cards.this_quarter();
  auto const head = TRY(cards.make("李建军", -24, quarter,
                                   {{"全部门按时完成维修工单900张", "每日早会派单，超时当天复盘", "按时完成的工单", "张", "900", "1000", "50"},
                                    {"公区能耗节约12万元", "车库灯改感应，夜间降档", "节约能耗", "万元", "12", "15", "30"},
                                    {"电梯困人不超过3次", "每周抽检，月度联合演练", "电梯困人次数", "次", "3", {}, "20", lower}},
                                   repairs_of_the_year));
  TRY(cards.agree("李建军", "沈丽华", -23, head.id));
  TRY(cards.look("李建军", -12, head, 0, 98, on_track, "工单量比去年同期多一成，人手够"));
  TRY(cards.look("李建军", -12, head, 1, 122, on_track, "车库照明改造提前完工，节电超出预计"));
  auto const above = head.items[0].id;

  auto const zhao = TRY(cards.make("赵德明", -21, quarter, repair_goals("420"), above));
  TRY(cards.agree("赵德明", "李建军", -20, zhao.id));
  TRY(cards.look("赵德明", -13, zhao, 0, 95, on_track, "雨季漏水集中，加了夜班"));
  TRY(cards.look("赵德明", -4, zhao, 0, 78, at_risk, "两人请假，积压工单增多", "请通信部支援一名弱电工，周末加一个班", "请批准从通信部借调一人"));
  ActionForm plan{.what = "清理积压的漏水维修工单",
                  .obstacle = "配件要等三天",
                  .time_use = "每天下午集中两小时",
                  .support = {SupportKind::people, SupportKind::things},
                  .support_note = "借一名弱电工，备一批阀门",
                  .budget = Money{320'000},
                  .benefit = "积压工单清零"};
  auto const action = TRY(cards.at("赵德明", -3, "10:00", [&](Context& ctx) { return add_action(ctx, zhao.items[0].id, plan); }));
  TRY(cards.at("赵德明", -3, "10:10", [&](Context& ctx) { return make_work_item(ctx, action.id, {}); }));

  auto const wang = TRY(cards.make("王强", -18, quarter, repair_goals("150"), zhao.items[0].id));
  TRY(cards.agree("王强", "赵德明", -17, wang.id));
  TRY(cards.look("王强", -6, wang, 0, 118, on_track, "自己做了配件盘，少跑仓库"));
  TRY(cards.at("王强", -6, "16:30", [&](Context& ctx) { return rate_motivation(ctx, wang.items[0].id, {90, 85, 50, "领配件要主管签字，常等半天"}); }));

  auto const liu = TRY(cards.make("刘大伟", -5, quarter, repair_goals("140"), zhao.items[0].id));
  TRY(cards.propose("刘大伟", -4, liu.id, "按上季实际加一成"));
  TRY(cards.sign("刘大伟", -4, "10:30", liu.id));
  auto const sun = TRY(cards.make("孙海涛", -6, quarter, repair_goals("60"), zhao.items[0].id));
  TRY(cards.propose("孙海涛", -5, sun.id, ""));
  TRY(cards.at("赵德明", -4, "11:00", [&](Context& ctx) { return negotiate_card(ctx, sun.id, "电梯保养按台次定目标更合适，请改一改指标"); }));
  TRY(cards.make("马俊", -2, quarter, {{"加强消防设施管理", {}, {}, {}, {}, {}, "40"}}));
  return {};
}

Result<void> service_department(Cards& cards, GoalItemId revenue_of_the_year) {
  auto const quarter = cards.this_quarter();
  auto const chen = TRY(cards.make("陈晓梅", -16, quarter,
                                   {{"重复投诉率降到5%以下", "每周出重复投诉清单，定主责人", "重复投诉率", "%", "5", {}, "60", lower, level},
                                    {"客服人员全部通过话术考核", "两次集中培训，一次现场演练", {}, {}, {}, {}, "40", higher, accumulating, "测试85分以上"}}));
  TRY(cards.agree("陈晓梅", "沈丽华", -15, chen.id));

  auto const zheng = TRY(cards.make("郑雅文", -22, quarter,
                                    {{"续签商户服务合同80万元", "到期前六十天上门一次，三十天签意向", "续签合同额", "万元", "80", "96", "70"},
                                     {"拜访重点客户45次", "每周三次，先约后访", "拜访次数", "次", "45", {}, "30"}},
                                    revenue_of_the_year, "社区医院、快餐店等重点商户"));
  TRY(cards.agree("郑雅文", "陈晓梅", -21, zheng.id));
  TRY(cards.look("郑雅文", -14, zheng, 0, 96, on_track, "社区医院已签意向"));
  TRY(cards.look("郑雅文", -7, zheng, 0, 82, at_risk, "临街铺面拆迁，两户停业", "把精力转到新开的写字楼", "请协调写字楼物业见面"));
  RevisionForm const revision{RevisionKind::environment_worse, "街道办拆迁公告：临街12户月底前腾退，涉及续签额10万元。", number("70")};
  TRY(cards.at("郑雅文", -2, "15:00", [&](Context& ctx) { return ask_revision(ctx, zheng.items[0].id, revision); }));
  return {};
}

/// What he has brought in this quarter stands in the managers' sheet; his card says no number of its own.
Result<void> follow_the_sheet(Cards& cards, GoalItemId revenue_of_the_year, SheetId year_of_managers) {
  auto const period = cards.this_quarter();
  NewCardForm form{.period = CardPeriod::quarter, .day = period.from, .customers = "产业园、写字楼企业客户", .rhythm = Rhythm::monthly};
  GoalItemForm income{.what = "完成本季收入计划", .how = "每周两次上门，月底前收齐当月账款", .weight = Decimal::of(70), .parent_item_id = revenue_of_the_year};
  income.rollup = Rollup::sheet;
  income.target_sheet_id = year_of_managers;
  income.target_row = 2;
  GoalItemForm visits{
      .what = "回访老客户30户", .how = "每周三户，问清续约意向", .measure = "回访户数", .unit = "户", .target = Decimal::of(30), .weight = Decimal::of(30)};
  for (auto* item : {&income, &visits}) {
    item->due_on = period.to;
    item->milestones = {{period.from.plus_days(44), "期中检查，完成过半"}};
  }
  form.items = {income, visits};
  auto const he = TRY(cards.at("何志远", -14, "09:10", [&](Context& ctx) { return create_card(ctx, form); }));
  TRY(cards.agree("何志远", "陈晓梅", -13, he.id));
  TRY(cards.look("何志远", -3, he.items[0].id, "账款随指标表走，本月两单待签", "两单签下后补齐本月的数"));
  TRY(cards.look("何志远", -3, he, 1, 104, on_track, "老客户多数愿意续约"));
  return {};
}

std::vector<Goal> broadband_goals() {
  return {{"新装宽带300户", "每周驻点两个小区", "新装宽带", "户", "300", {}, "60"},
          {"装机当日通过率不低于98%", "装前查端口，装后测速留图", "当日通过率", "%", "98", {}, "20", higher, level},
          {"投诉不超过10件", "超时先打电话说明", "装维投诉", "件", "10", {}, "20", lower}};
}

/// Last quarter's card: agreed, worked on, evaluated by the person.
Result<GoalCardView> lived_through(Cards& cards, std::string const& who, std::string const& supervisor, std::vector<std::string> const& actuals) {
  auto const card = TRY(cards.make(who, -90, cards.last_quarter(), broadband_goals()));
  TRY(cards.agree(who, supervisor, -89, card.id));
  TRY(cards.look(who, -60, card, 0, 101, on_track, "小区驻点效果好"));
  SelfEvaluationForm self{"装机量超额，投诉控制住了；速率测试留图做得不全。", {}};
  for (std::size_t i = 0; i < actuals.size(); ++i) self.items.push_back({card.items[i].id, number(actuals[i]), {}});
  TRY(cards.at(who, -9, "10:00", [&](Context& ctx) { return evaluate_oneself(ctx, card.id, self); }));
  return card;
}

Result<void> evaluate(Cards& cards, std::string const& supervisor, GoalCardId card, std::string_view difficulty, std::string_view effort) {
  EvaluationForm const form{.summary = "超额完成，团队配合好。",
                            .difficulty = number(difficulty),
                            .difficulty_reason = "新小区端口紧张，要先扩容",
                            .effort = number(effort),
                            .effort_reason = "主动利用周末驻点",
                            .items = {}};
  TRY(cards.at(supervisor, -8, "14:00", [&](Context& ctx) { return evaluate_card(ctx, card, form); }));
  return {};
}

Result<void> communications_department(Cards& cards) {
  auto const hu = TRY(lived_through(cards, "胡斌", "朱文博", {"330", "98", "8"}));
  TRY(evaluate(cards, "朱文博", hu.id, "105", "110"));
  TRY(cards.at("朱文博", -7, "15:00", [&](Context& ctx) { return close_card(ctx, hu.id, "肯定驻点的办法，下季度在班组推广；约定测速留图一户不漏。"); }));
  auto const guo = TRY(lived_through(cards, "郭鹏", "朱文博", {"285", "96", "12"}));
  TRY(evaluate(cards, "朱文博", guo.id, "100", "95"));
  TRY(lived_through(cards, "罗志强", "杨帆", {"300", "99", "5"}));

  TRY(cards.at("杨帆", -30, "09:00", [&](Context& ctx) -> Result<StyleView> {
    auto const zhu = TRY(org::employee_called(ctx, "朱文博", "person"));
    return set_style(ctx, zhu.id, {ManagementStyle::delegating});
  }));
  auto const zhu = TRY(cards.make("朱文博", -19, cards.this_quarter(), broadband_goals()));
  TRY(cards.propose("朱文博", -19, zhu.id, ""));
  TRY(cards.sign("朱文博", -19, "10:00", zhu.id));
  TRY(cards.look("朱文博", -8, zhu, 0, 103, on_track, "三个小区开了驻点"));
  return {};
}

}  // namespace

Result<Told> agree_on_goals(Context& ctx, Actors const& actors, Past const& on, SheetId year_of_managers) {
  Cards cards(ctx, actors, on);
  auto const year = TRY(agree_on_the_year(ctx, actors, on));
  TRY(works_department(cards, year.repairs));
  TRY(service_department(cards, year.revenue));
  TRY(follow_the_sheet(cards, year.revenue, year_of_managers));
  TRY(communications_department(cards));
  return Told{.items = 1, .follow_ups = cards.looks() + year.looks};
}

}  // namespace zx::app::demo
