#include "app/commands/commands.hpp"

namespace zx::app::commands {
namespace {

struct ShownSetting {
  std::string name;
  std::string value;
  std::string source;
};
BOOST_DESCRIBE_STRUCT(ShownSetting, (), (name, value, source))

}  // namespace

ExitCode show_config(config::Config const& config, Console& console) {
  std::vector<ShownSetting> shown;
  std::string lines;
  for (auto const& setting : config.show()) {
    auto source = setting.origin.place.empty() ? std::string("built in") : setting.origin.place;
    shown.push_back({std::string(setting.name), setting.value, source});
    lines += (lines.empty() ? "" : "\n") + shown.back().name + " = " + setting.value + "  (" + source + ")";
  }
  console.answer(shown, lines);
  return ExitCode::success;
}

}  // namespace zx::app::commands
