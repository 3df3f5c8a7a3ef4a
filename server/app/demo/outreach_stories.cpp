// Whom the account managers try to win, again and again: some keep every date, some none.

#include "app/demo/story.hpp"

namespace zx::app::demo {
namespace {

using enum followup::Method;
using enum followup::Outcome;

/// One outward touch: so many working days from today, at that time, and what came of it. The next one was promised for `promised`.
struct Call {
  int day;
  std::string_view time;
  followup::Method method;
  followup::Outcome outcome;
  std::string finding;
  std::string solution = {};
  int promised_day = 0;  ///< 0: that of the next call
  std::string_view promised_time = {};
};

std::vector<Step> steps_of(Past const& on, std::string const& who, std::vector<Call> const& calls, Instant last_next) {
  std::vector<Step> steps;
  for (std::size_t i = 0; i < calls.size(); ++i) {
    auto const& call = calls[i];
    auto next = last_next;
    if (i + 1 < calls.size())
      next = on(call.promised_day ? call.promised_day : calls[i + 1].day, call.promised_time.empty() ? calls[i + 1].time : call.promised_time);
    steps.push_back(follow_up(on(call.day, call.time), who,
                              {.method = call.method,
                               .direction = followup::Direction::outward,
                               .finding = call.finding,
                               .solution = call.solution,
                               .outcome = call.outcome,
                               .next = next}));
  }
  return steps;
}

Story appointment(std::string title, std::string description, std::string requester, std::string phone, std::string by) {
  return {.kind = "appointment",
          .title = std::move(title),
          .description = std::move(description),
          .requester = std::move(requester),
          .phone = std::move(phone),
          .by = std::move(by)};
}

/// The chain restaurant's manager is never there when he said.
Story shop_sign(Past const& on) {
  auto story = appointment("约见底商快餐店老板整改招牌", "招牌超出红线，城管已来函，需当面谈妥整改时间。", "快餐店钱老板", "10000012001", "何志远");
  story.at = on(-70, "09:30");
  story.due = on(-50, "18:00");
  story.next = on(-68, "10:00");
  story.steps = steps_of(on, "何志远",
                         {{-68, "10:10", phone, not_reached, "电话没人接", "换个时间再打", -66, "10:00"},
                          {-65, "15:00", phone, reached, "说在外面，明天回电", "不等回电，隔天再打", -63, "10:00"},
                          {-62, "16:30", phone, not_reached, "约好十点，下午才打通，又挂断", "上门找人", -60, "10:00"},
                          {-60, "10:20", on_site, not_reached, "店员说老板没来", "留下书面通知", -58, "15:00"},
                          {-57, "16:00", on_site, agreed, "在店里等到本人，同意一周内拆改", "一周后看现场"}},
                         on(-52, "10:00"));
  story.steps.push_back(close(on(-51, "11:00"), "招牌已改到红线以内，城管销案。"));
  return story;
}

Story shop_fee(Past const& on) {
  auto story = appointment("约见快餐店老板商谈欠缴物业费", "欠缴两个季度，共 18,600 元，先谈分期，谈不拢再发函。", "快餐店钱老板", "10000012001", "何志远");
  story.at = on(-40, "09:00");
  story.due = on(-20, "18:00");
  story.next = on(-38, "10:00");
  story.steps = steps_of(on, "何志远",
                         {{-38, "10:05", phone, reached, "说这两天忙，后天来办公室", "后天在办公室等", -36, "10:00"},
                          {-35, "11:30", phone, not_reached, "没来，电话也不接", "每天打一次", -33, "10:00"},
                          {-32, "14:10", phone, not_reached, "关机", "上门", -30, "10:00"},
                          {-30, "10:15", on_site, refused, "嫌卫生不好，不肯交", "请保洁整改后再谈", -26, "10:00"},
                          {-24, "15:40", on_site, agreed, "看过整改，同意分三期", "签分期协议"}},
                         on(-22, "10:00"));
  story.steps.push_back(close(on(-21, "10:40"), "分期协议已签，首期到账。"));
  return story;
}

/// Waits for the supervisor's word: two touches, and he would rather stop.
Story shop_broadband(Past const& on) {
  auto story = appointment("向快餐店推荐商务宽带套餐", "店里还在用家庭宽带，外卖接单常掉线，推荐商务专线。", "快餐店钱老板", "10000012001", "何志远");
  story.importance = 3;
  story.at = on(-9, "09:20");
  story.due = on(10, "18:00");
  story.next = on(-7, "10:00");
  story.tags = {"商务宽带"};
  story.steps =
      steps_of(on, "何志远",
               {{-7, "10:10", phone, not_reached, "没人接", "发短信说明来意", -5, "10:00"}, {-3, "11:00", sms, refused, "回了一句“不需要”", "想一想换个说法"}},
               on(0, "15:00"));
  return story;
}

/// The clinic's matron answers on the minute.
Story clinic_line(Past const& on) {
  auto story = appointment("社区医院专线扩容", "挂号系统高峰期卡顿，商谈从 100 兆扩到 300 兆。", "社区医院卫护士长", "10000012002", "郑雅文");
  story.at = on(-60, "10:00");
  story.due = on(-40, "18:00");
  story.next = on(-58, "09:30");
  story.steps = steps_of(on, "郑雅文",
                         {{-58, "09:35", phone, reached, "愿意谈，要报价", "两天内发报价"},
                          {-56, "09:30", email, reached, "报价收到，要和院长商量", "三天后听答复"},
                          {-53, "09:40", phone, agreed, "院长同意，走采购流程", "准备合同"},
                          {-48, "09:30", on_site, won, "合同签字，当天下单", "约施工时间"}},
                         on(-45, "16:00"));
  story.steps.push_back(close(on(-45, "16:00"), "扩容完成，高峰期测速正常。"));
  return story;
}

Story clinic_phones(Past const& on) {
  auto story = appointment("社区医院呼叫中心续费", "去年的合同到期，顺便谈增加两路坐席。", "社区医院卫护士长", "10000012002", "郑雅文");
  story.at = on(-18, "09:00");
  story.due = on(6, "18:00");
  story.next = on(-16, "09:30");
  story.tags = {"续约"};
  story.steps = steps_of(on, "郑雅文",
                         {{-16, "09:30", phone, reached, "预算没问题，等排期", "一周后再问"},
                          {-11, "09:35", phone, reached, "排在本月底", "发合同初稿"},
                          {-6, "09:30", email, reached, "初稿收到，法务在看", "三天后问意见"},
                          {-3, "09:40", phone, agreed, "法务无意见，等盖章", "盖章后取合同"}},
                         on(0, "10:30"));
  return story;
}

Story bookshop(Past const& on) {
  auto story = appointment("向文具店推荐商务宽带", "新开的文具店，用手机热点收款。", "文具店苗店长", "10000012003", "何志远");
  story.importance = 3;
  story.at = on(-30, "09:00");
  story.due = on(-15, "18:00");
  story.next = on(-29, "10:00");
  story.steps = steps_of(on, "何志远", {{-29, "10:05", phone, won, "正要办，当天下单", "约装机时间"}}, on(-27, "10:00"));
  story.steps.push_back(close(on(-26, "15:00"), "装通，收款正常。"));
  return story;
}

}  // namespace

std::vector<Story> outreach_stories(Past const& on) {
  return {shop_sign(on), clinic_line(on), shop_fee(on), bookshop(on), clinic_phones(on), shop_broadband(on)};
}

}  // namespace zx::app::demo
