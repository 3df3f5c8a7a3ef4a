// What people type into the search, and texts to be found.
#include "platform/search/search.hpp"
#include "fuzz.hpp"
#include "platform/base/text.hpp"

namespace zx::fuzz {

/// A token's own quotation marks would end it and let the rest be read as an expression.
std::string outside_of_tokens(std::string const& expression) {
  std::string outside;
  bool inside = false;
  for (char c : expression) {
    if (c == '"') inside = !inside;
    else if (!inside) outside += c;
  }
  must(!inside, "every token is closed");
  return outside;
}

void expression(std::string const& typed) {
  auto const sqlite = search::match_expression(db::Engine::sqlite, typed);
  must(text::is_valid_utf8(sqlite), "an expression is text");
  must(outside_of_tokens(sqlite).find_first_not_of(" *AND") == std::string::npos, "outside of quoted tokens stand only AND and stars");
  auto const postgres = search::match_expression(db::Engine::postgres, typed);
  must(sqlite.empty() == postgres.empty(), "both engines find something searchable, or neither");
}

}  // namespace zx::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace zx;
  std::string const text(reinterpret_cast<char const*>(data), size);
  if (!text::is_valid_utf8(text)) return 0;
  fuzz::expression(text);
  search::index_tokens(text);
  search::like_pattern(text);
  search::like_patterns(text);
  return 0;
}
