#include "platform/base/text.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace zx::text {
namespace {

constexpr std::array<std::string_view, 10> blanks = {" ", "\t", "\n", "\r", "\v", "\f", "\xc2\xa0", "\xe3\x80\x80", "\xe2\x80\x8b", "\xef\xbb\xbf"};

bool remove_leading_blank(std::string_view& text) {
  auto const found = std::ranges::find_if(blanks, [&](auto blank) { return text.starts_with(blank); });
  if (found != blanks.end()) text.remove_prefix(found->size());
  return found != blanks.end();
}

bool remove_trailing_blank(std::string_view& text) {
  auto const found = std::ranges::find_if(blanks, [&](auto blank) { return text.ends_with(blank); });
  if (found != blanks.end()) text.remove_suffix(found->size());
  return found != blanks.end();
}

constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// All that folding does to ASCII.
std::string lower(std::string_view ascii) {
  std::string folded(ascii);
  for (char& c : folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return folded;
}

constexpr bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

}  // namespace

std::string_view trim(std::string_view text) {
  while (remove_leading_blank(text)) {}
  while (remove_trailing_blank(text)) {}
  return text;
}

std::string fold(std::string_view text) {
  if (std::ranges::all_of(text, is_ascii)) return lower(text);
  UErrorCode error = U_ZERO_ERROR;
  auto const* folding = icu::Normalizer2::getNFKCCasefoldInstance(error);
  if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded);
  folding->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, error);
  if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
  return folded;
}

bool is_valid_utf8(std::string_view text) {
  auto const* bytes = reinterpret_cast<std::uint8_t const*>(text.data());
  std::size_t i = 0;
  while (i < text.size()) {
    UChar32 character;
    U8_NEXT(bytes, i, text.size(), character);
    if (character < 0) return false;
  }
  return true;
}

std::size_t length(std::string_view text) { return static_cast<std::size_t>(std::ranges::count_if(text, starts_character)); }

std::string_view cut(std::string_view text, std::size_t characters) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (starts_character(text[i]) && characters-- == 0) return text.substr(0, i);
  }
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    auto const end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace zx::text
