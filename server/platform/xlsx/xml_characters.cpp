#include "platform/xlsx/xml_characters.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>

#include <unicode/utf8.h>

namespace zx::xlsx {
namespace {

enum Class : std::uint8_t { wide = 1, control = 2, entity = 4, blank = 8, cr = 16, markup = 32, name = 64, name_start = 128 };

constexpr std::array<std::uint8_t, 256> classes() {
  std::array<std::uint8_t, 256> table{};
  for (int c = 0; c < 0x20; ++c) table[c] = control;
  for (int c = 0x80; c < 0x100; ++c) table[c] = wide | name | name_start;
  for (int c = '0'; c <= '9'; ++c) table[c] = name;
  for (int c = 'a'; c <= 'z'; ++c) table[c] = table[c - 32] = name | name_start;
  table['_'] = table[':'] = name | name_start;
  table['-'] = table['.'] = name;
  table['\t'] = table['\n'] = blank;
  table['\r'] = blank | cr;
  table['&'] = entity;
  table['<'] = markup;
  return table;
}
constexpr auto kClasses = classes();

std::uint8_t class_of(char c) { return kClasses[static_cast<unsigned char>(c)]; }

struct NamedEntity {
  std::string_view name;
  char character;
};
constexpr std::array<NamedEntity, 5> kNamed = {{{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};

bool is_xml_character(std::uint32_t code) {
  if (code < 0x20) return code == '\t' || code == '\n' || code == '\r';
  return code <= 0x10FFFF && !U_IS_SURROGATE(code) && code != 0xFFFE && code != 0xFFFF;
}

/// The character of "amp" or "#x4E00"; 0 when there is none.
std::uint32_t character_of(std::string_view entity) {
  for (auto const& each : kNamed) {
    if (each.name == entity) return static_cast<std::uint32_t>(each.character);
  }
  if (entity.size() < 2 || entity[0] != '#') return 0;
  bool const hexadecimal = entity[1] == 'x';
  auto const digits = entity.substr(hexadecimal ? 2 : 1);
  std::uint32_t code = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
  return error == std::errc() && end == digits.data() + digits.size() && is_xml_character(code) ? code : 0;
}

}  // namespace

Survey survey(std::string_view text) {
  std::uint8_t seen = 0;
  for (char const c : text) seen |= class_of(c);
  return {(seen & wide) != 0, (seen & control) != 0, (seen & entity) != 0, (seen & blank) != 0, (seen & cr) != 0, (seen & markup) != 0};
}

bool is_name(std::string_view text) {
  if (text.empty() || (class_of(text[0]) & name_start) == 0) return false;
  std::uint8_t all = name;
  for (char const c : text) all &= class_of(c);
  return all != 0;
}

std::optional<std::size_t> decode_entities(char* text, std::size_t size) {
  std::string_view const source(text, size);
  auto at = source.find('&');
  if (at == std::string_view::npos) return size;
  std::size_t length = at;
  while (at < size) {
    if (text[at] != '&') {
      text[length++] = text[at++];
      continue;
    }
    auto const end = source.find(';', at);
    if (end == std::string_view::npos) return std::nullopt;
    auto const code = character_of(source.substr(at + 1, end - at - 1));
    if (code == 0) return std::nullopt;
    U8_APPEND_UNSAFE(text, length, code);
    at = end + 1;
  }
  return length;
}

void unify_line_ends(std::string& text, bool& after_cr) {
  std::size_t length = 0;
  for (char const c : text) {
    bool const second_half = after_cr && c == '\n';
    after_cr = c == '\r';
    if (!second_half) text[length++] = c == '\r' ? '\n' : c;
  }
  text.resize(length);
}

}  // namespace zx::xlsx
