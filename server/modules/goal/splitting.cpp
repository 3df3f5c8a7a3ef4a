#include "modules/goal/splitting.hpp"

#include <algorithm>

namespace zx::goal::rules {
namespace {

std::int64_t unit_in_millionths(int decimals) {
  std::int64_t unit = Decimal::scale;
  for (int i = 0; i < decimals; ++i) unit /= 10;
  return unit;
}

/// Weights whose sum fits; only proportions matter.
std::vector<std::int64_t> weights_of_open(std::vector<Share> const& shares) {
  std::vector<std::int64_t> weights;
  for (auto const& share : shares)
    if (!share.locked) weights.push_back(share.weight);
  return weights;
}

}  // namespace

std::optional<std::int64_t> units_of(Decimal value, int decimals) {
  auto const unit = unit_in_millionths(decimals);
  if (value.millionths() % unit != 0) return std::nullopt;
  return value.millionths() / unit;
}

Decimal from_units(std::int64_t units, int decimals) { return Decimal::from_millionths(unit_in_millionths(decimals)) * units; }

Decimal grown(Decimal base, Decimal percent, int decimals) {
  auto const hundred = Decimal::of(100);
  return multiply_divide(base, hundred + percent, hundred, Rounding::half_up).rounded(decimals, Rounding::half_up);
}

Result<std::vector<Decimal>> split(Decimal total, std::vector<Share> const& shares, int decimals) {
  auto rest = total;
  for (auto const& share : shares)
    if (share.locked) rest -= *share.locked;
  auto const units = units_of(rest, decimals);
  if (!units) return Refusal::invalid_field("total", "target.too_precise", {{"decimals", std::to_string(decimals)}});
  bool const turned = (total > Decimal{} && *units < 0) || (total < Decimal{} && *units > 0);
  if (turned) return Refusal::conflict("target.locked_exceed_total", {{"total", total.text()}, {"locked", (total - rest).text()}});
  auto const weights = weights_of_open(shares);
  auto const all_zero = std::ranges::all_of(weights, [](auto weight) { return weight == 0; });
  if (weights.empty() ? *units != 0 : all_zero) return Refusal::conflict("target.nothing_to_split");
  auto const parts = weights.empty() ? std::vector<std::int64_t>{} : zx::split(*units, weights);
  std::vector<Decimal> all;
  all.reserve(shares.size());
  auto next = parts.begin();
  for (auto const& share : shares) all.push_back(share.locked ? *share.locked : from_units(*next++, decimals));
  return all;
}

}  // namespace zx::goal::rules
