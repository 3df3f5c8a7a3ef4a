#include "modules/notify/channels/circuit_breaker.hpp"

#include <algorithm>

namespace zx::notify::channels {

Passage passage(BreakerState const& state, BreakerRules const& rules, Instant now) {
  if (state.failures < rules.failures) return Passage::open_road;
  return now < std::max(state.paused_until, state.probed_until) ? Passage::blocked : Passage::probe;
}

BreakerState after_probe_began(BreakerState state, Instant now, Milliseconds limit) {
  state.probed_until = now + limit;
  return state;
}

BreakerState after_failure(BreakerState state, BreakerRules const& rules, Instant now) {
  ++state.failures;
  state.probed_until = {};
  if (state.failures < rules.failures || now < state.paused_until) return state;  // requests under way when the pause began count once
  auto const pause = std::min(rules.longest_pause, rules.first_pause * (std::int64_t{1} << std::min(state.pauses, 20)));
  ++state.pauses;
  state.paused_until = now + pause;
  return state;
}

}  // namespace zx::notify::channels
