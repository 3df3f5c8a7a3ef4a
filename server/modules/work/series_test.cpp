// Recurring items: when they come round, and that every occurrence makes one item.

#include "modules/work/series.hpp"

#include <random>
#include <set>

#include "modules/work/series_api.hpp"
#include "modules/work/series_rules.hpp"
#include "modules/work/work_fixture.hpp"

namespace zx::work {
namespace {

using std::chrono::hours;

Date day(std::string_view text) { return *Date::parse(text); }

TEST(SeriesRules, the_last_day_of_a_month_comes_back_after_a_short_month) {
  rules::SeriesRule const rule{.every = 1, .unit = SeriesUnit::month, .first_on = day("2027-12-31")};
  EXPECT_EQ(rules::occurrence_on(rule, 1), day("2028-01-31"));
  EXPECT_EQ(rules::occurrence_on(rule, 2), day("2028-02-29"));
  EXPECT_EQ(rules::occurrence_on(rule, 3), day("2028-03-31"));
  rules::SeriesRule const fortnightly{.every = 2, .unit = SeriesUnit::week, .first_on = day("2026-11-20")};
  EXPECT_EQ(rules::occurrence_on(fortnightly, 3), day("2027-01-01"));
}

struct Series : WorkWorld {
  NewSeriesForm weekly(std::string title = "消防器材检查") {
    return {.item = {.title = std::move(title)},
            .every = 1,
            .unit = SeriesUnit::week,
            .first_on = day("2026-11-23"),
            .until = {},
            .shift = {},
            .due_working_days = {}};
  }
  SeriesView begin(Actor const& who, NewSeriesForm const& form) {
    return world().write_as(who, [&](Context& ctx) { return begin_series(ctx, form); });
  }
  /// What a tick of the job does, over and over until nothing is due.
  int tick() {
    int made = 0;
    auto const now = world().clock.now();
    auto make = [&] {
      return *world().database().write([&](db::Transaction& tx) -> Result<bool> { return make_next_of_series(tx, world().services, li.organization, now); });
    };
    while (make()) ++made;
    return made;
  }
  void go_to(std::string_view time) { world().clock.set(*Instant::parse(time)); }
  SeriesView look_at(SeriesId id) {
    return world().read([&](ReadContext const& ctx) { return show_series(ctx, id).value(); });
  }
  std::vector<WorkItemLine> items_of(SeriesId id) {
    return world().read(
        [&](ReadContext const& ctx) { return list(ctx, {.closed = true, .series_id = id, .order = Order::newest, .limit = 200}).value().items; });
  }
};
ON_EACH_ENGINE(Series);

TEST_P(Series, the_item_is_made_as_work_begins_on_its_day_and_knows_its_series) {
  auto form = weekly();
  form.item.handler_id = wang.employee;
  form.item.brief = BriefForm{.why = "消防法要求"};
  form.due_working_days = 2;
  auto const series = begin(li, form);
  EXPECT_EQ(series.next_on, day("2026-11-23"));
  EXPECT_EQ(series.next_at, Instant::parse("2026-11-23T09:00:00+08:00"));
  go_to("2026-11-23T08:59:59+08:00");
  EXPECT_EQ(tick(), 0);
  go_to("2026-11-23T09:00:00+08:00");
  EXPECT_EQ(tick(), 1);
  EXPECT_EQ(tick(), 0);
  auto const lines = items_of(series.id);
  ASSERT_EQ(lines.size(), 1u);
  auto const item = look(lines[0].id);
  EXPECT_EQ(item.series_id, series.id);
  EXPECT_EQ(item.source, Source::series);
  EXPECT_EQ(item.standing.owner.name, "李明");
  EXPECT_EQ(item.pending_handoff->to.name, "王芳") << "who is to do it accepts it first";
  EXPECT_EQ(item.brief.why, "消防法要求");
  EXPECT_EQ(item.requester.employee_id, li.employee);
  EXPECT_EQ(item.due_at, Instant::parse("2026-11-25T18:00:00+08:00"));
  auto const after = look_at(series.id);
  EXPECT_EQ(after.next_on, day("2026-11-30"));
  EXPECT_EQ(after.last_item->number, item.number);
  EXPECT_EQ(after.made, 1);
}

TEST_P(Series, a_server_that_was_off_makes_one_item_for_all_it_missed) {
  auto const series = begin(li, weekly());
  go_to("2026-12-22T03:00:00+08:00");
  EXPECT_EQ(tick(), 1);
  EXPECT_EQ(items_of(series.id).size(), 1u);
  EXPECT_EQ(look_at(series.id).next_on, day("2026-12-28"));
}

TEST_P(Series, a_day_off_is_moved_as_the_rule_says) {
  auto form = weekly();
  form.unit = SeriesUnit::day;
  form.every = 5;
  form.first_on = day("2026-11-21");  // a Saturday
  EXPECT_EQ(begin(li, form).next_on, day("2026-11-23"));
  form.shift = SeriesShift::keep;
  EXPECT_EQ(begin(li, form).next_at, Instant::parse("2026-11-21T09:00:00+08:00"));
  form.first_on = day("2026-11-22");
  form.shift = SeriesShift::earlier;
  EXPECT_EQ(begin(li, form).next_on, day("2026-11-20"));
}

TEST_P(Series, it_ends_after_its_last_day) {
  auto form = weekly();
  form.until = day("2026-12-01");
  auto const series = begin(li, form);
  go_to("2026-11-23T10:00:00+08:00");
  tick();
  go_to("2026-11-30T10:00:00+08:00");
  tick();
  EXPECT_EQ(items_of(series.id).size(), 2u);
  EXPECT_FALSE(look_at(series.id).next_at);
  EXPECT_FALSE(look_at(series.id).may_stop);
  EXPECT_EQ(refused(li, [&](Context& ctx) { return stop_series(ctx, series.id); }), "work.series_over");
}

TEST_P(Series, a_stopped_one_makes_nothing_more) {
  auto const series = begin(li, weekly());
  EXPECT_EQ(refused(wang, [&](Context& ctx) { return stop_series(ctx, series.id); }), "work.series_not_found");
  auto form = weekly();
  form.item.handler_id = wang.employee;
  auto const for_wang = begin(li, form);
  EXPECT_EQ(refused(wang, [&](Context& ctx) { return stop_series(ctx, for_wang.id); }), "work.series_not_yours");
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return stop_series(ctx, for_wang.id); }), "");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return stop_series(ctx, series.id); }), "");
  go_to("2026-12-23T10:00:00+08:00");
  EXPECT_EQ(tick(), 0);
  EXPECT_EQ(look_at(series.id).stopped_by_name, "李明");
  auto listed = [&](Actor const& who, bool ended) {
    return world().read_as(who, [&](ReadContext const& ctx) { return list_series(ctx, {.ended = ended, .after = {}}); })->items.size();
  };
  EXPECT_EQ(listed(li, false), 0u);
  EXPECT_EQ(listed(li, true), 2u);
  EXPECT_EQ(listed(wang, true), 1u);
  EXPECT_EQ(listed(chen, true), 2u);
  EXPECT_EQ(listed(sun, true), 0u);
  EXPECT_EQ(listed(boss, true), 2u);
}

