#include "platform/csv/formula_guard.hpp"

#include <algorithm>
#include <array>

namespace zx::csv {
namespace {

constexpr std::array<std::string_view, 11> kTriggers = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};

/// Any number of ' and then a trigger.
bool is_risky(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
  return std::any_of(kTriggers.begin(), kTriggers.end(), [&](std::string_view trigger) { return text.starts_with(trigger); });
}

bool is_negative_number(std::string_view text) {
  if (!text.starts_with('-')) return false;
  auto const digits = text.substr(1);
  return !digits.empty() && digits.find_first_not_of("0123456789.") == std::string_view::npos && digits[0] != '.' &&
         std::count(digits.begin(), digits.end(), '.') <= 1;
}

}  // namespace

std::string guarded(std::string_view text) {
  if (!is_risky(text) || is_negative_number(text)) return std::string(text);
  return "'" + std::string(text);
}

std::string_view unguarded(std::string_view text) { return text.starts_with('\'') && is_risky(text) ? text.substr(1) : text; }

}  // namespace zx::csv
