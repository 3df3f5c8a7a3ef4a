#include "modules/followup/cadence.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "modules/followup/rules.hpp"

namespace zx::followup::rules {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

Instant const friday_morning = *Instant::parse("2026-11-20T09:00:00+08:00");

calendar::WorkingCalendar const& working_week() {
  static calendar::WorkingCalendar const calendar("Asia/Shanghai", calendar::WorkingHours::standard());
  return calendar;
}

Cadence three_steps() { return {.steps = {{120, Method::phone, "问进展"}, {240, Method::sms, ""}, {450, Method::on_site, "上门看"}}}; }
Instant at(std::string const& local) { return *Instant::parse(local + ":00+08:00"); }

Proposal propose(Commitment const& commitment, Rhythm const& rhythm, Instant now = friday_morning) {
  return next_touch(commitment, rhythm, working_week(), now);
}
std::vector<std::string> codes(Proposal const& proposal) {
  std::vector<std::string> all;
  for (auto const& note : proposal.notes) all.push_back(note.code);
  return all;
}

TEST(Cadence, the_first_look_is_the_first_step_and_the_gap_follows_the_last_one) {
  Commitment commitment{.follow_up_gap_minutes = 900};
  Rhythm const rhythm{.cadence = three_steps()};
  auto proposal = propose(commitment, rhythm);
  EXPECT_EQ(proposal.next_follow_up_at, at("2026-11-20T11:00"));
  EXPECT_EQ(proposal.reason, "followup.proposal.step");
  EXPECT_EQ(proposal.arguments, (std::map<std::string, std::string>{{"hours", "2"}, {"step", "1"}, {"steps", "3"}}));
  EXPECT_EQ(proposal.next.method, Method::phone);
  EXPECT_EQ(proposal.next.hint, "问进展");
  commitment.touch_count = 2;
  proposal = propose(commitment, rhythm);
  EXPECT_EQ(proposal.next_follow_up_at, at("2026-11-20T18:00")) << "450 minutes are a whole working day";
  EXPECT_EQ(proposal.next.method, Method::on_site);
  commitment.touch_count = 3;
  proposal = propose(commitment, rhythm);
  EXPECT_EQ(proposal.next_follow_up_at, at("2026-11-23T18:00"));
  EXPECT_EQ(proposal.reason, "followup.proposal.cadence");
}

TEST(Cadence, while_a_touch_is_recorded_the_proposal_is_the_one_after_it) {
  Rhythm const rhythm{.cadence = three_steps(), .recording = Recording::yes};
  auto const proposal = propose({.follow_up_gap_minutes = 900}, rhythm);
  EXPECT_EQ(proposal.next.number, 2);
  EXPECT_EQ(proposal.next.method, Method::sms);
  EXPECT_EQ(proposal.next_follow_up_at, at("2026-11-20T14:30")) << "four hours, the lunch break left out";
  ASSERT_TRUE(proposal.this_one);
  EXPECT_EQ(proposal.this_one->number, 1);
  EXPECT_EQ(proposal.this_one->hint, "问进展");
}

TEST(Cadence, below_sixty_percent_halves_the_gap_and_above_ninety_stretches_it_by_half) {
  EXPECT_EQ(adapted_gap(240, {.kept = 9, .measured = 20}), 120);
  EXPECT_EQ(adapted_gap(240, {.kept = 12, .measured = 20}), 240) << "exactly 60 % is no reason";
  EXPECT_EQ(adapted_gap(240, {.kept = 11, .measured = 19}), 120) << "57.9 %";
  EXPECT_EQ(adapted_gap(240, {.kept = 18, .measured = 20}), 240) << "nor is exactly 90 %";
  EXPECT_EQ(adapted_gap(240, {.kept = 19, .measured = 20}), 360);
  EXPECT_EQ(adapted_gap(240, {.kept = 0, .measured = 4}), 240) << "fewer than five say nothing";
  EXPECT_EQ(adapted_gap(240, {.kept = 0, .measured = 5}), 120);
}

TEST(Cadence, the_shipped_ones_are_good_and_call_whoever_complains_within_the_hour) {
  for (auto const* kind : {"complaint", "proposal", "appointment", "task"}) EXPECT_TRUE(rules::wrong_fields(shipped_cadence(kind)).empty()) << kind;
  ASSERT_FALSE(shipped_cadence("complaint").steps.empty());
  EXPECT_EQ(shipped_cadence("complaint").steps[0].after_minutes, 60);
  EXPECT_TRUE(shipped_cadence("task").steps.empty());
}

TEST(Cadence, the_proposal_says_why_it_is_sooner) {
  auto const proposal = propose({.follow_up_gap_minutes = 240}, {.punctuality = {.kept = 9, .measured = 20, .name = "王女士"}});
  EXPECT_EQ(proposal.next_follow_up_at, at("2026-11-20T11:00"));
  ASSERT_EQ(codes(proposal), std::vector<std::string>{"followup.proposal.unpunctual"});
  EXPECT_EQ(proposal.notes[0].arguments, (std::map<std::string, std::string>{{"name", "王女士"}, {"percent", "45"}, {"kept", "9"}, {"measured", "20"}}));
}

TEST(Cadence, the_limits_bound_what_punctuality_makes_of_the_gap) {
  Rhythm rhythm{.cadence = {.minimum_gap_minutes = 180, .maximum_gap_minutes = 300}, .punctuality = {.kept = 0, .measured = 10}};
  auto proposal = propose({.follow_up_gap_minutes = 240}, rhythm);
  EXPECT_EQ(proposal.next_follow_up_at, at("2026-11-20T12:00"));
  EXPECT_EQ(codes(proposal), (std::vector<std::string>{"followup.proposal.unpunctual", "followup.proposal.minimum_gap"}));
  rhythm.punctuality = {.kept = 10, .measured = 10};
  proposal = propose({.follow_up_gap_minutes = 240}, rhythm);
  EXPECT_EQ(proposal.next_follow_up_at, at("2026-11-20T15:30"));
  EXPECT_EQ(codes(proposal), (std::vector<std::string>{"followup.proposal.punctual", "followup.proposal.maximum_gap"}));
}

TEST(Cadence, an_outward_touch_waits_until_the_week_has_room) {
  Rhythm rhythm{.cadence = {.weekly_touches = 3}, .direction = Direction::outward};
  rhythm.outward_before = {at("2026-11-16T10:00"), at("2026-11-17T15:00"), at("2026-11-19T11:00")};
  auto const proposal = propose({.follow_up_gap_minutes = 60}, rhythm);
  EXPECT_EQ(proposal.next_follow_up_at, at("2026-11-23T10:00"));
  EXPECT_EQ(codes(proposal), std::vector<std::string>{"followup.proposal.weekly_limit"});
  rhythm.recording = Recording::yes;
  EXPECT_EQ(propose({.follow_up_gap_minutes = 60}, rhythm).next_follow_up_at, at("2026-11-24T15:00")) << "the one being recorded counts";
  rhythm.direction = Direction::inward;
  EXPECT_EQ(propose({.follow_up_gap_minutes = 60}, rhythm).next_follow_up_at, at("2026-11-20T10:00")) << "the handler may be asked any time";
}

TEST(Cadence, the_weekly_limit_counts_any_seven_days) {
  std::vector<Instant> const before{at("2026-11-16T10:00"), at("2026-11-17T10:00")};
  EXPECT_FALSE(has_room(2, before, at("2026-11-23T09:59")));
  EXPECT_TRUE(has_room(2, before, at("2026-11-23T10:00")));
  EXPECT_TRUE(has_room(0, before, at("2026-11-17T10:00"))) << "0 is no limit";
  EXPECT_TRUE(has_room(3, before, at("2026-11-17T10:00")));
}

TEST(Cadence, an_outward_touch_keeps_out_of_quiet_hours) {
  Rhythm const rhythm{.direction = Direction::outward, .quiet = {{TimeOfDay{9 * 60}, TimeOfDay{11 * 60}}, {TimeOfDay{11 * 60}, TimeOfDay{13 * 60}}}};
  auto const proposal = propose({.follow_up_gap_minutes = 60}, rhythm);
  EXPECT_EQ(proposal.next_follow_up_at, at("2026-11-20T13:30"));
  EXPECT_EQ(codes(proposal), std::vector<std::string>{"followup.proposal.quiet_hours"});
}

TEST(Cadence, the_other_sides_channels_come_before_the_steps_method) {
  Rhythm rhythm{.cadence = three_steps(), .channels = {Method::email, Method::sms}};
  EXPECT_EQ(propose({}, rhythm).next.method, Method::email) << "the step's phone is none of theirs";
  EXPECT_EQ(propose({.touch_count = 1}, rhythm).next.method, Method::sms) << "the step's sms is one of theirs";
  EXPECT_EQ(propose({.touch_count = 9}, rhythm).next.method, Method::email);
}

TEST(Cadence, after_the_last_touch_planned_it_says_to_decide) {
  Rhythm const rhythm{.cadence = {.maximum_touches = 4}};
  EXPECT_FALSE(propose({.touch_count = 3}, rhythm).is_enough);
  auto const proposal = propose({.touch_count = 4}, rhythm);
  EXPECT_TRUE(proposal.is_enough);
  EXPECT_EQ(codes(proposal), std::vector<std::string>{"followup.proposal.enough"});
}

TEST(Cadence, every_wrong_field_is_told_at_once) {
  Cadence cadence{.steps = {{10, Method::phone, ""}, {240, Method::phone, std::string(501, 'x')}},
                  .minimum_gap_minutes = 30,
                  .maximum_gap_minutes = 20,
                  .weekly_touches = -1,
                  .maximum_touches = 0};
  std::vector<std::string> paths;
  for (auto const& error : wrong_fields(cadence)) paths.push_back(error.path + " " + error.code);
  EXPECT_EQ(paths, (std::vector<std::string>{"cadence.maximum_gap_minutes field.out_of_range", "cadence.weekly_touches field.out_of_range",
                                             "cadence.maximum_touches field.out_of_range", "cadence.steps.0.after_minutes field.out_of_range",
                                             "cadence.steps.1.after_minutes field.out_of_range", "cadence.steps.1.hint field.too_long"}));
  EXPECT_TRUE(wrong_fields(three_steps()).empty());
}

TEST(Cadence, every_proposal_is_in_working_time_after_now_and_within_its_limits) {
  constexpr unsigned seed = 20061118;
  std::mt19937 random(seed);
  auto const upto = [&](std::int64_t most) { return static_cast<std::int64_t>(random() % static_cast<unsigned>(most + 1)); };
  auto const& calendar = working_week();
  int late = 0, adapted = 0;
  for (int run = 0; run < 5000; ++run) {
    auto const now = friday_morning + minutes(upto(60 * 24 * 14));
    Commitment const commitment{.follow_up_gap_minutes = 1 + upto(2400), .touch_count = upto(6)};
    Rhythm rhythm{.direction = upto(1) ? Direction::outward : Direction::inward, .recording = upto(1) ? Recording::yes : Recording::no};
    rhythm.cadence.minimum_gap_minutes = 1 + upto(300);
    rhythm.cadence.maximum_gap_minutes = rhythm.cadence.minimum_gap_minutes + upto(2000);
    rhythm.cadence.weekly_touches = upto(4);
    for (auto i = upto(4); i > 0; --i) rhythm.cadence.steps.push_back({rhythm.cadence.minimum_gap_minutes + upto(200), Method::phone, ""});
    rhythm.punctuality.measured = upto(20);
    rhythm.punctuality.kept = upto(rhythm.punctuality.measured);
    for (auto i = upto(5); i > 0; --i) rhythm.outward_before.push_back(now - minutes(upto(60 * 24 * 7)));
    std::ranges::sort(rhythm.outward_before);
    if (upto(2) == 0) rhythm.quiet = {{TimeOfDay{9 * 60}, TimeOfDay{10 * 60 + 30}}, {TimeOfDay{16 * 60}, TimeOfDay{24 * 60}}};
    auto const proposal = next_touch(commitment, rhythm, calendar, now);
    auto const next = proposal.next_follow_up_at;
    SCOPED_TRACE("seed " + std::to_string(seed) + " run " + std::to_string(run) + ": now " + now.text() + ", next " + next.text());
    ASSERT_GT(next, now);
    ASSERT_TRUE(calendar.is_working_time(next) || calendar.is_working_time(next - Milliseconds(1)));
    auto const worked = calendar.working_time_between(now, next);
    ASSERT_GE(worked, minutes(rhythm.cadence.minimum_gap_minutes));
    if (rhythm.direction == Direction::inward) {
      ASSERT_LE(worked, minutes(*rhythm.cadence.maximum_gap_minutes));
      continue;
    }
    auto before = rhythm.outward_before;
    if (rhythm.recording == Recording::yes) before.push_back(now);
    ASSERT_TRUE(has_room(rhythm.cadence.weekly_touches, before, next));
    auto const local = calendar::local_time(next, calendar.zone());
    for (auto const& quiet : rhythm.quiet) ASSERT_FALSE(quiet.from <= local && local < quiet.to);
    late += worked > minutes(*rhythm.cadence.maximum_gap_minutes);
    adapted += adapted_gap(1000, rhythm.punctuality) != 1000;
  }
  EXPECT_GT(late, 100);
  EXPECT_GT(adapted, 100);
}

// ---- Punctuality ----

Promise promised(std::string const& when) { return {.said_at = at("2026-11-16T09:00"), .promised_at = at(when)}; }
Judged judged(Promise const& promise, std::string const& now = "2026-11-20T09:00") { return judge(promise, working_week(), at(now)); }

TEST(Punctuality, a_touch_within_a_working_hour_of_the_promised_time_keeps_it) {
  auto promise = promised("2026-11-17T17:30");
  promise.looked_at = at("2026-11-18T09:30");
  EXPECT_EQ(judged(promise), Judged::kept) << "half an hour this evening, half an hour next morning";
  promise.looked_at = at("2026-11-18T09:31");
  EXPECT_EQ(judged(promise), Judged::broken);
  promise.looked_at = at("2026-11-17T10:00");
  EXPECT_EQ(judged(promise), Judged::kept) << "earlier is kept, too";
  promise.outcome = Outcome::not_reached;
  EXPECT_EQ(judged(promise), Judged::broken) << "nobody answered";
}

TEST(Punctuality, without_a_touch_it_is_kept_by_closing_in_time_and_broken_by_letting_it_pass) {
  auto promise = promised("2026-11-19T10:00");
  EXPECT_EQ(judged(promise, "2026-11-19T11:00"), Judged::not_yet);
  EXPECT_EQ(judged(promise, "2026-11-19T11:01"), Judged::broken);
  promise.moved_to = at("2026-11-25T10:00");
  EXPECT_EQ(judged(promise), Judged::not_yet) << "it was moved";
  promise.moved_to.reset();
  promise.closed_at = at("2026-11-19T10:30");
  EXPECT_EQ(judged(promise), Judged::kept);
  promise.closed_at = at("2026-11-19T12:00");
  EXPECT_EQ(judged(promise), Judged::broken);
}

TEST(Punctuality, the_last_twenty_judged_ones_count) {
  auto kept = promised("2026-11-17T10:00");
  kept.looked_at = at("2026-11-17T10:00");
  auto broken = promised("2026-11-17T10:00");
  broken.looked_at = at("2026-11-18T10:00");
  std::vector<Promise> promises{promised("2026-11-25T10:00")};  // not yet
  promises.insert(promises.end(), 9, kept);
  promises.insert(promises.end(), 11, broken);
  promises.insert(promises.end(), 7, kept);
  auto const punctuality = measure(promises, working_week(), friday_morning);
  EXPECT_EQ(punctuality.measured, 20);
  EXPECT_EQ(punctuality.kept, 9);
  EXPECT_EQ(punctuality.percent(), 45);
}

}  // namespace
}  // namespace zx::followup::rules
