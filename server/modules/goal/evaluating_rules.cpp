// The composite score, step by step.

#include "modules/goal/evaluating.hpp"

#include <algorithm>

#include "modules/goal/card_numbers.hpp"

namespace zx::goal::rules {
namespace {

Decimal const hundred = Decimal::of(100);

Decimal percent_of(Decimal part, Decimal percent) { return multiply_divide(part, percent, hundred, Rounding::half_up); }

CalculationLine line_of(Weighed const& item, Decimal cap) {
  CalculationLine line{.item_id = item.item_id,
                       .what = item.what,
                       .unit = item.unit,
                       .better = item.better,
                       .weight = item.weight,
                       .target = item.target,
                       .original_target = item.original_target,
                       .actual = item.actual,
                       .completion = completion(item.better, item.target, item.actual)};
  line.capped = line.completion > cap;
  line.counted = std::min(line.completion, cap);
  if (item.original_target && item.original_target != item.target)
    line.completion_against_original = completion(item.better, item.original_target, item.actual);
  line.score = percent_of(item.weight, line.counted);
  return line;
}

}  // namespace

Decimal completion(BetterWhen better, std::optional<Decimal> target, Decimal actual) {
  auto const zero = Decimal{};
  if (!target) return std::max(zero, actual);
  if (*target == zero) return actual <= zero ? hundred : zero;
  auto const reached = percent(actual, *target);
  return std::max(zero, better == BetterWhen::higher ? reached : Decimal::of(200) - reached);
}

std::optional<Decimal> weighted_progress(std::span<WeighedCompletion const> shares, Decimal cap) {
  Decimal sum, weights;
  bool is_known = false;
  for (auto const& each : shares) {
    weights += each.weight;
    if (!each.completion) continue;
    is_known = true;
    sum += percent_of(each.weight, std::min(*each.completion, cap));
  }
  if (!is_known || weights == Decimal{}) return std::nullopt;
  return percent(sum, weights).rounded(2, Rounding::half_up);
}

std::string grade_of(Decimal score, std::span<GradeBand const> bands) {
  auto found = std::ranges::find_if(bands, [&](GradeBand const& band) { return score >= band.from; });
  return found == bands.end() ? std::string{} : found->grade;
}

Calculation calculate(std::vector<Weighed> const& items, Factors const& factors, Decimal cap, std::vector<GradeBand> const& bands) {
  Calculation done{.lines = {},
                   .cap = cap,
                   .sum = {},
                   .difficulty = factors.difficulty,
                   .difficulty_reason = factors.difficulty_reason,
                   .after_difficulty = {},
                   .effort = factors.effort,
                   .effort_reason = factors.effort_reason,
                   .score = {},
                   .shown = {},
                   .grade = {},
                   .bands = bands};
  for (auto const& item : items) {
    done.lines.push_back(line_of(item, cap));
    done.sum += done.lines.back().score;
  }
  done.after_difficulty = percent_of(done.sum, factors.difficulty);
  done.score = percent_of(done.after_difficulty, factors.effort);
  done.shown = done.score.rounded(1, Rounding::half_up).text();
  done.grade = grade_of(done.score, bands);
  return done;
}

}  // namespace zx::goal::rules
