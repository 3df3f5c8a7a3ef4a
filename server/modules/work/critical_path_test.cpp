#include "modules/work/critical_path.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include <boost/json.hpp>

namespace zx::work {
namespace {

constexpr std::int64_t day = 450;

boost::json::object golden() {
  std::ifstream file(ZHIXING_SOURCE_DIR "/tests/golden/schedule.json");
  std::stringstream text;
  text << file.rdbuf();
  return boost::json::parse(text.str()).as_object();
}

std::vector<Activity> plan_of(boost::json::array const& items) {
  std::vector<Activity> plan;
  std::map<std::string, std::size_t> index;
  for (auto const& item : items) {
    std::string id(item.at("id").as_string());
    index[id] = plan.size();
    plan.push_back({.name = id, .duration_minutes = item.at("days").as_int64() * day, .after = {}});
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!items[i].as_object().contains("after")) continue;
    for (auto const& before : items[i].at("after").as_array()) plan[i].after.push_back({index.at(std::string(before.as_string()))});
  }
  return plan;
}

TEST(CriticalPath, the_golden_plan_takes_six_days_and_its_critical_path_is_b_then_c) {
  auto expected = golden();
  auto plan = plan_of(expected.at("items").as_array());
  auto result = schedule(plan);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->length_minutes, expected.at("length_days").as_int64() * day);
  EXPECT_EQ(result->serial_minutes, expected.at("serial_days").as_int64() * day);
  boost::json::array critical;
  for (auto i : result->critical_path) critical.emplace_back(plan[i].name);
  EXPECT_EQ(critical, expected.at("critical").as_array());
  std::map<std::size_t, boost::json::array> groups;
  for (std::size_t i = 0; i < plan.size(); ++i) {
    EXPECT_EQ(result->activities[i].slack, expected.at("slack").at(plan[i].name).as_int64() * day) << plan[i].name;
    groups[result->activities[i].group].emplace_back(plan[i].name);
  }
  boost::json::array parallel;
  for (auto const& [group, names] : groups) parallel.push_back(names);
  EXPECT_EQ(parallel, expected.at("parallel_groups").as_array());
}

TEST(CriticalPath, a_loop_is_refused_with_its_items_named) {
  auto result = schedule(plan_of(golden().at("cycle").at("items").as_array()));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.refusal().code, "work.dependency_cycle");
  EXPECT_EQ(result.refusal().arguments.at("items"), "X → Y → X");
}

TEST(CriticalPath, a_loop_is_named_in_the_order_the_work_would_run) {
  // a waits for c, c for b, b for a: a → b → c → a
  std::vector<Activity> plan = {{.name = "a", .after = {{2}}}, {.name = "b", .after = {{0}}}, {.name = "c", .after = {{1}}}, {.name = "free", .after = {}}};
  auto result = schedule(plan);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.refusal().arguments.at("items"), "a → b → c → a");
}

TEST(CriticalPath, a_lag_delays_the_follower_and_takes_no_slack_from_it) {
  auto result = schedule({{.name = "concrete", .duration_minutes = 60, .after = {}}, {.name = "tiles", .duration_minutes = 30, .after = {{0, 100}}}});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->activities[1].earliest_start, 160);
  EXPECT_EQ(result->length_minutes, 190);
  EXPECT_TRUE(result->activities[0].critical);
}

TEST(CriticalPath, one_person_does_one_thing_at_a_time_when_levelled) {
  auto result = schedule({{.name = "a", .duration_minutes = 60, .after = {}, .person = 1},
                          {.name = "b", .duration_minutes = 30, .after = {}, .person = 1},
                          {.name = "c", .duration_minutes = 40, .after = {}, .person = 2}});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->length_minutes, 60);
  EXPECT_EQ(result->levelled_minutes, 90);
  EXPECT_EQ(result->activities[2].levelled_start, 0);
}

TEST(CriticalPath, what_is_critical_comes_before_what_is_important_and_that_before_what_stands_first) {
  auto result = schedule({{.name = "low", .duration_minutes = 10, .after = {}, .person = 1, .importance = 3},
                          {.name = "high", .duration_minutes = 10, .after = {}, .person = 1, .importance = 1},
                          {.name = "critical", .duration_minutes = 10, .after = {}, .person = 1, .importance = 4},
                          {.name = "end", .duration_minutes = 100, .after = {{2}}}});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->activities[2].levelled_start, 0);
  EXPECT_EQ(result->activities[1].levelled_start, 10);
  EXPECT_EQ(result->activities[0].levelled_start, 20);
}

