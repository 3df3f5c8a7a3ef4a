#pragma once
// Substring search that finds Chinese of one character and more, Latin words, parts of numbers and phones, and names
// by pinyin or initials, the same on both engines: the application makes the tokens (bigrams of Han text, trigrams of
// letters and digits), SQLite keeps them in FTS5, PostgreSQL in a tsvector with a GIN index.
//
// The modules join `search_entry` with their own tables so that visibility stays in the SQL.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/context.hpp"

namespace zx::search {

/// Space-separated tokens of a text for storing. Folded (NFKC, lower case).
std::string index_tokens(std::string_view text);

/// The match expression of what a person typed, for `search_tokens MATCH :match` (SQLite) or
/// `tokens @@ CAST(:match AS tsquery)` (PostgreSQL); every token must be there. Empty when nothing searchable was typed.
std::string match_expression(db::Engine engine, std::string_view typed);

/// `%folded%` with LIKE's own characters escaped by '\', to confirm a hit (tokens over-match). Blanks match anything:
/// several words must stand in the order typed. Where any order should do, use `like_patterns`.
std::string like_pattern(std::string_view typed);

/// One pattern per word, for `text LIKE :word_1 ESCAPE '\' AND … :word_2 … AND … :word_3 …`: the words may stand in any
/// order. Missing words are `%`; from the third on they share the last pattern.
std::array<std::string, 3> like_patterns(std::string_view typed);

/// `match`, `word_1`, `word_2` and `word_3` as parameters of a search like sql/find_subjects; nothing when nothing
/// searchable was typed (the search then finds nothing).
std::optional<db::Parameters> parameters_for(db::Engine engine, std::string_view typed);

/// Puts or replaces the subject's entry: `text` is everything it may be found by, joined with spaces (number, title,
/// names with pinyin and initials, phone). What lies beyond 50,000 characters is not found.
void put(Context const& ctx, std::string_view subject_type, Uuid subject_id, std::string_view text);
/// The same for a subject made in this very transaction, which has no entry yet: nothing to look for.
void put_first(Context const& ctx, std::string_view subject_type, Uuid subject_id, std::string_view text);
void remove(Context const& ctx, std::string_view subject_type, Uuid subject_id);

}  // namespace zx::search
