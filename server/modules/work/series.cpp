// Recurring items: begin, look, stop.

#include "modules/work/series.hpp"

#include "modules/work/creating.hpp"
#include "modules/work/series_rules.hpp"
#include "modules/work/sql.hpp"
#include "modules/work/store.hpp"
#include "platform/base/json.hpp"
#include "platform/base/text.hpp"

namespace zx::work {
namespace {

constexpr std::int64_t most_units = 365;
constexpr std::int64_t most_working_days = 250;
constexpr std::size_t page_size = 100;

struct SeriesRow {
  SeriesId id;
  std::string title;
  std::string kind;
  EmployeeId owner_id;
  std::string owner_name;
  EmployeeId handler_id;
  std::string handler_name;
  std::int64_t every = 1;
  SeriesUnit unit = SeriesUnit::week;
  Date first_on;
  std::optional<Date> until_on;
  SeriesShift shift = SeriesShift::later;
  std::optional<std::int64_t> due_working_days;
  std::optional<Date> next_on;
  std::optional<Instant> next_at;
  std::optional<Instant> stopped_at;
  std::optional<std::string> stopped_by_name;
  EmployeeId created_by;
  std::string created_by_name;
  Instant created_at;
  std::int64_t version = 1;
  std::int64_t made = 0;
  std::optional<WorkItemId> last_id;
  std::optional<std::string> last_number;
  std::optional<std::string> last_title;
};
BOOST_DESCRIBE_STRUCT(SeriesRow, (),
                      (id, title, kind, owner_id, owner_name, handler_id, handler_name, every, unit, first_on, until_on, shift, due_working_days, next_on,
                       next_at, stopped_at, stopped_by_name, created_by, created_by_name, created_at, version, made, last_id, last_number, last_title))

db::Statement const& visible_within(Scope reach) {
  switch (reach) {
    case Scope::none:
    case Scope::self: return sql::series_visible_self;
    case Scope::direct_reports: return sql::series_visible_reports;
    case Scope::department: return sql::series_visible_department;
    case Scope::department_and_below: return sql::series_visible_below;
    case Scope::organization: return sql::series_visible_organization;
  }
  throw std::logic_error("unknown reach");
}

std::optional<SeriesRow> find(ReadContext const& ctx, SeriesId id, Scope reach) {
  db::Composed statement(sql::series);
  statement += visible_within(reach);
  statement += sql::series_of_id;
  return ctx.db.one<SeriesRow>(statement, db::Parameters::of(followup::viewer(ctx.actor)).and_("id", id));
}

bool may_stop(ReadContext const& ctx, SeriesRow const& row) {
  auto const me = ctx.actor.employee;
  if (!me.is_nil() && (row.owner_id == me || row.created_by == me)) return true;
  auto const reach = ctx.actor.reach(permissions::assign);
  if (reach == Scope::none) return false;
  return reach >= ctx.actor.reach(permissions::read) || find(ctx, row.id, reach).has_value();
}

SeriesView view_of(ReadContext const& ctx, SeriesRow row) {
  SeriesView view{.id = row.id,
                  .title = row.title,
                  .kind = row.kind,
                  .owner = {row.owner_id, row.owner_name},
                  .handler = {row.handler_id, row.handler_name},
                  .every = row.every,
                  .unit = row.unit,
                  .first_on = row.first_on,
                  .until = row.until_on,
                  .shift = row.shift,
                  .due_working_days = row.due_working_days,
                  .next_on = row.next_on,
                  .next_at = row.next_at,
                  .made = row.made,
                  .last_item = {},
                  .stopped_at = row.stopped_at,
                  .stopped_by_name = row.stopped_by_name,
                  .created_by_name = row.created_by_name,
                  .created_at = row.created_at,
                  .may_stop = row.next_at && may_stop(ctx, row)};
  if (row.last_id) view.last_item = ItemLink{*row.last_id, row.last_number.value_or(""), row.last_title.value_or("")};
  return view;
}

/// Members an occurrence has of its own.
Result<void> check_own(NewWorkItemForm const& item) {
  auto own = [](bool said, std::string_view member) -> std::vector<FieldError> {
    return said ? std::vector<FieldError>{{"item." + std::string(member), "work.series_item_own", {}}} : std::vector<FieldError>{};
  };
  std::vector<FieldError> errors;
  for (auto const& found : {own(item.id.has_value(), "id"), own(item.start_at.has_value(), "start_at"), own(item.due_at.has_value(), "due_at"),
                            own(item.next_follow_up_at.has_value(), "next_follow_up_at"), own(item.parent_id.has_value(), "parent_id"),
                            own(item.draft.has_value(), "draft"), own(item.follow_on_of.has_value(), "follow_on_of")})
    errors.insert(errors.end(), found.begin(), found.end());
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  return {};
}

Result<void> in_range(std::string_view field, std::int64_t value, std::int64_t least, std::int64_t most) {
  if (value >= least && value <= most) return {};
  return Refusal::invalid_field(std::string(field), "field.out_of_range", {{"least", std::to_string(least)}, {"most", std::to_string(most)}});
}

Result<void> check_rule(Context const& ctx, NewSeriesForm const& form) {
  TRY(in_range("every", form.every, 1, most_units));
  if (form.due_working_days) TRY(in_range("due_working_days", *form.due_working_days, 0, most_working_days));
  auto const today = calendar::local_date(ctx.now, ctx.services.calendar_of(ctx.actor.organization)->zone());
  if (form.first_on < today) return Refusal::invalid_field("first_on", "work.series_in_past");
  // Within the years the calendar knows.
  if (form.first_on > today.plus_days(366)) return Refusal::invalid_field("first_on", "work.series_too_far");
  if (form.until && *form.until < form.first_on) return Refusal::invalid_field("until", "work.series_until_early");
  return {};
}

/// Its refusals are about `item`.
Result<void> check_item(Context const& ctx, NewWorkItemForm item, std::optional<Instant> due_at) {
  item.due_at = due_at;
  auto checked = creating::check(ctx, item, Source::manual);
  if (checked) return {};
  auto refusal = checked.refusal();
  for (auto& field : refusal.fields) field.path = "item." + field.path;
  return refusal;
}

/// Whoever makes it asks for it, and has it unless it says otherwise.
NewWorkItemForm completed(Context const& ctx, NewWorkItemForm item) {
  if (!item.owner_id) item.owner_id = ctx.actor.employee.is_nil() ? org::default_owner(ctx).id : ctx.actor.employee;
  if (!item.handler_id) item.handler_id = item.owner_id;
  if (!item.requester && !ctx.actor.employee.is_nil()) item.requester = Requester{.employee_id = ctx.actor.employee, .name = {}, .phone = {}, .email = {}};
  item.kind = item.kind.value_or(std::string(default_kind));
  item.title = std::string(text::trim(item.title));
  return item;
}

void tell_pages(Context const& ctx, SeriesId id) {
  ctx.db.after_commit(
      [&services = ctx.services, organization = ctx.actor.organization, text = id.text()] { services.notify_pages(organization, "work_series", text); });
}

void insert(Context const& ctx, SeriesId id, NewSeriesForm const& form, NewWorkItemForm const& item, rules::SeriesRule const& rule) {
  auto const calendar = ctx.services.calendar_of(ctx.actor.organization);
  auto const owner = org::find_employee(ctx, *item.owner_id);
  ctx.db.execute(sql::insert_series, {{"org", ctx.actor.organization},
                                      {"id", id},
                                      {"title", item.title},
                                      {"kind", *item.kind},
                                      {"item", to_json(item)},
                                      {"owner_id", *item.owner_id},
                                      {"handler_id", *item.handler_id},
                                      {"department_id", item.department_id ? item.department_id : owner->department_id},
                                      {"every", rule.every},
                                      {"unit", rule.unit},
                                      {"first_on", rule.first_on},
                                      {"until_on", rule.until_on},
                                      {"shift", rule.shift},
                                      {"due_working_days", form.due_working_days},
                                      {"next_number", std::int64_t{0}},
                                      {"next_on", rules::shifted(rule.first_on, rule.shift, *calendar)},
                                      {"next_at", rules::made_at(rule, 0, *calendar)},
                                      {"created_by", ctx.actor.employee},
                                      {"created_by_name", ctx.actor.name},
                                      {"created_at", ctx.now},
                                      {"version", std::int64_t{1}}});
}

}  // namespace

Result<SeriesView> begin_series(Context& ctx, NewSeriesForm const& form) {
  TRY(check_rule(ctx, form));
  TRY(check_own(form.item));
  auto const item = completed(ctx, form.item);
  rules::SeriesRule const rule{form.every, form.unit, form.first_on, form.until, form.shift.value_or(SeriesShift::later)};
  auto const calendar = ctx.services.calendar_of(ctx.actor.organization);
  auto const first = rules::made_at(rule, 0, *calendar);
  TRY(check_item(ctx, item, form.due_working_days ? std::optional(rules::due_after(first, *form.due_working_days, *calendar)) : std::nullopt));
  auto const id = SeriesId::make();
  insert(ctx, id, form, item, rule);
  timeline::begin(ctx, {"work_series", id.uuid}, "work_series.begun",
                  {{"title", "", item.title}, {"owner", "", store::name_of(ctx, *item.owner_id)}, {"handler", "", store::name_of(ctx, *item.handler_id)}});
  tell_pages(ctx, id);
  return view_of(ctx, *find(ctx, id, Scope::organization));
}

Result<http::Page<SeriesView>> list_series(ReadContext const& ctx, SeriesQuery const& query) {
  db::Composed statement(sql::series);
  auto parameters = db::Parameters::of(followup::viewer(ctx.actor));
  statement += visible_within(ctx.actor.reach(permissions::read));
  if (!query.ended.value_or(false)) statement += sql::series_running;
  if (query.after) {
    auto const after = Uuid::parse(*query.after);
    if (!after) return Refusal::invalid_field("after", "request.cursor_invalid");
    statement += sql::series_after;
    parameters.set("after", *after);
  }
  statement += sql::series_newest;
  auto rows = ctx.db.all<SeriesRow>(statement, parameters);
  http::Page<SeriesView> page;
  if (rows.size() > page_size) {
    rows.resize(page_size);
    page.next = rows.back().id.text();
  }
  for (auto& row : rows) page.items.push_back(view_of(ctx, std::move(row)));
  return page;
}

Result<SeriesView> show_series(ReadContext const& ctx, SeriesId id) {
  auto row = find(ctx, id, ctx.actor.reach(permissions::read));
  if (!row) return Refusal::not_found("work.series_not_found");
  return view_of(ctx, std::move(*row));
}

Result<SeriesView> stop_series(Context& ctx, SeriesId id) {
  auto const row = find(ctx, id, ctx.actor.reach(permissions::read));
  if (!row) return Refusal::not_found("work.series_not_found");
  if (!may_stop(ctx, *row)) return Refusal::forbidden("work.series_not_yours");
  if (!row->next_at) return Refusal::conflict("work.series_over");
  auto const stopped = ctx.db.execute(sql::stop_series, {{"org", ctx.actor.organization}, {"id", id}, {"now", ctx.now}, {"by_name", ctx.actor.name}});
  if (stopped == 0) return Refusal::conflict("work.series_over");
  timeline::append(ctx, {"work_series", id.uuid}, "work_series.stopped");
  tell_pages(ctx, id);
  return view_of(ctx, *find(ctx, id, Scope::organization));
}

}  // namespace zx::work
