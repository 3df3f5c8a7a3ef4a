#pragma once
// How text falls apart for searching: runs of characters that are words by themselves (Han, kana, hangul, bopomofo)
// and runs of letters and digits; everything else separates.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zx::search {

enum class Script { ideographic, alphabetic };

/// A piece of a text: valid as long as it is.
struct Run {
  Script script;
  std::string_view text;
  std::vector<std::uint32_t> starts;  ///< of its characters (code points)

  std::size_t size() const { return starts.size(); }
};

/// Of folded text.
std::vector<Run> runs_of(std::string_view folded);

/// `count` characters from `at` on; fewer at the end.
std::string_view gram(Run const& run, std::size_t at, std::size_t count);

/// `index_tokens` of a text that is folded already.
std::string tokens_of(std::string_view folded);

}  // namespace zx::search
