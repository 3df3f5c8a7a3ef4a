#pragma once
// The law of notify: what wakes nobody, how much is too much, how often is tried. Pure.

#include <optional>
#include <string_view>

#include "modules/notify/notify.hpp"
#include "platform/calendar/working_calendar.hpp"

namespace zx::notify::rules {

/// Nothing but the inbox speaks between these hours, nor on days off.
inline constexpr TimeOfDay night_from{22 * 60};
inline constexpr TimeOfDay night_to{8 * 60};
inline constexpr TimeOfDay usual_digest{8 * 60 + 30};
inline constexpr Milliseconds longest_pause = std::chrono::hours(24 * 60);
inline constexpr std::int64_t most_attempts = 8;

struct Quiet {
  TimeOfDay from;
  TimeOfDay to;  ///< not included; earlier than `from` = the next morning
};
struct Rest {
  bool escalation = false;  ///< ignores quiet hours and pauses, but not the night and days off
  std::optional<Quiet> quiet;
  std::optional<Instant> paused_until;
};

/// `wanted` itself, or the first time after it at which the person may be disturbed. What the night or a day off held
/// back goes when work begins, not before 08:00.
Instant earliest_sending(Instant wanted, Rest const& rest, calendar::WorkingCalendar const& calendar);

/// Refuses hours that leave less than an hour of the day.
Result<void> check_quiet(std::optional<TimeOfDay> from, std::optional<TimeOfDay> to);

/// The large services ask robots not to post at full and half hours: 1–9 minutes later, the same for the same seed.
Instant off_the_half_hour(Instant wanted, calendar::Zone zone, std::string_view seed);

/// At most so many messages of a channel to one recipient within a sliding time.
struct Pace {
  int most = 0;
  Milliseconds within{};
};
std::optional<Pace> pace_of(Channel channel);

/// How long to wait after this many attempts: together about a day, a fifth more or less by the seed. Nothing after the last.
std::optional<Milliseconds> pause_after(std::int64_t attempts, std::string_view seed);

/// How long a broken account is left alone after this many failures in a row; nothing before the fifth.
std::optional<Milliseconds> breaker_pause(std::int64_t failures);

bool is_group(Channel channel);  ///< posts to a group or a program instead of to a person
bool is_default(Kind kind, Channel channel);
/// Escalations cannot be muted in the inbox and in the mail, nor can the inbox for what waits for an answer.
bool is_fixed(Kind kind, Channel channel);
bool wants(std::vector<ChosenChannel> const& chosen, Kind kind, Channel channel);

}  // namespace zx::notify::rules
