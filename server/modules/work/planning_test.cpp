#include "modules/work/planning.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include <boost/json.hpp>

#include "modules/work/dependencies.hpp"
#include "modules/work/work_fixture.hpp"
#include "platform/testing/query_plans.hpp"

namespace zx::work {
namespace {

constexpr std::int64_t day = 450;

/// Time stands at Friday 2026-11-20, 09:00 in Shanghai; days have 450 working minutes, 9–12 and 13:30–18.
struct Planning : WorkWorld {
  WorkItemView below(WorkItemId parent, std::string title, std::optional<std::int64_t> minutes, Actor const& who) {
    return make(who, {.title = std::move(title), .parent_id = parent, .estimate_minutes = minutes});
  }
  WorkItemView below(WorkItemId parent, std::string title, std::optional<std::int64_t> minutes) { return below(parent, std::move(title), minutes, li); }
  void link(WorkItemId id, WorkItemId after, std::int64_t lag = 0) {
    world().write_as(boss, [&](Context& ctx) { return add_dependency(ctx, id, {after, lag}); });
  }
  void rewrite(WorkItemId id, WorkItemPatch const& patch) {
    auto const version = look(id).version;
    world().write_as(li, [&](Context& ctx) { return change(ctx, id, version, patch); });
  }
  ScheduleView plan(Actor const& who, WorkItemId parent, ScheduleQuery const& query = {}) {
    return world().read_as(who, [&](ReadContext const& ctx) { return schedule_of(ctx, parent, query).value(); });
  }
  ScheduleView plan(WorkItemId parent) { return plan(boss, parent); }
  static PlannedItem const& in_plan(ScheduleView const& schedule, WorkItemId id) { return *std::ranges::find(schedule.items, id, &PlannedItem::id); }
  static Instant shanghai(std::string_view time) { return *Instant::parse(std::string(time) + "+08:00"); }
  std::string adopting(Actor const& who, WorkItemId parent, ScheduleView const& seen, bool levelled = false) {
    return refused(who, [&](Context& ctx) { return adopt_schedule(ctx, parent, {levelled, seen.begins_at, seen.basis}); });
  }
};
ON_EACH_ENGINE(Planning);

boost::json::object golden() {
  std::ifstream file(ZHIXING_SOURCE_DIR "/tests/golden/schedule.json");
  std::stringstream text;
  text << file.rdbuf();
  return boost::json::parse(text.str()).as_object();
}

TEST_P(Planning, the_golden_plan_takes_six_days_of_ten_and_its_critical_path_is_b_then_c) {
  auto const expected = golden();
  auto parent = make();
  std::map<std::string, WorkItemId> ids;
  std::map<WorkItemId, std::string> names;
  for (auto const& each : expected.at("items").as_array()) {
    std::string name(each.at("id").as_string());
    ids[name] = below(parent.id, name, each.at("days").as_int64() * day).id;
    names[ids[name]] = name;
  }
  for (auto const& each : expected.at("items").as_array()) {
    if (!each.as_object().contains("after")) continue;
    for (auto const& before : each.at("after").as_array()) link(ids.at(std::string(each.at("id").as_string())), ids.at(std::string(before.as_string())));
  }
  auto const found = plan(parent.id);
  EXPECT_EQ(found.length_minutes, expected.at("length_days").as_int64() * day);
  EXPECT_EQ(found.serial_minutes, expected.at("serial_days").as_int64() * day);
  boost::json::array critical;
  for (auto id : found.critical_path) critical.emplace_back(names.at(id));
  EXPECT_EQ(critical, expected.at("critical").as_array());
  std::map<std::int64_t, boost::json::array> groups;
  for (auto const& item : found.items) {
    EXPECT_EQ(item.slack_minutes, expected.at("slack").at(item.title).as_int64() * day) << item.title;
    groups[item.group].emplace_back(item.title);
  }
  boost::json::array parallel;
  for (auto const& [group, members] : groups) parallel.push_back(members);
  EXPECT_EQ(parallel, expected.at("parallel_groups").as_array());
  EXPECT_EQ(found.begins_at, shanghai("2026-11-20T09:00:00"));
  EXPECT_EQ(found.finishes_at, shanghai("2026-11-27T18:00:00")) << "six working days, a weekend between";
  auto const& c = in_plan(found, ids.at("C"));
  EXPECT_EQ(c.earliest_start_at, shanghai("2026-11-26T09:00:00")) << "the morning after B's four days";
  auto const& a = in_plan(found, ids.at("A"));
  EXPECT_EQ(a.earliest_finish_at, shanghai("2026-11-24T18:00:00"));
  EXPECT_EQ(a.latest_start_at, shanghai("2026-11-23T09:00:00"));
  EXPECT_EQ(found.levelled_minutes, 10 * day) << "李明 does all of it, one thing at a time";
}

TEST_P(Planning, without_an_estimate_a_working_day_is_taken_and_said) {
  auto parent = make();
  auto guessed = below(parent.id, "拆旧", {});
  auto known = below(parent.id, "水管", 100);
  auto const found = plan(parent.id);
  EXPECT_TRUE(in_plan(found, guessed.id).estimate_assumed);
  EXPECT_EQ(in_plan(found, guessed.id).estimate_minutes, day);
  EXPECT_FALSE(in_plan(found, known.id).estimate_assumed);
}

TEST_P(Planning, a_gap_is_counted_in_working_time) {
  auto parent = make();
  auto first = below(parent.id, "防水", day);
  auto second = below(parent.id, "贴砖", day);
  link(second.id, first.id, day);
  EXPECT_EQ(in_plan(plan(parent.id), second.id).earliest_start_at, shanghai("2026-11-24T09:00:00")) << "Friday works, Monday dries";
}

TEST_P(Planning, what_is_done_stands_where_it_was_finished_and_needs_nothing) {
  auto parent = make();
  auto first = below(parent.id, "拆旧", 2 * day);
  auto second = below(parent.id, "水管", day);
  link(second.id, first.id);
  auto const began = world().clock.now();
  EXPECT_EQ(refused(li, [&](Context& ctx) { return start(ctx, first.id); }), "");
  world().clock.advance(std::chrono::hours(2));
  EXPECT_EQ(refused(li, [&](Context& ctx) { return close(ctx, first.id, ""); }), "");
  auto const found = plan(parent.id);
  EXPECT_EQ(in_plan(found, first.id).earliest_start_at, began);
  EXPECT_EQ(in_plan(found, first.id).earliest_finish_at, world().clock.now());
  EXPECT_FALSE(in_plan(found, first.id).critical);
  EXPECT_EQ(in_plan(found, second.id).earliest_start_at, world().clock.now());
  EXPECT_EQ(found.serial_minutes, day);
  EXPECT_EQ(in_plan(found, second.id).group, 0) << "nothing stands before it any more";
}

TEST_P(Planning, what_is_under_way_needs_what_its_progress_leaves_and_is_not_dropped) {
  auto parent = make();
  auto under_way = below(parent.id, "水管", 400);
  auto other = below(parent.id, "拆旧", 4 * day);
  EXPECT_EQ(refused(li, [&](Context& ctx) { return start(ctx, under_way.id); }), "");
  rewrite(under_way.id, {.progress = 75});
  auto const found = plan(parent.id);
  EXPECT_EQ(in_plan(found, under_way.id).remaining_minutes, 100);
  EXPECT_EQ(in_plan(found, under_way.id).levelled_start_at, world().clock.now());
  EXPECT_EQ(in_plan(found, other.id).levelled_start_at, shanghai("2026-11-20T10:40:00")) << "although it is critical";
}

TEST_P(Planning, what_is_on_hold_waits_for_its_resumption_and_what_was_cancelled_is_left_out) {
  auto parent = make();
  auto held = below(parent.id, "水管", 60);
  auto dropped = below(parent.id, "吊顶", day);
  EXPECT_EQ(refused(li, [&](Context& ctx) { return hold(ctx, held.id, "等料", shanghai("2026-11-23T09:00:00")); }), "");
  EXPECT_EQ(refused(boss, [&](Context& ctx) { return cancel(ctx, dropped.id, "不做了"); }), "");
  auto const found = plan(parent.id);
  ASSERT_EQ(found.items.size(), 1u);
  EXPECT_EQ(found.items.front().earliest_start_at, shanghai("2026-11-23T09:00:00"));
}

TEST_P(Planning, the_plan_begins_with_the_parent_or_at_the_next_quarter_of_an_hour) {
  auto later = make(li, {.start_at = shanghai("2026-11-21T10:00:00")});
  below(later.id, "拆旧", day);
  EXPECT_EQ(plan(later.id).begins_at, shanghai("2026-11-23T09:00:00")) << "Saturday is free";
  auto now = make();
  world().clock.advance(std::chrono::minutes(1));
  EXPECT_EQ(plan(now.id).begins_at, shanghai("2026-11-20T09:15:00"));
  EXPECT_EQ(plan(boss, now.id, {shanghai("2026-12-01T09:00:00")}).begins_at, shanghai("2026-12-01T09:00:00"));
}

TEST_P(Planning, what_one_does_not_see_is_not_in_ones_plan_but_is_counted) {
  auto parent = make();
  below(parent.id, "拆旧", day);
  below(parent.id, "预算", day, boss);
  auto const found = plan(li, parent.id);
  EXPECT_EQ(found.items.size(), 1u);
  EXPECT_EQ(found.unseen, 1);
  EXPECT_EQ(plan(parent.id).unseen, 0);
}

TEST_P(Planning, an_adopted_plan_is_what_was_looked_at) {
  auto parent = make();
  auto first = below(parent.id, "防水", day);
  auto second = below(parent.id, "贴砖", 2 * day);
  link(second.id, first.id);
  auto const seen = plan(li, parent.id);
  world().clock.advance(std::chrono::minutes(20));
  EXPECT_EQ(adopting(li, parent.id, seen), "");
  EXPECT_EQ(look(first.id).start_at, shanghai("2026-11-20T09:00:00"));
  EXPECT_EQ(look(first.id).due_at, shanghai("2026-11-20T18:00:00"));
  EXPECT_EQ(look(second.id).start_at, shanghai("2026-11-23T09:00:00"));
  EXPECT_EQ(look(second.id).due_at, shanghai("2026-11-24T18:00:00"));
  EXPECT_EQ(history(parent.id).front().event, "work_item.schedule_adopted");
  EXPECT_EQ(history(second.id).front().event, "work_item.changed");
}

TEST_P(Planning, levelled_dates_are_adopted_when_that_was_looked_at) {
  auto parent = make();
  below(parent.id, "拆旧", day);
  auto second = below(parent.id, "水管", day);
  EXPECT_EQ(adopting(li, parent.id, plan(li, parent.id), true), "");
  EXPECT_EQ(look(second.id).start_at, shanghai("2026-11-23T09:00:00"));
}

TEST_P(Planning, adoption_leaves_alone_what_has_begun) {
  auto parent = make();
  auto begun = below(parent.id, "拆旧", day);
  auto open = below(parent.id, "水管", day);
  EXPECT_EQ(refused(li, [&](Context& ctx) { return start(ctx, begun.id); }), "");
  EXPECT_EQ(adopting(li, parent.id, plan(li, parent.id)), "");
  EXPECT_FALSE(look(begun.id).due_at);
  EXPECT_TRUE(look(open.id).due_at);
}

TEST_P(Planning, a_plan_that_is_no_longer_true_is_not_adopted) {
  auto parent = make();
  auto first = below(parent.id, "防水", day);
  auto second = below(parent.id, "贴砖", day);
  auto seen = plan(li, parent.id);
  link(second.id, first.id);
  EXPECT_EQ(adopting(li, parent.id, seen), "request.stale") << "a dependency is new";
  seen = plan(li, parent.id);
  rewrite(first.id, {.estimate_minutes = 2 * day});
  EXPECT_EQ(adopting(li, parent.id, seen), "request.stale") << "an estimate is another";
  seen = plan(li, parent.id);
  world().clock.advance(std::chrono::hours(2));
  EXPECT_EQ(adopting(li, parent.id, seen), "request.stale") << "it is too long ago";
  EXPECT_FALSE(look(first.id).due_at);
}

TEST_P(Planning, whoever_may_change_the_parent_adopts_and_nobody_else) {
  auto parent = make(boss, {.participant_ids = {li.employee}});
  make(boss, {.title = "水管", .participant_ids = {li.employee}, .parent_id = parent.id, .estimate_minutes = day});
  auto const seen = plan(li, parent.id);
  EXPECT_FALSE(seen.may_adopt);
  EXPECT_EQ(adopting(li, parent.id, seen), "work.change_not_yours");
  EXPECT_EQ(adopting(sun, parent.id, seen), "work.not_found");
  EXPECT_TRUE(plan(parent.id).may_adopt);
  EXPECT_EQ(adopting(boss, parent.id, plan(parent.id)), "");
}

TEST_P(Planning, when_one_item_refuses_no_date_is_written) {
  auto parent = make();
  auto fine = below(parent.id, "拆旧", day);
  auto overdue = make(li, {.title = "水管", .due_at = shanghai("2026-11-20T10:00:00"), .parent_id = parent.id, .estimate_minutes = day});
  world().clock.advance(std::chrono::hours(3));
  auto const said = adopting(li, parent.id, plan(li, parent.id));
  EXPECT_TRUE(said.starts_with("items." + overdue.number + ": work.")) << said;
  EXPECT_FALSE(look(fine.id).due_at);
}

TEST_P(Planning, no_table_is_read_as_a_whole_for_a_plan) {
  auto parent = make();
  auto first = below(parent.id, "防水", day);
  auto second = below(parent.id, "贴砖", day);
  link(second.id, first.id);
  auto const scans = world().read_as(li, [&](ReadContext const& ctx) {
    fixture::QueryPlans plans(ctx.db);
    ReadContext const planned{ctx.actor, ctx.now, plans, ctx.services};
    EXPECT_TRUE(schedule_of(planned, parent.id));
    EXPECT_TRUE(dependencies_of(planned, second.id));
    EXPECT_TRUE(show(planned, second.id));
    return plans.scans();
  });
  EXPECT_EQ(scans, "");
}

TEST_P(Planning, no_plan_breaks_a_dependency_or_gives_a_person_two_things_at_once) {
  std::mt19937 random(20261122);
  std::vector<Actor const*> const people{&li, &wang, &zhao};
  for (int round = 0; round < 3; ++round) {
    auto parent = make(boss, {.participant_ids = {li.employee, wang.employee, zhao.employee}});
    std::vector<WorkItemId> items;
    for (int i = 0; i < 9; ++i) {
      items.push_back(below(parent.id, "步骤", 30 + static_cast<std::int64_t>(random() % 900), *people[random() % people.size()]).id);
      for (std::size_t before = 0; before + 1 < items.size(); ++before) {
        if (random() % 4 == 0) link(items.back(), items[before], static_cast<std::int64_t>(random() % 3) * 60);
      }
    }
    auto const found = plan(parent.id);
    std::map<EmployeeId, std::vector<std::pair<Instant, Instant>>> busy;
    for (auto const& item : found.items) {
      busy[item.handler.id].emplace_back(item.levelled_start_at, item.levelled_finish_at);
      for (auto const& after : item.after) {
        auto const& before = in_plan(found, after.id);
        EXPECT_GE(item.earliest_start_at, before.earliest_finish_at);
        EXPECT_GE(item.latest_start_at, before.latest_finish_at);
        EXPECT_GE(item.levelled_start_at, before.levelled_finish_at);
      }
    }
    for (auto& [who, stretches] : busy) {
      std::ranges::sort(stretches);
      for (std::size_t i = 1; i < stretches.size(); ++i) EXPECT_GE(stretches[i].first, stretches[i - 1].second);
    }
  }
}

}  // namespace
}  // namespace zx::work