TEST(CriticalPath, what_has_begun_is_not_dropped_for_something_critical) {
  auto result = schedule({{.name = "critical", .duration_minutes = 50, .after = {}, .person = 1},
                          {.name = "begun", .duration_minutes = 20, .after = {}, .person = 1, .begun = true, .importance = 4}});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->activities[1].levelled_start, 0);
  EXPECT_EQ(result->activities[0].levelled_start, 20);
}

TEST(CriticalPath, a_person_who_waits_for_something_does_meanwhile_what_fits) {
  auto result = schedule({{.name = "tiles after the concrete", .duration_minutes = 60, .after = {}, .not_before = 100, .person = 1},
                          {.name = "fits", .duration_minutes = 80, .after = {}, .person = 1},
                          {.name = "too long", .duration_minutes = 30, .after = {}, .person = 1}});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->activities[0].levelled_start, 100);
  EXPECT_EQ(result->activities[1].levelled_start, 0);
  EXPECT_EQ(result->activities[2].levelled_start, 160);
}

TEST(CriticalPath, without_gaps_no_plan_is_longer_than_one_thing_after_the_other) {
  std::mt19937 random(20261122);
  for (int round = 0; round < 500; ++round) {
    std::vector<Activity> plan(1 + random() % 30);
    for (std::size_t i = 0; i < plan.size(); ++i) {
      plan[i] = {
          .duration_minutes = static_cast<std::int64_t>(random() % 500), .person = random() % 3, .importance = 1 + static_cast<std::int64_t>(random() % 4)};
      for (std::size_t before = 0; before < i; ++before) {
        if (random() % 6 == 0) plan[i].after.push_back({before});
      }
    }
    auto result = schedule(plan);
    ASSERT_TRUE(result);
    EXPECT_LE(result->length_minutes, result->levelled_minutes);
    EXPECT_LE(result->levelled_minutes, result->serial_minutes);
  }
}

std::vector<Activity> random_plan(std::mt19937& random) {
  std::vector<Activity> plan(1 + random() % 40);
  for (std::size_t i = 0; i < plan.size(); ++i) {
    plan[i].duration_minutes = random() % 500;
    plan[i].not_before = random() % 4 ? 0 : random() % 300;
    if (random() % 3) plan[i].person = random() % 4;
    plan[i].begun = random() % 5 == 0;
    plan[i].importance = 1 + random() % 4;
    for (std::size_t before = 0; before < i; ++before) {
      if (random() % 8 == 0) plan[i].after.push_back({before, static_cast<std::int64_t>(random() % 50)});
    }
  }
  return plan;
}

TEST(CriticalPath, in_any_plan_nothing_starts_before_what_it_waits_for_and_slack_is_never_negative) {
  std::mt19937 random(20261121);
  for (int round = 0; round < 500; ++round) {
    auto plan = random_plan(random);
    auto result = schedule(plan);
    ASSERT_TRUE(result);
    EXPECT_LE(result->length_minutes, result->levelled_minutes);
    std::map<std::size_t, std::vector<std::pair<std::int64_t, std::int64_t>>> days;
    for (std::size_t i = 0; i < plan.size(); ++i) {
      auto const& planned = result->activities[i];
      EXPECT_GE(planned.slack, 0);
      EXPECT_GE(planned.levelled_start, planned.earliest_start);
      for (auto const& before : plan[i].after) {
        auto const& earlier = result->activities[before.activity];
        EXPECT_GE(planned.earliest_start, earlier.earliest_finish + before.lag_minutes);
        EXPECT_GE(planned.latest_start, earlier.latest_finish + before.lag_minutes);
        EXPECT_GE(planned.levelled_start, earlier.levelled_start + plan[before.activity].duration_minutes + before.lag_minutes);
        EXPECT_GT(planned.group, earlier.group);
      }
      if (plan[i].person && plan[i].duration_minutes > 0) {
        days[*plan[i].person].emplace_back(planned.levelled_start, planned.levelled_start + plan[i].duration_minutes);
      }
    }
    for (auto& [person, busy] : days) {
      std::sort(busy.begin(), busy.end());
      for (std::size_t i = 1; i < busy.size(); ++i) EXPECT_LE(busy[i - 1].second, busy[i].first) << "one thing at a time";
    }
  }
}

TEST(CriticalPath, a_chain_of_a_hundred_thousand_items_is_planned_without_running_out_of_stack) {
  std::vector<Activity> plan(100'000);
  for (std::size_t i = 0; i + 1 < plan.size(); ++i) plan[i].after.push_back({i + 1});
  for (auto& activity : plan) activity.duration_minutes = 1;
  auto result = schedule(plan);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->length_minutes, 100'000);
  EXPECT_EQ(result->critical_path.size(), plan.size());
}

}  // namespace
}  // namespace zx::work
