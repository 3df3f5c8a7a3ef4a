#include "platform/search/runs.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <optional>

namespace zx::search {
namespace {

bool is_ideographic(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO: return true;
    default: return c == 0x30fc;  // the long vowel mark belongs to both kana
  }
}

bool is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

std::optional<Script> script_of(UChar32 c) {
  if (c < 0) return std::nullopt;
  if (c >= 0x80 && is_ideographic(c)) return Script::ideographic;
  if (u_isalnum(c) || is_mark(c)) return Script::alphabetic;
  return std::nullopt;
}

}  // namespace

std::vector<Run> runs_of(std::string_view folded) {
  std::vector<Run> runs;
  bool open = false;
  auto const* bytes = reinterpret_cast<std::uint8_t const*>(folded.data());
  auto const length = static_cast<std::int32_t>(folded.size());
  for (std::int32_t at = 0; at < length;) {
    std::int32_t const start = at;
    UChar32 c;
    U8_NEXT(bytes, at, length, c);
    auto const script = script_of(c);
    if (script) {
      if (!open || runs.back().script != *script) runs.push_back({*script, folded.substr(start, 0), {}});
      auto& run = runs.back();
      run.starts.push_back(static_cast<std::uint32_t>(run.text.size()));
      run.text = {run.text.data(), run.text.size() + static_cast<std::size_t>(at - start)};
    }
    open = script.has_value();
  }
  return runs;
}

std::string_view gram(Run const& run, std::size_t at, std::size_t count) {
  auto const end = at + count < run.size() ? run.starts[at + count] : run.text.size();
  return run.text.substr(run.starts[at], end - run.starts[at]);
}

}  // namespace zx::search
