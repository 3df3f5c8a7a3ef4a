#pragma once
// The period a report is about. Private to work.

#include <optional>

#include "platform/calendar/zone.hpp"
#include "platform/context.hpp"

namespace zx::work {

struct Period {
  Instant from;
  Instant until;  ///< not included
};

/// Both days included, in the actor's time zone; default: the last 30 days, or `usual_days`. Refuses a backward period and more than two years.
inline Result<Period> period(ReadContext const& ctx, std::optional<Date> from, std::optional<Date> to, std::int64_t usual_days = 30) {
  constexpr std::int64_t most_days = 731;
  auto const& zone = ctx.actor.time_zone;
  auto const last = to.value_or(calendar::local_date(ctx.now, zone));
  auto const first = from.value_or(last.plus_days(1 - usual_days));
  if (last < first) return Refusal::invalid_field("to", "work.period_backward");
  if (last.days() - first.days() >= most_days) return Refusal::invalid_field("from", "org.period_too_long", {{"days", std::to_string(most_days)}});
  return Period{calendar::start_of(first, zone), calendar::start_of(last.plus_days(1), zone)};
}

}  // namespace zx::work
