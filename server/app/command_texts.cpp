#include "app/command_texts.hpp"

#include <algorithm>
#include <cstdlib>

namespace zx::app {
namespace {

/// "--dry-run" → "dry_run"
std::string in_code(std::string_view name) {
  std::string code(name.substr(std::min(name.find_first_not_of('-'), name.size())));
  std::ranges::replace(code, '-', '_');
  return code;
}

/// What stands before and after the words; nothing where they are not.
std::pair<std::string, std::string> around(std::string const& sentence, std::string_view words) {
  auto const at = sentence.find(words);
  if (at == std::string::npos) return {};
  return {sentence.substr(0, at), sentence.substr(at + words.size())};
}

}  // namespace

std::optional<std::string> language_in(std::vector<std::string> const& arguments) {
  auto const known = [](std::string_view language) { return language == "en" ? "en" : "zh"; };
  constexpr std::string_view flag = "--language", with_value = "--language=";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == flag && i + 1 < arguments.size()) return known(arguments[i + 1]);
    if (arguments[i].starts_with(with_value)) return known(arguments[i].substr(with_value.size()));
  }
  return std::nullopt;
}

std::string language_of_environment() {
  for (auto const* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (auto const* value = std::getenv(name); value && *value) return std::string_view(value).starts_with("en") ? "en" : "zh";
  }
  return "zh";
}

std::string CommandTexts::say(std::string_view code, RefusalArguments const& arguments) const {
  return texts_.text(language_, "command_line." + std::string(code), arguments);
}

std::string CommandTexts::of_verb(std::string const& path) const { return say("verb." + in_code(path)); }

std::string CommandTexts::of_option(std::string path, std::string_view name) const {
  for (;;) {
    auto const code = "option." + (path.empty() ? "" : in_code(path) + ".") + in_code(name);
    if (path.empty() || texts_.has(language_, "command_line." + code)) return say(code);
    auto const last = path.rfind('.');
    path.erase(last == std::string::npos ? 0 : last);
  }
}

std::string CommandTexts::complaint(std::string const& sentence, bool lacks_value) const {
  auto const said = [&]() -> std::string {
    if (sentence == "A subcommand is required") return say("no_command");
    if (auto const [name, rest] = around(sentence, " is required"); !name.empty()) return say("missing", {{"name", name}});
    if (auto const [before, names] = around(sentence, "not expected: "); !names.empty()) return say("not_understood", {{"names", names}});
    if (auto const [name, rest] = around(sentence, ": "); !name.empty()) {
      if (auto const [value, choices] = around(rest, " not in "); !choices.empty())
        return say("not_among", {{"name", name}, {"value", value}, {"choices", choices}});
      if (lacks_value) return say("no_value", {{"name", name}});
    }
    return say("wrong", {{"reason", sentence}});
  };
  return said() + "\n" + say("hint");
}

}  // namespace zx::app
