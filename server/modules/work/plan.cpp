#include "modules/work/plan.hpp"

#include <algorithm>
#include <map>

#include "platform/auth/digest.hpp"

namespace zx::work::plan {
namespace {

using std::chrono::minutes;

std::vector<Activity> activities_of(std::vector<Row> const& rows, Axis const& axis) {
  std::map<EmployeeId, std::size_t> people;
  std::vector<Activity> activities;
  for (auto const& row : rows) {
    Activity activity{
        .name = row.number + " " + row.title, .duration_minutes = row.remaining(), .after = {}, .begun = row.has_begun(), .importance = row.importance};
    if (!row.is_done()) activity.person = people.try_emplace(row.handler_id, people.size()).first->second;
    if (row.hold_until && row.state == State::on_hold) activity.not_before = axis.minute(*row.hold_until);
    activities.push_back(std::move(activity));
  }
  return activities;
}

/// What has begun waits for nothing any more; of the wait after what is done, what has not passed yet is left.
void link(Network& network, std::map<WorkItemId, std::size_t> const& places, Axis const& axis) {
  for (auto const& edge : network.edges) {
    auto const later = places.at(edge.item_id);
    auto const earlier = places.at(edge.after_id);
    if (network.rows[later].has_begun()) continue;
    auto const& before = network.rows[earlier];
    auto lag = edge.lag_minutes;
    if (before.is_done()) lag -= before.completed_at ? axis.between(*before.completed_at, axis.begin) : lag;
    if (before.is_done() && lag <= 0) continue;
    network.activities[later].after.push_back({earlier, lag});
  }
}

}  // namespace

bool Row::has_begun() const {
  if (state == State::on_hold) return started_at || progress > 0;
  return state == State::in_progress || state == State::submitted || state == State::returned || state == State::done;
}

std::int64_t Row::estimate() const { return estimate_minutes.value_or(rules::assumed_estimate_minutes); }

std::int64_t Row::remaining() const { return is_done() ? 0 : (estimate() * (100 - progress) + 99) / 100; }

Instant Axis::start(std::int64_t minute) const { return calendar.next_working_instant(calendar.add_working_time(begin, minutes(minute))); }

Instant Axis::finish(std::int64_t from, std::int64_t to) const { return to == from ? start(to) : calendar.add_working_time(begin, minutes(to)); }

std::int64_t Axis::between(Instant from, Instant to) const {
  return to <= from ? 0 : std::chrono::duration_cast<minutes>(calendar.working_time_between(from, to)).count();
}

Network of(std::vector<Row> rows, std::vector<Edge> edges, Axis const& axis) {
  std::map<WorkItemId, std::size_t> places;
  for (std::size_t i = 0; i < rows.size(); ++i) places[rows[i].id] = i;
  std::erase_if(edges, [&](Edge const& edge) { return !places.contains(edge.item_id) || !places.contains(edge.after_id); });
  Network network{std::move(rows), std::move(edges), {}};
  network.activities = activities_of(network.rows, axis);
  link(network, places, axis);
  return network;
}

std::string basis_of(Network const& network) {
  std::string text;
  for (auto const& row : network.rows) text += row.id.text() + " " + std::to_string(row.version) + "\n";
  for (auto const& edge : network.edges) text += edge.item_id.text() + " " + edge.after_id.text() + " " + std::to_string(edge.lag_minutes) + "\n";
  return auth::hex(auth::sha256(text));
}

}  // namespace zx::work::plan
