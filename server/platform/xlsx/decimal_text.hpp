#pragma once
// Decimal numbers as text, so that a sheet's 0.1 never passes through binary floating point.

#include <optional>
#include <string>
#include <string_view>

namespace zx::table {

/// "1.38E+10" → "13800000000", "007.50" → "7.5", "-0" → "0". nullopt when the text is not a number or has an exponent beyond ±310.
/// A fraction of more than 15 significant digits is rounded (half up) to 15, as spreadsheet programs do on showing:
/// they store 0.3 as 0.29999999999999999. Whole numbers keep all digits.
std::optional<std::string> plain_decimal(std::string_view text);

/// A plain decimal times 10^places: shifted("0.15", 2) is "15".
std::string shifted(std::string_view decimal, int places);

/// Digits between the first and the last that is not zero: "0.150" has 2. A spreadsheet number holds 15 exactly.
std::size_t significant_digits(std::string_view decimal);

}  // namespace zx::table
