#pragma once
// How text falls apart for searching: runs of characters that are words by themselves (Han, kana, hangul, bopomofo)
// and runs of letters and digits; everything else separates.

#include <string>
#include <string_view>
#include <vector>

namespace zx::search {

enum class Script { ideographic, alphabetic };

struct Run {
  Script script;
  std::vector<std::string> characters;  ///< UTF-8, one code point each
};

/// Of folded text.
std::vector<Run> runs_of(std::string_view folded);

/// `count` characters from `at` on, joined; fewer at the end.
std::string gram(Run const& run, std::size_t at, std::size_t count);

}  // namespace zx::search
