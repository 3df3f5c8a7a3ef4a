#pragma once
// Punctuality 守时率: how many of their last promises somebody has kept.
//
// A promise is the next time a follow-up named. It is the other side's: inward the handler's of that moment, outward the
// counterpart's. The touch that follows on the same commitment judges it: kept when it came at most one working hour
// after the promised time and did not end with "not reached". Without one it is kept when the thing was closed by then,
// broken when it is still open, and not judged before. Of the last twenty judged ones the kept ones are counted; what
// was recorded before counterparts were known counts for nobody.

#include <optional>
#include <span>
#include <string>

#include "modules/followup/followup.hpp"
#include "platform/calendar/working_calendar.hpp"

namespace zx::followup {

struct Punctuality {
  std::int64_t kept = 0;
  std::int64_t measured = 0;
  std::string name;  ///< whose it is

  std::int64_t percent() const { return measured == 0 ? 0 : kept * 100 / measured; }
};

struct Promise {
  FollowUpId id;  ///< of the follow-up that named it
  CommitmentId commitment_id;
  std::string subject_type;
  std::string number;
  std::string title;
  Instant said_at;
  Instant promised_at;
  std::optional<Instant> looked_at;  ///< the touch that followed
  std::optional<Outcome> outcome;    ///< of that touch
  std::optional<Instant> closed_at;  ///< of the commitment
  std::optional<Instant> moved_to;   ///< the commitment's next follow-up now
};
BOOST_DESCRIBE_STRUCT(Promise, (), (id, commitment_id, subject_type, number, title, said_at, promised_at, looked_at, outcome, closed_at, moved_to))

namespace rules {

inline constexpr std::size_t promises_measured = 20;
inline constexpr std::int64_t promises_needed = 5;
inline constexpr std::int64_t unpunctual_below_percent = 60;
inline constexpr std::int64_t punctual_above_percent = 90;
inline constexpr Milliseconds promise_grace = std::chrono::hours(1);  // working time

enum class Judged { kept, broken, not_yet };
Judged judge(Promise const& promise, calendar::WorkingCalendar const& calendar, Instant now);

/// Newest first; the first twenty judged ones count.
Punctuality measure(std::span<Promise const> promises, calendar::WorkingCalendar const& calendar, Instant now);

}  // namespace rules
}  // namespace zx::followup
