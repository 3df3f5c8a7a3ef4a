#pragma once
// What the command line says of itself, in the caller's language: help, the shells' hints and what is wrong with arguments.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/i18n/catalogue.hpp"

namespace zx::app {

/// What --language says; wanted before the arguments are parsed, because parsing already answers --help.
std::optional<std::string> language_in(std::vector<std::string> const& arguments);
/// LC_ALL, LC_MESSAGES or LANG: English for en…, otherwise Chinese.
std::string language_of_environment();

class CommandTexts {
 public:
  CommandTexts(Catalogue const& texts, std::string_view language) : texts_(texts), language_(language) {}

  /// "command_line." + code
  std::string say(std::string_view code, RefusalArguments const& arguments = {}) const;
  /// `path` is "user.add". The text of "verb.user.add".
  std::string of_verb(std::string const& path) const;
  /// The text of "option.user.add.login", else of what holds for the options of that name above: "option.user.login", "option.login".
  std::string of_option(std::string path, std::string_view name) const;
  /// What is wrong with the arguments, and where to read more. The parser says it in an English sentence, of which the
  /// names are taken; `lacks_value`: it complains of an option that has none.
  std::string complaint(std::string const& sentence, bool lacks_value) const;

 private:
  Catalogue const& texts_;
  std::string_view const language_;
};

}  // namespace zx::app
