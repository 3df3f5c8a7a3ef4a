#include "modules/work/critical_path.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace zx::work {
namespace {

using Indexes = std::vector<std::size_t>;

/// The first loop found, each entry after the one before it; empty when there is none.
class LoopSearch {
 public:
  explicit LoopSearch(std::vector<Activity> const& plan) : plan_(plan), marks_(plan.size(), Mark::unseen) {}

  Indexes find() {
    for (std::size_t start = 0; start < plan_.size(); ++start) {
      if (marks_[start] == Mark::unseen) {
        auto loop = walk(start);
        if (!loop.empty()) return loop;
      }
    }
    return {};
  }

 private:
  enum class Mark { unseen, on_path, done };
  struct Step {
    std::size_t activity;
    std::size_t next = 0;  // which predecessor comes next
  };

  // With its own stack: a chain of ten thousand items must not overflow the thread's.
  Indexes walk(std::size_t start) {
    std::vector<Step> path{{start}};
    marks_[start] = Mark::on_path;
    while (!path.empty()) {
      auto& [activity, next] = path.back();
      if (next == plan_[activity].after.size()) {
        marks_[activity] = Mark::done;
        path.pop_back();
        continue;
      }
      auto before = plan_[activity].after[next++].activity;
      if (marks_[before] == Mark::on_path) return loop_from(path, before);
      if (marks_[before] == Mark::unseen) {
        marks_[before] = Mark::on_path;
        path.push_back({before});
      }
    }
    return {};
  }

  static Indexes loop_from(std::vector<Step> const& path, std::size_t entry) {
    Indexes loop;
    auto from = std::find_if(path.begin(), path.end(), [&](Step const& step) { return step.activity == entry; });
    for (auto step = from; step != path.end(); ++step) loop.push_back(step->activity);
    std::reverse(loop.begin() + 1, loop.end());
    return loop;
  }

  std::vector<Activity> const& plan_;
  std::vector<Mark> marks_;
};

Refusal loop_refused(std::vector<Activity> const& plan, Indexes const& loop) {
  std::string names;
  for (auto index : loop) names += plan[index].name + " → ";
  return Refusal::conflict("work.dependency_cycle", {{"items", names + plan[loop.front()].name}});
}

/// Every activity after all it waits for.
Indexes in_order(std::vector<Activity> const& plan, std::vector<Indexes> const& successors) {
  Indexes waiting_for(plan.size()), order;
  for (std::size_t i = 0; i < plan.size(); ++i) waiting_for[i] = plan[i].after.size();
  for (std::size_t i = 0; i < plan.size(); ++i) {
    if (waiting_for[i] == 0) order.push_back(i);
  }
  for (std::size_t next = 0; next < order.size(); ++next) {
    for (auto successor : successors[order[next]]) {
      if (--waiting_for[successor] == 0) order.push_back(successor);
    }
  }
  return order;
}

std::vector<Indexes> successors_of(std::vector<Activity> const& plan) {
  std::vector<Indexes> successors(plan.size());
  for (std::size_t i = 0; i < plan.size(); ++i) {
    for (auto const& before : plan[i].after) successors[before.activity].push_back(i);
  }
  return successors;
}

void forward(std::vector<Activity> const& plan, Indexes const& order, Schedule& schedule) {
  for (auto i : order) {
    auto& planned = schedule.activities[i];
    planned.earliest_start = std::max<std::int64_t>(plan[i].not_before, 0);
    for (auto const& before : plan[i].after) {
      auto const& done = schedule.activities[before.activity];
      planned.earliest_start = std::max(planned.earliest_start, done.earliest_finish + before.lag_minutes);
      planned.group = std::max(planned.group, done.group + 1);
    }
    planned.earliest_finish = planned.earliest_start + plan[i].duration_minutes;
    schedule.length_minutes = std::max(schedule.length_minutes, planned.earliest_finish);
    schedule.serial_minutes += plan[i].duration_minutes;
  }
}

void backward(std::vector<Activity> const& plan, Indexes const& order, Schedule& schedule) {
  for (auto& planned : schedule.activities) planned.latest_finish = schedule.length_minutes;
  for (auto i = order.rbegin(); i != order.rend(); ++i) {
    auto& planned = schedule.activities[*i];
    planned.latest_start = planned.latest_finish - plan[*i].duration_minutes;
    planned.slack = planned.latest_start - planned.earliest_start;
    planned.critical = planned.slack == 0;
    for (auto const& before : plan[*i].after) {
      auto& earlier = schedule.activities[before.activity];
      earlier.latest_finish = std::min(earlier.latest_finish, planned.latest_start - before.lag_minutes);
    }
  }
}

/// Serial schedule generation: of what may start next, the one with the least room first (its latest start), then the
/// longest. One person does one thing at a time; what nobody does waits for nobody.
void level(std::vector<Activity> const& plan, std::vector<Indexes> const& successors, Schedule& schedule) {
  std::map<std::size_t, std::int64_t> free_from;
  std::vector<std::int64_t> ready_at(plan.size());
  Indexes waiting_for(plan.size());
  auto urgency = [&](std::size_t i) { return std::tuple{schedule.activities[i].latest_start, -plan[i].duration_minutes, i}; };
  auto less_urgent = [&](std::size_t a, std::size_t b) { return urgency(a) > urgency(b); };
  Indexes ready;  // a heap, the most urgent on top
  for (std::size_t i = 0; i < plan.size(); ++i) {
    ready_at[i] = std::max<std::int64_t>(plan[i].not_before, 0);
    waiting_for[i] = plan[i].after.size();
    if (waiting_for[i] == 0) ready.push_back(i);
  }
  std::make_heap(ready.begin(), ready.end(), less_urgent);
  while (!ready.empty()) {
    std::pop_heap(ready.begin(), ready.end(), less_urgent);
    auto i = ready.back();
    ready.pop_back();
    auto start = ready_at[i];
    if (plan[i].person) start = std::max(start, free_from[*plan[i].person]);
    auto finish = start + plan[i].duration_minutes;
    if (plan[i].person) free_from[*plan[i].person] = finish;
    schedule.activities[i].levelled_start = start;
    schedule.levelled_minutes = std::max(schedule.levelled_minutes, finish);
    for (auto successor : successors[i]) {
      for (auto const& before : plan[successor].after) {
        if (before.activity == i) ready_at[successor] = std::max(ready_at[successor], finish + before.lag_minutes);
      }
      if (--waiting_for[successor] > 0) continue;
      ready.push_back(successor);
      std::push_heap(ready.begin(), ready.end(), less_urgent);
    }
  }
}

}  // namespace

Result<Schedule> schedule(std::vector<Activity> const& plan) {
  auto loop = LoopSearch(plan).find();
  if (!loop.empty()) return loop_refused(plan, loop);
  Schedule result;
  result.activities.resize(plan.size());
  auto successors = successors_of(plan);
  auto order = in_order(plan, successors);
  forward(plan, order, result);
  backward(plan, order, result);
  level(plan, successors, result);
  for (auto i : order) {
    if (result.activities[i].critical) result.critical_path.push_back(i);
  }
  std::stable_sort(result.critical_path.begin(), result.critical_path.end(),
                   [&](auto a, auto b) { return result.activities[a].earliest_start < result.activities[b].earliest_start; });
  return result;
}

}  // namespace zx::work
