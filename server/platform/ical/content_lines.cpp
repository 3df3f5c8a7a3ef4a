#include "platform/ical/content_lines.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace zx::ical {
namespace {

constexpr std::size_t longest_line = 75;

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

bool is_control(unsigned char c) { return c < ' ' || c == 0x7f; }

/// Where to break so that no character is torn apart.
std::size_t piece_of(std::string_view line, std::size_t room) {
  auto size = std::min(room, line.size());
  while (size > 1 && size < line.size() && !starts_character(line[size])) --size;
  return size;
}

}  // namespace

void ContentLines::add(std::string_view name, std::string_view value) {
  std::string const line = std::string(name) + ":" + std::string(value);
  auto rest = std::string_view(line);
  auto piece = piece_of(rest, longest_line);
  lines_ += rest.substr(0, piece);
  for (rest.remove_prefix(piece); !rest.empty(); rest.remove_prefix(piece)) {
    piece = piece_of(rest, longest_line - 1);
    lines_ += "\r\n ";
    lines_ += rest.substr(0, piece);
  }
  lines_ += "\r\n";
}

void ContentLines::add_text(std::string_view name, std::string_view text) {
  if (!text.empty()) add(name, escaped(text));
}

void ContentLines::add_moment(std::string_view name, Instant moment) {
  auto text = moment.text().substr(0, 19);  // 2026-11-20T09:00:00
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  add(name, text + "Z");
}

void ContentLines::add_day(std::string_view name, Date day) {
  add(std::string(name) + ";VALUE=DATE", fmt::format("{:04}{:02}{:02}", day.year, day.month, day.day));
}

std::string escaped(std::string_view text) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    if (c == '\n' || c == '\r') escaped += "\\n";
    else if (c == '\\' || c == ';' || c == ',') (escaped += '\\') += c;
    else if (!is_control(static_cast<unsigned char>(c)) || c == '\t') escaped += c;
  }
  return escaped;
}

std::string quoted_parameter(std::string_view text) {
  std::string quoted = "\"";
  for (char c : text) {
    if (c == '"') quoted += "^'";
    else if (c == '^') quoted += "^^";
    else if (!is_control(static_cast<unsigned char>(c))) quoted += c;
  }
  return quoted + '"';
}

std::string single_word(std::string_view text) {
  std::string word(text);
  std::erase_if(word, [](unsigned char c) { return c <= ' ' || c == 0x7f; });
  return word;
}

}  // namespace zx::ical
