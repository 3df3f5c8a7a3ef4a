#pragma once
// The settings of this process: defaults < TOML file < environment ZHIXING_* < flags. Immutable once loaded.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/config/settings.hpp"

namespace zx::config {

using Environment = std::map<std::string, std::string>;
/// By setting: {"server.port", "9000"}.
using Flags = std::map<std::string, std::string>;

/// Variables of this process that begin with ZHIXING_.
Environment process_environment();

enum class Source { built_in, file, environment, flag };

struct Origin {
  Source source = Source::built_in;
  std::string place;  ///< "zhixing.toml:12", "ZHIXING_SERVER_PORT", "--server.port"; empty when built in
  bool operator==(Origin const&) const = default;
};

/// A line of `zhixing config show`; secrets are masked.
struct ShownSetting {
  std::string_view name;
  std::string value;
  Origin origin;
};

class Config {
 public:
  /// Refuses "config.unreadable", "config.syntax", or "config.invalid" with every fault at once: fields by setting name with
  /// config.unknown_key(_nearest), config.wrong_type, config.out_of_range, config.unknown_word, config.needs_also; argument `place` says where.
  /// Empty texts in the environment count as not given. ZHIXING_CONFIG and ZHIXING_TEST_* are not settings and are left alone.
  static Result<Config> load(std::optional<std::filesystem::path> const& file, Environment const& environment, Flags const& flags);

  /// Undeclared names and names of another type throw std::logic_error.
  std::string const& text(std::string_view name) const;
  std::int64_t integer(std::string_view name) const;
  bool boolean(std::string_view name) const;
  std::vector<std::string> const& list(std::string_view name) const;
  Origin const& origin(std::string_view name) const;

  /// Every setting, in the table's order.
  std::vector<ShownSetting> show() const;

 private:
  using Value = std::variant<std::string, std::int64_t, bool, std::vector<std::string>>;
  struct Held {
    Value value;
    Origin origin;
  };
  class Loading;

  Held const& held(std::string_view name) const;
  template <class T>
  T const& held_as(std::string_view name) const;

  std::map<std::string, Held, std::less<>> values_;
};

}  // namespace zx::config
