#include "platform/calendar/holidays.hpp"

#include <gtest/gtest.h>

#include "platform/base/json_reader.hpp"
#include "platform/calendar/shipped_holidays_for_test.hpp"

namespace zx::calendar {
namespace {

std::string file_of(int year, std::string const& days) {
  return R"({"$schema": "x", "year": )" + std::to_string(year) + R"(, "papers": ["p"], "days": [)" + days + "]}";
}
std::string day(std::string const& date, char const* off = "true") { return R"({"name": "元旦", "date": ")" + date + R"(", "isOffDay": )" + off + "}"; }

std::vector<std::string> faults(std::string const& json) {
  auto const parsed = parse_holidays(json);
  std::vector<std::string> found;
  if (!parsed)
    for (auto const& fault : parsed.refusal().fields) found.push_back(fault.path + " " + fault.code);
  return found;
}

TEST(Holidays, a_file_is_read_with_its_sources) {
  auto const year = parse_holidays(file_of(2026, day("2026-01-01") + "," + day("2026-01-04", "false"))).value();
  EXPECT_EQ(year.year, 2026);
  EXPECT_EQ(year.papers, std::vector<std::string>{"p"});
  EXPECT_EQ(year.days, (std::vector<SpecialDay>{{{2026, 1, 1}, "元旦", DayKind::off}, {{2026, 1, 4}, "元旦", DayKind::working}}));
}

TEST(Holidays, a_broken_file_is_refused_with_every_place) {
  EXPECT_EQ(faults(R"({"year": "2026", "days": [{"name": "", "date": "2026-02-30", "color": 1}], "extra": 1})"),
            (std::vector<std::string>{"extra calendar.holiday_key_unknown", "year calendar.holiday_year_invalid", "papers calendar.holiday_list_expected",
                                      "days.0.color calendar.holiday_key_unknown", "days.0.date calendar.holiday_date_invalid",
                                      "days.0.name calendar.holiday_name_missing", "days.0.isOffDay calendar.holiday_kind_missing"}));
  EXPECT_EQ(faults(file_of(2026, day("2024-01-01"))), std::vector<std::string>{"days.0.date calendar.holiday_outside_year"});
  EXPECT_FALSE(parse_holidays("[]"));
  EXPECT_FALSE(parse_holidays("{"));
}

TEST(Holidays, december_days_in_the_next_years_file_count) {
  auto const december = file_of(2027, day("2026-12-31"));
  auto const own = file_of(2026, day("2026-01-01"));
  std::vector<std::string_view> const files{december, own};
  auto const holidays = mainland_china(files).value();
  ASSERT_NE(holidays.find({2026, 12, 31}), nullptr);
  EXPECT_EQ(holidays.known_until(), (Date{2027, 12, 31}));
}

TEST(Holidays, the_later_announcement_holds) {
  auto const earlier = file_of(2023, day("2023-12-31", "false"));
  auto const later = file_of(2024, day("2023-12-31", "true"));
  std::vector<std::string_view> const files{later, earlier};
  auto const holidays = mainland_china(files).value();
  ASSERT_EQ(holidays.days().size(), 1u);
  EXPECT_EQ(holidays.days().front().kind, DayKind::off);
}

TEST(Holidays, an_empty_year_is_not_announced) {
  auto const announced = file_of(2026, day("2026-01-01"));
  auto const empty = file_of(2027, "");
  std::vector<std::string_view> const files{announced, empty};
  EXPECT_EQ(mainland_china(files).value().known_until(), (Date{2026, 12, 31}));
  EXPECT_EQ(Holidays().known_until(), std::nullopt);
}

TEST(Holidays, an_organizations_own_days_stand_over_the_public_ones) {
  auto const text = file_of(2026, day("2026-01-01") + "," + day("2026-01-02"));
  std::vector<std::string_view> const files{text};
  auto const own = mainland_china(files).value().with({{{2026, 1, 2}, "盘点", DayKind::working}, {{2026, 6, 1}, "司庆", DayKind::off}});
  EXPECT_EQ(own.find({2026, 1, 2})->kind, DayKind::working);
  EXPECT_EQ(own.between({2026, 1, 2}, {2026, 6, 1}).size(), 2u);
  EXPECT_EQ(own.between({2026, 6, 2}, {2026, 6, 1}).size(), 0u);
  EXPECT_EQ(own.find({2026, 1, 3}), nullptr);
  EXPECT_EQ(own.known_until(), (Date{2026, 12, 31}));
}

TEST(ShippedHolidays, every_years_days_are_those_counted_by_hand) {
  auto const golden = json::Value::parse(file_text("tests/golden/cn_holidays.json")).value();
  int years = 0;
  for (int year = 2007; year <= 2027; ++year, ++years) {
    auto const parsed = parse_holidays(file_text("data/cn-holidays/" + std::to_string(year) + ".json")).value();
    auto const expected = golden.find(std::to_string(year)).value();
    auto const off = std::count_if(parsed.days.begin(), parsed.days.end(), [](auto const& d) { return d.kind == DayKind::off; });
    EXPECT_EQ(parsed.year, year);
    EXPECT_EQ(off, expected.find("off_days")->as_integer()) << year;
    EXPECT_EQ(static_cast<std::int64_t>(parsed.days.size()) - off, expected.find("make_up_workdays")->as_integer()) << year;
  }
  EXPECT_EQ(years, 21);
  EXPECT_EQ(shipped_holidays().known_until(), (Date{2026, 12, 31}));
}

}  // namespace
}  // namespace zx::calendar
