#pragma once
// The sub-items of one parent as rows, and the network made of them. Private to work.

#include "modules/work/critical_path.hpp"
#include "modules/work/work.hpp"
#include "platform/calendar/working_calendar.hpp"

namespace zx::work::plan {

struct Row {
  WorkItemId id;
  std::string number;
  std::string title;
  State state = State::draft;
  EmployeeId handler_id;
  std::string handler_name;
  std::int64_t importance = 2;
  std::int64_t version = 1;
  std::int64_t progress = 0;
  std::optional<std::int64_t> estimate_minutes;
  std::optional<Instant> start_at;
  std::optional<Instant> started_at;
  std::optional<Instant> due_at;
  std::optional<Instant> completed_at;
  std::optional<Instant> hold_until;

  bool is_done() const { return state == State::done; }
  bool has_begun() const;
  std::int64_t estimate() const;
  std::int64_t remaining() const;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, number, title, state, handler_id, handler_name, importance, version, progress, estimate_minutes, start_at, started_at, due_at,
                       completed_at, hold_until))

struct Edge {
  WorkItemId item_id;
  WorkItemId after_id;
  std::int64_t lag_minutes = 0;
};
BOOST_DESCRIBE_STRUCT(Edge, (), (item_id, after_id, lag_minutes))

/// Minutes of a plan as instants.
struct Axis {
  calendar::WorkingCalendar const& calendar;
  Instant begin;

  Instant start(std::int64_t minute) const;
  /// What ends with a day ends that evening; what takes no time ends where it starts.
  Instant finish(std::int64_t from, std::int64_t to) const;
  std::int64_t minute(Instant at) const { return between(begin, at); }
  std::int64_t between(Instant from, Instant to) const;
};

struct Network {
  std::vector<Row> rows;
  std::vector<Edge> edges;  ///< between the rows
  std::vector<Activity> activities;
};

Network of(std::vector<Row> rows, std::vector<Edge> edges, Axis const& axis);

/// What the network was made of: changes with every item and every dependency.
std::string basis_of(Network const& network);

}  // namespace zx::work::plan
