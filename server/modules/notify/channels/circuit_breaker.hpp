#pragma once
// Leaves a host in peace that fails again and again, so that it costs the others nothing. Pure: the state is a value, time is handed in.

#include "platform/base/time.hpp"

namespace zx::notify::channels {

struct BreakerRules {
  int failures = 5;  ///< in a row
  Milliseconds first_pause{30'000};
  Milliseconds longest_pause{30 * 60'000};  ///< each pause is twice the one before
};

struct BreakerState {
  int failures = 0;  ///< in a row
  int pauses = 0;    ///< in a row
  Instant paused_until{};
  Instant probed_until{};  ///< somebody is trying; others wait for the result
};

enum class Passage {
  open_road,
  probe,  ///< the pause is over: one may try; call after_probe_began first
  blocked,
};

Passage passage(BreakerState const& state, BreakerRules const& rules, Instant now);
/// `limit`: when the attempt will have ended at the latest; a probe lost in a crash blocks no longer.
BreakerState after_probe_began(BreakerState state, Instant now, Milliseconds limit);
inline BreakerState after_success() { return {}; }
/// Only for trouble of the host (unreachable, server, ambiguous), not for a message it does not like.
BreakerState after_failure(BreakerState state, BreakerRules const& rules, Instant now);

}  // namespace zx::notify::channels
