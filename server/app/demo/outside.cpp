#include "app/demo/outside.hpp"

#include <array>

#include "app/demo/everyday.hpp"
#include "modules/org/organization.hpp"
#include "modules/work/public_form.hpp"
#include "modules/work/requester.hpp"

namespace zx::app::demo {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view service_desk = "林小燕";
constexpr std::uint64_t seed = 1102;  // the flat with the leak
constexpr int letters = 2;

/// Most are content; a few are not, and say why.
struct Opinion {
  std::int64_t rating;
  std::string_view words;
};
constexpr std::array opinions = {Opinion{5, "师傅很细心，谢谢"},
                                 Opinion{5, ""},
                                 Opinion{4, "来得比说好的晚了一点"},
                                 Opinion{5, "当天就修好了"},
                                 Opinion{4, ""},
                                 Opinion{5, "走的时候还打扫了"},
                                 Opinion{3, "修了两次才好"},
                                 Opinion{5, ""},
                                 Opinion{2, "打了三次电话才有人来"},
                                 Opinion{5, "态度好"}};

Actor requester(Context const& ctx, std::string name) {
  auto actor = ctx.actor;
  actor.name = std::move(name);
  return actor;
}

Result<void> open_form(Context& ctx, Actor const& desk) {
  for (auto const* kind : {"work_order", "complaint"}) TRY(work::change_kind(ctx, kind, work::kind_called(ctx, kind).version, {.public_form = true}));
  // Kinds are remembered as they were before this transaction; looking for one that is not there has them read anew.
  (void)work::find_kind(ctx, "none_of_these");
  TRY(org::change_organization(ctx, org::show_organization(ctx).version, {.default_owner_id = desk.employee}));
  work::PublicFormForm form{.enabled = true, .welcome = "客服中心 8:30–20:00 有人值守；漏水、停电、困梯请直接拨打值班电话。"};
  TRY(work::change_public_form(ctx, 0, form));
  return {};
}

/// Two in five of those whose repair is done take the time.
Result<void> rate_what_was_done(Context& ctx) {
  Dice dice(seed);
  auto const done = TRY(work::list(ctx, {.states = {work::State::done}, .kinds = {"work_order", "complaint"}, .order = work::Order::newest, .limit = 200}));
  for (auto const& line : done.items) {
    auto const item = TRY(work::show(ctx, line.id));
    auto const takes_time = dice.between(1, 5) <= 2;
    auto const& opinion = dice.one_of(opinions);
    auto const at = item.completed_at.value_or(ctx.now) + 1h * dice.between(1, 20);
    if (!takes_time || item.requester.employee_id || !item.requester.name || at > ctx.now) continue;
    auto const actor = requester(ctx, *item.requester.name);
    Context then{actor, at, ctx.db, ctx.services};
    TRY(work::make_status_link(then, item.id));
    TRY(work::answer_as_requester(then, item.id, {.answer = work::RequesterAnswer::thanks, .rating = opinion.rating, .words = std::string(opinion.words)}));
    TRY(react(then));
  }
  return {};
}

/// This morning's, which nobody has passed on yet.
Result<std::int64_t> report_things(Context& ctx, Past const& on) {
  struct Report {
    Instant at;
    std::string_view kind, name, phone, location, description;
  };
  std::array const reports = {
      Report{on(-1, "20:41"), "work_order", "周先生", "10000017731", "5号楼1单元703", "厨房水龙头关不紧，一直滴水"},
      Report{on.ago(25), "complaint", "何女士", "10000017352", "8号楼地下车库", "B2层 117 号车位上方漏水，滴在车上\n已经第二次了，上次说修好了"},
  };
  std::int64_t taken = 0;
  for (auto const& report : reports) {
    if (report.at > ctx.now) continue;
    auto const actor = requester(ctx, std::string(report.name));
    Context then{actor, report.at, ctx.db, ctx.services};
    work::PublicRequestForm form{.client_id = Uuid::v7(), .kind = std::string(report.kind), .name = std::string(report.name)};
    form.phone = std::string(report.phone);
    form.location = std::string(report.location);
    form.description = std::string(report.description);
    TRY(work::take_request(then, form));
    TRY(react(then));
    ++taken;
  }
  return taken;
}

/// Those longest overdue in other hands; not the leak, whose last word answers the general manager's question.
Result<std::int64_t> urge(Context& ctx, Actors const& actors, Past const& on) {
  auto const late = TRY(work::list(ctx, {.overdue = true, .order = work::Order::due, .limit = 50}));
  std::int64_t sent = 0;
  for (auto const& line : late.items) {
    auto const owner = actors.find(line.owner.name);
    bool const is_leak = line.title.find("1102") != std::string::npos;
    if (sent == letters || owner == actors.end() || line.owner.id == line.handler.id || is_leak || line.state == work::State::on_hold) continue;
    work::LetterForm form{.tone = sent == 0 ? work::Tone::final : work::Tone::firm};
    form.demand = sent == 0 ? "今天内到现场，并把做不完的原因和确定的完成时间写清楚。" : "请安排人手继续办理，每天下班前回复进度。";
    form.next_follow_up_at = on(1, "10:00");
    auto const at = on.ago(sent == 0 ? 70 : 130);
    form.answer_by = calendar::local_date(on(1, "10:00"), owner->second.time_zone);
    Context then{owner->second, at, ctx.db, ctx.services};
    TRY(work::send_letter(then, line.id, form));
    TRY(react(then));
    ++sent;
  }
  return sent;
}

/// The tenant with the leak gets an address and an honest word.
Result<void> write_to_the_leak(Context& ctx, Actor const& desk, Past const& on) {
  auto const found = TRY(work::list(ctx, {.text = "1102", .limit = 5}));
  for (auto const& line : found.items) {
    if (line.title.find("厨房顶板渗水") == std::string::npos) continue;
    Context then{desk, on(-1, "10:50"), ctx.db, ctx.services};
    TRY(work::make_status_link(then, line.id));
    TRY(work::write_to_requester(then, line.id,
                                 {"孙女士您好：材料已经到了，刘师傅明天上午上门做防水。这段时间让您久等，非常抱歉；每天下午我会给您回一次话。"}));
    TRY(react(then));
  }
  return {};
}

}  // namespace

Result<Told> open_to_outside(Context& ctx, Actors const& actors, Past const& on) {
  auto const& desk = actors.at(std::string(service_desk));
  TRY(open_form(ctx, desk));
  TRY(rate_what_was_done(ctx));
  TRY(write_to_the_leak(ctx, desk, on));
  auto const letters_sent = TRY(urge(ctx, actors, on));
  return Told{.items = TRY(report_things(ctx, on)), .follow_ups = letters_sent};
}

}  // namespace zx::app::demo
