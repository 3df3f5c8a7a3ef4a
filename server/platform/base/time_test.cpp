#include "platform/base/time.hpp"

#include <gtest/gtest.h>

#include <random>

namespace zx {
namespace {

TEST(instant, is_written_in_utc_with_milliseconds) {
  EXPECT_EQ(Instant{0}.text(), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(Instant{1795165200123}.text(), "2026-11-20T09:00:00.123Z");
  EXPECT_EQ(Instant{-1}.text(), "1969-12-31T23:59:59.999Z");
}

TEST(instant, reads_rfc_3339_with_an_offset_and_optional_seconds) {
  Instant const nine{1795165200000};
  for (auto text : {"2026-11-20T09:00:00.000Z", "2026-11-20T09:00:00Z", "2026-11-20T09:00Z", "2026-11-20t09:00z", "2026-11-20T17:00:00+08:00",
                    "2026-11-20T05:30:00-03:30", "2026-11-20T09:00:00.0009Z"})
    EXPECT_EQ(Instant::parse(text), nine) << text;
  EXPECT_EQ(Instant::parse("2026-11-20T09:00:00.5Z"), nine + Milliseconds(500));
  EXPECT_EQ(Instant::parse("2026-11-20T09:00:00.123456789Z"), nine + Milliseconds(123));
}

TEST(instant, refuses_what_is_not_a_moment) {
  for (auto text : {"", "2026-11-20", "2026-11-20T09:00:00", "2026-11-20 09:00:00Z", "2026-02-29T09:00:00Z", "2026-11-20T24:00:00Z", "2026-11-20T09:60:00Z",
                    "2026-11-20T09:00:60Z", "2026-11-20T09:00:00.Z", "2026-11-20T09:00:00+8", "2026-11-20T09:00:00+24:00", "2026-11-20T09:00:00Zx",
                    "2026-13-01T09:00:00Z", "26-11-20T09:00:00Z"})
    EXPECT_FALSE(Instant::parse(text)) << text;
}

TEST(instant, any_written_moment_reads_back) {
  std::mt19937_64 random(7);
  std::uniform_int_distribution<std::int64_t> ms(-62'135'596'800'000, 253'402'300'799'999);
  for (int i = 0; i < 5'000; ++i) {
    Instant const instant{ms(random)};
    ASSERT_EQ(Instant::parse(instant.text()), instant) << instant.ms;
  }
}

TEST(date, counts_days_over_leap_years) {
  EXPECT_EQ(Date::parse("2024-02-28")->plus_days(1).text(), "2024-02-29");
  EXPECT_EQ(Date::parse("2023-02-28")->plus_days(1).text(), "2023-03-01");
  EXPECT_EQ(Date::parse("1970-01-01")->plus_days(-1).text(), "1969-12-31");
  EXPECT_EQ((Date{2000, 3, 1}.days()), 11017);
}

TEST(date, monday_is_one_and_sunday_seven) {
  EXPECT_EQ((Date{2026, 11, 16}.weekday()), 1);
  EXPECT_EQ((Date{2026, 11, 22}.weekday()), 7);
}

TEST(date, refuses_days_that_do_not_exist) {
  for (auto text : {"2023-02-29", "2026-04-31", "2026-00-10", "2026-10-00", "2026-1-1", "20261101", "0000-01-01", "2026-11-20 ", "2026-11-200"})
    EXPECT_FALSE(Date::parse(text)) << text;
  EXPECT_FALSE((Date{2026, 257, 1}.valid()));
}

TEST(date, every_day_of_four_centuries_reads_back) {
  for (auto day = Date{1800, 1, 1}.days(); day < Date{2200, 1, 1}.days(); ++day) {
    auto const date = Date::from_days(day);
    ASSERT_EQ(date.days(), day);
    ASSERT_EQ(Date::parse(date.text()), date);
  }
}

TEST(time_of_day, runs_from_midnight_to_midnight) {
  EXPECT_EQ(TimeOfDay::parse("09:05")->minutes, 545);
  EXPECT_EQ(TimeOfDay::parse("00:00")->minutes, 0);
  EXPECT_EQ(TimeOfDay::parse("24:00")->minutes, 1440);
  EXPECT_EQ(TimeOfDay{545}.text(), "09:05");
  EXPECT_EQ(TimeOfDay{1440}.text(), "24:00");
  for (auto text : {"", "9:05", "24:01", "25:00", "09:60", "09:05:00", "0905", "-1:00"}) EXPECT_FALSE(TimeOfDay::parse(text)) << text;
}

TEST(manual_clock, moves_only_by_hand) {
  ManualClock clock(Instant{1000});
  EXPECT_EQ(clock.now(), Instant{1000});
  clock.advance(Milliseconds(5));
  EXPECT_EQ(clock.now(), Instant{1005});
}

}  // namespace
}  // namespace zx
