#pragma once
// How often one robot or host may be talked to. Pure: the state is a value, time is handed in.

#include <array>
#include <cstdint>
#include <optional>

#include "platform/base/time.hpp"

namespace zx::notify::channels {

/// `burst` at once after a rest, then one every `interval`: in any span of time at most burst + span / interval.
struct Pace {
  int burst = 1;
  Milliseconds interval{0};  ///< zero: unlimited
};

struct RateLimits {
  std::array<Pace, 2> paces;
  Milliseconds penalty{60'000};  ///< nothing is sent for so long after "too fast"
};

// Below the limits of the platforms, which count refused calls too.
inline constexpr RateLimits wecom_limits{{Pace{5, Milliseconds(4'000)}, {}}, Milliseconds(60'000)};      ///< 20 a minute
inline constexpr RateLimits dingtalk_limits{{Pace{5, Milliseconds(4'000)}, {}}, Milliseconds(600'000)};  ///< 20 a minute, or 10 minutes' ban
inline constexpr RateLimits feishu_limits{{Pace{2, Milliseconds(350)}, Pace{20, Milliseconds(750)}}, Milliseconds(60'000)};  ///< 5 a second and 100 a minute
inline constexpr RateLimits host_limits{{Pace{10, Milliseconds(1'000)}, {}}, Milliseconds(60'000)};                          ///< of anybody else

struct RateState {
  std::array<Instant, 2> due{};  ///< when each bucket will be full again
  Instant paused_until{};
};

/// `now` when a message may leave, else the first moment at which one may.
Instant earliest_sending(RateState const& state, RateLimits const& limits, Instant now);
/// Also for calls that fail.
RateState after_sending(RateState state, RateLimits const& limits, Instant now);
/// `wait`: as the other side asked, if that is longer than the penalty.
RateState after_too_fast(RateState state, RateLimits const& limits, Instant now, std::optional<Milliseconds> wait = {});

/// The platforms ask not to send at whole and half hours, when everybody does. A time in the first minute of one is put off by 1 to 9
/// minutes, spread by `seed`; other times stay.
Instant away_from_the_rush(Instant wanted, std::uint64_t seed);

}  // namespace zx::notify::channels
