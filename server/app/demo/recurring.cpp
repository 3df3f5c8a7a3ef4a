#include "app/demo/recurring.hpp"

#include <algorithm>
#include <array>

#include "modules/work/series.hpp"

namespace zx::app::demo {
namespace {

struct Routine {
  std::string_view title, description, location;
  std::string_view owner, handler;
  work::SeriesUnit unit;
  int begun;  ///< working days ago
  std::int64_t due_working_days;
  std::string_view finding, result;
};

std::array const routines = {
    Routine{"消防器材月度检查", "逐点检查灭火器压力、消火栓水带和应急照明，签到拍照。", "全小区", "赵德明", "马俊", work::SeriesUnit::month, -38, 5,
            "查了 26 点，2 具灭火器压力不足，已领备用的替换", "应查 38 点，实查 38 点，隐患当天整改，照片已上传。"},
    Routine{"水泵房每周巡检", "看压力表、液位和渗漏，听电机声音，记录读数。", "地下水泵房", "冯国平", "蒋涛", work::SeriesUnit::week, -8, 1,
            "1、2 号泵房读数正常，3 号泵房待查", "三个泵房读数正常，无渗漏，记录已归档。"},
};

/// Acts as somebody at a time of the past, and lets the dispatcher react.
class At {
 public:
  At(Context& ctx, Actors const& actors) : ctx_(ctx), actors_(actors) {}

  template <class F>
  auto operator()(std::string_view who, Instant at, F&& act) const -> std::invoke_result_t<F&, Context&> {
    Context then{actors_.find(who)->second, std::min(at, ctx_.now), ctx_.db, ctx_.services};
    auto done = TRY(act(then));
    TRY(react(then));
    return done;
  }

 private:
  Context& ctx_;
  Actors const& actors_;
};

Result<work::SeriesView> set_up(Actors const& actors, At const& at, Routine const& routine, Instant first) {
  auto const& owner = actors.find(routine.owner)->second;
  work::NewSeriesForm form{.item = {.title = std::string(routine.title)}, .unit = routine.unit, .first_on = calendar::local_date(first, owner.time_zone)};
  form.item.description = std::string(routine.description);
  form.item.location = std::string(routine.location);
  form.item.handler_id = actors.find(routine.handler)->second.employee;
  form.item.tags = {"例行"};
  form.due_working_days = routine.due_working_days;
  return at(routine.owner, first, [&](Context& ctx) { return work::begin_series(ctx, form); });
}

/// The handler takes it and begins; the owner asks how far it is.
Result<void> begin_work(At const& at, Routine const& routine, work::WorkItemView const& item, Past const& on) {
  auto const made = item.created_at;
  TRY(at(routine.handler, on.after(made, 60), [&](Context& ctx) { return work::accept_handoff(ctx, item.pending_handoff->id); }));
  TRY(at(routine.handler, on.after(made, 90), [&](Context& ctx) { return work::start(ctx, item.id); }));
  followup::FollowUpForm asked{.method = followup::Method::phone, .finding = std::string(routine.finding)};
  asked.next_follow_up_at = on(1, "15:00");
  TRY(at(routine.owner, on.after(made, 240), [&](Context& ctx) { return followup::record(ctx, {item.id.uuid}, asked); }));
  return {};
}

Result<void> finish(At const& at, Routine const& routine, work::WorkItemView const& item, Past const& on) {
  TRY(at(routine.handler, on.after(item.created_at, 400), [&](Context& ctx) { return work::submit(ctx, item.id, routine.result); }));
  TRY(at(routine.owner, on.after(item.created_at, 440), [&](Context& ctx) { return work::close(ctx, item.id, "抽查记录属实"); }));
  return {};
}

}  // namespace

Result<Told> come_round_again(Context& ctx, Actors const& actors, Past const& on) {
  At const at(ctx, actors);
  Told told;
  for (auto const& routine : routines) {
    auto series = TRY(set_up(actors, at, routine, on(routine.begun, "08:30")));
    while (series.next_at && *series.next_at <= ctx.now) {
      work::make_next_of_series(ctx.db, ctx.services, ctx.actor.organization, *series.next_at);
      series = TRY(work::show_series(ctx, series.id));
      auto const item = TRY(work::show(ctx, series.last_item->id));
      bool const is_old = on.after(item.created_at, 440) < ctx.now;
      if (is_old) TRY(begin_work(at, routine, item, on));
      if (is_old && series.next_at && *series.next_at <= ctx.now) TRY(finish(at, routine, item, on));
      told.items += 1;
      told.follow_ups += is_old;
    }
  }
  return told;
}

}  // namespace zx::app::demo
