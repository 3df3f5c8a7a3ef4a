#pragma once
// How large a goal's numbers may be, and percentages that never overflow. Private to goal.

#include <algorithm>
#include <stdexcept>
#include <string>

#include "platform/base/decimal.hpp"
#include "platform/base/result.hpp"

namespace zx::goal::rules {

/// Of targets and actuals, up or down; thirty of a card and all of a parent can be added up.
inline constexpr std::int64_t most_value = 10'000'000'000;

inline bool is_too_large(std::optional<Decimal> const& value) { return value && (*value > Decimal::of(most_value) || *value < Decimal::of(-most_value)); }
inline FieldError too_large(std::string path) {
  return {std::move(path), "field.out_of_range", {{"least", std::to_string(-most_value)}, {"most", std::to_string(most_value)}}};
}

/// part in percent of whole; what no longer fits becomes the largest that is shown.
inline Decimal percent(Decimal part, Decimal whole) {
  auto const most = Decimal::of(1'000'000'000);
  bool const is_negative = (part < Decimal{}) != (whole < Decimal{});
  try {
    return std::clamp(multiply_divide(part, Decimal::of(100), whole, Rounding::half_up), -most, most);
  } catch (std::overflow_error const&) { return is_negative ? -most : most; }
}

}  // namespace zx::goal::rules
