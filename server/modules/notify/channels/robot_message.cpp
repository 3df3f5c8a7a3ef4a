#include "modules/notify/channels/robot_message.hpp"

#include <algorithm>
#include <utility>

#include "platform/base/text.hpp"
#include "platform/outbound/web_address.hpp"

namespace zx::notify::channels {
namespace {

constexpr std::string_view ellipsis = "…";

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

/// Head and tail whole, the body as far as there is room.
std::string joined(std::string const& head, std::string_view body, std::string const& tail, std::size_t bytes) {
  auto const around = head.size() + tail.size();
  if (around >= bytes) return cut_to_bytes(head + tail, bytes);
  return head + cut_to_bytes(body, bytes - around) + tail;
}

bool is_key(std::string_view text) {
  return text.size() >= 6 && text.size() <= 200 &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_'; });
}

}  // namespace

std::string cut_to_bytes(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  if (bytes < ellipsis.size()) return {};
  auto size = bytes - ellipsis.size();
  while (size > 0 && !starts_character(text[size])) --size;
  return std::string(text.substr(0, size)) + std::string(ellipsis);
}

std::string cut_to_characters(std::string_view text, std::size_t characters) {
  if (text::length(text) <= characters) return std::string(text);
  return std::string(text::cut(text, characters - 1)) + std::string(ellipsis);
}

std::string plain_in_markdown(std::string_view text) {
  std::string plain;
  for (char c : text) {
    switch (c) {  // the full-width twins look the same and mean nothing; a backslash is not understood by all three
      case '<': plain += "＜"; break;
      case '>': plain += "＞"; break;
      case '*': plain += "＊"; break;
      case '`': plain += "｀"; break;
      case '[': plain += "［"; break;
      case ']': plain += "］"; break;
      case '#': plain += "＃"; break;
      case '~': plain += "～"; break;
      case '\r': break;
      case '\n': plain += ' '; break;
      default: plain += c;
    }
  }
  return plain;
}

std::string plain_lines_in_markdown(std::string_view text, std::string_view line_break) {
  std::string plain;
  bool first = true;
  for (auto line : text::split(text, '\n')) {
    if (!std::exchange(first, false)) plain += line_break;
    plain += plain_in_markdown(line);
  }
  return plain;
}

std::string as_text(RobotMessage const& message, std::size_t bytes) {
  auto const head = message.title.empty() ? "" : message.title + "\n";
  auto const tail = message.link.empty() ? "" : "\n" + message.link;
  return joined(head, message.body, tail, bytes);
}

std::string as_markdown(RobotMessage const& message, std::string_view tail, std::size_t bytes) {
  auto const head = message.title.empty() ? "" : "**" + plain_in_markdown(message.title) + "**\n\n";
  auto const text = message.link_text.empty() ? message.link : plain_in_markdown(message.link_text);
  auto const link = message.link.empty() ? "" : "\n\n[" + text + "](" + message.link + ")";
  return joined(head, message.body, link + std::string(tail), bytes);
}

PastedKey read_pasted_key(std::string_view pasted, std::string_view path) {
  pasted = text::trim(pasted);
  if (is_key(pasted)) return {"", std::string(pasted)};
  auto const address = outbound::parse_web_address(pasted);
  if (!address) return {};
  auto const begin = pasted.find('/', pasted.find("//") + 2);
  if (begin == pasted.npos || !pasted.substr(begin).starts_with(path)) return {};
  auto key = pasted.substr(begin + path.size());
  key = key.substr(0, key.find_first_of("&?#/"));
  if (!is_key(key)) return {};
  return {std::string(pasted.substr(0, begin)), std::string(key)};
}

}  // namespace zx::notify::channels
