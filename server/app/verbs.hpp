#pragma once
// The command line as data: what the man page and the shells' completion are made from.

#include <string>
#include <string_view>
#include <vector>

#include "platform/i18n/catalogue.hpp"

namespace zx::app {

struct VerbOption {
  std::string name;  ///< "--login", or "file" for one without dashes
  std::string about;
  bool takes_value = false;
  bool required = false;

  bool is_positional() const { return !name.starts_with("-"); }
};

struct Verb {
  std::string name;
  std::string about;
  std::vector<VerbOption> options;
  std::vector<Verb> verbs;  ///< "user" has "add"
};

std::string bash_completion(std::vector<Verb> const& verbs);
std::string zsh_completion(std::vector<Verb> const& verbs);

/// Section 1, for `man -l`. Texts: "man.…".
std::string man_page(std::vector<Verb> const& verbs, std::string_view version, Catalogue const& texts, std::string_view language);

}  // namespace zx::app
