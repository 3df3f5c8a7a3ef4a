#include "app/demo/persistence.hpp"

#include <array>

#include "app/demo/telling.hpp"
#include "modules/followup/counterparts.hpp"
#include "modules/followup/follow_up_block.hpp"
#include "modules/followup/outreach.hpp"
#include "modules/work/giving_up.hpp"

namespace zx::app::demo {
namespace {

using followup::Method;

Context as(Context& ctx, Actor const& actor, Instant at) { return {actor, at, ctx.db, ctx.services}; }

Result<work::WorkItemLine> item_called(Context const& ctx, std::string const& title) {
  auto const found = TRY(work::list(ctx, {.text = title, .closed = true, .limit = 5}));
  for (auto const& line : found.items)
    if (line.title == title) return line;
  return Refusal::not_found("work.not_found", {{"story", title}});
}

Result<void> set_cadences(Context& ctx, Actors const& actors, Past const& on) {
  auto then = as(ctx, actors.at("邓志伟"), on(-1, "09:00"));
  followup::Cadence const outward{.steps = {{450, Method::phone, "自报家门，约一个见面或回电的时间"},
                                            {900, Method::sms, "一句话说清对他有什么好处，附上电话"},
                                            {900, Method::on_site, "带上资料上门，当面听顾虑"},
                                            {1350, Method::phone, "针对上次的顾虑给一个新办法"}},
                                  .minimum_gap_minutes = 120,
                                  .maximum_gap_minutes = 2250,
                                  .weekly_touches = 3,
                                  .maximum_touches = 8};
  TRY(followup::change_kind_cadence(then, "appointment", 0, {outward}));
  followup::Cadence const complaint{
      .steps = {{60, Method::phone, "先道歉，说明谁在处理"}, {240, Method::on_site, "到现场看，当面回话"}}, .minimum_gap_minutes = 30, .weekly_touches = 7};
  TRY(followup::change_kind_cadence(then, "complaint", 0, {complaint}));
  return {};
}

Result<void> know_the_other_side(Context& ctx, Actors const& actors, Past const& on) {
  auto he = as(ctx, actors.at("何志远"), on(-1, "10:00"));
  auto const shop = TRY(item_called(ctx, "向快餐店推荐商务宽带套餐"));
  followup::CounterpartForm const no_sense_of_time{
      .channels = {Method::phone, Method::on_site}, .quiet = {{TimeOfDay{11 * 60}, TimeOfDay{13 * 60 + 30}}}, .note = "没有时间概念，饭点别打，要多打几次"};
  TRY(followup::change_counterpart(he, {shop.id.uuid}, followup::Direction::outward, 0, no_sense_of_time));
  auto zheng = as(ctx, actors.at("郑雅文"), on(-1, "10:00"));
  auto const clinic = TRY(item_called(ctx, "社区医院呼叫中心续费"));
  followup::CounterpartForm const punctual{.channels = {Method::email, Method::phone}, .quiet = {}, .note = "上午九点半看邮件，说几点就几点"};
  TRY(followup::change_counterpart(zheng, {clinic.id.uuid}, followup::Direction::outward, 0, punctual));
  return {};
}

Result<void> want_to_give_up(Context& ctx, Actors const& actors, Past const& on) {
  auto then = as(ctx, actors.at("何志远"), on(-1, "16:30"));
  auto const shop = TRY(item_called(ctx, "向快餐店推荐商务宽带套餐"));
  TRY(work::giving_up::ask(then, shop.id, "对方明确说不需要，再打只会让人烦，想把时间留给别的商户。"));
  return react(then);
}

Result<void> keep_time_free(Context& ctx, Actors const& actors, Past const& on) {
  constexpr std::array kept = {std::pair{"林小燕", 16 * 60 + 30}, std::pair{"郑雅文", 9 * 60 + 30}, std::pair{"陈晓梅", 17 * 60}};
  for (auto const& [name, from] : kept) {
    auto then = as(ctx, actors.at(name), on(-20, "09:00"));
    TRY(followup::change_follow_up_block(then, {TimeOfDay{from}, TimeOfDay{from + 30}}));
  }
  return {};
}

/// A call list of last season, as an export of the call center has it.
std::string call_list(Past const& on) {
  struct Ended {
    int contacts;
    int won;
    int abandoned;
  };
  constexpr std::array ended = {Ended{1, 16, 43}, Ended{2, 11, 24}, Ended{3, 7, 11}, Ended{4, 4, 7}, Ended{5, 1, 4}, Ended{6, 1, 2}, Ended{8, 1, 1}};
  std::string file = "对方,联系次数,结果,日期,活动,负责人\n";
  int customer = 0;
  auto const add = [&](int contacts, std::string_view outcome, int times) {
    for (int i = 0; i < times; ++i) {
      auto const day = calendar::local_date(on(-(70 + customer % 40), "12:00"), "Asia/Shanghai");
      auto const number = std::to_string(1000 + ++customer).substr(1);
      file += "外呼客户" + number + "," + std::to_string(contacts) + "," + std::string(outcome) + "," + day.text() + ",宽带升级外呼,何志远\n";
    }
  };
  for (auto const& each : ended) {
    add(each.contacts, "成交", each.won);
    add(each.contacts, "放弃", each.abandoned);
  }
  return file;
}

Result<void> bring_in_the_call_list(Context& ctx, Actors const& actors, Past const& on) {
  auto then = as(ctx, actors.at("邓志伟"), on(-20, "10:00"));
  auto const report = TRY(followup::import_outreach(then, call_list(on), "宽带升级外呼", followup::OutreachRun::real));
  if (report.error_count > 0) return Refusal::invalid(report.errors.front().code);
  return {};
}

}  // namespace

Result<void> keep_following_up(Context& ctx, Actors const& actors, Past const& on) {
  TRY(set_cadences(ctx, actors, on));
  TRY(know_the_other_side(ctx, actors, on));
  TRY(want_to_give_up(ctx, actors, on));
  TRY(keep_time_free(ctx, actors, on));
  return bring_in_the_call_list(ctx, actors, on);
}

}  // namespace zx::app::demo
