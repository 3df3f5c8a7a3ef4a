#include "app/backups.hpp"
#include "app/commands/commands.hpp"

namespace zx::app::commands {
namespace {

struct Restored {
  std::string file;
  std::optional<std::string> former;  ///< what the database before is called now
};
BOOST_DESCRIBE_STRUCT(Restored, (), (file, former))

}  // namespace

ExitCode backup(Application& application, Console& console, std::optional<std::string> const& file) {
  Backups backups(application.config());
  auto const made = backups.make(application.services(), file ? std::optional<std::filesystem::path>(*file) : std::nullopt);
  if (!made) return console.refuse(made.refusal(), application.texts());
  console.answer(*made, application.texts().text(console.language, "command.backup.done", {{"file", made->file}, {"bytes", std::to_string(made->bytes)}}));
  return ExitCode::success;
}

ExitCode restore(config::Config const& config, Console& console, std::string const& file, Catalogue const& texts) {
  auto const former = Backups(config).restore(file, SystemClock().now());
  if (!former) return console.refuse(former.refusal(), texts);
  auto const* how = former->empty()                       ? "command.restore.done"
                    : config.text("database.url").empty() ? "command.restore.done_file"
                                                          : "command.restore.done_schema";
  console.answer(Restored{file, former->empty() ? std::nullopt : std::optional(*former)},
                 texts.text(console.language, how, {{"file", file}, {"former", *former}}));
  return ExitCode::success;
}

}  // namespace zx::app::commands
