#include "app/demo/together.hpp"

#include <algorithm>

#include "app/demo/telling.hpp"
#include "modules/followup/policies.hpp"
#include "modules/notify/notify.hpp"
#include "modules/org/deputies.hpp"
#include "modules/work/beside.hpp"
#include "modules/work/judging.hpp"
#include "modules/work/negotiating.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::app::demo {
namespace {

Context as(Context& ctx, Actor const& actor, Instant at) { return {actor, at, ctx.db, ctx.services}; }

/// At the time wanted, or after the last thing that happened to the item.
Instant in_order(Context const& ctx, work::WorkItemId id, Instant wanted) {
  auto const last = timeline::entries_of(ctx, {"work_item", id.uuid}, 1);
  return last.empty() ? wanted : std::min(std::max(wanted, last.front().at), ctx.now);
}

/// 孙海涛 is at a training, 陈晓梅 goes on leave next week: their deputies are told meanwhile.
Result<void> stand_in(Context& ctx, Actors const& actors, Past const& on) {
  auto const zone = actors.at("孙海涛").time_zone;
  auto const name = [&](std::string const& away, std::string const& deputy, Instant from, Instant to) -> Result<void> {
    auto then = as(ctx, actors.at(away), on(-1, "09:20"));
    TRY(org::name_deputy(then, {.employee_id = {},
                                .deputy_id = actors.at(deputy).employee,
                                .from_date = calendar::local_date(from, zone),
                                .to_date = calendar::local_date(to, zone)}));
    return {};
  };
  TRY(name("孙海涛", "马俊", on(0, "09:00"), on(3, "09:00")));
  return name("陈晓梅", "林小燕", on(5, "09:00"), on(9, "09:00"));
}

/// Whoever is asked to take something over wants to know first what exactly is meant.
Result<void> ask_before_accepting(Context& ctx, Actors const& actors, Past const& on) {
  for (auto const& [name, actor] : actors) {
    auto const reading = as(ctx, actor, ctx.now);
    for (auto const& handoff : work::handoffs_waiting(reading)) {
      auto then = as(ctx, actor, in_order(ctx, handoff.work_item_id, on.ago(20)));
      TRY(work::ask(then, handoff.id, {"只换坏的那一段，还是整根一起换？配件从哪个仓库领？"}));
      return react(then);
    }
  }
  return {};
}

std::vector<work::WorkItemLine> open_items(Context const& ctx) {
  auto page = work::list(ctx, {.order = work::Order::newest, .limit = 200});
  return page ? std::move(page->items) : std::vector<work::WorkItemLine>{};
}

/// Somebody sees early that the date does not hold, and says so.
Result<void> propose_another_date(Context& ctx, Actors const& actors, Past const& on) {
  for (auto const& line : open_items(ctx)) {
    bool const fits = line.state == work::State::in_progress && line.due_at && *line.due_at > ctx.now && line.owner.id != line.handler.id &&
                      actors.contains(line.handler.name) && !line.handoff_pending;
    if (!fits) continue;
    auto then = as(ctx, actors.at(line.handler.name), in_order(ctx, line.id, on.ago(45)));
    auto const proposed = work::propose_date(then, line.id, {on.after(*line.due_at, 450), "配件要明天下午才到货，装好还要试一天。"});
    if (!proposed) continue;
    return react(then);
  }
  return {};
}

/// What the yearly check taught, for the next one.
Result<void> learn(Context& ctx, Actors const& actors, Past const& on) {
  auto const done = TRY(work::list(ctx, {.states = std::vector{work::State::done}, .closed = true, .order = work::Order::newest, .limit = 50}));
  int written = 0;
  for (auto const& line : done.items) {
    if (written == 2) break;
    auto const owner = actors.find(line.owner.name);
    if (owner == actors.end() || line.kind == "task") continue;
    auto then = as(ctx, owner->second, in_order(ctx, line.id, on.ago(60)));
    auto const* text = written == 0 ? "同一楼栋三个月内第二次出现，建议把这一栋的老化配件列进下季度集中更换。"
                                    : "上门前先电话确认家里有人，这次空跑了一趟；以后派单时把可上门时间写进去。";
    if (!work::add_lesson(then, line.id, {text})) continue;
    TRY(react(then));
    ++written;
  }
  return {};
}

/// A complaint rises sooner than other things, and says so in our own words.
Result<void> set_up(Context& ctx, Actors const& actors, Past const& on) {
  using enum followup::Standpoint;
  auto then = as(ctx, actors.at("邓志伟"), on(-1, "09:10"));
  followup::Ladder const complaint{
      {{0, -60, {owner, handler}}, {0, 0, {owner, handler}}, {0, 120, {owner, supervisor}}, {1, 0, {department_head}}, {2, 0, {above}}}, 1};
  TRY(followup::change_policy(then, 0, {.subject_kind = "complaint", .topic = followup::Topic::due, .ladder = complaint}));
  notify::TemplateForm const words{"【投诉逾期】{title}（{number}）",
                                   "计划完成时间 {time} 已过。\n负责人：{owner}\n经办人：{handler}\n请今天给业主一个回话，再把原因写进事项。"};
  TRY(notify::put_template(then, {"escalation.due", notify::Channel::email, "zh"}, 0, words));
  return {};
}

Result<void> keep_views(Context& ctx, Actors const& actors, Past const& on) {
  struct View {
    char const* who;
    char const* name;
    char const* query;
  };
  constexpr View views[] = {{"林小燕", "逾期的报修", "overdue=true&kinds=work_order"},
                            {"林小燕", "投诉", "kinds=complaint"},
                            {"陈晓梅", "本部门逾期", "overdue=true"},
                            {"周建国", "最重要的事", "importance=1"}};
  for (auto const& view : views) {
    auto then = as(ctx, actors.at(view.who), on(-5, "10:00"));
    TRY(work::save_view(then, {"work_items", view.name, view.query}));
  }
  return {};
}

/// Words beside the item, to somebody by name.
Result<void> talk(Context& ctx, Actors const& actors, Past const& on) {
  struct Remark {
    char const* title;
    char const* by;
    char const* to;
    char const* text;
    std::int64_t minutes_ago;
  };
  constexpr Remark remarks[] = {{"6号楼2号电梯曳引机异响", "赵德明", "李建军", "@李建军 厂家报价到了，比去年高一成，要不要再压一压？", 180},
                                {"6号楼2号电梯曳引机异响", "李建军", "赵德明", "@赵德明 先按这个价走，别耽误工期，差额我来和财务说。", 120},
                                {"采购潜污泵2台（雨季备用）", "李建军", "董明", "@董明 交货期写进合同，迟一天扣千分之五。", 240}};
  auto const lines = TRY(work::list(ctx, {.closed = true, .limit = 200}));
  for (auto const& remark : remarks) {
    auto const found = std::ranges::find(lines.items, std::string_view(remark.title), &work::WorkItemLine::title);
    if (found == lines.items.end()) continue;
    auto then = as(ctx, actors.at(remark.by), in_order(ctx, found->id, on.ago(remark.minutes_ago)));
    if (!work::show(then, found->id)) continue;
    TRY(work::comment(then, found->id, {remark.text, {actors.at(remark.to).employee}}));
    TRY(react(then));
  }
  return {};
}

}  // namespace

Result<void> work_together(Context& ctx, Actors const& actors, Past const& on) {
  TRY(set_up(ctx, actors, on));
  TRY(stand_in(ctx, actors, on));
  TRY(ask_before_accepting(ctx, actors, on));
  TRY(propose_another_date(ctx, actors, on));
  TRY(learn(ctx, actors, on));
  TRY(keep_views(ctx, actors, on));
  return talk(ctx, actors, on);
}

}  // namespace zx::app::demo
