#pragma once
// The law of following up: values in, Result out.

#include "modules/followup/followup.hpp"
#include "platform/calendar/working_calendar.hpp"

namespace zx::followup::rules {

/// Whether the form may be recorded on the commitment, and when `at` is.
struct Touch {
  Instant at;
  Direction direction = Direction::inward;
  std::optional<Instant> next_follow_up_at;  ///< what the commitment's next becomes; absent only when closed
};
Result<Touch> touch(Commitment const& commitment, FollowUpForm const& form, Instant now);

/// The next touch by the gap alone (cadence.hpp): of what has no steps, and nobody's punctuality known.
Proposal next_look(Commitment const& commitment, calendar::WorkingCalendar const& calendar, Instant now);

}  // namespace zx::followup::rules
