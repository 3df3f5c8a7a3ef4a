#include "modules/goal/target_rules.hpp"

#include <map>

#include "modules/goal/card_numbers.hpp"

namespace zx::goal {

std::optional<Decimal>& Amounts::operator[](TargetField field) {
  switch (field) {
    case TargetField::plan: return plan;
    case TargetField::actual: return actual;
    case TargetField::base: return base;
    case TargetField::committed: return committed;
    case TargetField::stretch: return stretch;
  }
  throw std::invalid_argument("not a field");
}

namespace rules {
namespace {

std::map<Span, Decimal> by_span(std::vector<Piece> const& pieces) {
  std::map<Span, Decimal> sums;
  for (auto const& piece : pieces)
    if (piece.value) sums[piece.span] += *piece.value;
  return sums;
}

std::optional<Decimal> last_of(std::map<Span, Decimal> const& sums) {
  auto latest = sums.begin();
  for (auto each = sums.begin(); each != sums.end(); ++each)
    if (each->first.to >= latest->first.to) latest = each;
  return latest->second;
}

std::optional<Decimal> mean_of(std::map<Span, Decimal> const& sums) {
  std::vector<WeightedValue> values;
  for (auto const& [span, value] : sums) values.push_back({value, Decimal::of(span.months())});
  return weighted_mean(values, Rounding::half_up);
}

}  // namespace

void add(std::optional<Decimal>& sum, std::optional<Decimal> const& value) {
  if (value) sum = sum.value_or(Decimal{}) + *value;
}

std::optional<Decimal> fold(OverTime over_time, std::vector<Piece> const& pieces) {
  auto const sums = by_span(pieces);
  if (sums.empty()) return std::nullopt;
  if (over_time == OverTime::last) return last_of(sums);
  if (over_time == OverTime::average) return mean_of(sums);
  Decimal total;
  for (auto const& [span, value] : sums) total += value;
  return total;
}

std::optional<Decimal> attainment(MeasureDirection direction, std::optional<Decimal> plan, std::optional<Decimal> actual) {
  if (!plan || !actual) return std::nullopt;
  auto const hundred = Decimal::of(100);
  if (*plan == Decimal{}) {
    if (direction == MeasureDirection::higher) return std::nullopt;
    return *actual <= Decimal{} ? hundred : Decimal{};
  }
  auto const reached = percent(*actual, *plan).rounded(2, Rounding::half_up);
  if (direction == MeasureDirection::higher) return reached;
  return std::max(Decimal{}, Decimal::of(200) - reached);
}

std::optional<TargetTiersView> tiers(MeasureDirection direction, Amounts const& amounts) {
  if (!amounts.actual || (!amounts.base && !amounts.committed && !amounts.stretch)) return std::nullopt;
  TargetTiersView view{.reached = TargetTier::below,
                       .base = attainment(direction, amounts.base, amounts.actual),
                       .committed = attainment(direction, amounts.committed, amounts.actual),
                       .stretch = attainment(direction, amounts.stretch, amounts.actual)};
  std::array const ladder{std::pair(TargetTier::base, amounts.base), std::pair(TargetTier::committed, amounts.committed),
                          std::pair(TargetTier::target, amounts.plan), std::pair(TargetTier::stretch, amounts.stretch)};
  for (auto const& [tier, planned] : ladder) {
    if (!planned) continue;
    if (direction == MeasureDirection::higher ? *amounts.actual < *planned : *amounts.actual > *planned) break;
    view.reached = tier;
  }
  return view;
}

}  // namespace rules
}  // namespace zx::goal
