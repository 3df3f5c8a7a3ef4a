#pragma once
// The organization's working calendar: hours of the week, public holidays, own days. Private to org.

#include "modules/org/org.hpp"
#include "platform/calendar/working_calendar.hpp"

namespace zx::calendar {
BOOST_DESCRIBE_ENUM(DayKind, off, working)
}

namespace zx::org {

enum class PublicHolidays { none, mainland_china };
BOOST_DESCRIBE_ENUM(PublicHolidays, none, mainland_china)

/// Half open; "24:00" ends a day.
struct IntervalView {
  TimeOfDay from;
  TimeOfDay to;
};
BOOST_DESCRIBE_STRUCT(IntervalView, (), (from, to))

struct SpecialDayView {
  Date date;
  std::string name;
  calendar::DayKind kind = calendar::DayKind::off;
};
BOOST_DESCRIBE_STRUCT(SpecialDayView, (), (date, name, kind))

struct CalendarView {
  std::vector<std::vector<IntervalView>> days;  ///< seven, Monday first
  PublicHolidays public_holidays = PublicHolidays::mainland_china;
  std::vector<SpecialDayView> special_days;  ///< the organization's own, over the public ones
  std::optional<Date> known_until;           ///< later public holidays are not announced yet
  std::string time_zone;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(CalendarView, (), (days, public_holidays, special_days, known_until, time_zone, version))

struct CalendarForm {
  std::vector<std::vector<IntervalView>> days;
  PublicHolidays public_holidays = PublicHolidays::mainland_china;
  std::vector<SpecialDayView> special_days;
};
BOOST_DESCRIBE_STRUCT(CalendarForm, (), (days, public_holidays, special_days))

struct DaysQuery {
  Date from;
  Date to;
};
BOOST_DESCRIBE_STRUCT(DaysQuery, (), (from, to))

struct DayView {
  Date date;
  bool working = false;
  std::optional<std::string> name;  ///< of the holiday, or of the one an adjusted workday makes up for
  bool announced = true;            ///< false: judged by the ordinary week alone
};
BOOST_DESCRIBE_STRUCT(DayView, (), (date, working, name, announced))

CalendarView show_calendar(ReadContext const& ctx);
/// Refuses calendar.seven_days_expected, calendar.day_twice, what calendar::check refuses, request.stale.
Result<void> change_calendar(Context const& ctx, std::int64_t version, CalendarForm const& form);
/// Both ends included; at most 400 days, else org.period_too_long.
Result<std::vector<DayView>> days_between(ReadContext const& ctx, DaysQuery const& query);

/// Standard hours and mainland China's holidays, with the organization.
void add_calendar(Context const& ctx);
/// What this transaction made of the calendar holds for everybody in this process after its commit.
void remember_calendar_after(Context const& ctx);

}  // namespace zx::org
