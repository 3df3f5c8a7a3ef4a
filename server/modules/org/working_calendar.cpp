#include "modules/org/working_calendar.hpp"

#include <future>
#include <set>

#include "modules/org/events.hpp"
#include "modules/org/memory.hpp"
#include "modules/org/people.hpp"
#include "modules/org/rules.hpp"
#include "modules/org/sql.hpp"
#include "platform/events/events.hpp"

namespace zx::org {
namespace {

using calendar::Holidays;
using calendar::WorkingCalendar;
using calendar::WorkingHours;
using DaysOfWeek = std::vector<std::vector<IntervalView>>;

constexpr std::int64_t most_days = 400;

struct CalendarRow {
  std::string hours;
  PublicHolidays public_holidays = PublicHolidays::mainland_china;
  std::int64_t version = 1;
  std::string time_zone;
};
BOOST_DESCRIBE_STRUCT(CalendarRow, (), (hours, public_holidays, version, time_zone))

DaysOfWeek days_of(WorkingHours const& hours) {
  DaysOfWeek days;
  for (auto const& day : hours.days) {
    auto& intervals = days.emplace_back();
    for (auto const& interval : day) intervals.push_back({interval.from, interval.to});
  }
  return days;
}

WorkingHours hours_of(DaysOfWeek const& days) {
  WorkingHours hours;
  for (std::size_t i = 0; i < hours.days.size(); ++i)
    for (auto const& interval : days.at(i)) hours.days[i].push_back({interval.from, interval.to});
  return hours;
}

std::vector<SpecialDayView> special_days(db::Executor& db, OrganizationId organization) {
  return db.all<SpecialDayView>(sql::special_days, {{"org", organization}});
}

Holidays holidays_of(PublicHolidays which, std::vector<SpecialDayView> const& own_days) {
  std::vector<calendar::SpecialDay> own;
  for (auto const& day : own_days) own.push_back({day.date, day.name, day.kind});
  return (which == PublicHolidays::mainland_china ? mainland_holidays() : Holidays{}).with(std::move(own));
}

/// A calendar and the days in it that have a name.
struct Loaded {
  std::shared_ptr<WorkingCalendar const> calendar;
  Holidays holidays;
};

std::optional<Loaded> load(db::Executor& db, OrganizationId organization) {
  auto row = db.one<CalendarRow>(sql::find_calendar, {{"org", organization}});
  if (!row) return std::nullopt;
  auto holidays = holidays_of(row->public_holidays, special_days(db, organization));
  auto hours = hours_of(from_json<DaysOfWeek>(row->hours).value());
  return Loaded{std::make_shared<WorkingCalendar>(row->time_zone, hours, holidays), std::move(holidays)};
}

/// Before the organization's own is there (it is made in this very transaction, say).
std::shared_ptr<WorkingCalendar const> standard_calendar() {
  return std::make_shared<WorkingCalendar>("Asia/Shanghai", WorkingHours::standard(), mainland_holidays());
}

std::shared_ptr<WorkingCalendar const> read_and_remember(Services& services, OrganizationId organization) {
  auto const now = services.clock.now();
  auto loaded = services.database.read([&](db::Executor& db) { return load(db, organization); });
  if (!loaded) return nullptr;
  memory_of(services).calendars.remember(organization, loaded->calendar, now);
  return loaded->calendar;
}

Result<void> check(CalendarForm const& form) {
  if (form.days.size() != 7) return Refusal::invalid_field("days", "calendar.seven_days_expected");
  TRY(calendar::check(hours_of(form.days)));
  std::vector<FieldError> errors;
  std::set<Date> seen;
  for (std::size_t i = 0; i < form.special_days.size(); ++i) {
    auto const& day = form.special_days[i];
    auto const path = "special_days." + std::to_string(i);
    if (!seen.insert(day.date).second) errors.push_back({path + ".date", "calendar.day_twice", {}});
    rules::check_text(errors, path + ".name", day.name, 40);
  }
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  return {};
}

/// One line a day, for the history.
std::string text_of(std::vector<SpecialDayView> const& days) {
  std::string text;
  for (auto const& day : days) text += (text.empty() ? "" : "; ") + day.date.text() + " " + std::string(enum_text(day.kind)) + " " + day.name;
  return text;
}

std::string text_of(DaysOfWeek const& days) {
  std::string text;
  for (auto const& day : days) {
    if (!text.empty()) text += "; ";
    for (auto const& interval : day) text += interval.from.text() + "–" + interval.to.text() + " ";
  }
  return text;
}

}  // namespace

CalendarView show_calendar(ReadContext const& ctx) {
  auto const org = ctx.actor.organization;
  auto row = ctx.db.sure<CalendarRow>(sql::find_calendar, {{"org", org}});
  auto own = special_days(ctx.db, org);
  return {.days = from_json<DaysOfWeek>(row.hours).value(),
          .public_holidays = row.public_holidays,
          .special_days = own,
          .known_until = holidays_of(row.public_holidays, own).known_until(),
          .time_zone = row.time_zone,
          .version = row.version};
}

Result<void> change_calendar(Context const& ctx, std::int64_t version, CalendarForm const& form) {
  TRY(check(form));
  auto const org = ctx.actor.organization;
  auto const before = show_calendar(ctx);
  TRY(changed_or_stale(
      ctx.db.execute(sql::update_calendar, {{"org", org}, {"version", version}, {"hours", to_json(form.days)}, {"public_holidays", form.public_holidays}})));
  ctx.db.execute(sql::delete_special_days, {{"org", org}});
  for (auto const& day : form.special_days) ctx.db.enqueue(sql::insert_special_day, db::Parameters::of(day).and_("org", org));
  std::vector<timeline::Change> changes;
  note(changes, "hours", text_of(before.days), text_of(form.days));
  note(changes, "public_holidays", std::string(enum_text(before.public_holidays)), std::string(enum_text(form.public_holidays)));
  note(changes, "special_days", text_of(before.special_days), text_of(form.special_days));
  timeline::append(ctx, {"organization", org.uuid}, "organization.calendar_changed", std::move(changes));
  remember_calendar_after(ctx);
  events::publish(ctx, CalendarChanged{org});
  return {};
}

Result<std::vector<DayView>> days_between(ReadContext const& ctx, DaysQuery const& query) {
  auto const count = query.to.days() - query.from.days() + 1;
  if (count > most_days) return Refusal::invalid_field("to", "org.period_too_long", {{"days", std::to_string(most_days)}});
  auto loaded = load(ctx.db, ctx.actor.organization);
  if (!loaded) throw std::logic_error("an organization without calendar");
  std::vector<DayView> days;
  for (auto date = query.from; date <= query.to; date = date.plus_days(1)) {
    auto const* special = loaded->holidays.find(date);
    days.push_back({.date = date,
                    .working = loaded->calendar->is_working_day(date),
                    .name = special ? std::optional(special->name) : std::nullopt,
                    .announced = loaded->calendar->is_announced(date)});
  }
  return days;
}

void add_calendar(Context const& ctx) {
  ctx.db.execute(sql::insert_calendar,
                 {{"org", ctx.actor.organization}, {"hours", to_json(days_of(WorkingHours::standard()))}, {"public_holidays", PublicHolidays::mainland_china}});
  remember_calendar_after(ctx);
}

void remember_calendar_after(Context const& ctx) {
  auto loaded = load(ctx.db, ctx.actor.organization);
  if (!loaded) return;
  ctx.db.after_commit([&services = ctx.services, org = ctx.actor.organization, calendar = loaded->calendar, now = ctx.now] {
    memory_of(services).calendars.remember(org, calendar, now);
  });
}

void refresh_calendar(Services& services, OrganizationId organization) {
  auto known = memory_of(services).calendars.find(organization);
  if (known && known->is_fresh(services.clock.now())) return;
  read_and_remember(services, organization);
}

std::shared_ptr<calendar::WorkingCalendar const> calendar_of(Services& services, OrganizationId organization) {
  if (auto known = memory_of(services).calendars.find(organization)) return known->calendar;
  // The caller may stand inside a transaction, where no second one may begin on its thread. This happens once after
  // the start: requests bring the calendar with them (refresh_calendar).
  auto read = std::async(std::launch::async, [&] { return read_and_remember(services, organization); });
  auto calendar = read.get();
  return calendar ? calendar : standard_calendar();
}

}  // namespace zx::org
