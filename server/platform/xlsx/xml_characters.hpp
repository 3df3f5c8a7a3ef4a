#pragma once
// What bytes mean in XML.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace zx::xlsx {

/// Found in one pass over a text.
struct Survey {
  bool has_wide = false;     ///< bytes beyond ASCII: UTF-8 to be checked
  bool has_control = false;  ///< characters XML does not allow
  bool has_entity = false;
  bool has_blank = false;  ///< tab or line break, which attributes turn into spaces
  bool has_cr = false;
  bool has_markup = false;  ///< <
};
Survey survey(std::string_view text);

bool is_name(std::string_view name);

/// Resolves &amp; &lt; &gt; &quot; &apos; &#n; &#xh; in place (the result is never longer); the new size, or nullopt for anything else.
std::optional<std::size_t> decode_entities(char* text, std::size_t size);

/// CR LF and lone CR become LF. `after_cr` carries over from piece to piece.
void unify_line_ends(std::string& text, bool& after_cr);

}  // namespace zx::xlsx
