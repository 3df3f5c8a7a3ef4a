#include "platform/config/config.hpp"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "platform/base/time.hpp"
#include "platform/config/toml_file.hpp"

namespace zx::config {
namespace {

std::string_view word_of(SettingType type) {
  switch (type) {
    case SettingType::text: return "text";
    case SettingType::integer: return "integer";
    case SettingType::boolean: return "boolean";
    case SettingType::list: return "list";
  }
  return "text";
}

bool fits(FileValueType given, SettingType wanted) {
  switch (wanted) {
    case SettingType::text: return given == FileValueType::text;
    case SettingType::integer: return given == FileValueType::integer;
    case SettingType::boolean: return given == FileValueType::boolean;
    case SettingType::list: return given == FileValueType::text_list;
  }
  return false;
}

std::vector<std::string> split_at_commas(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    auto const comma = std::min(text.find(','), text.size());
    auto item = text.substr(0, comma);
    text.remove_prefix(std::min(comma + 1, text.size()));
    while (item.starts_with(' ')) item.remove_prefix(1);
    while (item.ends_with(' ')) item.remove_suffix(1);
    if (!item.empty()) items.emplace_back(item);
  }
  return items;
}

std::optional<std::int64_t> parsed_integer(std::string_view text) {
  std::int64_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string joined(auto const& words, std::string_view separator) {
  std::string text;
  for (auto const& word : words) (text += text.empty() ? std::string_view() : separator) += word;
  return text;
}

bool is_setting(std::string_view name) { return find_setting(name) != nullptr; }

Setting const* setting_of_variable(std::string_view variable) {
  for (auto const& setting : settings())
    if (environment_name(setting.name) == variable) return &setting;
  return nullptr;
}

bool is_no_setting_on_purpose(std::string_view variable) { return variable == "ZHIXING_CONFIG" || variable.starts_with("ZHIXING_TEST_"); }

}  // namespace

/// Lays the sources over one another and collects all faults.
class Config::Loading {
 public:
  Loading() {
    for (auto const& setting : settings()) take_text(setting, setting.default_value, {});
  }

  void lay_over(std::vector<FileEntry> const& entries, std::string const& file) {
    for (auto const& entry : entries) {
      Origin const origin{Source::file, file + ":" + std::to_string(entry.line)};
      auto const* setting = find_setting(entry.name);
      if (!setting) unknown(entry.name, origin);
      else if (!fits(entry.type, setting->type)) wrong_type(*setting, origin);
      else if (entry.type == FileValueType::text_list) keep(*setting, entry.items, origin);
      else take_text(*setting, entry.text, origin);
    }
  }

  void lay_over(Environment const& environment) {
    for (auto const& [variable, text] : environment) {
      if (!variable.starts_with("ZHIXING_") || is_no_setting_on_purpose(variable) || text.empty()) continue;
      Origin const origin{Source::environment, variable};
      if (auto const* setting = setting_of_variable(variable)) take_text(*setting, text, origin);
      else unknown(variable, origin);
    }
  }

  void lay_over_flags(Flags const& flags) {
    for (auto const& [name, text] : flags) {
      Origin const origin{Source::flag, "--" + name};
      if (auto const* setting = find_setting(name)) take_text(*setting, text, origin);
      else unknown(name, origin);
    }
  }

  Result<Config> finished() && {
    refuse_one_without("server.tls_certificate", "server.tls_key");
    refuse_one_without("server.tls_key", "server.tls_certificate");
    if (faults_.empty()) return std::move(config_);
    return Refusal{RefusalKind::invalid, "config.invalid", {{"count", std::to_string(faults_.size())}}, std::move(faults_)};
  }

 private:
  void keep(Setting const& setting, Value value, Origin const& origin) { config_.values_[std::string(setting.name)] = {std::move(value), origin}; }

  void take_text(Setting const& setting, std::string_view text, Origin const& origin) {
    switch (setting.type) {
      case SettingType::text: return take_word(setting, text, origin);
      case SettingType::integer: return take_integer(setting, text, origin);
      case SettingType::list: return keep(setting, split_at_commas(text), origin);
      case SettingType::boolean:
        if (text == "true" || text == "false") return keep(setting, text == "true", origin);
        return wrong_type(setting, origin);
    }
  }

