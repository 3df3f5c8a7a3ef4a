#pragma once
// Numbers a person is judged or paid by: no binary floating point, every rounding explicit and reproducible.

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/described.hpp"

namespace zx {

/// half_up: halves go away from zero. half_even: halves go to the even neighbour. down: towards zero. up: away from zero.
enum class Rounding { half_up, half_even, down, up };
BOOST_DESCRIBE_ENUM(Rounding, half_up, half_even, down, up)

/// A score or percentage: an integer count of millionths, about ±9.2 × 10¹².
/// Results that do not fit throw std::overflow_error; division by zero throws std::domain_error.
class Decimal {
 public:
  static constexpr std::int64_t scale = 1'000'000;

  constexpr Decimal() = default;
  static constexpr Decimal from_millionths(std::int64_t millionths) {
    Decimal d;
    d.millionths_ = millionths;
    return d;
  }
  static Decimal of(std::int64_t whole);
  /// numerator / denominator, rounded once.
  static Decimal ratio(std::int64_t numerator, std::int64_t denominator, Rounding rounding);

  /// Optional minus, digits, then at most six fraction digits after a point. No plus, exponent, spaces or bare point.
  static std::optional<Decimal> parse(std::string_view text);
  /// Shortest form: "12.5", "-0.000001", "100".
  std::string text() const;

  constexpr std::int64_t millionths() const { return millionths_; }
  /// Keeps `digits` (0 to 6) fraction digits.
  Decimal rounded(int digits, Rounding rounding) const;
  /// The integer nearest in the sense of `rounding`.
  std::int64_t whole(Rounding rounding) const;

  Decimal operator-() const;
  friend Decimal operator+(Decimal a, Decimal b);
  friend Decimal operator-(Decimal a, Decimal b);
  Decimal& operator+=(Decimal other) { return *this = *this + other; }
  Decimal& operator-=(Decimal other) { return *this = *this - other; }
  /// Exact.
  friend Decimal operator*(Decimal a, std::int64_t factor);

  auto operator<=>(Decimal const&) const = default;

 private:
  std::int64_t millionths_ = 0;
};

Decimal multiply(Decimal a, Decimal b, Rounding rounding);
Decimal divide(Decimal a, Decimal b, Rounding rounding);
/// a × b ÷ c with one rounding at the end.
Decimal multiply_divide(Decimal a, Decimal b, Decimal c, Rounding rounding);

struct WeightedValue {
  Decimal value;
  Decimal weight;
};
/// Σ value × weight ÷ Σ weight with one rounding at the end; nullopt when the weights sum to zero.
std::optional<Decimal> weighted_mean(std::span<WeightedValue const> values, Rounding rounding);

/// An amount of money in fen (1/100 yuan).
struct Money {
  std::int64_t fen = 0;

  auto operator<=>(Money const&) const = default;
  /// Yuan with exactly two digits: "12.34", "-0.05".
  std::string text() const;
  /// Yuan with at most two fraction digits: "12", "12.3", "12.34".
  static std::optional<Money> parse(std::string_view text);
};

Money operator+(Money a, Money b);
Money operator-(Money a, Money b);
Money operator*(Money a, std::int64_t factor);
Money multiply(Money amount, Decimal factor, Rounding rounding);

/// Shares a total by largest remainder: the parts sum exactly to `total`, ties go to the earlier part.
/// A negative total is shared like its opposite. Throws std::invalid_argument when a weight is negative or all are zero.
std::vector<std::int64_t> split(std::int64_t total, std::span<std::int64_t const> weights);
std::vector<Money> split(Money total, std::span<std::int64_t const> weights);

}  // namespace zx
