#include "modules/org/rules.hpp"

#include <algorithm>

#include "platform/base/pinyin.hpp"
#include "platform/base/text.hpp"

namespace zx::org::rules {
namespace {

constexpr std::size_t longest_login = 64;

bool is_blank_or_control(char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7f; }

std::string utf8(char32_t c) {  // of the basic plane's Han characters only: three bytes each
  return {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
}

/// Some character that is commonly read so; nothing for what is no syllable.
std::optional<std::string> character_read(std::string_view syllable) {
  for (char32_t c = 0x4E00; c <= 0x9FA5; ++c)
    if (auto character = utf8(c); pinyin(character) == syllable) return character;
  return std::nullopt;
}

/// The name with the characters that are read otherwise replaced by such that are read so.
std::string as_read(std::string_view name, std::string_view reading) {
  auto syllables = text::split(reading, ' ');
  if (syllables.size() != text::length(name)) return std::string(name);
  std::string read;
  for (auto syllable : syllables) {
    auto character = text::cut(name, 1);
    name.remove_prefix(character.size());
    auto substitute = pinyin(character) == syllable ? std::nullopt : character_read(syllable);
    read += substitute ? *substitute : std::string(character);
  }
  return read;
}

std::string initials_of(std::string_view reading) {
  std::string initials;
  for (auto syllable : text::split(reading, ' ')) initials += text::cut(syllable, 1);
  return initials;
}

/// Folded, one blank between syllables.
std::string tidy(std::string_view reading) {
  std::string tidied;
  auto const folded = text::fold(reading);
  for (auto part : text::split(folded, ' ')) {
    if (part.empty()) continue;
    if (!tidied.empty()) tidied += ' ';
    tidied += part;
  }
  return tidied;
}

}  // namespace

Result<std::string> login(std::string_view typed) {
  auto folded = text::fold(text::trim(typed));
  if (folded.empty()) return Refusal::invalid_field("login", "json.required");
  if (text::length(folded) > longest_login || std::ranges::any_of(folded, is_blank_or_control)) return Refusal::invalid_field("login", "org.login_invalid");
  return folded;
}

Result<void> keep_separated(std::set<std::string> const& held, bool small_organization, std::int64_t active_users) {
  auto const held_of_three =
      held.count(std::string(roles::administrator)) + held.count(std::string(roles::security_administrator)) + held.count(std::string(roles::auditor));
  bool const excused = small_organization && active_users < smallest_separated;
  if (held_of_three < 2 || excused) return {};
  return Refusal::conflict("org.administration_separated", {{"users", std::to_string(smallest_separated)}});
}

Spelling spell(std::string_view name, std::optional<std::string> const& given) {
  auto const trimmed_name = std::string(text::trim(name));
  auto const common = pinyin(trimmed_name);
  auto const corrected = given ? tidy(*given) : std::string{};
  if (corrected.empty() || corrected == common) return {trimmed_name, common, pinyin_initials(trimmed_name), sort_key(trimmed_name)};
  return {trimmed_name, corrected, initials_of(corrected), sort_key(as_read(trimmed_name, corrected))};
}

void check_text(std::vector<FieldError>& errors, std::string_view field, std::string_view text, std::size_t most) {
  if (text::trim(text).empty()) errors.push_back({std::string(field), "json.required", {}});
  else if (text::length(text) > most) errors.push_back({std::string(field), "field.too_long", {{"most", std::to_string(most)}}});
}

void check_optional_text(std::vector<FieldError>& errors, std::string_view field, std::optional<std::string> const& text, std::size_t most) {
  if (text && text::length(*text) > most) errors.push_back({std::string(field), "field.too_long", {{"most", std::to_string(most)}}});
}

void check_email(std::vector<FieldError>& errors, std::string_view field, std::optional<std::string> const& email) {
  auto const address = trimmed(email);
  if (!address) return;
  auto const at = address->find('@');
  bool const fits = at != std::string::npos && at > 0 && at + 1 < address->size() && address->find('@', at + 1) == std::string::npos &&
                    std::ranges::none_of(*address, is_blank_or_control) && text::length(*address) <= 200;
  if (!fits) errors.push_back({std::string(field), "org.email_invalid", {}});
}

std::optional<std::string> trimmed(std::optional<std::string> const& text) {
  if (!text) return std::nullopt;
  auto kept = text::trim(*text);
  return kept.empty() ? std::nullopt : std::optional(std::string(kept));
}

std::string masked(std::optional<std::string> const& text) {
  if (!text) return {};
  auto const shown = std::min<std::size_t>(4, text::length(*text) / 2);
  auto rest = std::string_view(*text);
  while (text::length(rest) > shown) rest.remove_prefix(text::cut(rest, 1).size());
  return "…" + std::string(rest);
}

}  // namespace zx::org::rules
