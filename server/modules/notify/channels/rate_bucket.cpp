#include "modules/notify/channels/rate_bucket.hpp"

#include <algorithm>

namespace zx::notify::channels {

Instant earliest_sending(RateState const& state, RateLimits const& limits, Instant now) {
  auto earliest = std::max(now, state.paused_until);
  for (std::size_t i = 0; i < limits.paces.size(); ++i) earliest = std::max(earliest, state.due[i] - limits.paces[i].interval * (limits.paces[i].burst - 1));
  return earliest;
}

RateState after_sending(RateState state, RateLimits const& limits, Instant now) {
  for (std::size_t i = 0; i < limits.paces.size(); ++i) state.due[i] = std::max(state.due[i], now) + limits.paces[i].interval;
  return state;
}

RateState after_too_fast(RateState state, RateLimits const& limits, Instant now, std::optional<Milliseconds> wait) {
  state.paused_until = std::max(state.paused_until, now + std::max(limits.penalty, wait.value_or(Milliseconds(0))));
  return state;
}

Instant away_from_the_rush(Instant wanted, std::uint64_t seed) {
  constexpr std::int64_t minute = 60'000, half_hour = 30 * minute;
  if (wanted.ms % half_hour >= minute) return wanted;
  // Knuth's multiplier spreads neighbouring ids.
  return wanted + Milliseconds(minute + static_cast<std::int64_t>(seed * 0x9e3779b97f4a7c15ULL >> 32) % (8 * minute));
}

}  // namespace zx::notify::channels
