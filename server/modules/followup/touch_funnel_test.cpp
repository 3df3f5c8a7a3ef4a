#include "modules/followup/touch_funnel.hpp"

#include <boost/json.hpp>
#include <fstream>
#include <sstream>

#include "modules/followup/followup_fixture.hpp"
#include "modules/followup/outreach.hpp"
#include "platform/testing/query_plans.hpp"

namespace zx::followup {
namespace {

using std::chrono::hours;

std::string golden(std::string const& file) {
  std::stringstream text;
  text << std::ifstream(ZHIXING_SOURCE_DIR "/tests/golden/" + file).rdbuf();
  return text.str();
}

/// One line for each client, as a user's export of the campaign has it.
std::string campaign_file() {
  std::string file = "对方,联系次数,结果,日期\n";
  std::istringstream counts(golden("bank_touches.csv"));
  std::string contacts, outcome, clients, header;
  std::getline(counts, header);
  int client = 0;
  while (std::getline(counts, contacts, ',') && std::getline(counts, outcome, ',') && std::getline(counts, clients))
    for (int i = 0; i < std::stoi(clients); ++i) file += "客户" + std::to_string(++client) + "," + contacts + "," + outcome + ",2026-05-12\n";
  return file;
}

/// The same clients in the columns of the set itself; what stands in the other columns is nobody's.
std::string public_campaign_file() {
  std::string file = "\"age\";\"job\";\"contact\";\"month\";\"duration\";\"campaign\";\"pdays\";\"poutcome\";\"y\"\n";
  std::istringstream counts(golden("bank_touches.csv"));
  std::string contacts, outcome, clients, header;
  std::getline(counts, header);
  while (std::getline(counts, contacts, ',') && std::getline(counts, outcome, ',') && std::getline(counts, clients))
    for (int i = 0; i < std::stoi(clients); ++i)
      file += "30;\"blue-collar\";\"cellular\";\"may\";487;" + contacts + ";999;\"nonexistent\";\"" + (outcome == "won" ? "yes" : "no") + "\"\n";
  return file;
}

TEST(TouchFunnel, shares_are_of_wins_and_of_given_up_cases) {
  std::vector<EndedCases> const ended{{1, CaseEnd::won, 2},       {1, CaseEnd::abandoned, 3}, {3, CaseEnd::won, 1},    {6, CaseEnd::won, 1},
                                      {6, CaseEnd::abandoned, 1}, {2, CaseEnd::open, 4},      {2, CaseEnd::settled, 5}};
  std::vector<CountedTouches> const touches{{1, Outcome::reached, 6}, {1, Outcome::not_reached, 9}, {1, Outcome::refused, 2}};
  auto const funnel = funnel_of(ended, touches);
  EXPECT_EQ(funnel.cases, 17);
  EXPECT_EQ(funnel.won, 4);
  EXPECT_EQ(funnel.abandoned, 4);
  EXPECT_EQ(funnel.conversion->text(), "0.5") << "what is open or settled says nothing";
  EXPECT_EQ(funnel.wins_at_first->text(), "0.5");
  EXPECT_EQ(funnel.wins_after_fifth->text(), "0.25");
  EXPECT_EQ(funnel.stopped_after_first->text(), "0.75");
  EXPECT_EQ(funnel.abandoned_before_fifth, 3);
  ASSERT_EQ(funnel.steps.size(), 6u);
  EXPECT_EQ(funnel.steps[0].touched, 17);
  EXPECT_EQ(funnel.steps[1].touched, 12);
  EXPECT_EQ(funnel.steps[3].touched, 2) << "whoever had a sixth touch had a fourth one";
  EXPECT_EQ(funnel.steps[0].reached, 8) << "who refuses was reached";
  EXPECT_EQ(funnel.steps[0].refused, 2);
  EXPECT_EQ(funnel.steps[2].share_of_wins_so_far->text(), "0.75");
}

TEST(TouchFunnel, nothing_recorded_is_no_share) {
  auto const funnel = funnel_of({}, {});
  EXPECT_EQ(funnel.cases, 0);
  EXPECT_FALSE(funnel.conversion);
  EXPECT_FALSE(funnel.wins_at_first);
  EXPECT_TRUE(funnel.steps.empty());
}

TEST(TouchFunnel, the_interval_is_wilsons) {
  auto const interval = wilson_95(451, 4119);
  EXPECT_EQ(interval.low.text(), "0.100318");
  EXPECT_EQ(interval.high.text(), "0.119395");
  EXPECT_EQ(wilson_95(0, 10).low.text(), "0");
}

struct TouchReport : FollowUpWorld {
  TouchReportView report(Actor const& who, TouchReportQuery const& query = {}) {
    return world().read_as(who, [&](ReadContext const& ctx) { return touch_report(ctx, query).value(); });
  }
  std::vector<TouchCaseView> cases(Actor const& who, TouchCasesQuery const& query) {
    return world().read_as(who, [&](ReadContext const& ctx) { return touch_cases(ctx, query).value(); });
  }
  OutreachReport import(std::string const& file, OutreachRun run = OutreachRun::real) {
    return world().write_as(company->system, [&](Context& ctx) { return import_outreach(ctx, file, "电话营销", run); });
  }
  /// A commitment of 李明 with these outward outcomes.
  Commitment approached(std::vector<Outcome> const& outcomes, bool ends) {
    auto const commitment = open(thing("推荐宽带"));
    for (auto outcome : outcomes) {
      world().write_as(actor(li), [&](Context& ctx) {
        return record(ctx, commitment.id, {.direction = Direction::outward, .finding = "电话", .outcome = outcome, .next_follow_up_at = in(hours(24))});
      });
    }
    return ends ? close(now(commitment.id)) : now(commitment.id);
  }
};
ON_EACH_ENGINE(TouchReport);

void expect_golden(TouchReportView const& view) {
  auto const& funnel = view.funnel;
  auto const expected = boost::json::parse(golden("bank_touches.json")).as_object();
  auto const number = [&](char const* name) { return expected.at(name).to_number<std::int64_t>(); };
  auto const share = [&](char const* name) { return std::llround(expected.at(name).as_double() * 1e6); };
  EXPECT_EQ(view.imported, number("rows"));
  EXPECT_EQ(funnel.cases, number("rows"));
  EXPECT_EQ(funnel.won, number("wins"));
  EXPECT_EQ(funnel.abandoned, number("abandoned"));
  EXPECT_EQ(funnel.conversion->millionths(), share("conversion"));
  EXPECT_EQ(funnel.conversion_low->text(), "0.100318");
  EXPECT_EQ(funnel.conversion_high->text(), "0.119395");
  EXPECT_EQ(funnel.wins_at_first->millionths(), share("share_of_wins_at_touch_1"));
  EXPECT_EQ(funnel.wins_after_fifth->millionths(), share("share_of_wins_after_touch_5"));
  EXPECT_EQ(funnel.abandoned_after_first->millionths(), share("share_of_all_clients_abandoned_after_touch_1"));
  EXPECT_EQ(funnel.stopped_after_first->millionths(), share("share_of_abandoned_that_stopped_after_touch_1"));
  EXPECT_EQ(funnel.abandoned_before_fifth, number("abandoned_before_5_touches"));
  EXPECT_EQ(funnel.abandoned_before_fifth_share->millionths(), share("abandoned_before_5_touches_share"));
  std::int64_t after_tenth = 0;
  for (auto const& step : funnel.steps) {
    auto const name = std::to_string(step.touch_number);
    if (step.touch_number > 10) after_tenth += step.abandoned;
    else EXPECT_EQ(step.abandoned, expected.at("abandoned_by_touch").as_object().at(name).to_number<std::int64_t>()) << name;
    if (step.touch_number <= 10) { EXPECT_EQ(step.won, expected.at("won_by_touch").as_object().at(name).to_number<std::int64_t>()) << name; }
  }
  EXPECT_EQ(after_tenth, number("abandoned_11plus"));
}

TEST_P(TouchReport, the_public_campaign_comes_out_as_its_golden_figures_say) {
  auto const imported = import(campaign_file());
  EXPECT_EQ(imported.error_count, 0);
  EXPECT_EQ(imported.added, 4119);
  expect_golden(report(company->system));
  EXPECT_EQ(cases(company->system, {.touch_number = 8, .end = CaseEnd::won}).size(), 2u);
  EXPECT_EQ(report(company->system, {.until = Date::parse("2026-05-11")}).funnel.cases, 0);
}

TEST_P(TouchReport, the_public_campaign_is_imported_as_it_is_published) {
  auto const imported = import(public_campaign_file());
  EXPECT_EQ(imported.error_count, 0);
  EXPECT_EQ(imported.added, 4119);
  expect_golden(report(company->system));
  world().clock.advance(hours(24 * 3));
  auto const again = import(public_campaign_file());
  EXPECT_EQ(again.added, 0) << "its rows have no day: another day they are known all the same";
  EXPECT_EQ(again.known, 4119);
}

TEST_P(TouchReport, a_campaign_with_a_row_nobody_understands_is_not_imported) {
  std::string const header = "duration;campaign;y\n";
  auto const bad = import(header + "10;0;yes\n10;2;maybe\n10;2;no\n");
  EXPECT_EQ(bad.error_count, 2);
  EXPECT_EQ(bad.errors[0].code, "field.out_of_range");
  EXPECT_EQ(bad.errors[1].code, "outreach.outcome_unknown");
  EXPECT_EQ(bad.added, 0);
}

TEST_P(TouchReport, the_same_file_twice_makes_nothing_twice_and_a_bad_row_stops_it_whole) {
  std::string const file = "counterpart,contacts,outcome,date,campaign\n王女士,3,won,2026-05-12,春季\n李先生,1,放弃,2026-05-13,春季\n";
  EXPECT_EQ(import(file, OutreachRun::dry).added, 0);
  EXPECT_EQ(import(file).added, 2);
  auto const again = import(file);
  EXPECT_EQ(again.added, 0);
  EXPECT_EQ(again.known, 2);
  auto const bad = import(
      "对方,联系次数,结果,日期\n赵先生,2,成交,2026-05-14\n,1,成交,2026-05-14\n钱女士,0,成交,2026-05-14\n孙女士,1,也许,2026-05-14\n周先生,1,成交,2027-01-01\n");
  EXPECT_EQ(bad.error_count, 4);
  EXPECT_EQ(bad.added, 0);
  ASSERT_EQ(bad.errors.size(), 4u);
  EXPECT_EQ(bad.errors[0].row, 3);
  EXPECT_EQ(bad.errors[0].column, "对方");
  EXPECT_EQ(bad.errors[2].code, "outreach.outcome_unknown");
  EXPECT_EQ(bad.errors[3].code, "outreach.date_invalid");
  auto const missing =
      world().try_write_as(company->system, [&](Context& ctx) { return import_outreach(ctx, "对方,结果\n甲,成交\n", "x", OutreachRun::real); });
  EXPECT_EQ(missing.refusal().code, "outreach.column_missing");
}

TEST_P(TouchReport, recorded_touches_end_as_their_last_outcome_says) {
  approached({Outcome::not_reached, Outcome::reached, Outcome::won}, false);
  approached({Outcome::refused}, true);
  approached({Outcome::agreed}, true);
  approached({Outcome::reached}, true);
  approached({Outcome::not_reached, Outcome::refused}, false);
  auto const funnel = report(actor(li)).funnel;
  EXPECT_EQ(funnel.cases, 5);
  EXPECT_EQ(funnel.won, 2);
  EXPECT_EQ(funnel.abandoned, 1);
  EXPECT_EQ(funnel.settled, 1);
  EXPECT_EQ(funnel.open, 1);
  ASSERT_EQ(funnel.steps.size(), 3u);
  EXPECT_EQ(funnel.steps[0].touched, 5);
  EXPECT_EQ(funnel.steps[0].reached, 3);
  EXPECT_EQ(funnel.steps[0].refused, 1);
  EXPECT_EQ(funnel.steps[1].refused, 1);
  EXPECT_EQ(funnel.steps[2].won, 1);
  auto const won = cases(actor(li), {.touch_number = 3, .end = CaseEnd::won});
  ASSERT_EQ(won.size(), 1u);
  EXPECT_TRUE(won[0].commitment_id);
}

TEST_P(TouchReport, everybody_sees_their_own_part_of_it) {
  approached({Outcome::won}, false);
  import("counterpart,contacts,outcome,date,owner\n王女士,3,won,2026-05-12,李明\n李先生,1,lost,2026-05-13,\n");
  EXPECT_EQ(report(actor(wang)).funnel.cases, 0);
  EXPECT_EQ(report(actor(li)).funnel.cases, 2);
  EXPECT_EQ(report(actor(wang, Scope::organization)).funnel.cases, 3);
  EXPECT_EQ(report(actor(wang, Scope::organization), {.kind = "outreach"}).funnel.cases, 2);
  EXPECT_EQ(report(actor(wang, Scope::organization), {.kind = "repair"}).funnel.cases, 1);
}

TEST_P(TouchReport, reads_no_whole_table) {
  approached({Outcome::won}, false);
  world().read_as(actor(li, Scope::organization), [&](ReadContext const& ctx) {
    fixture::QueryPlans plans(ctx.db);
    ReadContext const watched{ctx.actor, ctx.now, plans, ctx.services};
    (void)touch_report(watched, {});
    (void)touch_cases(watched, {.touch_number = 1, .end = CaseEnd::won});
    EXPECT_EQ(plans.scans(), "") << plans.text();
  });
}

}  // namespace
}  // namespace zx::followup
