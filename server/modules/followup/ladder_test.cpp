#include "modules/followup/ladder.hpp"

#include <gtest/gtest.h>

#include "modules/followup/policies.hpp"
#include "platform/base/json.hpp"

namespace zx::followup {
namespace {

using calendar::WorkingCalendar;
using calendar::WorkingHours;
using enum Standpoint;

/// Shanghai, 09:00–12:00 and 13:30–18:00; Tuesday 2026-11-24 is a holiday.
WorkingCalendar const& company_calendar() {
  static WorkingCalendar const calendar("Asia/Shanghai", WorkingHours::standard(),
                                        calendar::Holidays{}.with({{*Date::parse("2026-11-24"), "厂庆", calendar::DayKind::off}}));
  return calendar;
}

Instant at(std::string const& local) { return *Instant::parse(local + ":00+08:00"); }

struct Climbing : ::testing::Test {
  Climb climb(Instant basis) { return {shipped_ladder(Topic::follow_up), company_calendar(), basis, basis}; }
  std::string time(Climb const& climb, std::int64_t rung) { return climb.time_of(rung)->text(); }
};

TEST_F(Climbing, counts_in_working_time_and_names_only_working_moments) {
  auto const friday = climb(at("2026-11-20T17:00"));
  EXPECT_EQ(friday.time_of(0), at("2026-11-20T16:00"));
  EXPECT_EQ(friday.time_of(1), at("2026-11-20T17:00"));
  EXPECT_EQ(friday.time_of(2), at("2026-11-23T13:30")) << "four hours later is Monday noon, when nobody works";
  EXPECT_EQ(friday.time_of(3), at("2026-11-23T17:00"));
  EXPECT_EQ(friday.time_of(4), at("2026-11-26T17:00")) << "Tuesday is a holiday";
  EXPECT_EQ(friday.time_of(5), at("2026-11-30T17:00"));
  EXPECT_EQ(friday.time_of(6), at("2026-12-02T17:00"));
}

TEST_F(Climbing, what_falls_into_the_night_waits_for_the_morning) {
  auto const evening = climb(at("2026-11-20T21:00"));
  EXPECT_EQ(evening.time_of(0), at("2026-11-20T17:00"));
  EXPECT_EQ(evening.time_of(1), at("2026-11-23T09:00"));
  EXPECT_EQ(climb(at("2026-11-20T18:00")).time_of(1), at("2026-11-23T09:00")) << "the last moment of a day is not worked any more";
}

TEST_F(Climbing, begins_with_the_first_rung_that_is_still_to_come) {
  auto const climbing = climb(at("2026-11-20T17:00"));
  EXPECT_EQ(climbing.first(at("2026-11-20T15:00")), (Step{0, at("2026-11-20T16:00")}));
  EXPECT_EQ(climbing.first(at("2026-11-20T16:30")), (Step{1, at("2026-11-20T17:00")}));
}

TEST_F(Climbing, what_is_known_only_afterwards_counts_from_then) {
  auto const noon = at("2026-11-20T10:00");
  Climb const late(shipped_ladder(Topic::follow_up), company_calendar(), at("2006-05-12T10:00"), noon);
  EXPECT_EQ(late.first(noon), (Step{1, noon})) << "told at once, though not to the department head";
  EXPECT_EQ(late.time_of(2), at("2026-11-20T15:30"));
}

TEST_F(Climbing, several_passed_rungs_are_one) {
  auto const climbing = climb(at("2026-11-20T17:00"));
  EXPECT_EQ(climbing.highest_passed(0, at("2026-11-20T17:00")), 1);
  EXPECT_EQ(climbing.highest_passed(0, at("2026-11-27T09:00")), 4);
  EXPECT_EQ(climbing.next(5, at("2026-11-27T09:00")), (Step{5, at("2026-11-30T17:00")}));
}

TEST_F(Climbing, a_ladder_without_further_levels_ends) {
  auto const basis = at("2026-11-20T10:00");
  Ladder const ladder{{{0, 0, {owner}}, {0, 240, {owner}}, {1, 0, {supervisor}}}, std::nullopt};
  Climb const climbing(ladder, company_calendar(), basis, basis);
  EXPECT_FALSE(climbing.time_of(3));
  EXPECT_FALSE(climbing.next(3, basis));
  EXPECT_EQ(climbing.highest_passed(0, at("2027-11-20T10:00")), 2);
}

TEST_F(Climbing, an_outage_of_years_takes_no_time) { EXPECT_LT(climb(at("1990-01-05T10:00")).highest_passed(0, at("2026-11-20T10:00")), 100); }

TEST(Ladders, the_shipped_ones_are_good) {
  for (auto topic : {Topic::follow_up, Topic::due, Topic::handoff}) EXPECT_TRUE(check(shipped_ladder(topic), topic, WorkingHours::standard()));
}

TEST(Ladders, are_the_same_after_being_kept) {
  auto const& ladder = shipped_ladder(Topic::due);
  EXPECT_EQ(to_json(from_json<Ladder>(to_json(ladder)).value()), to_json(ladder));
}

TEST(Ladders, every_further_level_is_one_higher) {
  auto const& ladder = shipped_ladder(Topic::follow_up);
  EXPECT_EQ(level_at(ladder, 4), 0);
  EXPECT_EQ(level_at(ladder, 5), 1);
  EXPECT_EQ(level_at(ladder, 7), 3);
  Ladder const own{{{0, 0, {owner}}, {1, 0, {above}}}, 1};
  EXPECT_EQ(level_at(own, 1), 1);
  EXPECT_EQ(level_at(own, 2), 2);
}

TEST(Ladders, a_bad_one_is_refused_at_its_fields) {
  auto refused = [](Ladder ladder, Topic topic = Topic::follow_up) {
    auto checked = check(ladder, topic, WorkingHours::standard());
    return checked ? std::string() : checked.refusal().fields.at(0).path + ": " + checked.refusal().fields.at(0).code;
  };
  EXPECT_EQ(refused({{{0, 0, {}}}, {}}), "ladder.rungs.0.who: followup.ladder_tells_nobody");
  EXPECT_EQ(refused({{{0, 0, {receiver}}}, {}}), "ladder.rungs.0.who: followup.ladder_receiver_only_of_handoffs");
  EXPECT_EQ(refused({{{0, 0, {receiver}}}, {}}, Topic::handoff), "");
  EXPECT_EQ(refused({{{0, -60, {supervisor}}}, {}}), "ladder.rungs.0.who: followup.ladder_no_escalation_before");
  EXPECT_EQ(refused({{{0, 60, {owner}}, {0, 60, {owner}}}, {}}), "ladder.rungs.1.after_minutes: followup.ladder_out_of_order");
  EXPECT_EQ(refused({{{1, 0, {owner}}, {0, 480, {owner}}}, {}}), "") << "a day has 450 minutes";
  EXPECT_EQ(refused({{{1, 0, {owner}}, {0, 440, {owner}}}, {}}), "ladder.rungs.1.after_minutes: followup.ladder_out_of_order");
  EXPECT_EQ(refused({{{0, 100'000, {owner}}}, {}}), "ladder.rungs.0.after_minutes: field.out_of_range");
  EXPECT_EQ(refused({{{0, 0, {owner}}}, 0}), "ladder.further_every_days: field.out_of_range");
  EXPECT_EQ(refused({{}, 2}), "ladder.further_every_days: followup.ladder_no_escalation_before");
  EXPECT_EQ(refused({std::vector<Rung>(21, Rung{0, 0, {owner}}), {}}), "ladder.rungs: field.too_many");
  EXPECT_EQ(refused({}), "") << "no reminders at all";
}

TEST(Ladder, remembered_times_are_the_computed_ones) {
  calendar::WorkingCalendar const calendar("Asia/Shanghai", calendar::WorkingHours::standard());
  ClimbTimes times;
  for (auto topic : {Topic::follow_up, Topic::due, Topic::handoff}) {
    for (int hour = 0; hour < 200; hour += 7) {
      auto const basis = *Instant::parse("2026-11-20T01:00:00Z") + std::chrono::hours(hour);
      for (int round = 0; round < 2; ++round) {
        Climb const fresh(shipped_ladder(topic), calendar, basis, basis), remembering(shipped_ladder(topic), calendar, basis, basis, &times);
        for (std::int64_t rung = 0; rung < 9; ++rung) {
          EXPECT_EQ(remembering.time_of(rung), fresh.time_of(rung));
          EXPECT_EQ(remembering.reaches(rung), fresh.time_of(rung).has_value());
        }
      }
    }
  }
}

}  // namespace
}  // namespace zx::followup
