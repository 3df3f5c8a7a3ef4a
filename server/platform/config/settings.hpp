#pragma once
// Every setting there is, in one table: the file's keys, the environment's names, the flags and the documentation
// all come from it.

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zx::config {

enum class SettingType { text, integer, boolean, list };

struct Setting {
  std::string_view name;  ///< "server.port": [server] port = … in the file, ZHIXING_SERVER_PORT, --server.port
  SettingType type;
  std::string_view default_value;  ///< as it would stand in the environment; lists are separated by commas
  std::string_view about_zh;
  std::string_view about_en;
  bool secret = false;
  std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
  std::int64_t highest = std::numeric_limits<std::int64_t>::max();
  std::vector<std::string_view> words;  ///< when not empty, the only values a text may have
  bool time_of_day = false;             ///< the text is "HH:MM" or one of the words
};

/// In the order of the documentation.
std::span<Setting const> settings();
Setting const* find_setting(std::string_view name);
/// "server.port" → "ZHIXING_SERVER_PORT"
std::string environment_name(std::string_view setting_name);
/// The existing name that is one or two typing errors away; empty when there is none.
std::string_view nearest_setting(std::string_view name);

}  // namespace zx::config