  void take_word(Setting const& setting, std::string_view text, Origin const& origin) {
    auto const& words = setting.words;
    bool const free_text = words.empty() && !setting.time_of_day;
    bool const listed = std::find(words.begin(), words.end(), text) != words.end();
    if (free_text || listed || (setting.time_of_day && TimeOfDay::parse(text))) return keep(setting, std::string(text), origin);
    fault(setting.name, setting.time_of_day ? "config.no_time_of_day" : "config.unknown_word", origin, {{"words", joined(words, ", ")}});
  }

  void take_integer(Setting const& setting, std::string_view text, Origin const& origin) {
    auto const value = parsed_integer(text);
    if (!value) return wrong_type(setting, origin);
    if (*value >= setting.lowest && *value <= setting.highest) return keep(setting, *value, origin);
    fault(setting.name, "config.out_of_range", origin, {{"lowest", std::to_string(setting.lowest)}, {"highest", std::to_string(setting.highest)}});
  }

  void refuse_one_without(std::string_view name, std::string_view other) {
    if (!config_.text(name).empty() && config_.text(other).empty()) fault(name, "config.needs_also", config_.origin(name), {{"other", std::string(other)}});
  }

  void unknown(std::string const& name, Origin const& origin) {
    // Variables have underscores where settings have a point, so their nearest setting is searched by variable name.
    std::string nearest(nearest_setting(name));
    if (origin.source == Source::environment) nearest = nearest_variable(name);
    fault(name, nearest.empty() ? "config.unknown_key" : "config.unknown_key_nearest", origin, {{"nearest", nearest}});
  }

  static std::string nearest_variable(std::string_view variable) {
    std::string name(variable.substr(std::string_view("ZHIXING_").size()));
    if (auto const first = name.find('_'); first != std::string::npos) name[first] = '.';
    for (char& c : name)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    auto const nearest = nearest_setting(name);
    return nearest.empty() ? "" : environment_name(nearest);
  }

  void wrong_type(Setting const& setting, Origin const& origin) {
    fault(setting.name, "config.wrong_type", origin, {{"type", std::string(word_of(setting.type))}});
  }

  void fault(std::string_view name, std::string code, Origin const& origin, RefusalArguments arguments) {
    arguments["name"] = name;
    arguments["place"] = origin.place;
    faults_.push_back({std::string(name), std::move(code), std::move(arguments)});
  }

  Config config_;
  std::vector<FieldError> faults_;
};

Environment process_environment() {
  Environment variables;
  for (char** entry = environ; entry && *entry; ++entry) {
    std::string_view const text(*entry);
    if (auto const equals = text.find('='); text.starts_with("ZHIXING_") && equals != std::string_view::npos)
      variables.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  return variables;
}

Result<Config> Config::load(std::optional<std::filesystem::path> const& file, Environment const& environment, Flags const& flags) {
  Loading loading;
  if (file) loading.lay_over(TRY(read_toml(*file, is_setting)), file->string());
  loading.lay_over(environment);
  loading.lay_over_flags(flags);
  return std::move(loading).finished();
}

Config::Held const& Config::held(std::string_view name) const {
  auto const found = values_.find(name);
  if (found == values_.end()) throw std::logic_error("undeclared setting: " + std::string(name));
  return found->second;
}

template <class T>
T const& Config::held_as(std::string_view name) const {
  if (auto const* value = std::get_if<T>(&held(name).value)) return *value;
  throw std::logic_error("setting of another type: " + std::string(name));
}

std::string const& Config::text(std::string_view name) const { return held_as<std::string>(name); }
std::int64_t Config::integer(std::string_view name) const { return held_as<std::int64_t>(name); }
bool Config::boolean(std::string_view name) const { return held_as<bool>(name); }
std::vector<std::string> const& Config::list(std::string_view name) const { return held_as<std::vector<std::string>>(name); }
Origin const& Config::origin(std::string_view name) const { return held(name).origin; }

std::vector<ShownSetting> Config::show() const {
  std::vector<ShownSetting> shown;
  for (auto const& setting : settings()) {
    auto const& [value, origin] = held(setting.name);
    std::string text;
    if (auto const* words = std::get_if<std::string>(&value)) text = *words;
    else if (auto const* integer = std::get_if<std::int64_t>(&value)) text = std::to_string(*integer);
    else if (auto const* boolean = std::get_if<bool>(&value)) text = *boolean ? "true" : "false";
    else text = joined(std::get<std::vector<std::string>>(value), ", ");
    if (setting.secret && !text.empty()) text = "***";
    shown.push_back({setting.name, std::move(text), origin});
  }
  return shown;
}

}  // namespace zx::config
