#include "modules/org/working_calendar.hpp"

#include "modules/org/org_fixture.hpp"

namespace zx::org {
namespace {

using namespace std::chrono_literals;

struct Calendars : OrgWorld {
  std::string due(std::string_view start, Milliseconds duration) {
    return calendar_of(world().services, made.organization)->add_working_time(*Instant::parse(start), duration).text();
  }
  CalendarView shown() {
    return world().read_as(system, [](ReadContext const& ctx) { return show_calendar(ctx); });
  }
  Result<void> change(CalendarForm const& form, std::int64_t version = 1) {
    return world().try_write_as(system, [&](Context& ctx) { return change_calendar(ctx, version, form); });
  }
};
ON_EACH_ENGINE(Calendars);

constexpr auto friday_17 = "2026-11-20T09:00:00Z";  // 17:00 in Shanghai

TEST_P(Calendars, a_company_holiday_holds_at_once) {
  EXPECT_EQ(due(friday_17, 2h), "2026-11-23T02:00:00.000Z");
  auto form = CalendarForm{shown().days, PublicHolidays::mainland_china, {{Date{2026, 11, 23}, "司庆", calendar::DayKind::off}}};
  EXPECT_TRUE(change(form));
  EXPECT_EQ(due(friday_17, 2h), "2026-11-24T02:00:00.000Z");
  EXPECT_EQ(change(form).refusal().code, "request.stale");
}

TEST_P(Calendars, the_calendar_can_be_asked_inside_a_transaction_even_when_nothing_is_remembered) {
  world().services.memory = std::make_shared<ModuleMemory>();
  auto due_inside =
      world().write_as(system, [&](Context& ctx) { return calendar_of(ctx.services, made.organization)->add_working_time(*Instant::parse(friday_17), 2h); });
  EXPECT_EQ(due_inside.text(), "2026-11-23T02:00:00.000Z");
}

TEST_P(Calendars, mainland_holidays_and_adjusted_workdays_are_shipped) {
  auto days = world().read_as(system, [](ReadContext const& ctx) { return days_between(ctx, {Date{2025, 9, 27}, Date{2025, 10, 1}}).value(); });
  ASSERT_EQ(days.size(), 5u);
  EXPECT_FALSE(days[0].working) << "Saturday";
  EXPECT_TRUE(days[1].working) << "adjusted workday 2025-09-28";
  EXPECT_TRUE(days[1].name);
  EXPECT_TRUE(days[2].working);
  EXPECT_FALSE(days[4].working) << "National Day";
}

TEST_P(Calendars, a_day_twice_or_a_week_without_hours_is_refused) {
  auto form = CalendarForm{shown().days, PublicHolidays::none, {{Date{2026, 11, 23}, "司庆"}, {Date{2026, 11, 23}, "又一次"}}};
  EXPECT_EQ(change(form).refusal().fields.at(0).code, "calendar.day_twice");
  EXPECT_EQ(change({std::vector<std::vector<IntervalView>>(7), PublicHolidays::none, {}}).refusal().fields.at(0).code, "calendar.no_working_hours");
  EXPECT_EQ(change({{}, PublicHolidays::none, {}}).refusal().fields.at(0).code, "calendar.seven_days_expected");
  EXPECT_EQ(shown().version, 1);
}

}  // namespace
}  // namespace zx::org
