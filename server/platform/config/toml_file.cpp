#include "platform/config/toml_file.hpp"

#include <toml++/toml.h>

#include <fstream>
#include <iterator>

namespace zx::config {
namespace {

FileEntry list_entry(toml::array const& array) {
  FileEntry entry{.type = FileValueType::text_list};
  for (auto const& item : array) {
    if (!item.is_string()) return {.type = FileValueType::other};
    entry.items.push_back(item.as_string()->get());
  }
  return entry;
}

FileEntry entry_of(toml::node const& node) {
  if (auto const* text = node.as_string()) return {.type = FileValueType::text, .text = text->get()};
  if (auto const* integer = node.as_integer()) return {.type = FileValueType::integer, .text = std::to_string(integer->get())};
  if (auto const* boolean = node.as_boolean()) return {.type = FileValueType::boolean, .text = boolean->get() ? "true" : "false"};
  if (auto const* array = node.as_array()) return list_entry(*array);
  return {.type = node.is_table() ? FileValueType::table : FileValueType::other};
}

void flatten(toml::table const& table, std::string const& prefix, bool (*is_setting)(std::string_view), std::vector<FileEntry>& entries) {
  for (auto const& [key, node] : table) {
    auto const name = prefix + std::string(key.str());
    if (node.is_table() && !is_setting(name)) {
      flatten(*node.as_table(), name + ".", is_setting, entries);
      continue;
    }
    auto entry = entry_of(node);
    entry.name = name;
    // The key's place: a value's source may begin lines later, and tables carry their header's.
    entry.line = key.source().begin.line;
    entries.push_back(std::move(entry));
  }
}

}  // namespace

Result<std::vector<FileEntry>> read_toml(std::filesystem::path const& file, bool (*is_setting)(std::string_view)) {
  std::ifstream in(file, std::ios::binary);
  if (!in || std::filesystem::is_directory(file)) return Refusal::invalid("config.unreadable", {{"file", file.string()}});
  std::string const text(std::istreambuf_iterator<char>(in), {});
  try {
    std::vector<FileEntry> entries;
    flatten(toml::parse(text, file.string()), "", is_setting, entries);
    return entries;
  } catch (toml::parse_error const& error) {
    return Refusal::invalid("config.syntax",
                            {{"file", file.string()}, {"line", std::to_string(error.source().begin.line)}, {"message", std::string(error.description())}});
  }
}

}  // namespace zx::config
