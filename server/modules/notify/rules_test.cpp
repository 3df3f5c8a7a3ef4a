#include "modules/notify/rules.hpp"

#include <gtest/gtest.h>

#include "modules/notify/wording.hpp"

namespace zx::notify {
namespace {

using namespace std::chrono_literals;
using calendar::WorkingCalendar;

WorkingCalendar ordinary() { return {"Asia/Shanghai", calendar::WorkingHours::standard()}; }

std::string sending(std::string_view wanted, rules::Rest const& rest = {}) {
  return local_text(rules::earliest_sending(*Instant::parse(wanted), rest, ordinary()), "Asia/Shanghai");
}

// 2026-11-20 is a Friday.
TEST(rest, by_day_it_goes_at_once) { EXPECT_EQ(sending("2026-11-20T15:00:00+08:00"), "2026-11-20 15:00"); }
TEST(rest, what_the_night_held_back_goes_when_work_begins) {
  EXPECT_EQ(sending("2026-11-19T22:00:00+08:00"), "2026-11-20 09:00");
  EXPECT_EQ(sending("2026-11-20T07:59:00+08:00"), "2026-11-20 09:00");
  EXPECT_EQ(sending("2026-11-19T21:59:00+08:00"), "2026-11-19 21:59");
}
TEST(rest, days_off_are_left_alone) {
  EXPECT_EQ(sending("2026-11-21T10:00:00+08:00"), "2026-11-23 09:00");
  EXPECT_EQ(sending("2026-11-20T23:00:00+08:00"), "2026-11-23 09:00");
}
TEST(rest, an_escalation_ignores_quiet_hours_but_not_the_night) {
  rules::Rest rest{.escalation = false, .quiet = rules::Quiet{{12 * 60}, {14 * 60}}, .paused_until = *Instant::parse("2026-12-01T10:00:00+08:00")};
  EXPECT_EQ(sending("2026-11-20T13:00:00+08:00", rest), "2026-12-01 10:00");
  rest.paused_until.reset();
  EXPECT_EQ(sending("2026-11-20T13:00:00+08:00", rest), "2026-11-20 14:00");
  rest.escalation = true;
  EXPECT_EQ(sending("2026-11-20T13:00:00+08:00", rest), "2026-11-20 13:00");
  EXPECT_EQ(sending("2026-11-20T23:00:00+08:00", rest), "2026-11-23 09:00");
}
TEST(rest, quiet_hours_may_go_over_midnight) {
  rules::Rest const rest{.escalation = false, .quiet = rules::Quiet{{18 * 60}, {10 * 60}}, .paused_until = {}};
  EXPECT_EQ(sending("2026-11-19T19:00:00+08:00", rest), "2026-11-20 10:00");
  EXPECT_EQ(sending("2026-11-20T19:00:00+08:00", rest), "2026-11-23 10:00");
}
TEST(rest, quiet_hours_leave_an_hour_of_the_day) {
  EXPECT_TRUE(rules::check_quiet(TimeOfDay{12 * 60}, TimeOfDay{13 * 60}).ok());
  EXPECT_TRUE(rules::check_quiet({}, {}).ok());
  EXPECT_FALSE(rules::check_quiet(TimeOfDay{12 * 60}, {}).ok());
  EXPECT_FALSE(rules::check_quiet(TimeOfDay{12 * 60}, TimeOfDay{12 * 60}).ok());
  EXPECT_FALSE(rules::check_quiet(TimeOfDay{8 * 60 + 30}, TimeOfDay{8 * 60}).ok());
}
TEST(robots, they_keep_off_full_and_half_hours_always_by_the_same_minutes) {
  auto const noon = *Instant::parse("2026-11-20T11:30:20+08:00");
  for (auto seed : {"a", "b", "c", "d"}) {
    auto const moved = rules::off_the_half_hour(noon, "Asia/Shanghai", seed);
    EXPECT_GE(moved - noon, 1min);
    EXPECT_LE(moved - noon, 9min);
    EXPECT_EQ(moved, rules::off_the_half_hour(noon, "Asia/Shanghai", seed));
  }
  EXPECT_EQ(rules::off_the_half_hour(noon + 1min, "Asia/Shanghai", "a"), noon + 1min);
}
TEST(retrying, eight_attempts_take_about_a_day) {
  Milliseconds all{};
  for (std::int64_t attempts = 1; attempts < rules::most_attempts; ++attempts) all += *rules::pause_after(attempts, "x");
  EXPECT_GT(all, 18h);
  EXPECT_LT(all, 30h);
  EXPECT_FALSE(rules::pause_after(rules::most_attempts, "x"));
}
TEST(retrying, an_account_rests_after_five_failures_and_at_most_half_an_hour) {
  EXPECT_FALSE(rules::breaker_pause(4));
  EXPECT_EQ(rules::breaker_pause(5), Milliseconds(1min));
  EXPECT_EQ(rules::breaker_pause(6), Milliseconds(2min));
  EXPECT_EQ(rules::breaker_pause(500), Milliseconds(30min));
}
TEST(choosing, escalations_cannot_be_muted) {
  std::vector<ChosenChannel> const muted{{Kind::escalation, Channel::email, false}, {Kind::handoff, Channel::email, false}};
  EXPECT_TRUE(rules::wants(muted, Kind::escalation, Channel::email));
  EXPECT_FALSE(rules::wants(muted, Kind::handoff, Channel::email));
  EXPECT_TRUE(rules::wants({}, Kind::handoff, Channel::email));
  EXPECT_FALSE(rules::wants({}, Kind::reminder, Channel::email));
}
TEST(wording, what_a_value_contains_is_never_looked_at_again) {
  EXPECT_EQ(fill("{title}: {note} {unknown} {", {{"title", "{note}"}, {"note", "{{7*7}}"}}), "{note}: {{7*7}} {unknown} {");
}
TEST(wording, a_line_with_nothing_to_say_is_left_out) { EXPECT_EQ(fill("a\n留言：{note}\n{from} {note}\nb", {{"note", ""}, {"from", "李明"}}), "a\n李明 \nb"); }
TEST(wording, a_subject_is_one_line) { EXPECT_EQ(one_line("a\r\nBcc: x@example.com"), "a  Bcc: x@example.com"); }

}  // namespace
}  // namespace zx::notify
