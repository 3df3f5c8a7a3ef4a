// Import and export of customers.

#include <filesystem>

#include "app/commands/sheet_files.hpp"
#include "modules/customer/sheet.hpp"

namespace zx::app::commands {
namespace {

namespace sheet = customer::sheet;

std::string text_of(sheet::CustomerImportReport const& report, Catalogue const& texts, std::string const& language) {
  RefusalArguments const figures{{"rows", std::to_string(report.rows)},
                                 {"added", std::to_string(report.added)},
                                 {"changed", std::to_string(report.changed)},
                                 {"skipped", std::to_string(report.skipped)},
                                 {"errors", std::to_string(report.error_count)}};
  bool const refused = report.error_count > 0 && report.added + report.changed == 0;
  auto said = texts.text(language,
                         refused          ? "command.import_customers.refused"
                         : report.dry_run ? "command.import_customers.dry_run"
                                          : "command.import_customers.done",
                         figures);
  for (auto const& error : report.errors)
    said += "\n  " + texts.text(language, "command.import.error", {{"row", std::to_string(error.row)}, {"column", error.column}, {"reason", error.message}});
  return said;
}

Result<sheet::CustomerImportReport> run(Application& application, Console& console, ImportOptions const& options) {
  auto system = TRY(application.system_actor());
  system.language = console.language;
  auto const content = TRY(contents_of(options.file));
  sheet::CustomerImportOptions wanted{.dry_run = options.dry_run,
                                      .on_error = options.skip_bad_rows ? sheet::CustomerOnError::skip_bad_rows : sheet::CustomerOnError::import_nothing};
  wanted.despite_duplicates = options.despite_duplicates;
  if (options.owner)
    wanted.account_manager = TRY(application.read(system, [&](ReadContext const& ctx) { return org::employee_called(ctx, *options.owner, "owner"); })).id;
  BarProgress progress(console);
  auto report = TRY(sheet::import_sheet(application.services(), system, content, wanted, &progress));
  if (options.error_file && report.error_count > 0) {
    bool const is_workbook = std::filesystem::path(*options.error_file).extension() == ".xlsx";
    TRY(write_file(*options.error_file, sheet::error_file(content, report, is_workbook ? sheet::CustomerFormat::xlsx : sheet::CustomerFormat::csv)));
  }
  return report;
}

}  // namespace

ExitCode import_customers(Application& application, Console& console, ImportOptions const& options) {
  auto const report = run(application, console, options);
  if (!report) return console.refuse(report.refusal(), application.texts());
  console.answer(*report, text_of(*report, application.texts(), console.language));
  return report->error_count > 0 ? ExitCode::refused : ExitCode::success;
}

ExitCode export_customers(Application& application, Console& console, ExportOptions const& options) {
  auto const written = [&]() -> Result<void> {
    auto system = TRY(application.system_actor());
    system.language = console.language;
    auto const format = enum_from<sheet::CustomerFormat>(format_word(options));
    if (!format && format_word(options) == "pdf") return Refusal::invalid("command.customers_not_printed");
    BarProgress progress(console);
    auto bytes = TRY(sheet::export_sheet(application.services(), system, {}, format.value_or(sheet::CustomerFormat::csv), &progress));
    if (format != sheet::CustomerFormat::xlsx && options.for_excel) bytes.insert(0, "\xEF\xBB\xBF");
    return write_out(console, options.file, bytes);
  }();
  if (!written) return console.refuse(written.refusal(), application.texts());
  return ExitCode::success;
}

}  // namespace zx::app::commands
