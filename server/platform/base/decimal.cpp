#include "platform/base/decimal.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace zx {
namespace {

__extension__ typedef __int128 Wide;

std::int64_t narrowed(Wide value) {
  if (value > std::numeric_limits<std::int64_t>::max() || value < std::numeric_limits<std::int64_t>::min()) throw std::overflow_error("decimal overflow");
  return static_cast<std::int64_t>(value);
}

Wide checked_product(Wide a, Wide b) {
  Wide product;
  if (__builtin_mul_overflow(a, b, &product)) throw std::overflow_error("decimal overflow");
  return product;
}

Wide checked_sum(Wide a, Wide b) {
  Wide sum;
  if (__builtin_add_overflow(a, b, &sum)) throw std::overflow_error("decimal overflow");
  return sum;
}

Wide magnitude(Wide value) { return value < 0 ? -value : value; }

/// Whether to step away from zero after truncating; `remainder` and `divisor` are magnitudes.
bool steps_away(Wide quotient, Wide remainder, Wide divisor, Rounding rounding) {
  if (remainder == 0) return false;
  auto const rest = divisor - remainder;  // compared instead of doubling, which could overflow
  switch (rounding) {
    case Rounding::half_up: return remainder >= rest;
    case Rounding::half_even: return remainder > rest || (remainder == rest && quotient % 2 != 0);
    case Rounding::down: return false;
    case Rounding::up: return true;
  }
  return false;
}

Wide divided(Wide dividend, Wide divisor, Rounding rounding) {
  if (divisor == 0) throw std::domain_error("division by zero");
  Wide quotient = dividend / divisor;
  bool const negative = (dividend < 0) != (divisor < 0);
  if (steps_away(quotient, magnitude(dividend % divisor), magnitude(divisor), rounding)) quotient += negative ? -1 : 1;
  return quotient;
}

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  while (exponent-- > 0) power *= 10;
  return power;
}

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Digits with an optional fraction, as an integer count of 10^-places.
std::optional<std::int64_t> parse_scaled(std::string_view text, std::size_t places) {
  std::string_view digits = text;
  if (digits.starts_with('-')) digits.remove_prefix(1);
  auto const point = digits.find('.');
  auto const whole = digits.substr(0, point);
  auto const fraction = point == std::string_view::npos ? std::string_view() : digits.substr(point + 1);
  bool const bare_point = point != std::string_view::npos && fraction.empty();
  if (whole.empty() || bare_point || fraction.size() > places || !all_digits(whole) || !all_digits(fraction)) return std::nullopt;

  std::string scaled = text.starts_with('-') ? "-" : "";
  scaled.append(whole).append(fraction).append(places - fraction.size(), '0');
  std::int64_t value = 0;
  auto const [end, error] = std::from_chars(scaled.data(), scaled.data() + scaled.size(), value);
  if (error != std::errc()) return std::nullopt;
  return value;
}

std::string scaled_text(std::int64_t value, std::size_t places) {
  auto digits = std::to_string(static_cast<std::uint64_t>(magnitude(value)));
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  digits.insert(digits.size() - places, 1, '.');
  return value < 0 ? "-" + digits : digits;
}

}  // namespace

Decimal Decimal::of(std::int64_t whole) { return from_millionths(narrowed(Wide(whole) * scale)); }

Decimal Decimal::ratio(std::int64_t numerator, std::int64_t denominator, Rounding rounding) {
  return from_millionths(narrowed(divided(Wide(numerator) * scale, denominator, rounding)));
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  auto millionths = parse_scaled(text, 6);
  if (!millionths) return std::nullopt;
  return from_millionths(*millionths);
}

std::string Decimal::text() const {
  auto text = scaled_text(millionths_, 6);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

Decimal Decimal::rounded(int digits, Rounding rounding) const {
  if (digits < 0 || digits > 6) throw std::invalid_argument("a decimal has 0 to 6 fraction digits");
  auto const step = power_of_ten(6 - digits);
  return from_millionths(narrowed(divided(millionths_, step, rounding) * step));
}

std::int64_t Decimal::whole(Rounding rounding) const { return narrowed(divided(millionths_, scale, rounding)); }

Decimal Decimal::operator-() const { return from_millionths(narrowed(-Wide(millionths_))); }
Decimal operator+(Decimal a, Decimal b) { return Decimal::from_millionths(narrowed(Wide(a.millionths_) + b.millionths_)); }
Decimal operator-(Decimal a, Decimal b) { return Decimal::from_millionths(narrowed(Wide(a.millionths_) - b.millionths_)); }
Decimal operator*(Decimal a, std::int64_t factor) { return Decimal::from_millionths(narrowed(Wide(a.millionths_) * factor)); }

Decimal multiply(Decimal a, Decimal b, Rounding rounding) {
  return Decimal::from_millionths(narrowed(divided(Wide(a.millionths()) * b.millionths(), Decimal::scale, rounding)));
}

Decimal divide(Decimal a, Decimal b, Rounding rounding) { return Decimal::ratio(a.millionths(), b.millionths(), rounding); }

Decimal multiply_divide(Decimal a, Decimal b, Decimal c, Rounding rounding) {
  return Decimal::from_millionths(narrowed(divided(Wide(a.millionths()) * b.millionths(), c.millionths(), rounding)));
}

std::optional<Decimal> weighted_mean(std::span<WeightedValue const> values, Rounding rounding) {
  Wide sum = 0;
  Wide weights = 0;
  for (auto const& [value, weight] : values) {
    sum = checked_sum(sum, Wide(value.millionths()) * weight.millionths());
    weights += weight.millionths();
  }
  if (weights == 0) return std::nullopt;
  return Decimal::from_millionths(narrowed(divided(sum, weights, rounding)));
}

std::string Money::text() const { return scaled_text(fen, 2); }

std::optional<Money> Money::parse(std::string_view text) {
  auto fen = parse_scaled(text, 2);
  if (!fen) return std::nullopt;
  return Money{*fen};
}

Money operator+(Money a, Money b) { return {narrowed(Wide(a.fen) + b.fen)}; }
Money operator-(Money a, Money b) { return {narrowed(Wide(a.fen) - b.fen)}; }
Money operator*(Money a, std::int64_t factor) { return {narrowed(Wide(a.fen) * factor)}; }

Money multiply(Money amount, Decimal factor, Rounding rounding) {
  return {narrowed(divided(Wide(amount.fen) * factor.millionths(), Decimal::scale, rounding))};
}

std::vector<std::int64_t> split(std::int64_t total, std::span<std::int64_t const> weights) {
  Wide const sum = std::accumulate(weights.begin(), weights.end(), Wide(0));
  if (sum == 0 || std::ranges::any_of(weights, [](auto weight) { return weight < 0; }))
    throw std::invalid_argument("weights must not be negative and not all zero");

  auto const shared = magnitude(total);
  std::vector<Wide> parts, remainders;
  for (auto weight : weights) {
    auto const product = checked_product(shared, weight);
    parts.push_back(product / sum);
    remainders.push_back(product % sum);
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return remainders[i]; });
  auto left = static_cast<std::size_t>(shared - std::accumulate(parts.begin(), parts.end(), Wide(0)));
  for (std::size_t i = 0; i < left; ++i) ++parts[order[i]];

  std::vector<std::int64_t> result;
  for (auto part : parts) result.push_back(narrowed(total < 0 ? -part : part));
  return result;
}

std::vector<Money> split(Money total, std::span<std::int64_t const> weights) {
  std::vector<Money> result;
  for (auto fen : split(total.fen, weights)) result.push_back({fen});
  return result;
}

}  // namespace zx
