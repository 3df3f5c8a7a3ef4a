#include "modules/followup/touch_funnel.hpp"

#include <algorithm>
#include <cmath>

namespace zx::followup {
namespace {

constexpr std::int64_t fifth = 5;

std::optional<Decimal> share(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return std::nullopt;
  return Decimal::ratio(part, whole, Rounding::half_up);
}

bool is_answered(Outcome outcome) { return outcome != Outcome::not_reached; }

std::vector<FunnelStep> empty_steps(std::span<EndedCases const> ended, std::span<CountedTouches const> touches) {
  std::int64_t highest = 0;
  for (auto const& each : ended) highest = std::max(highest, each.touch_number);
  for (auto const& each : touches) highest = std::max(highest, each.touch_number);
  std::vector<FunnelStep> steps(static_cast<std::size_t>(highest));
  for (std::size_t i = 0; i < steps.size(); ++i) steps[i].touch_number = static_cast<std::int64_t>(i + 1);
  return steps;
}

std::int64_t& ended_so(FunnelStep& step, CaseEnd end) {
  switch (end) {
    case CaseEnd::won: return step.won;
    case CaseEnd::abandoned: return step.abandoned;
    case CaseEnd::settled: return step.settled;
    case CaseEnd::open: return step.open;
  }
  return step.open;
}

void add_up(TouchFunnel& funnel) {
  for (auto const& step : funnel.steps) {
    funnel.won += step.won;
    funnel.abandoned += step.abandoned;
    funnel.settled += step.settled;
    funnel.open += step.open;
    if (step.touch_number < fifth) funnel.abandoned_before_fifth += step.abandoned;
  }
  funnel.cases = funnel.won + funnel.abandoned + funnel.settled + funnel.open;
  // Whoever had a third touch had a first one.
  std::int64_t going_on = 0;
  for (auto step = funnel.steps.rbegin(); step != funnel.steps.rend(); ++step) {
    going_on += step->won + step->abandoned + step->settled + step->open;
    step->touched = going_on;
  }
}

void set_shares(TouchFunnel& funnel) {
  std::int64_t won_so_far = 0;
  std::int64_t won_by_fifth = 0;
  for (auto& step : funnel.steps) {
    won_so_far += step.won;
    if (step.touch_number <= fifth) won_by_fifth = won_so_far;
    step.share_of_wins = share(step.won, funnel.won);
    step.share_of_wins_so_far = share(won_so_far, funnel.won);
    step.share_of_abandoned = share(step.abandoned, funnel.abandoned);
  }
  auto const decided = funnel.won + funnel.abandoned;
  funnel.conversion = share(funnel.won, decided);
  if (decided > 0) {
    auto const interval = wilson_95(funnel.won, decided);
    funnel.conversion_low = interval.low;
    funnel.conversion_high = interval.high;
  }
  auto const first = funnel.steps.empty() ? FunnelStep{} : funnel.steps.front();
  funnel.wins_at_first = share(first.won, funnel.won);
  funnel.wins_after_fifth = share(funnel.won - won_by_fifth, funnel.won);
  funnel.abandoned_after_first = share(first.abandoned, decided);
  funnel.stopped_after_first = share(first.abandoned, funnel.abandoned);
  funnel.abandoned_before_fifth_share = share(funnel.abandoned_before_fifth, funnel.abandoned);
}

}  // namespace

Interval wilson_95(std::int64_t successes, std::int64_t trials) {
  constexpr double z = 1.959964;
  auto const n = static_cast<double>(trials);
  auto const p = static_cast<double>(successes) / n;
  auto const middle = p + z * z / (2 * n);
  auto const reach = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  auto const scale = 1 + z * z / n;
  auto const millionths = [](double value) { return Decimal::from_millionths(std::llround(std::clamp(value, 0.0, 1.0) * 1e6)); };
  return {millionths((middle - reach) / scale), millionths((middle + reach) / scale)};
}

TouchFunnel funnel_of(std::span<EndedCases const> ended, std::span<CountedTouches const> touches) {
  TouchFunnel funnel;
  funnel.steps = empty_steps(ended, touches);
  auto const step = [&](std::int64_t number) -> FunnelStep& { return funnel.steps[static_cast<std::size_t>(number - 1)]; };
  for (auto const& each : ended) ended_so(step(each.touch_number), each.end) += each.cases;
  for (auto const& each : touches) {
    if (is_answered(each.outcome)) step(each.touch_number).reached += each.touches;
    if (each.outcome == Outcome::refused) step(each.touch_number).refused += each.touches;
  }
  add_up(funnel);
  set_shares(funnel);
  return funnel;
}

}  // namespace zx::followup
