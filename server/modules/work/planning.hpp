#pragma once
// The plan of an item's sub-items 统筹 on the organization's working calendar: critical_path.hpp over what the actor sees of them.
//
// What remains is planned, from the parent's start when that lies ahead, else from the next quarter of a working hour: nothing
// that is left can be done in the past. An item needs the share of its estimate that its progress leaves. What is done or has
// begun counts as it is: a done item needs nothing and stands where it was finished, one that has begun waits for nothing any
// more and goes on first; one on hold waits for its resumption; cancelled ones are not in the plan. An item's own start is an
// outcome of planning and does not bind it, so that an adopted plan can move forward again. The levelled plan gives every
// handler one thing at a time.

#include <optional>
#include <string>
#include <vector>

#include "modules/work/work.hpp"

namespace zx::work {

struct PlannedAfter {
  WorkItemId id;
  std::int64_t lag_minutes = 0;
};
BOOST_DESCRIBE_STRUCT(PlannedAfter, (), (id, lag_minutes))

struct PlannedItem {
  WorkItemId id;
  std::string number;
  std::string title;
  State state = State::draft;
  followup::PersonView handler;
  std::int64_t importance = 2;
  std::int64_t progress = 0;
  bool begun = false;                 ///< under way or done: its start is what it was, and a plan does not change its dates
  std::int64_t estimate_minutes = 0;  ///< working minutes
  bool estimate_assumed = false;      ///< nobody said: a working day of 450 minutes is taken
  std::int64_t remaining_minutes = 0;
  std::vector<PlannedAfter> after;  ///< what of the plan it waits for
  Instant earliest_start_at;
  Instant earliest_finish_at;
  Instant latest_start_at;
  Instant latest_finish_at;
  Instant levelled_start_at;
  Instant levelled_finish_at;
  std::int64_t slack_minutes = 0;
  bool critical = false;
  std::int64_t group = 0;  ///< those of one group can run in parallel as far as dependencies go; groups run in series
  std::optional<Instant> start_at;
  std::optional<Instant> due_at;
  std::optional<Instant> completed_at;
};
BOOST_DESCRIBE_STRUCT(PlannedItem, (),
                      (id, number, title, state, handler, importance, progress, begun, estimate_minutes, estimate_assumed, remaining_minutes, after,
                       earliest_start_at, earliest_finish_at, latest_start_at, latest_finish_at, levelled_start_at, levelled_finish_at, slack_minutes, critical,
                       group, start_at, due_at, completed_at))

/// The days a plan is drawn on.
struct PlanDays {
  std::int64_t minutes = 450;    ///< working minutes of an ordinary day
  std::string begins = "09:00";  ///< the earliest beginning of a working day in the week
  std::string ends = "18:00";    ///< the latest end
  std::vector<Date> free;        ///< weekends and holidays from the first to the last day of the plan
};
BOOST_DESCRIBE_STRUCT(PlanDays, (), (minutes, begins, ends, free))

struct ScheduleView {
  Instant begins_at;
  Instant finishes_at;           ///< as dependencies allow
  Instant levelled_finishes_at;  ///< as dependencies and people allow
  std::int64_t length_minutes = 0;
  std::int64_t serial_minutes = 0;  ///< one after the other
  std::int64_t levelled_minutes = 0;
  std::vector<PlannedItem> items;         ///< by number
  std::vector<WorkItemId> critical_path;  ///< in the order of their starts
  PlanDays days;
  std::int64_t unseen = 0;  ///< sub-items the actor does not see, which are not in the plan
  bool may_adopt = false;
  std::string basis;  ///< what the plan was made of, opaque; goes back with its adoption
};
BOOST_DESCRIBE_STRUCT(ScheduleView, (),
                      (begins_at, finishes_at, levelled_finishes_at, length_minutes, serial_minutes, levelled_minutes, items, critical_path, days, unseen,
                       may_adopt, basis))

/// So long may a plan be looked at before it is adopted.
inline constexpr Milliseconds plan_stands_for = std::chrono::hours(1);

struct ScheduleQuery {
  std::optional<Instant> begins_at;  ///< another beginning; one long past says nothing
};
BOOST_DESCRIBE_STRUCT(ScheduleQuery, (), (begins_at))

struct AdoptionForm {
  bool levelled = false;
  Instant begins_at;  ///< of the plan that was looked at
  std::string basis;  ///< of the plan that was looked at
};
BOOST_DESCRIBE_STRUCT(AdoptionForm, (), (levelled, begins_at, basis))

struct AdoptionResult {
  std::int64_t changed = 0;  ///< items whose dates changed
  ScheduleView schedule;
};
BOOST_DESCRIBE_STRUCT(AdoptionResult, (), (changed, schedule))

/// Refuses work.plan_too_large for more than a thousand sub-items.
Result<ScheduleView> schedule_of(ReadContext const& ctx, WorkItemId parent, ScheduleQuery const& query = {});

/// Writes the plan's start and finish as start and due time into the sub-items that have not begun, by the rules of re-dating;
/// for whoever may change the parent. All or none: what an item refuses is refused at `items.<number>`. Refuses request.stale
/// when an item or a dependency changed since, or the plan begins longer ago than it stands for.
Result<AdoptionResult> adopt_schedule(Context& ctx, WorkItemId parent, AdoptionForm const& form);

}  // namespace zx::work
