#include "platform/xlsx/decimal_text.hpp"

#include <algorithm>
#include <charconv>

namespace zx::table {
namespace {

constexpr int kMostExponent = 310;  // a double ends at 1.8e308
constexpr std::size_t kSheetDigits = 15;

/// digits × 10^-scale; digits has no leading zero, and is empty for zero.
struct Decimal {
  bool negative = false;
  std::string digits;
  int scale = 0;
};

std::optional<int> exponent_of(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  int value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value > kMostExponent || value < -kMostExponent) return std::nullopt;
  return value;
}

void strip_zeros(Decimal& number) {
  number.digits.erase(0, std::min(number.digits.find_first_not_of('0'), number.digits.size()));
  while (number.scale > 0 && number.digits.ends_with('0')) {
    number.digits.pop_back();
    --number.scale;
  }
  if (number.digits.empty()) number = {};
}

std::optional<Decimal> parse(std::string_view text) {
  Decimal number;
  if (text.starts_with('-') || text.starts_with('+')) {
    number.negative = text[0] == '-';
    text.remove_prefix(1);
  }
  if (auto const e = text.find_first_of("eE"); e != std::string_view::npos) {
    auto const exponent = exponent_of(text.substr(e + 1));
    if (!exponent) return std::nullopt;
    number.scale = -*exponent;
    text = text.substr(0, e);
  }
  bool after_point = false;
  for (char const c : text) {
    if (c == '.' && !after_point) {
      after_point = true;
    } else if (c >= '0' && c <= '9') {
      number.digits += c;
      number.scale += after_point;
    } else {
      return std::nullopt;
    }
  }
  if (number.digits.empty()) return std::nullopt;
  if (number.scale < 0) {
    number.digits.append(static_cast<std::size_t>(-number.scale), '0');
    number.scale = 0;
  }
  strip_zeros(number);
  return number;
}

void round_to_sheet_digits(Decimal& number) {
  if (number.scale <= 0 || number.digits.size() <= kSheetDigits) return;
  // Only fraction digits go: a whole part longer than 15 digits keeps all of its own.
  auto const cut = std::min(number.digits.size() - kSheetDigits, static_cast<std::size_t>(number.scale));
  bool const up = number.digits[number.digits.size() - cut] >= '5';
  number.digits.resize(number.digits.size() - cut);
  number.scale -= static_cast<int>(cut);
  if (up) {
    auto at = number.digits.rbegin();
    for (; at != number.digits.rend() && *at == '9'; ++at) *at = '0';
    if (at != number.digits.rend()) {
      ++*at;
    } else {
      number.digits.insert(number.digits.begin(), '1');
    }
  }
  strip_zeros(number);
}

std::string text_of(Decimal const& number) {
  if (number.digits.empty()) return "0";
  std::string text = number.digits;
  auto const scale = static_cast<std::size_t>(number.scale);
  if (scale >= text.size()) text.insert(0, scale - text.size() + 1, '0');
  if (scale > 0) text.insert(text.size() - scale, 1, '.');
  return number.negative ? "-" + text : text;
}

/// Most cells hold short whole numbers: they are already plain.
bool is_plain_integer(std::string_view text) {
  return !text.empty() && text.size() <= 18 && text[0] >= '1' && text[0] <= '9' &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<std::string> plain_decimal(std::string_view text) {
  if (is_plain_integer(text)) return std::string(text);
  auto number = parse(text);
  if (!number) return std::nullopt;
  round_to_sheet_digits(*number);
  return text_of(*number);
}

std::string shifted(std::string_view decimal, int places) {
  auto number = parse(decimal);
  if (!number) return std::string(decimal);
  number->scale -= places;
  if (number->scale < 0) {
    number->digits.append(static_cast<std::size_t>(-number->scale), '0');
    number->scale = 0;
  }
  strip_zeros(*number);
  return text_of(*number);
}

std::size_t significant_digits(std::string_view decimal) {
  auto number = parse(decimal);
  if (!number) return 0;
  auto const last = number->digits.find_last_not_of('0');
  return last == std::string::npos ? 0 : last + 1;
}

}  // namespace zx::table
