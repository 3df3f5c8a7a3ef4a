#include "modules/work/planning.hpp"

#include <algorithm>
#include <map>

#include "modules/work/changing.hpp"
#include "modules/work/plan.hpp"
#include "modules/work/sql.hpp"
#include "modules/work/store.hpp"

namespace zx::work {
namespace {

constexpr std::size_t most_planned = 1000;
constexpr std::int64_t quarter_hour_ms = 15 * 60'000;

std::vector<plan::Row> planned_rows(ReadContext const& ctx, WorkItemId parent) {
  db::Composed statement(sql::planned_items);
  statement += followup::visible_within(ctx.actor.reach(permissions::read));
  statement += sql::planned_items_end;
  return ctx.db.all<plan::Row>(statement, db::Parameters::of(followup::viewer(ctx.actor)).and_("parent", parent));
}

Instant next_quarter(Instant at) { return {(at.ms + quarter_hour_ms - 1) / quarter_hour_ms * quarter_hour_ms}; }

/// When the plan begins. One that was looked at a moment ago does not move.
Instant beginning(ReadContext const& ctx, store::Item const& parent, ScheduleQuery const& query, calendar::WorkingCalendar const& calendar) {
  if (query.begins_at && *query.begins_at >= ctx.now - plan_stands_for) return calendar.next_working_instant(*query.begins_at);
  return calendar.next_working_instant(std::max(parent.row.start_at.value_or(ctx.now), next_quarter(ctx.now)));
}

Result<plan::Network> network_of(ReadContext const& ctx, WorkItemId parent, plan::Axis const& axis) {
  auto rows = planned_rows(ctx, parent);
  if (rows.size() > most_planned) return Refusal::conflict("work.plan_too_large", {{"most", std::to_string(most_planned)}});
  auto edges = ctx.db.all<plan::Edge>(sql::planned_dependencies, {{"org", ctx.actor.organization}, {"parent", parent}});
  return plan::of(std::move(rows), std::move(edges), axis);
}

void place_in_time(PlannedItem& item, PlannedActivity const& planned, plan::Axis const& axis) {
  item.earliest_start_at = axis.start(planned.earliest_start);
  item.earliest_finish_at = axis.finish(planned.earliest_start, planned.earliest_finish);
  item.latest_start_at = axis.start(planned.latest_start);
  item.latest_finish_at = axis.finish(planned.latest_start, planned.latest_finish);
  item.levelled_start_at = axis.start(planned.levelled_start);
  item.levelled_finish_at = axis.finish(planned.levelled_start, planned.levelled_start + item.remaining_minutes);
  item.slack_minutes = planned.slack;
  item.critical = planned.critical;
}

/// Of what began before that was kept: its planned start, or as long ago as its work takes.
Instant beginning_of(plan::Row const& row, plan::Axis const& axis) {
  auto const end = row.completed_at.value_or(axis.begin);
  for (auto const& known : {row.started_at, row.start_at}) {
    if (known && *known <= end) return *known;
  }
  return axis.calendar.add_working_time(end, -std::chrono::minutes(row.estimate() - row.remaining()));
}

void place_where_it_began(PlannedItem& item, plan::Row const& row, plan::Axis const& axis) {
  item.earliest_start_at = item.latest_start_at = item.levelled_start_at = beginning_of(row, axis);
  if (!row.is_done()) return;
  item.earliest_finish_at = item.latest_finish_at = item.levelled_finish_at = row.completed_at.value_or(axis.begin);
  item.slack_minutes = 0;
  item.critical = false;
}

PlannedItem planned_item(plan::Row const& row, PlannedActivity const& planned, plan::Axis const& axis) {
  PlannedItem item{.id = row.id,
                   .number = row.number,
                   .title = row.title,
                   .state = row.state,
                   .handler = {row.handler_id, row.handler_name},
                   .importance = row.importance,
                   .progress = row.progress,
                   .begun = row.has_begun(),
                   .estimate_minutes = row.estimate(),
                   .estimate_assumed = !row.estimate_minutes,
                   .remaining_minutes = row.remaining(),
                   .after = {},
                   .group = static_cast<std::int64_t>(planned.group),
                   .start_at = row.start_at,
                   .due_at = row.due_at,
                   .completed_at = row.completed_at};
  place_in_time(item, planned, axis);
  if (item.begun) place_where_it_began(item, row, axis);
  return item;
}

/// The free days around everything that is drawn, at most those of three years.
std::vector<Date> free_days(ScheduleView const& schedule, calendar::WorkingCalendar const& calendar) {
  constexpr int most_days = 1100;
  auto first = schedule.begins_at;
  auto last = std::max(schedule.finishes_at, schedule.levelled_finishes_at);
  for (auto const& item : schedule.items) {
    first = std::min(first, item.earliest_start_at);
    last = std::max({last, item.latest_finish_at, item.due_at.value_or(last)});
  }
  std::vector<Date> free;
  auto day = calendar::local_date(first, calendar.zone());
  auto const end = calendar::local_date(last, calendar.zone());
  for (int i = 0; i < most_days && day <= end; ++i, day = day.plus_days(1)) {
    if (!calendar.is_working_day(day)) free.push_back(day);
  }
  return free;
}

PlanDays days_of(ScheduleView const& schedule, calendar::WorkingCalendar const& calendar) {
  std::optional<TimeOfDay> begins, ends;
  int longest = 0;
  for (auto const& day : calendar.hours().days) {
    int minutes = 0;
    for (auto const& stretch : day) {
      begins = std::min(begins.value_or(stretch.from), stretch.from);
      ends = std::max(ends.value_or(stretch.to), stretch.to);
      minutes += stretch.to.minutes - stretch.from.minutes;
    }
    longest = std::max(longest, minutes);
  }
  PlanDays days{.free = free_days(schedule, calendar)};
  if (longest > 0) days.minutes = longest;
  if (begins) days.begins = begins->text();
  if (ends) days.ends = ends->text();
  return days;
}

ScheduleView view(plan::Network const& network, Schedule const& schedule, plan::Axis const& axis) {
  ScheduleView view{.begins_at = axis.begin,
                    .finishes_at = axis.finish(0, schedule.length_minutes),
                    .levelled_finishes_at = axis.finish(0, schedule.levelled_minutes),
                    .length_minutes = schedule.length_minutes,
                    .serial_minutes = schedule.serial_minutes,
                    .levelled_minutes = schedule.levelled_minutes,
                    .items = {},
                    .critical_path = {},
                    .basis = plan::basis_of(network)};
  std::map<WorkItemId, std::size_t> places;
  for (std::size_t i = 0; i < network.rows.size(); ++i) {
    places[network.rows[i].id] = i;
    view.items.push_back(planned_item(network.rows[i], schedule.activities[i], axis));
  }
  for (auto const& edge : network.edges) view.items[places.at(edge.item_id)].after.push_back({edge.after_id, edge.lag_minutes});
  for (auto i : schedule.critical_path) {
    if (!network.rows[i].is_done()) view.critical_path.push_back(network.rows[i].id);
  }
  return view;
}

bool may_adopt(ReadContext const& ctx, store::Item const& parent) { return !rules::is_closed(parent.row.state) && changing::may_change(ctx, parent).ok(); }

}  // namespace

Result<ScheduleView> schedule_of(ReadContext const& ctx, WorkItemId parent, ScheduleQuery const& query) {
  auto const item = TRY(store::find_visible(ctx, parent, permissions::read));
  auto const calendar = ctx.services.calendar_of(ctx.actor.organization);
  plan::Axis const axis{*calendar, beginning(ctx, item, query, *calendar)};
  auto const network = TRY(network_of(ctx, parent, axis));
  auto found = view(network, TRY(schedule(network.activities)), axis);
  auto const all = ctx.db.sure<std::int64_t>(sql::count_planned_items, {{"org", ctx.actor.organization}, {"parent", parent}});
  found.unseen = all - static_cast<std::int64_t>(network.rows.size());
  found.days = days_of(found, *calendar);
  found.may_adopt = may_adopt(ctx, item);
  return found;
}

}  // namespace zx::work
