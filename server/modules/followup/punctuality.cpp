#include "modules/followup/punctuality.hpp"

namespace zx::followup::rules {

Judged judge(Promise const& promise, calendar::WorkingCalendar const& calendar, Instant now) {
  // Where nobody has looked yet, a promise that was moved is the moved one.
  auto const promised = promise.looked_at ? promise.promised_at : promise.moved_to.value_or(promise.promised_at);
  auto const until = calendar.add_working_time(promised, promise_grace);
  if (promise.looked_at) return *promise.looked_at <= until && promise.outcome != Outcome::not_reached ? Judged::kept : Judged::broken;
  if (promise.closed_at) return *promise.closed_at <= until ? Judged::kept : Judged::broken;
  return now > until ? Judged::broken : Judged::not_yet;
}

Punctuality measure(std::span<Promise const> promises, calendar::WorkingCalendar const& calendar, Instant now) {
  Punctuality punctuality;
  for (auto const& promise : promises) {
    auto const judged = judge(promise, calendar, now);
    if (judged == Judged::not_yet) continue;
    punctuality.kept += judged == Judged::kept;
    if (++punctuality.measured == static_cast<std::int64_t>(promises_measured)) break;
  }
  return punctuality;
}

}  // namespace zx::followup::rules
