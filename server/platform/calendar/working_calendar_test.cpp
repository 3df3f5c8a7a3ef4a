#include "platform/calendar/working_calendar.hpp"

#include <gtest/gtest.h>

#include <iterator>
#include <random>
#include <sstream>
#include <stdexcept>

#include "platform/base/json_reader.hpp"
#include "platform/calendar/shipped_holidays_for_test.hpp"

namespace zx::calendar {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

TimeOfDay hm(int hour, int minute = 0) { return {hour * 60 + minute}; }

Instant shanghai(std::string const& text) { return Instant::parse(text + ":00+08:00").value(); }

WorkingCalendar const& china() {
  static WorkingCalendar const calendar("Asia/Shanghai", WorkingHours::standard(), shipped_holidays());
  return calendar;
}

Holidays days_of(json::Value const& item) {
  std::vector<SpecialDay> days;
  for (auto const& date : item.find("holidays")->items()) days.push_back({Date::parse(*date.as_string()).value(), "x", DayKind::off});
  for (auto const& date : item.find("workdays")->items()) days.push_back({Date::parse(*date.as_string()).value(), "x", DayKind::working});
  return Holidays().with(days);
}

// "PT7H30M", "PT2H", "PT30M"
minutes duration_of(std::string const& iso) {
  std::istringstream in(iso.substr(2));
  minutes total{};
  for (auto [number, unit] = std::pair(0, ' '); in >> number >> unit;) total += unit == 'H' ? hours(number) : minutes(number);
  return total;
}

std::vector<std::string> words_of(std::string_view sentence) {
  std::istringstream in{std::string(sentence)};
  return {std::istream_iterator<std::string>(in), {}};
}

TEST(WorkingCalendar, adding_working_time_gives_the_golden_instants) {
  auto const golden = json::Value::parse(file_text("tests/golden/working_time.json")).value();
  auto const cases = golden.find("cases")->items();
  ASSERT_EQ(cases.size(), 6u);
  for (auto const& item : cases) {
    WorkingCalendar const calendar("Asia/Shanghai", WorkingHours::standard(), days_of(item));
    auto const from = shanghai(std::string(*item.find("from")->as_string()));
    auto const duration = duration_of(std::string(*item.find("add")->as_string()));
    EXPECT_EQ(calendar.add_working_time(from, duration).text(), shanghai(std::string(*item.find("to")->as_string())).text()) << item.text();
  }
}

TEST(WorkingCalendar, mainland_years_have_their_announced_working_days) {
  auto const golden = json::Value::parse(file_text("tests/golden/cn_holidays.json")).value();
  for (int year = 2007; year <= 2026; ++year)
    EXPECT_EQ(china().working_days_in(year), golden.find(std::to_string(year))->find("working_days")->as_integer()) << year;
}

TEST(WorkingCalendar, adding_and_counting_working_days_gives_the_golden_dates) {
  auto const golden = json::Value::parse(file_text("tests/golden/cn_holidays.json")).value();
  int checked = 0;
  for (auto const& [question, value] : golden.find("add_working_days")->members()) {
    auto const words = words_of(question);  // 2019-12-31 + 5 working days
    auto const start = Date::parse(words.at(0)).value();
    auto const end = china().add_working_days(start, std::stoi(words.at(2)));
    EXPECT_EQ(end.text(), value.as_string()) << question;
    EXPECT_EQ(china().working_days_between(start, end), std::stoi(words.at(2))) << question;
    ++checked;
  }
  for (auto const& [question, value] : golden.find("count_working_days")->members()) {
    auto const words = words_of(question);  // working days after 2020-01-01 up to and including 2020-12-31
    EXPECT_EQ(china().working_days_between(Date::parse(words.at(3)).value(), Date::parse(words.at(8)).value()), value.as_integer()) << question;
    ++checked;
  }
  for (auto const& [date, value] : golden.find("is_working_day")->members()) {
    EXPECT_EQ(china().is_working_day(Date::parse(date).value()), value.as_boolean()) << date;
    ++checked;
  }
  EXPECT_EQ(checked, 14 + 5 + 19);
}

TEST(WorkingCalendar, working_days_count_backwards_too) {
  EXPECT_EQ(china().add_working_days({2020, 2, 3}, -1), (Date{2020, 1, 23}));
  EXPECT_EQ(china().add_working_days({2020, 1, 25}, 0), (Date{2020, 1, 25}));
  EXPECT_EQ(china().working_days_between({2020, 2, 3}, {2020, 1, 23}), -1);
  EXPECT_THROW(china().add_working_days({2020, 1, 1}, 100'001), std::out_of_range);
}

TEST(WorkingCalendar, after_the_last_announced_year_the_ordinary_week_is_assumed_and_admitted) {
  EXPECT_EQ(china().known_until(), (Date{2026, 12, 31}));
  EXPECT_TRUE(china().is_announced({2026, 12, 31}));
  EXPECT_FALSE(china().is_announced({2027, 1, 1}));
  EXPECT_TRUE(china().is_working_day({2027, 1, 1}));
  EXPECT_FALSE(china().is_working_day({2027, 10, 3}));
  EXPECT_FALSE(WorkingCalendar("UTC", WorkingHours::standard()).is_announced({2020, 1, 1}));
}

TEST(WorkingCalendar, an_adjusted_weekend_day_has_mondays_hours) {
  auto hours_of_week = WorkingHours::standard();
  hours_of_week.days[0] = {{hm(8), hm(10)}};
  hours_of_week.days[5] = {{hm(9), hm(12)}};
  WorkingCalendar const calendar("UTC", hours_of_week, Holidays().with({{{2026, 11, 21}, "x", DayKind::working}, {{2026, 11, 29}, "x", DayKind::working}}));
  auto const worked_on = [&](Date date) { return calendar.working_time_between(start_of(date, "UTC"), start_of(date.plus_days(1), "UTC")); };
  EXPECT_EQ(worked_on({2026, 11, 21}), hours(2));
  EXPECT_EQ(worked_on({2026, 11, 29}), hours(2));
  EXPECT_EQ(worked_on({2026, 11, 28}), hours(3)) << "an ordinary Saturday keeps its own";
}

TEST(WorkingCalendar, one_working_hour_before_monday_morning_is_friday_evening) {
  EXPECT_EQ(china().add_working_time(shanghai("2026-11-23T09:00"), -hours(1)), shanghai("2026-11-20T17:00"));
  EXPECT_EQ(china().add_working_time(shanghai("2026-11-23T10:00"), -hours(1)), shanghai("2026-11-23T09:00"));
  EXPECT_EQ(china().add_working_time(shanghai("2026-11-22T10:00"), -hours(1)), shanghai("2026-11-20T17:00"));
}

TEST(WorkingCalendar, work_begins_again_when_free_time_ends) {
  EXPECT_EQ(china().next_working_instant(shanghai("2026-11-20T11:59")), shanghai("2026-11-20T11:59"));
  EXPECT_EQ(china().next_working_instant(shanghai("2026-11-20T12:00")), shanghai("2026-11-20T13:30"));
  EXPECT_EQ(china().next_working_instant(shanghai("2026-11-20T18:00")), shanghai("2026-11-23T09:00"));
  EXPECT_EQ(china().next_working_instant(shanghai("2026-02-14T19:00")), shanghai("2026-02-24T09:00")) << "over Spring Festival";
  EXPECT_TRUE(china().is_working_time(shanghai("2026-02-14T10:00"))) << "an adjusted Saturday";
  EXPECT_FALSE(china().is_working_time(shanghai("2026-02-16T10:00")));
}

WorkingHours night_shifts() {
  WorkingHours shifts;
  for (auto& day : shifts.days) day = {{hm(0), hm(6)}, {hm(22), hm(24)}};
  return shifts;
}

TEST(WorkingCalendar, a_night_shift_lasts_as_long_as_the_clocks_really_ran) {
  WorkingCalendar const calendar("Europe/Berlin", night_shifts());
  auto const night = [&](Date evening) {
    return calendar.working_time_between(at(evening, hm(20), "Europe/Berlin"), at(evening.plus_days(1), hm(12), "Europe/Berlin"));
  };
  EXPECT_EQ(night({2026, 3, 27}), hours(8));
  EXPECT_EQ(night({2026, 3, 28}), hours(7));
  EXPECT_EQ(night({2026, 10, 24}), hours(9));
}

// Minute by minute, the slow way that needs no insight.
Milliseconds counted_by_minutes(WorkingCalendar const& calendar, Instant from, Instant to) {
  Milliseconds total{};
  for (auto t = from; t < to; t = t + minutes(1)) {
    auto const date = local_date(t, calendar.zone());
    if (!calendar.is_working_day(date)) continue;
    auto const time = local_time(t, calendar.zone());
    auto const& intervals = date.weekday() < 6 ? calendar.hours().on(date.weekday()) : calendar.hours().on_adjusted_workday(date.weekday());
    for (auto const& interval : intervals)
      if (interval.from <= time && time < interval.to) total += minutes(1);
  }
  return total;
}

TEST(WorkingCalendar, agrees_with_counting_minutes) {
  std::mt19937 random(20261120);
  auto const first = shanghai("2024-01-01T00:00").ms / 60'000;
  auto const last = shanghai("2026-12-31T00:00").ms / 60'000;
  for (int i = 0; i < 60; ++i) {
    Instant const from{std::uniform_int_distribution<std::int64_t>(first, last)(random) * 60'000};
    auto const to = from + minutes(std::uniform_int_distribution<>(0, 30 * 24 * 60)(random));
    ASSERT_EQ(china().working_time_between(from, to), counted_by_minutes(china(), from, to)) << from.text() << " " << to.text();
  }
}

void keeps_the_laws(WorkingCalendar const& calendar, std::uint32_t seed) {
  std::mt19937_64 random(seed);
  auto const any = [&](std::int64_t low, std::int64_t high) { return std::uniform_int_distribution<std::int64_t>(low, high)(random); };
  auto const first = start_of({1971, 1, 1}, "UTC").ms;
  auto const last = start_of({2098, 1, 1}, "UTC").ms;
  for (int i = 0; i < 4000; ++i) {
    Instant const t{any(first, last)};
    Milliseconds const a(any(0, i % 2 ? 4 * 86'400'000LL : 40'000'000'000LL));
    Milliseconds const b(any(0, 86'400'000));
    auto const after_a = calendar.add_working_time(t, a);
    ASSERT_EQ(calendar.working_time_between(t, after_a), a) << t.text();
    ASSERT_EQ(calendar.add_working_time(after_a, b), calendar.add_working_time(t, a + b)) << t.text() << " " << a.count() << " " << b.count();
    ASSERT_EQ(calendar.working_time_between(calendar.add_working_time(t, -a), t), a) << t.text();
    ASSERT_GE(after_a, t);
    auto const next = calendar.next_working_instant(t);
    ASSERT_TRUE(next >= t && calendar.is_working_time(next));
    ASSERT_EQ(calendar.working_time_between(t, next), Milliseconds(0));
  }
}

TEST(WorkingCalendar, the_laws_of_adding_hold_everywhere) {
  keeps_the_laws(china(), 1);
  keeps_the_laws(WorkingCalendar("Europe/Berlin", night_shifts()), 2);
  keeps_the_laws(WorkingCalendar("Australia/Lord_Howe", night_shifts(), shipped_holidays()), 3);
  WorkingHours one_hour_a_week;
  one_hour_a_week.days[6] = {{hm(23), hm(24)}};
  keeps_the_laws(WorkingCalendar("America/New_York", one_hour_a_week, shipped_holidays()), 4);
}

TEST(WorkingCalendar, far_beyond_the_table_nothing_breaks) {
  for (auto const* text : {"1901-05-05T10:00:00Z", "2150-05-05T10:00:00Z", "2600-05-05T10:00:00Z"}) {
    auto const t = Instant::parse(text).value();
    EXPECT_EQ(china().working_time_between(t, china().add_working_time(t, hours(100'000))), hours(100'000)) << text;
    EXPECT_EQ(china().working_time_between(china().add_working_time(t, -hours(100)), t), hours(100)) << text;
  }
}

TEST(WorkingHours, senseless_hours_are_refused_with_their_place) {
  auto broken = WorkingHours::standard();
  broken.days[1] = {{hm(12), hm(9)}};
  broken.days[2] = {{hm(9), hm(12)}, {hm(11), hm(13)}};
  broken.days[6] = {{hm(20), hm(25)}};
  auto const checked = check(broken);
  ASSERT_FALSE(checked);
  std::vector<std::string> found;
  for (auto const& fault : checked.refusal().fields) found.push_back(fault.path + " " + fault.code);
  EXPECT_EQ(found,
            (std::vector<std::string>{"days.1.0 calendar.interval_invalid", "days.2.1 calendar.intervals_overlap", "days.6.0 calendar.interval_invalid"}));
  EXPECT_EQ(check(WorkingHours{}).refusal().fields.at(0).code, "calendar.no_working_hours");
  EXPECT_TRUE(check(WorkingHours::standard()));
  EXPECT_THROW(WorkingCalendar("UTC", WorkingHours{}), std::invalid_argument);
}

}  // namespace
}  // namespace zx::calendar
