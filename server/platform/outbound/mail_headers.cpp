#include "platform/outbound/mail_headers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "platform/base/text.hpp"
#include "platform/outbound/encoding.hpp"

namespace zx::outbound {
namespace {

constexpr std::size_t longest_line = 76;
// 48 letters and 12 around them. RFC 2047 allows 75, but the first word must fit behind the header's name: some readers take a fold
// there for a blank of the text.
constexpr std::size_t bytes_per_word = 36;

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

std::vector<std::string> encoded_words(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    auto size = std::min(bytes_per_word, text.size());
    while (size < text.size() && !starts_character(text[size])) --size;
    words.push_back("=?UTF-8?B?" + base64(text.substr(0, size)) + "?=");
    text.remove_prefix(size);
  }
  return words;
}

bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; }) && text.find("=?") == text.npos;
}

/// Words that keep their meaning when lines are broken between them; empty when the text must be encoded.
std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words;
  if (!is_plain(text) || text.starts_with(' ') || text.ends_with(' ') || text.find("  ") != text.npos) return words;
  for (auto word : text::split(text, ' ')) words.emplace_back(word);
  if (std::ranges::any_of(words, [](auto const& word) { return word.size() > 60; })) words.clear();
  return words;
}

std::string folded(std::string_view name, std::vector<std::string> const& words) {
  std::string header(name);
  header += ':';
  auto line = header.size();
  for (auto const& word : words) {
    bool const fits = line + 1 + word.size() <= longest_line;
    header += fits ? " " : "\r\n ";
    line = (fits ? line : 0) + 1 + word.size();
    header += word;
  }
  return header + "\r\n";
}

bool is_atom_text(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ' ' || c == '-' || c == '_'; });
}

std::vector<std::string> mailbox_words(Mailbox const& mailbox) {
  auto words = is_atom_text(mailbox.name) ? plain_words(mailbox.name) : std::vector<std::string>{};
  if (words.empty() || words.front().empty()) words = encoded_words(mailbox.name);
  words.push_back("<" + mailbox.address + ">");
  return words;
}

bool is_plain_file_name(std::string_view name) { return is_plain(name) && name.size() <= 50 && name.find_first_of("\"\\") == name.npos; }

/// The name for programs that know no RFC 2231.
std::string quoted_name(std::string_view name) {
  if (is_plain_file_name(name)) return '"' + std::string(name) + '"';
  std::string quoted = "\"";
  for (auto const& word : encoded_words(name)) quoted += (quoted.size() > 1 ? "\r\n " : "") + word;
  return quoted + '"';
}

}  // namespace

bool is_header_text(std::string_view text) {
  return text::is_valid_utf8(text) && std::ranges::none_of(text, [](unsigned char c) { return c < ' ' || c == 0x7f; });
}

std::string text_header(std::string_view name, std::string_view text) {
  auto const words = plain_words(text);
  return folded(name, words.empty() ? encoded_words(text) : words);
}

std::string mailbox_header(std::string_view name, std::span<Mailbox const> mailboxes) {
  std::vector<std::string> words;
  for (auto const& mailbox : mailboxes) {
    if (!words.empty()) words.back() += ',';
    for (auto& word : mailbox_words(mailbox)) words.push_back(std::move(word));
  }
  return folded(name, words);
}

std::string date_header(Instant date) {
  constexpr std::string_view days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  auto const text = date.text();  // 2026-11-20T09:00:00.000Z
  auto const day = Date::parse(text.substr(0, 10)).value();
  return fmt::format("Date: {}, {:02} {} {:04} {} +0000\r\n", days[day.weekday() - 1], day.day, months[day.month - 1], day.year, text.substr(11, 8));
}

std::string attachment_headers(std::string_view content_type, std::string_view file_name) {
  auto const simple = quoted_name(file_name);
  std::string headers = fmt::format("Content-Type: {};\r\n name={}\r\n", content_type, simple);
  headers += "Content-Disposition: attachment;\r\n filename";
  headers += is_plain_file_name(file_name) ? "=" + simple : "*=UTF-8''" + percent_encoded(file_name);
  return headers + "\r\n";
}

}  // namespace zx::outbound
