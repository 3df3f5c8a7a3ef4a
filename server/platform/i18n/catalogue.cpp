#include "platform/i18n/catalogue.hpp"

#include <stdexcept>

#include "platform/base/json_reader.hpp"

namespace zx {
namespace {

std::string filled(std::string_view pattern, RefusalArguments const& arguments) {
  std::string text;
  while (!pattern.empty()) {
    auto const open = pattern.find('{');
    auto const close = pattern.find('}', open);
    if (close == std::string_view::npos) break;
    auto const argument = arguments.find(std::string(pattern.substr(open + 1, close - open - 1)));
    text += pattern.substr(0, open);
    text += argument == arguments.end() ? pattern.substr(open, close + 1 - open) : std::string_view(argument->second);
    pattern.remove_prefix(close + 1);
  }
  text += pattern;
  return text;
}

}  // namespace

void Catalogue::add(std::string_view language, std::string_view json) {
  auto const document = json::Value::parse(json);
  if (!document || !document->is_object()) throw std::runtime_error("a catalogue is one flat JSON object");
  auto& texts = languages_[std::string(language)];
  for (auto const& [code, value] : document->members()) {
    auto const text = value.as_string();
    if (!text) throw std::runtime_error("the text of " + std::string(code) + " is no string");
    if (!texts.emplace(code, *text).second) throw std::runtime_error(std::string(code) + " has two texts in " + std::string(language));
  }
}

std::string Catalogue::text(std::string_view language, std::string_view code, RefusalArguments const& arguments) const {
  for (auto candidate : {language, std::string_view("zh"), std::string_view("en")}) {
    if (auto const* found = find(candidate, code)) return filled(*found, arguments);
  }
  return std::string(code);
}

std::vector<std::string> Catalogue::codes(std::string_view language) const {
  std::vector<std::string> codes;
  auto const texts = languages_.find(language);
  if (texts == languages_.end()) return codes;
  for (auto const& [code, text] : texts->second) codes.push_back(code);
  return codes;
}

std::string const* Catalogue::find(std::string_view language, std::string_view code) const {
  auto const texts = languages_.find(language);
  if (texts == languages_.end()) return nullptr;
  auto const found = texts->second.find(code);
  return found == texts->second.end() ? nullptr : &found->second;
}

}  // namespace zx
