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

/// What is looked at by a verb of its own, which counts the look, takes no plain follow-up: that would move the next time past a look that
/// is still missing. Refuses with the code that names the verb: followup.check_in_instead.
Result<void> takes_plain_touches(Commitment const& commitment);

/// The next touch by the gap alone (cadence.hpp): of what has no steps, and nobody's punctuality known.
Proposal next_look(Commitment const& commitment, calendar::WorkingCalendar const& calendar, Instant now);

}  // namespace zx::followup::rules
