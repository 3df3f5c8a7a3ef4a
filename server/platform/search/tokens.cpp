#include <algorithm>
#include <set>

#include "platform/base/text.hpp"
#include "platform/search/runs.hpp"
#include "platform/search/search.hpp"

namespace zx::search {
namespace {

std::size_t gram_size(Script script) { return script == Script::ideographic ? 2 : 3; }

/// A gram at every character. Near the end they get shorter: so each shorter piece of the run begins some token, and
/// a query of fewer characters than a gram is answered by a prefix.
void add_index_grams(Run const& run, std::vector<std::string_view>& tokens) {
  for (std::size_t at = 0; at < run.size(); ++at) tokens.push_back(gram(run, at, gram_size(run.script)));
}

struct Term {
  std::string token;
  bool prefix;
  auto operator<=>(Term const&) const = default;
};

void add_query_terms(Run const& run, std::set<Term>& terms) {
  auto const size = gram_size(run.script);
  if (run.size() < size) {
    terms.insert({std::string(gram(run, 0, size)), true});
    return;
  }
  for (std::size_t at = 0; at + size <= run.size(); ++at) terms.insert({std::string(gram(run, at, size)), false});
}

/// Tokens are letters, marks and digits only: nothing in them needs escaping.
std::string spelled(db::Engine engine, Term const& term) {
  if (engine == db::Engine::sqlite) return '"' + term.token + '"' + (term.prefix ? " *" : "");
  return '\'' + term.token + '\'' + (term.prefix ? ":*" : "");
}

std::string escaped(std::string_view text) {
  std::string pattern;
  for (char c : text) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern;
}

std::vector<std::string> words_of(std::string_view typed) {
  std::vector<std::string> words;
  auto const folded = text::fold(typed);
  for (auto word : text::split(folded, ' ')) {
    if (auto trimmed = text::trim(word); !trimmed.empty()) words.emplace_back(trimmed);
  }
  return words;
}

void add_word(std::string& pattern, std::string const& word) {
  if (pattern.empty()) pattern = "%";
  pattern += escaped(word);
  pattern += '%';
}

}  // namespace

std::string tokens_of(std::string_view folded) {
  std::vector<std::string_view> tokens;
  for (auto const& run : runs_of(folded)) add_index_grams(run, tokens);
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  std::string joined;
  joined.reserve(folded.size() * 3);
  for (auto token : tokens) {
    if (!joined.empty()) joined += ' ';
    joined += token;
  }
  return joined;
}

std::string index_tokens(std::string_view searchable) { return tokens_of(text::fold(searchable)); }

std::string match_expression(db::Engine engine, std::string_view typed) {
  std::set<Term> terms;
  auto const folded = text::fold(typed);
  for (auto const& run : runs_of(folded)) add_query_terms(run, terms);
  std::string expression;
  for (auto const& term : terms) {
    if (!expression.empty()) expression += engine == db::Engine::sqlite ? " AND " : " & ";
    expression += spelled(engine, term);
  }
  return expression;
}

std::string like_pattern(std::string_view typed) {
  std::string pattern;
  for (auto const& word : words_of(typed)) add_word(pattern, word);
  return pattern.empty() ? "%" : pattern;
}

std::array<std::string, 3> like_patterns(std::string_view typed) {
  std::array<std::string, 3> patterns;
  std::size_t at = 0;
  for (auto const& word : words_of(typed)) {
    add_word(patterns[at], word);
    if (at + 1 < patterns.size()) ++at;
  }
  for (auto& pattern : patterns) {
    if (pattern.empty()) pattern = "%";
  }
  return patterns;
}

std::optional<db::Parameters> parameters_for(db::Engine engine, std::string_view typed) {
  auto match = match_expression(engine, typed);
  if (match.empty()) return std::nullopt;
  auto words = like_patterns(typed);
  return db::Parameters{{"match", std::move(match)}, {"word_1", std::move(words[0])}, {"word_2", std::move(words[1])}, {"word_3", std::move(words[2])}};
}

}  // namespace zx::search
