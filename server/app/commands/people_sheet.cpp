// Import of people.

#include <filesystem>

#include "app/commands/sheet_files.hpp"
#include "modules/org/people_sheet.hpp"

namespace zx::app::commands {
namespace {

namespace sheet = org::sheet;

std::string joined(std::vector<std::string> const& names) {
  std::string all;
  for (auto const& name : names) all += (all.empty() ? "" : "、") + name;
  return all;
}

std::string text_of(sheet::PeopleImportReport const& report, Catalogue const& texts, std::string const& language) {
  RefusalArguments const figures{{"rows", std::to_string(report.rows)},
                                 {"added", std::to_string(report.added)},
                                 {"changed", std::to_string(report.changed)},
                                 {"skipped", std::to_string(report.skipped)},
                                 {"errors", std::to_string(report.error_count)}};
  bool const refused = report.error_count > 0 && report.added + report.changed == 0;
  auto said = texts.text(language,
                         refused          ? "command.import_people.refused"
                         : report.dry_run ? "command.import_people.dry_run"
                                          : "command.import_people.done",
                         figures);
  if (!report.new_departments.empty()) said += "\n" + texts.text(language, "command.import_people.departments", {{"names", joined(report.new_departments)}});
  if (!report.new_positions.empty()) said += "\n" + texts.text(language, "command.import_people.positions", {{"names", joined(report.new_positions)}});
  for (auto const& error : report.errors)
    said += "\n  " + texts.text(language, "command.import.error", {{"row", std::to_string(error.row)}, {"column", error.column}, {"reason", error.message}});
  return said;
}

Result<sheet::PeopleImportReport> run(Application& application, Console& console, ImportOptions const& options) {
  auto system = TRY(application.system_actor());
  system.language = console.language;
  auto const content = TRY(contents_of(options.file));
  sheet::PeopleImportOptions const wanted{.dry_run = options.dry_run,
                                          .on_error = options.skip_bad_rows ? sheet::PeopleOnError::skip_bad_rows : sheet::PeopleOnError::import_nothing,
                                          .make_departments = options.make_missing,
                                          .make_positions = options.make_missing};
  auto report = TRY(sheet::import_people(application.services(), system, content, wanted));
  if (options.error_file && report.error_count > 0) {
    bool const is_workbook = std::filesystem::path(*options.error_file).extension() == ".xlsx";
    TRY(write_file(*options.error_file, sheet::error_file(content, report, is_workbook ? sheet::PeopleFormat::xlsx : sheet::PeopleFormat::csv)));
  }
  return report;
}

}  // namespace

ExitCode import_people(Application& application, Console& console, ImportOptions const& options) {
  auto const report = run(application, console, options);
  if (!report) return console.refuse(report.refusal(), application.texts());
  console.answer(*report, text_of(*report, application.texts(), console.language));
  return report->error_count > 0 ? ExitCode::refused : ExitCode::success;
}

}  // namespace zx::app::commands
