#pragma once
// The ladder of a reminder: whom it tells, and when. Pure: values in, values out.

#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "modules/followup/events.hpp"
#include "platform/base/result.hpp"
#include "platform/calendar/working_calendar.hpp"

namespace zx::followup {

/// After the basis by working days and minutes together; before it when they are negative. A working day is as long as the
/// organization's own on average.
struct Rung {
  std::int64_t after_days = 0;
  std::int64_t after_minutes = 0;
  std::vector<Standpoint> who;  ///< each further rung with `above` goes one level higher than the department head
};
BOOST_DESCRIBE_STRUCT(Rung, (), (after_days, after_minutes, who))

struct Ladder {
  std::vector<Rung> rungs;                         ///< in order of time; none = no reminders
  std::optional<std::int64_t> further_every_days;  ///< afterwards one level higher every so many working days, up to the top
};
BOOST_DESCRIBE_STRUCT(Ladder, (), (rungs, further_every_days))

/// What the product comes with.
Ladder const& shipped_ladder(Topic topic);

/// Refuses, by field: followup.ladder_out_of_order, followup.ladder_tells_nobody, followup.ladder_receiver_only_of_handoffs,
/// followup.ladder_no_escalation_before, field.too_many, field.out_of_range.
Result<void> check(Ladder const& ladder, Topic topic, calendar::WorkingHours const& hours);

/// Beyond those who follow up and handle it.
bool is_above(Standpoint who);
std::vector<Standpoint> who_at(Ladder const& ladder, std::int64_t rung);
/// How far above the department head `above` is at this rung, from 1.
std::int64_t level_at(Ladder const& ladder, std::int64_t rung);

struct Step {
  std::int64_t rung = 0;
  Instant at;
  bool operator==(Step const&) const = default;
};

/// Working time is dear to compute, and many reminders have the same basis: what was worked out before, by ladder, rung and
/// start. For one calendar, and no longer than the ladders live.
class ClimbTimes {
 public:
  template <class Compute>
  Instant of(Ladder const& ladder, std::int64_t rung, Instant start, Compute&& compute) {
    auto& known = known_[{&ladder, rung, start.ms}];
    if (!known) known = compute();
    return *known;
  }

 private:
  std::map<std::tuple<Ladder const*, std::int64_t, std::int64_t>, std::optional<Instant>> known_;
};

/// The times of one reminder's rungs; all of them in working time.
class Climb {
 public:
  Climb(Ladder const& ladder, calendar::WorkingCalendar const& calendar, Instant basis, Instant counts_from, ClimbTimes* times = nullptr)
      : ladder_(ladder), calendar_(calendar), basis_(basis), counts_from_(counts_from), times_(times) {}

  /// False beyond the last rung.
  bool reaches(std::int64_t rung) const;
  /// Nothing beyond the last rung.
  std::optional<Instant> time_of(std::int64_t rung) const;
  /// Where a reminder made at `now` begins: a rung before the basis that has passed already is left out.
  std::optional<Step> first(Instant now) const;
  /// The lowest rung from `rung` on whose time is still to come.
  std::optional<Step> next(std::int64_t rung, Instant now) const;
  /// The highest rung from `rung` on whose time has come, at least `rung` itself: what an outage left behind is one reminder.
  std::int64_t highest_passed(std::int64_t rung, Instant now) const;

 private:
  Ladder const& ladder_;
  calendar::WorkingCalendar const& calendar_;
  Instant basis_;
  Instant counts_from_;
  ClimbTimes* times_;
};

}  // namespace zx::followup
