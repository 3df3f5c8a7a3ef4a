#include "platform/auth/password_rules.hpp"

#include <algorithm>
#include <array>

namespace zx::auth {
namespace {

constexpr std::size_t shortest = 10;
constexpr std::size_t longest = 200;
constexpr std::size_t shortest_number = 20;
constexpr std::size_t shortest_telling_login = 3;
constexpr std::size_t shortest_listed = 6;

// ASCII only: the list is ASCII, and other letters compare as they are.
std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

std::size_t character_count(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_ascii_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_decoration(char c) { return static_cast<unsigned char>(c) < 0x80 && !is_ascii_letter(c); }

std::string_view undecorated(std::string_view lower) {
  while (!lower.empty() && is_decoration(lower.back())) lower.remove_suffix(1);
  while (!lower.empty() && is_decoration(lower.front())) lower.remove_prefix(1);
  return lower;
}

bool repeats_a_short_piece(std::string_view text) {
  for (std::size_t period = 1; period <= 4 && period * 2 <= text.size(); ++period)
    if (text.substr(period) == text.substr(0, text.size() - period)) return true;
  return false;
}

bool runs_along(std::string_view text, std::string_view track) {
  std::string const twice = std::string(track) + std::string(track);
  std::string const back(twice.rbegin(), twice.rend());
  return twice.find(text) != std::string::npos || back.find(text) != std::string::npos;
}

bool is_a_run(std::string_view text) {
  constexpr std::array<std::string_view, 5> tracks{"0123456789", "1234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm",
                                                   "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p"};
  return std::any_of(tracks.begin(), tracks.end(), [&](auto track) { return runs_along(text, track); });
}

// Telephone, QQ and identity numbers and birthdays: known to many, and soon tried through.
bool is_a_short_number(std::string_view text) { return text.size() < shortest_number && text.find_first_not_of("0123456789") == std::string_view::npos; }

bool contains_login(std::string_view lower_password, std::string_view login) {
  auto const whole = lower_case(login);
  auto const local = whole.substr(0, whole.find('@'));
  auto const told = [&](std::string_view part) {
    return character_count(part) >= shortest_telling_login && lower_password.find(part) != std::string_view::npos;
  };
  return told(whole) || told(local);
}

}  // namespace

CommonPasswords::CommonPasswords(std::string_view list) {
  while (!list.empty()) {
    auto const end = std::min(list.find('\n'), list.size());
    auto line = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!line.empty() && !line.starts_with("# ")) passwords_.insert(lower_case(line));
  }
}

bool CommonPasswords::contains(std::string_view password) const {
  auto const lower = lower_case(password);
  if (passwords_.contains(lower)) return true;
  auto const bare = undecorated(lower);
  return bare.size() >= shortest_listed && passwords_.contains(std::string(bare));
}

Result<void> check_password(std::string_view password, std::string_view login, CommonPasswords const& common, std::string_view field) {
  auto const refused = [&](char const* code, RefusalArguments arguments = {}) {
    return Refusal::invalid_field(std::string(field), code, std::move(arguments));
  };
  auto const length = character_count(password);
  if (length < shortest) return refused("password.too_short", {{"minimum", std::to_string(shortest)}});
  if (length > longest) return refused("password.too_long", {{"maximum", std::to_string(longest)}});

  auto const lower = lower_case(password);
  if (contains_login(lower, login)) return refused("password.contains_login");
  if (common.contains(lower) || repeats_a_short_piece(lower) || is_a_run(lower) || is_a_short_number(lower)) return refused("password.too_common");
  return {};
}

}  // namespace zx::auth