TEST_P(Series, a_closed_kind_and_people_who_left_do_not_stop_the_work) {
  auto form = weekly();
  form.item.kind = "complaint";
  form.item.brief = BriefForm{.standard = std::vector<std::string>{"到位"}};
  form.item.handler_id = wang.employee;
  form.due_working_days = 1;
  auto const series = begin(li, form);
  auto const kind = world().read([&](ReadContext const& ctx) { return *find_kind(ctx, "complaint"); });
  world().write_as(company->system, [&](Context& ctx) { return change_kind(ctx, "complaint", kind.version, {.closed = true}); });
  go_to("2026-11-23T10:00:00+08:00");
  EXPECT_EQ(tick(), 1);
  EXPECT_EQ(items_of(series.id).at(0).kind, "task");
}

TEST_P(Series, what_an_item_would_be_refused_for_is_refused_at_once) {
  auto wrong = [&](auto change) {
    auto form = weekly();
    change(form);
    return refused(li, [&](Context& ctx) { return begin_series(ctx, form); });
  };
  EXPECT_EQ(wrong([](auto& form) { form.item.title = " "; }), "item.title: field.required");
  EXPECT_EQ(wrong([](auto& form) { form.item.due_at = Instant{}; }), "item.due_at: work.series_item_own");
  EXPECT_EQ(wrong([](auto& form) { form.item.kind = "work_order"; }), "item.due_at: work.answer_missing.when");
  EXPECT_EQ(wrong([&](auto& form) { form.item.owner_id = wang.employee; }), "work.owner_needs_assign");
  EXPECT_EQ(wrong([](auto& form) { form.every = 0; }), "every: field.out_of_range");
  EXPECT_EQ(wrong([](auto& form) { form.first_on = day("2026-11-19"); }), "first_on: work.series_in_past");
  EXPECT_EQ(wrong([](auto& form) { form.until = day("2026-11-22"); }), "until: work.series_until_early");
  EXPECT_EQ(wrong([](auto& form) { form.due_working_days = 251; }), "due_working_days: field.out_of_range");
}

/// Whatever the rule, and however irregularly the job runs: one item for one occurrence at most, and none of before its time.
TEST_P(Series, an_occurrence_never_makes_two_items) {
  std::mt19937 random(20060512);
  auto const calendar = world().services.calendar_of(li.organization);
  std::vector<SeriesView> all;
  for (int i = 0; i < 24; ++i) {
    auto form = weekly("检查 " + std::to_string(i));
    form.every = 1 + random() % 4;
    form.unit = static_cast<SeriesUnit>(random() % 3);
    form.first_on = day("2026-11-21").plus_days(random() % 12);
    if (random() % 3 == 0) form.until = form.first_on.plus_days(random() % 60);
    form.shift = static_cast<SeriesShift>(random() % 3);
    all.push_back(begin(li, form));
  }
  std::map<SeriesId, std::vector<Instant>> made;
  for (int step = 0; step < 40; ++step) {
    world().clock.advance(hours(1 + random() % 96));
    std::map<SeriesId, std::size_t> before;
    for (auto const& series : all) before[series.id] = items_of(series.id).size();
    tick();
    tick();
    for (auto const& series : all) {
      auto const now_made = items_of(series.id).size();
      ASSERT_LE(now_made, before[series.id] + 1) << series.title;
      if (now_made > before[series.id]) made[series.id].push_back(world().clock.now());
    }
  }
  for (auto const& series : all) {
    rules::SeriesRule const rule{series.every, series.unit, series.first_on, series.until, series.shift};
    std::set<std::int64_t> seen;
    std::int64_t next = 0;
    for (auto const at : made[series.id]) {
      auto const due = rules::last_due(rule, next, at, *calendar);
      ASSERT_TRUE(due) << series.title << " was made before its time";
      EXPECT_TRUE(seen.insert(*due).second);
      next = *due + 1;
    }
    EXPECT_FALSE(rules::last_due(rule, next, world().clock.now(), *calendar)) << series.title << " was forgotten";
  }
}

}  // namespace
}  // namespace zx::work
