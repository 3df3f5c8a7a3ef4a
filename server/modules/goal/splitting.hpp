#pragma once
// How a total is shared among the cells of a sheet: exactly, in the measure's smallest unit. Pure.

#include <optional>
#include <vector>

#include "platform/base/decimal.hpp"
#include "platform/base/described.hpp"
#include "platform/base/result.hpp"

namespace zx::goal {

/// even: the same for every month (a column 07-12 counts six times). weights: as given. last_year: in the proportions of
/// last year's actuals. growth: last year's actuals raised by a percentage.
enum class SplitMethod { even, weights, last_year, growth };
BOOST_DESCRIBE_ENUM(SplitMethod, even, weights, last_year, growth)

namespace rules {

/// One cell that takes part.
struct Share {
  std::int64_t weight = 1;        ///< not negative
  std::optional<Decimal> locked;  ///< stays as it is; what is left of the total goes to the others
};

/// The parts in the order of the shares: locked ones unchanged, the others by largest remainder in units of 10^-decimals,
/// ties to the earlier; together exactly `total`. Refuses target.too_precise, target.locked_exceed_total (the locked parts
/// leave the wrong sign), target.nothing_to_split (no open share, or all weights zero).
Result<std::vector<Decimal>> split(Decimal total, std::vector<Share> const& shares, int decimals);

/// `value` in whole units of 10^-decimals; nothing when it has more fraction digits.
std::optional<std::int64_t> units_of(Decimal value, int decimals);
Decimal from_units(std::int64_t units, int decimals);

/// base × (100 + percent) %, rounded half up to the measure's decimals.
Decimal grown(Decimal base, Decimal percent, int decimals);

}  // namespace rules
}  // namespace zx::goal
