#pragma once
// A configuration file as flat entries; the only door to the TOML library.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.hpp"

namespace zx::config {

enum class FileValueType { text, integer, boolean, text_list, table, other };

struct FileEntry {
  std::string name;  ///< "server.port"
  FileValueType type;
  std::string text;                ///< of text, integer and boolean values
  std::vector<std::string> items;  ///< of text lists
  unsigned line = 0;
};

/// A table is an entry of its own only where `is_setting` knows its name: there a value was expected.
/// Refuses "config.unreadable" and "config.syntax" (arguments file, line, message).
Result<std::vector<FileEntry>> read_toml(std::filesystem::path const& file, bool (*is_setting)(std::string_view));

}  // namespace zx::config
