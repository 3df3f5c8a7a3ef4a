#include "modules/work/delays_fixture.hpp"
#include "platform/base/json.hpp"

namespace zx::work {
namespace {

DelayLine line(std::string key, std::int64_t reports, std::int64_t days) { return {.key = key, .name = {}, .reports = reports, .delay_days = days}; }

TEST(Pareto, comes_out_as_in_the_handbook) {
  std::vector<DelayLine> lines{line("forgot", 1, 9), line("material", 7, 20), line("people", 2, 3), line("external", 2, 5)};
  rules::complete_pareto(lines);
  EXPECT_EQ(to_json(lines), R"([{"key":"material","name":null,"reports":7,"delay_days":20,"share":58,"cumulative_share":58},)"
                            R"({"key":"external","name":null,"reports":2,"delay_days":5,"share":17,"cumulative_share":75},)"
                            R"({"key":"people","name":null,"reports":2,"delay_days":3,"share":17,"cumulative_share":92},)"
                            R"({"key":"forgot","name":null,"reports":1,"delay_days":9,"share":8,"cumulative_share":100}])");
}

TEST(Pareto, of_nothing_is_empty) {
  std::vector<DelayLine> none;
  rules::complete_pareto(none);
  EXPECT_TRUE(none.empty());
}

TEST(Deciders, leave_out_whoever_reported_unless_nobody_else_is_there) {
  auto const one = EmployeeId::make(), other = EmployeeId::make();
  EXPECT_EQ(rules::deciders({one, other}, one), (std::vector{other}));
  EXPECT_EQ(rules::deciders({one}, one), (std::vector{one}));
  EXPECT_TRUE(rules::deciders({}, one).empty());
}

TEST(Deciders, deputies_who_stand_in_for_one_another_end_somewhere) {
  auto const one = EmployeeId::make(), other = EmployeeId::make(), third = EmployeeId::make();
  EXPECT_EQ(rules::present_for(one, {{one, other}, {other, third}}), third);
  EXPECT_EQ(rules::present_for(one, {{one, other}, {other, one}}), other);
  EXPECT_EQ(rules::present_for(one, {}), one);
}

struct Analysed : LateWorld {
  void approve_one(Actor const& who, DelayCause cause, int days) {
    auto item = make(who, {.due_at = in(hours(24))});
    world().clock.advance(hours(25));
    auto waiting = world().write_as(who, [&](Context& ctx) { return report_delay(ctx, item.id, form(days, cause)); });
    EXPECT_EQ(approving(chen, waiting), "") << who.name;
  }
  std::vector<DelayLine> chart(Actor const& who, DelayReportQuery const& query = {}) {
    return world().read_as(who, [&](ReadContext const& ctx) { return delay_report(ctx, query).value(); });
  }
  std::vector<PunctualityLine> rates(Actor const& who) {
    auto today = *Date::parse("2026-11-20");
    return world().read_as(who, [&](ReadContext const& ctx) { return punctuality(ctx, {.from = today.plus_days(-10), .to = today.plus_days(30)}).value(); });
  }
  std::size_t rows_behind(Actor const& who, DueOutcome wanted, DepartmentId department) {
    auto today = *Date::parse("2026-11-20");
    ListQuery const query{.closed = true,
                          .department_id = department,
                          .original_due_from = today.plus_days(-10),
                          .original_due_to = today.plus_days(30),
                          .punctuality = wanted,
                          .department_only = true};
    return world().read_as(who, [&](ReadContext const& ctx) { return list(ctx, query).value().items.size(); });
  }
};
ON_EACH_ENGINE(Analysed);

TEST_P(Analysed, approved_delays_are_charted_by_cause_and_department) {
  approve_one(li, DelayCause::material, 3);
  approve_one(li, DelayCause::material, 3);
  approve_one(wang, DelayCause::forgot, 3);
  auto item = late_item();
  report(li, item.id);  // waits: not charted
  auto causes = chart(chen);
  ASSERT_EQ(causes.size(), 2u);
  EXPECT_EQ(causes[0].key, "material");
  EXPECT_EQ(causes[0].reports, 2);
  EXPECT_EQ(causes[0].share, 67);
  EXPECT_EQ(causes[1].cumulative_share, 100);
  auto departments = chart(chen, {.by = DelayGroup::department});
  ASSERT_EQ(departments.size(), 1u);
  EXPECT_EQ(departments[0].name, "工程部");
  EXPECT_EQ(departments[0].reports, 3);
  EXPECT_EQ(departments[0].delay_days, causes[0].delay_days + causes[1].delay_days);
  EXPECT_EQ(reports_for(chen, {.state = DelayState::approved, .cause = DelayCause::material}).size(), 2u) << "the rows behind the number";
}

TEST_P(Analysed, everybody_charts_what_they_see) {
  approve_one(li, DelayCause::material, 3);
  EXPECT_EQ(chart(li).size(), 1u);
  EXPECT_EQ(chart(wang).size(), 0u);
  EXPECT_EQ(chart(sun).size(), 0u);
}

TEST_P(Analysed, on_time_is_measured_against_the_date_promised_first) {
  auto done = [&](WorkItemId id) { world().write_as(li, [&](Context& ctx) { return close(ctx, id, ""); }); };
  auto in_time = make(li, {.due_at = in(hours(48))});
  auto moved = make(li, {.due_at = in(hours(2))});
  auto open = make(li, {.due_at = in(hours(3))});
  make(li, {.due_at = in(hours(500))});  // not due yet: counts nowhere
  make(li, {.due_at = in(hours(1)), .draft = true});
  done(in_time.id);
  EXPECT_EQ(patching(li, moved.id, {.due_at = in(hours(72))}), "") << "still in time";
  world().clock.advance(hours(24));
  done(moved.id);
  EXPECT_EQ(approving(chen, report(li, open.id, 5)), "") << "another date, and late all the same";
  auto lines = rates(chen);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].on_time, 1);
  EXPECT_EQ(lines[0].late, 1);
  EXPECT_EQ(lines[0].open_late, 1);
  EXPECT_EQ(lines[0].percent, 33);
  EXPECT_EQ(lines[0].department_name, "工程部");
  for (auto wanted : {DueOutcome::on_time, DueOutcome::late, DueOutcome::open_late}) EXPECT_EQ(rows_behind(chen, wanted, works), 1u);
  EXPECT_TRUE(rates(sun).empty());
}

}  // namespace
}  // namespace zx::work
