// Import of finished campaigns for the funnel by touch number.

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/commands/commands.hpp"
#include "modules/followup/outreach.hpp"

namespace zx::app::commands {
namespace {

Result<std::string> contents_of(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Refusal::not_found("command.file_unreadable", {{"file", path}});
  std::stringstream contents;
  contents << file.rdbuf();
  return std::move(contents).str();
}

std::string text_of(followup::OutreachReport const& report, Catalogue const& texts, std::string const& language) {
  RefusalArguments const figures{{"rows", std::to_string(report.rows)},
                                 {"added", std::to_string(report.added)},
                                 {"known", std::to_string(report.known)},
                                 {"errors", std::to_string(report.error_count)}};
  auto said = texts.text(language,
                         report.error_count > 0 ? "command.touches.refused"
                         : report.dry_run       ? "command.touches.dry_run"
                                                : "command.touches.done",
                         figures);
  for (auto const& error : report.errors)
    said += "\n  " + texts.text(language, "command.import.error",
                                {{"row", std::to_string(error.row)}, {"column", error.column}, {"reason", texts.text(language, error.code, error.arguments)}});
  return said;
}

Result<followup::OutreachReport> run(Application& application, Console& console, ImportOptions const& options) {
  auto system = TRY(application.system_actor());
  system.language = console.language;
  auto const content = TRY(contents_of(options.file));
  auto const campaign = std::filesystem::path(options.file).stem().string();
  auto const how = options.dry_run ? followup::OutreachRun::dry : followup::OutreachRun::real;
  return application.write(system, [&](Context& ctx) { return followup::import_outreach(ctx, content, campaign, how); });
}

}  // namespace

ExitCode import_touches(Application& application, Console& console, ImportOptions const& options) {
  auto const report = run(application, console, options);
  if (!report) return console.refuse(report.refusal(), application.texts());
  console.answer(*report, text_of(*report, application.texts(), console.language));
  return report->error_count > 0 ? ExitCode::refused : ExitCode::success;
}

}  // namespace zx::app::commands
