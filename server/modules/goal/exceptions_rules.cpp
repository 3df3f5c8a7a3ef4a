// What departs from the plan.

#include <algorithm>

#include "modules/goal/evaluating.hpp"
#include "modules/goal/exceptions.hpp"

namespace zx::goal::rules {
namespace {

struct Elapsed {
  std::int64_t days;
  std::int64_t all;
};
Elapsed elapsed(Date from, Date to, Date today) {
  auto const all = to.days() - from.days() + 1;
  return {std::clamp<std::int64_t>(today.days() - from.days() + 1, 0, all), all};
}

}  // namespace

std::optional<Decimal> expected_on(Accrual accrual, std::optional<Decimal> target, Date from, Date to, Date today) {
  auto const passed = elapsed(from, to, today);
  if (passed.days == 0) return std::nullopt;
  auto const whole = target.value_or(Decimal::of(100));
  if (accrual == Accrual::level && target) return whole;
  return multiply_divide(whole, Decimal::of(passed.days), Decimal::of(passed.all), Rounding::half_up);
}

Date line_day(std::optional<Date> said_on, bool is_missing, Date today) { return said_on && !is_missing ? *said_on : today; }

std::int64_t elapsed_percent(Date from, Date to, Date today) {
  auto const passed = elapsed(from, to, today);
  return passed.days * 100 / passed.all;
}

std::optional<Decimal> against_line(BetterWhen better, std::optional<Decimal> expected, std::optional<Decimal> actual) {
  if (!expected || !actual) return std::nullopt;
  return completion(better, expected, *actual);
}

bool is_behind(std::optional<Decimal> against_line, Decimal tolerance) { return against_line && *against_line < Decimal::of(100) - tolerance; }

bool is_notably_well(std::optional<Decimal> against_line, Decimal tolerance) { return against_line && *against_line >= Decimal::of(100) + tolerance; }

bool fell(std::optional<Confidence> before, std::optional<Confidence> now) { return before && now && *now > *before; }

}  // namespace zx::goal::rules
