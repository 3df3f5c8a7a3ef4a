// Import and export of a target sheet.

#include "app/commands/commands.hpp"
#include "app/commands/sheet_files.hpp"
#include "modules/goal/target_files.hpp"

namespace zx::app::commands {
namespace {

std::string text_of(goal::TargetImportReport const& report, Catalogue const& texts, std::string const& language) {
  RefusalArguments const figures{{"rows", std::to_string(report.rows)},
                                 {"cells", std::to_string(report.cells)},
                                 {"added", std::to_string(report.rows_added)},
                                 {"errors", std::to_string(report.error_count)}};
  auto said = texts.text(language,
                         report.error_count > 0 ? "command.import.targets.refused"
                         : report.dry_run       ? "command.import.targets.dry_run"
                                                : "command.import.targets.done",
                         figures);
  for (auto const& error : report.errors)
    said += "\n  " + texts.text(language, "command.import.error", {{"row", std::to_string(error.row)}, {"column", error.column}, {"reason", error.message}});
  return said;
}

/// As the system, in the console's language.
struct Wanted {
  Actor system;
  goal::SheetId sheet;
};

Result<Wanted> wanted_sheet(Application& application, Console& console, std::optional<std::string> const& sheet) {
  if (!sheet) return Refusal::invalid("command.targets.sheet_needed");
  auto system = TRY(application.system_actor());
  system.language = console.language;
  auto const id = TRY(application.read(system, [&](ReadContext const& ctx) { return goal::sheet_called(ctx, *sheet); }));
  return Wanted{std::move(system), id};
}

Result<goal::TargetImportReport> run(Application& application, Console& console, ImportOptions const& options) {
  auto const wanted = TRY(wanted_sheet(application, console, options.sheet));
  auto const content = TRY(contents_of(options.file));
  BarProgress progress(console);
  return goal::import_targets(application.services(), wanted.system, wanted.sheet, content, options.dry_run, &progress);
}

}  // namespace

ExitCode import_targets(Application& application, Console& console, ImportOptions const& options) {
  auto const report = run(application, console, options);
  if (!report) return console.refuse(report.refusal(), application.texts());
  console.answer(*report, text_of(*report, application.texts(), console.language));
  return report->error_count > 0 ? ExitCode::refused : ExitCode::success;
}

ExitCode export_targets(Application& application, Console& console, ExportOptions const& options) {
  auto const written = [&]() -> Result<void> {
    auto const wanted = TRY(wanted_sheet(application, console, options.sheet));
    auto const format = enum_from<goal::TargetFileFormat>(format_word(options)).value_or(goal::TargetFileFormat::csv);
    auto bytes = TRY(goal::export_targets(application.services(), wanted.system, wanted.sheet, goal::TargetFileForm::sheet, format));
    if (format == goal::TargetFileFormat::csv && !options.for_excel) drop_byte_order_mark(bytes);
    return write_out(console, options.file, bytes);
  }();
  if (!written) return console.refuse(written.refusal(), application.texts());
  return ExitCode::success;
}

}  // namespace zx::app::commands
