#include "platform/calendar/zone.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace zx::calendar {
namespace {

Instant utc(std::string_view text) { return Instant::parse(text).value(); }
TimeOfDay hm(int hours, int minutes = 0) { return {hours * 60 + minutes}; }

TEST(Zone, names_are_known_or_refused) {
  EXPECT_TRUE(zone_exists("Asia/Shanghai"));
  EXPECT_TRUE(zone_exists("UTC"));
  EXPECT_FALSE(zone_exists("Asia/Shangha"));
  EXPECT_FALSE(zone_exists(""));
  EXPECT_FALSE(zone_exists("../../etc/passwd"));
  EXPECT_FALSE(Zone::find("Mars/Olympus"));
  EXPECT_EQ(Zone::find("Europe/Berlin")->name(), "Europe/Berlin");
  EXPECT_THROW(local_date(utc("2026-11-20T00:00:00Z"), "Mars/Olympus"), std::invalid_argument);
}

TEST(Zone, an_instant_has_the_date_and_time_of_the_place) {
  auto const evening = utc("2026-11-20T16:30:59.999Z");
  EXPECT_EQ(local_date(evening, "Asia/Shanghai"), (Date{2026, 11, 21}));
  EXPECT_EQ(local_time(evening, "Asia/Shanghai"), hm(0, 30));
  EXPECT_EQ(local_date(evening, "America/New_York"), (Date{2026, 11, 20}));
  EXPECT_EQ(local_time(evening, "America/New_York"), hm(11, 30));
  EXPECT_EQ(local_time(evening, "Asia/Kathmandu"), hm(22, 15));
}

TEST(Zone, before_1970_dates_are_not_rounded_towards_zero) {
  EXPECT_EQ(local_date(Instant{-1}, "UTC"), (Date{1969, 12, 31}));
  EXPECT_EQ(local_time(Instant{-1}, "UTC"), hm(23, 59));
}

TEST(Zone, a_civil_time_comes_back) {
  for (auto const* zone : {"UTC", "Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"})
    for (std::int64_t day = Date{2011, 1, 1}.days(); day < Date{2012, 12, 31}.days(); ++day)
      for (auto time : {hm(4, 30), hm(12), hm(23, 45)}) {
        auto const date = Date::from_days(day);
        if (std::string_view(zone) == "Pacific/Apia" && date == Date{2011, 12, 30}) continue;  // the island skipped this day
        auto const instant = at(date, time, zone);
        ASSERT_EQ(local_date(instant, zone), date) << zone;
        ASSERT_EQ(local_time(instant, zone), time) << zone << date.text();
      }
}

TEST(Zone, a_time_that_clocks_skipped_becomes_the_first_instant_after_it) {
  EXPECT_EQ(at({2026, 3, 29}, hm(2, 30), "Europe/Berlin"), utc("2026-03-29T01:00:00Z"));
  EXPECT_EQ(at({2026, 3, 29}, hm(2), "Europe/Berlin"), utc("2026-03-29T01:00:00Z"));
  EXPECT_EQ(at({2026, 3, 29}, hm(3), "Europe/Berlin"), utc("2026-03-29T01:00:00Z"));
  EXPECT_EQ(at({2011, 12, 30}, hm(9), "Pacific/Apia"), utc("2011-12-30T10:00:00Z"));
}

TEST(Zone, a_time_that_happened_twice_means_the_first) {
  EXPECT_EQ(at({2026, 10, 25}, hm(2, 30), "Europe/Berlin"), utc("2026-10-25T00:30:00Z"));
  EXPECT_EQ(at({2026, 10, 25}, hm(3), "Europe/Berlin"), utc("2026-10-25T02:00:00Z"));
}

TEST(Zone, twenty_four_hours_is_the_next_midnight) { EXPECT_EQ(at({2026, 12, 31}, hm(24), "Asia/Shanghai"), start_of({2027, 1, 1}, "Asia/Shanghai")); }

}  // namespace
}  // namespace zx::calendar
