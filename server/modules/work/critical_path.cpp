#include "modules/work/critical_path.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

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

/// When one person is busy, in order.
class Diary {
 public:
  /// The first time from `from` on that is `length` minutes long, which is taken.
  std::int64_t take(std::int64_t from, std::int64_t length) {
    if (length == 0) return from;
    auto at = busy_.begin();
    for (; at != busy_.end() && at->first < from + length; ++at) from = std::max(from, at->second);
    busy_.insert(at, {from, from + length});
    return from;
  }

 private:
  std::vector<std::pair<std::int64_t, std::int64_t>> busy_;
};

/// Serial schedule generation: of what may come next, what the contract says.
class Levelling {
 public:
  Levelling(std::vector<Activity> const& plan, std::vector<Indexes> const& successors, Schedule& schedule)
      : plan_(plan), successors_(successors), schedule_(schedule), ready_at_(plan.size()), waiting_for_(plan.size()) {}

  void run() {
    for (std::size_t i = 0; i < plan_.size(); ++i) {
      ready_at_[i] = std::max<std::int64_t>(plan_[i].not_before, 0);
      waiting_for_[i] = plan_[i].after.size();
      if (waiting_for_[i] == 0) ready_.insert(key(i));
    }
    while (!ready_.empty()) place(std::get<3>(ready_.extract(ready_.begin()).value()));
  }

 private:
  using Key = std::tuple<bool, bool, std::int64_t, std::size_t>;
  Key key(std::size_t i) const { return {!plan_[i].begun, !schedule_.activities[i].critical, plan_[i].importance, i}; }

  void place(std::size_t i) {
    auto const length = plan_[i].duration_minutes;
    auto const start = plan_[i].person ? diaries_[*plan_[i].person].take(ready_at_[i], length) : ready_at_[i];
    schedule_.activities[i].levelled_start = start;
    schedule_.levelled_minutes = std::max(schedule_.levelled_minutes, start + length);
    for (auto successor : successors_[i]) {
      for (auto const& before : plan_[successor].after) {
        if (before.activity == i) ready_at_[successor] = std::max(ready_at_[successor], start + length + before.lag_minutes);
      }
      if (--waiting_for_[successor] == 0) ready_.insert(key(successor));
    }
  }

  std::vector<Activity> const& plan_;
  std::vector<Indexes> const& successors_;
  Schedule& schedule_;
  std::vector<std::int64_t> ready_at_;
  Indexes waiting_for_;
  std::set<Key> ready_;
  std::map<std::size_t, Diary> diaries_;
};

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
  Levelling(plan, successors, result).run();
  for (auto i : order) {
    if (result.activities[i].critical) result.critical_path.push_back(i);
  }
  std::stable_sort(result.critical_path.begin(), result.critical_path.end(),
                   [&](auto a, auto b) { return result.activities[a].earliest_start < result.activities[b].earliest_start; });
  return result;
}

}  // namespace zx::work
