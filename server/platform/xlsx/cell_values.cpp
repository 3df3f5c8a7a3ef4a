#include "platform/xlsx/cell_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "platform/base/text.hpp"
#include "platform/xlsx/decimal_text.hpp"

namespace zx::table {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
}

/// Takes up to `most` leading digits off `rest`.
std::optional<int> take_number(std::string_view& rest, std::size_t most) {
  std::size_t length = 0;
  while (length < rest.size() && length < most && is_digit(rest[length])) ++length;
  if (length == 0) return std::nullopt;
  int value = 0;
  std::from_chars(rest.data(), rest.data() + length, value);
  rest.remove_prefix(length);
  return value;
}

bool take_separator(std::string_view& rest, char& separator) {
  if (rest.empty() || (rest[0] != '-' && rest[0] != '.' && rest[0] != '/')) return false;
  if (separator != 0 && separator != rest[0]) return false;
  separator = rest[0];
  rest.remove_prefix(1);
  return true;
}

std::optional<Date> existing(int year, int month, int day) {
  Date const date{year, static_cast<unsigned>(month), static_cast<unsigned>(day)};
  return date.valid() ? std::optional(date) : std::nullopt;
}

std::optional<Date> compact_date(std::string_view text) {
  if (text.size() != 8 || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  auto const year = take_number(text, 4);
  auto const month = take_number(text, 2);
  return existing(*year, *month, *take_number(text, 2));
}

/// After the day: nothing, or a blank or T and a time of day.
bool is_time_or_nothing(std::string_view rest) {
  if (rest.empty()) return true;
  if (rest[0] != ' ' && rest[0] != 't') return false;
  return std::all_of(rest.begin() + 1, rest.end(), [](char c) { return is_digit(c) || c == ':' || c == '.' || c == 'z'; });
}

}  // namespace

std::optional<Date> date_in(Cell const& cell) {
  if (cell.kind == CellKind::date) return cell.date;
  if (cell.kind == CellKind::number && cell.number.size() != 8) return std::nullopt;
  std::string text = zx::text::fold(zx::text::trim(cell.text));
  replace_all(text, "年", "-");
  replace_all(text, "月", "-");
  replace_all(text, "日", "");
  if (auto const date = compact_date(text)) return date;
  std::string_view rest = text;
  char separator = 0;
  auto const year = take_number(rest, 4);
  if (!year || *year < 1000 || !take_separator(rest, separator)) return std::nullopt;
  auto const month = take_number(rest, 2);
  if (!month || !take_separator(rest, separator)) return std::nullopt;
  auto const day = take_number(rest, 2);
  if (!day || !is_time_or_nothing(rest)) return std::nullopt;
  return existing(*year, *month, *day);
}

std::optional<std::string> decimal_in(Cell const& cell) {
  if (cell.kind == CellKind::number) return cell.number;
  std::string text = zx::text::fold(zx::text::trim(cell.text));
  if (text.starts_with("¥")) text.erase(0, std::string_view("¥").size());
  std::erase(text, ',');
  bool const percent = text.ends_with('%');
  if (percent) text.pop_back();
  auto decimal = plain_decimal(text);
  if (decimal && percent) decimal = shifted(*decimal, -2);
  return decimal;
}

std::optional<bool> boolean_in(Cell const& cell) {
  if (cell.kind == CellKind::boolean) return cell.boolean;
  std::string text = zx::text::fold(zx::text::trim(cell.text));
  constexpr std::array<std::string_view, 9> yes = {"true", "yes", "y", "1", "是", "有", "对", "✓", "√"};
  constexpr std::array<std::string_view, 9> no = {"false", "no", "n", "0", "否", "无", "错", "✗", "×"};
  if (std::find(yes.begin(), yes.end(), text) != yes.end()) return true;
  if (std::find(no.begin(), no.end(), text) != no.end()) return false;
  return std::nullopt;
}

}  // namespace zx::table
