#include "modules/followup/rules.hpp"

#include <gtest/gtest.h>

#include <random>

namespace zx::followup::rules {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

Instant const friday_morning = *Instant::parse("2026-11-20T09:00:00+08:00");

calendar::WorkingCalendar const& working_week() {
  static calendar::WorkingCalendar const calendar("Asia/Shanghai", calendar::WorkingHours::standard());
  return calendar;
}

Commitment open_one() { return {.state = CommitmentState::open, .next_follow_up_at = friday_morning}; }
Commitment closed_one() { return {.state = CommitmentState::closed}; }
FollowUpForm good_form() { return {.finding = "已联系", .next_follow_up_at = friday_morning + hours(24)}; }

/// The refusal's code, or that of its first field.
std::string refused(Commitment const& commitment, FollowUpForm const& form) {
  auto result = touch(commitment, form, friday_morning);
  if (result) return "";
  return result.refusal().fields.empty() ? result.refusal().code : result.refusal().fields.front().path + ": " + result.refusal().fields.front().code;
}

TEST(FollowUpRules, only_what_is_open_and_past_its_due_time_is_overdue) {
  auto now = friday_morning;
  EXPECT_TRUE(is_overdue(CommitmentState::open, now - Milliseconds(1), now));
  EXPECT_FALSE(is_overdue(CommitmentState::open, now, now));
  EXPECT_FALSE(is_overdue(CommitmentState::open, std::nullopt, now));
  EXPECT_FALSE(is_overdue(CommitmentState::closed, now - hours(24), now));
  EXPECT_TRUE(is_follow_up_overdue(CommitmentState::open, now - Milliseconds(1), now));
  EXPECT_FALSE(is_follow_up_overdue(CommitmentState::open, now, now));
  EXPECT_FALSE(is_follow_up_overdue(CommitmentState::closed, now - hours(24), now));
}

TEST(FollowUpRules, an_open_one_needs_a_next_time_later_than_the_touch) {
  auto form = good_form();
  EXPECT_EQ(refused(open_one(), form), "");
  form.next_follow_up_at = std::nullopt;
  EXPECT_EQ(refused(open_one(), form), "next_follow_up_at: followup.next_time_required");
  form.next_follow_up_at = friday_morning;
  EXPECT_EQ(refused(open_one(), form), "next_follow_up_at: followup.next_time_not_later");
  form.next_follow_up_at = friday_morning + Milliseconds(1);
  EXPECT_EQ(refused(open_one(), form), "");
}

TEST(FollowUpRules, a_closed_one_needs_no_next_time_and_takes_none) {
  EXPECT_EQ(refused(closed_one(), {.finding = "回访满意"}), "");
  EXPECT_EQ(refused(closed_one(), good_form()), "followup.closed_has_no_next");
}

TEST(FollowUpRules, a_touch_lies_not_in_the_future_but_for_a_phones_wrong_clock) {
  auto form = good_form();
  form.at = friday_morning + minutes(5);
  EXPECT_EQ(refused(open_one(), form), "");
  form.at = friday_morning + minutes(5) + Milliseconds(1);
  EXPECT_EQ(refused(open_one(), form), "at: followup.at_in_future");
  form.at = friday_morning - hours(24 * 30);
  EXPECT_EQ(refused(open_one(), form), "");
}

TEST(FollowUpRules, a_finding_is_needed_and_texts_have_an_end) {
  auto form = good_form();
  form.finding = " \t　";
  EXPECT_EQ(refused(open_one(), form), "finding: followup.finding_required");
  form.finding = std::string(4000, 'x');
  EXPECT_EQ(refused(open_one(), form), "");
  form.finding += "x";
  EXPECT_EQ(refused(open_one(), form), "finding: field.too_long");
  form = good_form();
  form.solution = std::string(4001, 'x');
  EXPECT_EQ(refused(open_one(), form), "solution: field.too_long");
}

TEST(FollowUpRules, progress_is_a_percentage) {
  auto form = good_form();
  for (auto [progress, code] : {std::pair{0, ""}, {100, ""}, {-1, "progress: followup.progress_range"}, {101, "progress: followup.progress_range"}}) {
    form.progress = progress;
    EXPECT_EQ(refused(open_one(), form), code) << progress;
  }
}

TEST(FollowUpRules, only_an_outward_touch_has_an_outcome) {
  auto form = good_form();
  form.outcome = Outcome::not_reached;
  EXPECT_EQ(refused(open_one(), form), "outcome: followup.outcome_only_outward");
  form.direction = Direction::inward;
  EXPECT_EQ(refused(open_one(), form), "outcome: followup.outcome_only_outward");
  form.direction = Direction::outward;
  EXPECT_EQ(refused(open_one(), form), "");
}

TEST(FollowUpRules, the_next_look_is_one_gap_of_working_time_away) {
  Commitment commitment{.follow_up_gap_minutes = 240};  // four hours: until 14:30, for the lunch break
  EXPECT_EQ(next_look(commitment, working_week(), friday_morning).next_follow_up_at.text(), "2026-11-20T06:30:00.000Z");
  auto friday_evening = friday_morning + hours(12);
  EXPECT_EQ(next_look(commitment, working_week(), friday_evening).next_follow_up_at.text(), "2026-11-23T06:30:00.000Z");
}

TEST(FollowUpRules, the_next_look_comes_one_working_hour_before_the_due_time) {
  Commitment commitment{.due_at = Instant::parse("2026-11-20T17:00:00+08:00"), .follow_up_gap_minutes = 900};
  auto proposal = next_look(commitment, working_week(), friday_morning);
  EXPECT_EQ(proposal.next_follow_up_at.text(), "2026-11-20T08:00:00.000Z");
  EXPECT_EQ(proposal.reason, "followup.proposal.before_due");
  // Due on Monday at 09:30: the working hour before it began on Friday.
  commitment.due_at = Instant::parse("2026-11-23T09:30:00+08:00");
  EXPECT_EQ(next_look(commitment, working_week(), friday_morning).next_follow_up_at.text(), "2026-11-20T09:30:00.000Z");
}

TEST(FollowUpRules, every_proposal_is_later_than_now_in_working_time_and_before_the_due_time) {
  constexpr unsigned seed = 20061120;
  std::mt19937 random(seed);
  auto const& calendar = working_week();
  int before_due = 0;
  for (int i = 0; i < 5000; ++i) {
    auto now = friday_morning + minutes(random() % (60 * 24 * 14));
    Commitment commitment{.follow_up_gap_minutes = 30 + static_cast<std::int64_t>(random() % 2400)};
    if (random() % 4) commitment.due_at = now + minutes(static_cast<std::int64_t>(random() % (60 * 24 * 10)) - 60 * 24);
    auto proposal = next_look(commitment, calendar, now);
    auto next = proposal.next_follow_up_at;
    SCOPED_TRACE("seed " + std::to_string(seed) + " run " + std::to_string(i) + ": now " + now.text() + ", gap " +
                 std::to_string(commitment.follow_up_gap_minutes) + ", due " + (commitment.due_at ? commitment.due_at->text() : "never") + ", next " +
                 next.text());
    ASSERT_GT(next, now);
    ASSERT_LE(calendar.working_time_between(now, next), minutes(commitment.follow_up_gap_minutes));
    bool due_is_ahead = commitment.due_at && *commitment.due_at > now;
    if (due_is_ahead) { ASSERT_LE(next, *commitment.due_at); }
    bool time_to_look_before = due_is_ahead && calendar.working_time_between(now, *commitment.due_at) > hours(1);
    if (!due_is_ahead || time_to_look_before) { ASSERT_TRUE(calendar.is_working_time(next - Milliseconds(1)) || calendar.is_working_time(next)); }
    if (proposal.reason == "followup.proposal.before_due" && time_to_look_before) {
      ASSERT_EQ(calendar.working_time_between(next, *commitment.due_at), hours(1));
      ++before_due;
    }
  }
  EXPECT_GT(before_due, 100);
}

TEST(FollowUpRules, a_goal_is_looked_at_by_a_check_in_not_by_a_plain_follow_up) {
  auto goal = open_one();
  goal.subject_type = "goal_item";
  EXPECT_EQ(takes_plain_touches(goal).refusal().code, "followup.check_in_instead");
  goal.state = CommitmentState::closed;
  EXPECT_TRUE(takes_plain_touches(goal)) << "nothing is moved any more";
  auto item = open_one();
  item.subject_type = "work_item";
  EXPECT_TRUE(takes_plain_touches(item));
}

}  // namespace
}  // namespace zx::followup::rules
