#include "modules/goal/card_rules.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "modules/goal/exceptions.hpp"
#include "modules/goal/motivation.hpp"
#include "modules/goal/style_rules.hpp"
#include "platform/base/json.hpp"

namespace zx::goal::rules {
namespace {

using enum CardPeriod;
using enum ManagementStyle;

Decimal number(std::string_view text) { return *Decimal::parse(text); }

TEST(Period, is_the_civil_one_that_has_the_day) {
  EXPECT_EQ(period_of(year, {2026, 5, 3}), (PeriodSpan{{2026, 1, 1}, {2026, 12, 31}}));
  EXPECT_EQ(period_of(half, {2026, 7, 1}), (PeriodSpan{{2026, 7, 1}, {2026, 12, 31}}));
  EXPECT_EQ(period_of(quarter, {2026, 11, 20}), (PeriodSpan{{2026, 10, 1}, {2026, 12, 31}}));
  EXPECT_EQ(period_of(month, {2028, 2, 29}), (PeriodSpan{{2028, 2, 1}, {2028, 2, 29}}));
  EXPECT_EQ(period_of(week, {2026, 11, 22}), (PeriodSpan{{2026, 11, 16}, {2026, 11, 22}}));
  EXPECT_EQ(period_of(day, {2026, 11, 22}), (PeriodSpan{{2026, 11, 22}, {2026, 11, 22}}));
}

TEST(Period, is_followed_by_the_next_without_a_hole) {
  for (auto kind : {year, half, quarter, month, week, day}) {
    auto const first = period_of(kind, {2026, 12, 31});
    EXPECT_EQ(period_after(kind, first.from).from, first.to.plus_days(1)) << enum_text(kind);
  }
}

TEST(Process, goes_one_way_but_for_negotiation) {
  EXPECT_EQ(after(CardState::draft, CardAct::propose), CardState::proposed);
  EXPECT_EQ(after(CardState::proposed, CardAct::negotiate), CardState::negotiating);
  EXPECT_EQ(after(CardState::negotiating, CardAct::propose), CardState::proposed);
  EXPECT_EQ(after(CardState::evaluated, CardAct::close), CardState::closed);
  EXPECT_FALSE(after(CardState::draft, CardAct::sign));
  EXPECT_FALSE(after(CardState::committed, CardAct::negotiate));
  EXPECT_TRUE(next_states(CardState::closed).empty());
}

TEST(Style, decides_who_writes_proposes_and_signs) {
  auto person = [](ManagementStyle style, CardAct act) { return may(CardRole::person, style, CardState::draft, act); };
  auto supervisor = [](ManagementStyle style, CardAct act) { return may(CardRole::supervisor, style, CardState::draft, act); };
  for (auto style : {directive, guiding}) {
    EXPECT_FALSE(person(style, CardAct::write));
    EXPECT_FALSE(person(style, CardAct::propose));
    EXPECT_TRUE(supervisor(style, CardAct::write));
    EXPECT_TRUE(person(style, CardAct::sign)) << "acknowledges";
  }
  EXPECT_FALSE(person(directive, CardAct::negotiate));
  EXPECT_TRUE(person(guiding, CardAct::negotiate));
  for (auto act : {CardAct::write, CardAct::propose, CardAct::negotiate, CardAct::sign}) {
    EXPECT_TRUE(person(participative, act));
    EXPECT_TRUE(supervisor(participative, act));
    EXPECT_TRUE(person(delegating, act));
    EXPECT_FALSE(supervisor(delegating, act));
  }
  EXPECT_FALSE(needs_supervisor(delegating));
  EXPECT_TRUE(needs_supervisor(directive));
}

TEST(Style, leaves_evaluation_to_the_supervisor_and_check_ins_to_the_person) {
  for (auto style : {directive, guiding, participative, delegating}) {
    EXPECT_TRUE(may(CardRole::supervisor, style, CardState::self_evaluated, CardAct::evaluate));
    EXPECT_FALSE(may(CardRole::person, style, CardState::self_evaluated, CardAct::evaluate));
    EXPECT_FALSE(may(CardRole::above, style, CardState::self_evaluated, CardAct::evaluate));
    EXPECT_TRUE(may(CardRole::person, style, CardState::active, CardAct::check_in));
    EXPECT_FALSE(may(CardRole::supervisor, style, CardState::active, CardAct::check_in));
    EXPECT_TRUE(acts_of(CardRole::other, style, CardState::draft).empty());
  }
}

TEST(Tiers, go_from_easy_to_hard) {
  auto n = [](char const* text) { return std::optional(number(text)); };
  EXPECT_TRUE(in_order(BetterWhen::higher, {n("80"), n("90"), n("100"), n("120")}));
  EXPECT_TRUE(in_order(BetterWhen::higher, {n("80"), {}, n("100"), {}}));
  EXPECT_FALSE(in_order(BetterWhen::higher, {n("110"), {}, n("100"), {}}));
  EXPECT_TRUE(in_order(BetterWhen::lower, {n("15"), n("12"), n("10"), n("8")}));
  EXPECT_FALSE(in_order(BetterWhen::lower, {n("8"), {}, n("10"), {}}));
}

TEST(Weights, sum_to_exactly_a_hundred) {
  EXPECT_TRUE(is_whole({number("33.333333"), number("33.333333"), number("33.333334")}));
  EXPECT_FALSE(is_whole({number("33.33"), number("33.33"), number("33.33")}));
}

TEST(CheckIn, falls_on_friday_or_the_last_working_day_of_the_month) {
  calendar::WorkingCalendar const calendar("Asia/Shanghai", calendar::WorkingHours::standard());
  auto next = [&](Rhythm rhythm, char const* now) { return next_check_in(rhythm, {2026, 12, 31}, *Instant::parse(now), calendar).text(); };
  EXPECT_EQ(next(Rhythm::weekly, "2026-11-18T01:00:00Z"), "2026-11-20T08:00:00.000Z");
  EXPECT_EQ(next(Rhythm::weekly, "2026-11-20T08:00:00Z"), "2026-11-27T08:00:00.000Z") << "never now";
  EXPECT_EQ(next(Rhythm::weekly, "2026-11-20T07:00:00Z"), "2026-11-27T08:00:00.000Z") << "checked in an hour before: that was this week's";
  EXPECT_EQ(next(Rhythm::weekly, "2026-11-21T01:00:00Z"), "2026-11-27T08:00:00.000Z");
  EXPECT_EQ(next(Rhythm::monthly, "2026-10-15T01:00:00Z"), "2026-10-30T08:00:00.000Z") << "the 31st is a Saturday";
  EXPECT_EQ(next(Rhythm::monthly, "2026-10-31T01:00:00Z"), "2026-11-30T08:00:00.000Z");
  EXPECT_EQ(next(Rhythm::weekly, "2026-12-28T01:00:00Z"), "2026-12-31T08:00:00.000Z") << "the period ends before the Friday";
  EXPECT_EQ(next(Rhythm::monthly, "2026-12-31T09:00:00Z"), "2027-01-01T02:00:00.000Z") << "without known holidays New Year is a Friday like others";
}

struct GoldenLine {
  Decimal importance;
  Decimal completion;
  Decimal score;
};
BOOST_DESCRIBE_STRUCT(GoldenLine, (), (importance, completion, score))
struct Golden {
  std::string about;
  std::vector<GoldenLine> lines;
  Decimal sum;
  Decimal difficulty;
  Decimal after_difficulty;
  std::string after_difficulty_shown;
  Decimal effort;
  Decimal composite;
  std::string composite_shown;
  std::string grade;
  std::vector<GradeBand> grade_bands;
  std::vector<std::vector<json::Raw>> grade_edges;
};
BOOST_DESCRIBE_STRUCT(Golden, (),
                      (about, lines, sum, difficulty, after_difficulty, after_difficulty_shown, effort, composite, composite_shown, grade, grade_bands,
                       grade_edges))

Golden golden() {
  std::stringstream text;
  text << std::ifstream(ZHIXING_SOURCE_DIR "/tests/golden/composite_score.json").rdbuf();
  return from_json<Golden>(text.str()).value();
}

TEST(Score, is_the_golden_one_step_by_step) {
  auto const expected = golden();
  std::vector<Weighed> items;
  for (auto const& line : expected.lines) items.push_back({.weight = line.importance, .target = Decimal::of(100), .actual = line.completion});
  auto const done = calculate(items, {expected.difficulty, "", expected.effort, ""}, Decimal::of(150), expected.grade_bands);
  ASSERT_EQ(done.lines.size(), expected.lines.size());
  for (std::size_t i = 0; i < done.lines.size(); ++i) EXPECT_EQ(done.lines[i].score, expected.lines[i].score);
  EXPECT_EQ(done.sum, expected.sum);
  EXPECT_EQ(done.after_difficulty, expected.after_difficulty);
  EXPECT_EQ(done.score, expected.composite);
  EXPECT_EQ(done.shown, expected.composite_shown);
  EXPECT_EQ(done.grade, expected.grade);
  for (auto const& edge : expected.grade_edges)
    EXPECT_EQ("\"" + grade_of(number(edge.at(0).text), expected.grade_bands) + "\"", edge.at(1).text) << edge.at(0).text;
}

TEST(Completion, turns_round_where_lower_is_better) {
  EXPECT_EQ(completion(BetterWhen::lower, number("10"), number("8")), number("120"));
  EXPECT_EQ(completion(BetterWhen::lower, number("10"), number("10")), number("100"));
  EXPECT_EQ(completion(BetterWhen::lower, number("10"), number("15")), number("50"));
  EXPECT_EQ(completion(BetterWhen::lower, number("10"), number("25")), number("0")) << "never below nothing";
  EXPECT_EQ(completion(BetterWhen::lower, number("0"), number("0")), number("100"));
  EXPECT_EQ(completion(BetterWhen::lower, number("0"), number("1")), number("0"));
  EXPECT_EQ(completion(BetterWhen::higher, number("80"), number("84")), number("105"));
  EXPECT_EQ(completion(BetterWhen::higher, {}, number("60")), number("60")) << "without a target the actual is the percentage";
}

TEST(Completion, is_capped_and_says_so) {
  auto const done = calculate({{.weight = number("100"), .target = number("10"), .actual = number("20")}}, {number("100"), "", number("100"), ""},
                              number("150"), {{"A", number("0")}});
  EXPECT_TRUE(done.lines[0].capped);
  EXPECT_EQ(done.lines[0].completion, number("200"));
  EXPECT_EQ(done.score, number("150"));
}

TEST(Line, is_proportional_to_the_time_for_what_accumulates) {
  Date const from{2026, 10, 1}, to{2026, 12, 31};
  EXPECT_EQ(expected_on(Accrual::accumulating, number("92"), from, to, {2026, 10, 1}), number("1")) << "92 days";
  EXPECT_EQ(expected_on(Accrual::accumulating, number("92"), from, to, {2026, 11, 15}), number("46"));
  EXPECT_EQ(expected_on(Accrual::accumulating, number("92"), from, to, {2027, 3, 1}), number("92"));
  EXPECT_FALSE(expected_on(Accrual::accumulating, number("92"), from, to, {2026, 9, 30}));
  EXPECT_EQ(expected_on(Accrual::level, number("95"), from, to, {2026, 10, 2}), number("95"));
}

TEST(Exception, is_only_what_departs_by_more_than_the_tolerance) {
  EXPECT_FALSE(is_behind(number("90"), number("10")));
  EXPECT_TRUE(is_behind(number("89.999999"), number("10")));
  EXPECT_FALSE(is_behind({}, number("10"))) << "nothing is known yet";
  EXPECT_TRUE(is_notably_well(number("110"), number("10")));
  EXPECT_TRUE(fell(Confidence::on_track, Confidence::at_risk));
  EXPECT_FALSE(fell(Confidence::off_track, Confidence::at_risk));
  EXPECT_FALSE(fell({}, Confidence::off_track));
  EXPECT_TRUE(is_behind(against_line(BetterWhen::lower, number("10"), number("15")), number("10"))) << "lower is better: 15 against 10 is behind";
  EXPECT_FALSE(is_behind(against_line(BetterWhen::lower, number("10"), number("5")), number("10")));
}

TEST(Revision, has_no_kind_for_effort_and_its_kind_gives_the_direction) {
  for (auto word : enum_texts<RevisionKind>()) EXPECT_EQ(word.find("effort"), word.npos);
  EXPECT_TRUE(fits(RevisionKind::environment_better, direction_of(BetterWhen::higher, number("100"), number("120"))));
  EXPECT_FALSE(fits(RevisionKind::environment_better, direction_of(BetterWhen::higher, number("100"), number("90"))));
  EXPECT_TRUE(fits(RevisionKind::environment_better, direction_of(BetterWhen::lower, number("10"), number("8"))));
  EXPECT_TRUE(fits(RevisionKind::minimum_unreachable, direction_of(BetterWhen::lower, number("10"), number("12"))));
  EXPECT_FALSE(fits(RevisionKind::emergency, 0));
}

TEST(Motivation, readiness_is_the_product) {
  EXPECT_EQ(readiness(80, 90, 50), number("36"));
  EXPECT_EQ(readiness(100, 100, 100), number("100"));
  EXPECT_EQ(readiness(100, 0, 100), number("0"));
}

// ---- The linter ----

SmartItem good() {
  return {.what = "收缴本季物业费100万元",
          .quantity = {},
          .quality = {},
          .how = "每周上门催缴一次",
          .measure = "物业费收缴额",
          .unit = "万元",
          .better = BetterWhen::higher,
          .target = number("100"),
          .history = {},
          .linked_upward = true,
          .due_on = Date{2026, 12, 31},
          .milestones = {Date{2026, 11, 30}},
          .period_from = {2026, 10, 1},
          .period_to = {2026, 12, 31}};
}
std::string said(SmartItem const& item) {
  std::string text;
  for (auto const& each : smart(item)) text += (text.empty() ? "" : " ") + each.code.substr(std::string("goal.smart.").size());
  return text;
}
std::string with(void (*spoil)(SmartItem&)) {
  auto item = good();
  spoil(item);
  return said(item);
}

TEST(Smart, has_nothing_to_say_of_a_good_goal) { EXPECT_EQ(said(good()), ""); }

TEST(Smart, finds_a_direction_without_an_outcome) {
  auto vague = [](char const* what) {
    SmartItem item{.what = what,
                   .how = "每天",
                   .linked_upward = true,
                   .due_on = Date{2026, 12, 31},
                   .milestones = {Date{2026, 11, 1}},
                   .period_from = {2026, 10, 1},
                   .period_to = {2026, 12, 31}};
    return said(item);
  };
  EXPECT_EQ(vague("进一步加强客户服务"), "vague no_measure");
  EXPECT_EQ(vague("Improve customer service"), "vague no_measure");
  EXPECT_EQ(vague("提高满意度到95分"), "no_measure") << "a number is an outcome";
  EXPECT_EQ(with([](SmartItem& item) { item.what = "加强收费"; }), "") << "measured, it may say so";
  EXPECT_EQ(with([](SmartItem& item) { item.what = "收费"; }), "too_short");
  EXPECT_EQ(with([](SmartItem& item) { item.how.reset(); }), "no_how");
}

TEST(Smart, wants_a_unit_or_a_deliverable) {
  EXPECT_EQ(with([](SmartItem& item) { item.unit.reset(); }), "no_unit");
  EXPECT_EQ(with([](SmartItem& item) { item.target.reset(); }), "no_measure");
  EXPECT_EQ(with([](SmartItem& item) { item.target.reset(), item.quality = "通过消防验收"; }), "");
}

TEST(Smart, compares_with_what_was_reached_before) {
  auto of = [](char const* target, BetterWhen better = BetterWhen::higher) {
    auto item = good();
    item.target = number(target);
    item.better = better;
    item.history = {number("90"), number("100"), number("80")};
    return said(item);
  };
  EXPECT_EQ(of("85"), "too_easy");
  EXPECT_EQ(of("95"), "");
  EXPECT_EQ(of("100"), "stretch");
  EXPECT_EQ(of("130"), "stretch");
  EXPECT_EQ(of("140"), "");
  EXPECT_EQ(of("150"), "");
  EXPECT_EQ(of("151"), "doubtful");
  EXPECT_EQ(of("95", BetterWhen::lower), "too_easy");
  EXPECT_EQ(of("50", BetterWhen::lower), "doubtful");
  EXPECT_EQ(of("70", BetterWhen::lower), "stretch");
}

TEST(Smart, wants_a_link_a_deadline_and_milestones) {
  EXPECT_EQ(with([](SmartItem& item) { item.linked_upward = false; }), "not_linked");
  EXPECT_EQ(with([](SmartItem& item) { item.due_on.reset(); }), "no_deadline");
  EXPECT_EQ(with([](SmartItem& item) { item.due_on = Date{2027, 1, 1}; }), "deadline_outside");
  EXPECT_EQ(with([](SmartItem& item) { item.milestones.clear(); }), "no_milestones");
  EXPECT_EQ(with([](SmartItem& item) { item.milestones.clear(), item.period_from = {2026, 12, 1}; }), "") << "a month needs none";
}

}  // namespace
}  // namespace zx::goal::rules
