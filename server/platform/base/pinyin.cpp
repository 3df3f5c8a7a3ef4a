#include "platform/base/pinyin.hpp"

#include <unicode/coll.h>
#include <unicode/translit.h>

#include <fmt/format.h>

#include <memory>
#include <stdexcept>

#include "platform/base/text.hpp"

namespace zx {
namespace {

void check(UErrorCode error) {
  if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
}

icu::UnicodeString wide(std::string_view text) { return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))); }

// Tones go, and the ü of 吕 becomes the v that Chinese keyboards type for it; a ü of the source became u before.
constexpr char const* pinyin_rules = R"(
  ::Latin-ASCII; ::Han-Latin; ::NFD;
  u\u0308 > v;
  [\u0300\u0301\u0304\u030c] > ;
  ::NFC; ::Latin-ASCII; ::Lower;
)";

// Building one takes milliseconds, and ICU serialises those who share one: every thread keeps its own.
icu::Transliterator const& latin_transliterator() {
  thread_local std::unique_ptr<icu::Transliterator> const transliterator = [] {
    UErrorCode error = U_ZERO_ERROR;
    UParseError place;
    std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createFromRules("zx-pinyin", icu::UnicodeString::fromUTF8(pinyin_rules), UTRANS_FORWARD, place, error));
    check(error);
    return made;
  }();
  return *transliterator;
}

icu::Collator const& pinyin_collator() {
  static std::unique_ptr<icu::Collator> const collator = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("zh-u-co-pinyin"), error));
    check(error);
    return made;
  }();
  return *collator;
}

std::string single_spaced(std::string_view text) {
  std::string spaced;
  for (auto word : text::split(text, ' ')) {
    if (word.empty()) continue;
    if (!spaced.empty()) spaced += ' ';
    spaced += word;
  }
  return spaced;
}

}  // namespace

std::string pinyin(std::string_view name) {
  auto latin = wide(text::fold(name));
  latin_transliterator().transliterate(latin);
  std::string utf8;
  latin.toUTF8String(utf8);
  return single_spaced(utf8);
}

std::string pinyin_initials(std::string_view name) {
  std::string initials;
  auto const latin = pinyin(name);
  for (auto word : text::split(latin, ' ')) initials += text::cut(word, 1);
  return initials;
}

std::string sort_key(std::string_view text) {
  auto const source = wide(text);
  auto const size = pinyin_collator().getSortKey(source, nullptr, 0);
  std::string key(static_cast<std::size_t>(size), '\0');
  pinyin_collator().getSortKey(source, reinterpret_cast<std::uint8_t*>(key.data()), size);
  key.pop_back();  // the terminating zero
  std::string hex;
  hex.reserve(key.size() * 2);
  for (unsigned char byte : key) {
    hex += "0123456789abcdef"[byte >> 4];
    hex += "0123456789abcdef"[byte & 15];
  }
  return hex;
}

std::string sort_key_version() {
  UVersionInfo version;
  pinyin_collator().getVersion(version);
  return fmt::format("{}.{}.{}.{}", version[0], version[1], version[2], version[3]);
}

}  // namespace zx
