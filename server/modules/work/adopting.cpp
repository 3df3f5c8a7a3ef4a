// A plan becomes dates.

#include "modules/work/changing.hpp"
#include "modules/work/planning.hpp"
#include "modules/work/store.hpp"

namespace zx::work {
namespace {

struct Dates {
  Instant start_at;
  Instant due_at;
};

Dates dates_of(PlannedItem const& item, bool levelled) {
  return levelled ? Dates{item.levelled_start_at, item.levelled_finish_at} : Dates{item.earliest_start_at, item.earliest_finish_at};
}

/// What one item refuses names its place.
Refusal at(PlannedItem const& item, Refusal refusal) {
  std::string const place = "items." + item.number;
  if (refusal.fields.empty()) return Refusal::invalid_field(place, refusal.code, refusal.arguments);
  for (auto& field : refusal.fields) field.path = place;
  return refusal;
}

/// The items that have not begun, with new dates. Returns how many got others.
Result<std::int64_t> write_dates(Context& ctx, ScheduleView const& schedule, bool levelled) {
  std::int64_t changed = 0;
  for (auto const& item : schedule.items) {
    auto const dates = dates_of(item, levelled);
    if (item.begun || (dates.start_at == item.start_at && dates.due_at == item.due_at)) continue;
    auto found = TRY(store::find_visible(ctx, item.id, permissions::read));
    if (auto done = changing::redate(ctx, std::move(found), dates.start_at, dates.due_at); !done) return at(item, done.refusal());
    ++changed;
  }
  return changed;
}

}  // namespace

Result<AdoptionResult> adopt_schedule(Context& ctx, WorkItemId parent, AdoptionForm const& form) {
  auto const item = TRY(store::find_visible(ctx, parent, permissions::read));
  TRY(changing::may_change(ctx, item));
  if (rules::is_closed(item.row.state)) return Refusal::conflict("work.closed");
  if (form.begins_at < ctx.now - plan_stands_for) return Refusal::stale("request.stale");
  auto const schedule = TRY(schedule_of(ctx, parent, {form.begins_at}));
  if (schedule.basis != form.basis) return Refusal::stale("request.stale");
  AdoptionResult result{.changed = TRY(write_dates(ctx, schedule, form.levelled)), .schedule = {}};
  auto const finish = form.levelled ? schedule.levelled_finishes_at : schedule.finishes_at;
  if (result.changed > 0) {
    store::tell(ctx, parent, "work_item.schedule_adopted",
                {{"levelled", "", form.levelled ? "true" : "false"}, {"items", "", std::to_string(result.changed)}, {"plan_finish", "", finish.text()}});
  }
  result.schedule = TRY(schedule_of(ctx, parent, {form.begins_at}));
  return result;
}

}  // namespace zx::work
