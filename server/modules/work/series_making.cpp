// The job of recurring items: one item for one occurrence.

#include "modules/work/outside.hpp"
#include "modules/work/series.hpp"
#include "modules/work/series_rules.hpp"
#include "modules/work/sql.hpp"
#include "modules/work/store.hpp"
#include "platform/base/json.hpp"

namespace zx::work {
namespace {

struct DueRow {
  SeriesId id;
  std::string item;  ///< JSON of the form
  std::int64_t every = 1;
  SeriesUnit unit = SeriesUnit::week;
  Date first_on;
  std::optional<Date> until_on;
  SeriesShift shift = SeriesShift::later;
  std::optional<std::int64_t> due_working_days;
  std::int64_t next_number = 0;

  rules::SeriesRule rule() const { return {every, unit, first_on, until_on, shift}; }
};
BOOST_DESCRIBE_STRUCT(DueRow, (), (id, item, every, unit, first_on, until_on, shift, due_working_days, next_number))

std::optional<DueRow> lock_due(db::Transaction& tx, OrganizationId organization, Instant now) {
  db::Composed statement(sql::due_series);
  statement += sql::lock_series;
  return tx.one<DueRow>(statement, {{"org", organization}, {"now", now}});
}

bool is_active(ReadContext const& ctx, EmployeeId id) {
  auto const found = org::find_employee(ctx, id);
  return found && found->active;
}

/// The work goes on when somebody has left: to the owner, or to whom everything without one goes.
NewWorkItemForm with_people_who_are_here(ReadContext const& ctx, NewWorkItemForm form) {
  if (!form.owner_id || !is_active(ctx, *form.owner_id)) form.owner_id = org::default_owner(ctx).id;
  if (!form.handler_id || !is_active(ctx, *form.handler_id)) form.handler_id = form.owner_id;
  std::erase_if(form.participant_ids, [&](EmployeeId id) { return !is_active(ctx, id); });
  return form;
}

/// What nothing can be wrong with: when the kind was closed or a field of its own has changed, the work still has to be done.
NewWorkItemForm plain(NewWorkItemForm const& form) {
  NewWorkItemForm bare;
  bare.title = form.title;
  bare.description = form.description;
  bare.location = form.location;
  bare.owner_id = form.owner_id;
  bare.handler_id = form.handler_id;
  bare.importance = form.importance;
  bare.due_at = form.due_at;
  return bare;
}

WorkItemView make_item(Context& ctx, DueRow const& series) {
  auto form = with_people_who_are_here(ctx, from_json<NewWorkItemForm>(series.item).value());
  if (series.due_working_days) form.due_at = rules::due_after(ctx.now, *series.due_working_days, *ctx.services.calendar_of(ctx.actor.organization));
  auto made = create(ctx, form, Source::series);
  if (!made) made = create(ctx, plain(form), Source::series);
  if (!made) throw std::logic_error("the item of series " + series.id.text() + " was refused: " + made.refusal().code);
  return std::move(made).value();
}

/// What comes next, or nothing any more.
void move_to(Context const& ctx, DueRow const& series, std::int64_t number) {
  auto const calendar = ctx.services.calendar_of(ctx.actor.organization);
  auto const rule = series.rule();
  bool const goes_on = rules::has_occurrence(rule, number);
  ctx.db.execute(sql::move_series,
                 {{"org", ctx.actor.organization},
                  {"id", series.id},
                  {"next_number", number},
                  {"next_on", goes_on ? std::optional(rules::shifted(rules::occurrence_on(rule, number), rule.shift, *calendar)) : std::nullopt},
                  {"next_at", goes_on ? std::optional(rules::made_at(rule, number, *calendar)) : std::nullopt}});
}

void tell(Context const& ctx, SeriesId id, WorkItemView const& item) {
  timeline::append(ctx, {"work_series", id.uuid}, "work_series.made", {{"number", "", item.number}});
  ctx.db.after_commit(
      [&services = ctx.services, organization = ctx.actor.organization, text = id.text()] { services.notify_pages(organization, "work_series", text); });
}

}  // namespace

bool make_next_of_series(db::Transaction& tx, Services& services, OrganizationId organization, Instant now) {
  auto const series = lock_due(tx, organization, now);
  if (!series) return false;
  auto const system = outside::requester_of(organization, tx, {});
  Context ctx{system, now, tx, services};
  auto const due = rules::last_due(series->rule(), series->next_number, now, *services.calendar_of(organization));
  if (due) {
    auto const item = make_item(ctx, *series);
    tx.execute(sql::insert_series_item, {{"org", organization}, {"series", series->id}, {"occurrence", *due}, {"work_item", item.id}});
    tell(ctx, series->id, item);
  }
  // Not due after all: the calendar has changed since its time was worked out.
  move_to(ctx, *series, due ? *due + 1 : series->next_number);
  return true;
}

}  // namespace zx::work
