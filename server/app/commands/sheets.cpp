// Import and export of the follow-up sheet.

#include <algorithm>
#include <filesystem>
#include <span>

#include "app/commands/commands.hpp"
#include "app/commands/sheet_files.hpp"
#include "modules/work/sheet.hpp"

namespace zx::app::commands {
namespace {

namespace sheet = work::sheet;

using Kinds = std::initializer_list<std::string_view>;

constexpr std::string_view importable[] = {"follow-up-sheet", "customers", "people", "touches", "targets", "goal-cards"};
constexpr std::string_view exportable[] = {"follow-up-sheet", "customers", "targets", "goal-cards"};

Result<void> known_kind(std::string const& kind, std::span<std::string_view const> kinds) {
  if (std::ranges::find(kinds, kind) != kinds.end()) return {};
  std::string all;
  for (auto each : kinds) all.append(all.empty() ? "" : ", ").append(each);
  return Refusal::invalid("command.unknown_kind", {{"kind", kind}, {"kinds", all}});
}

/// An option that says nothing to this kind would be passed over, and look as if it held.
struct Option {
  std::string_view name;
  bool given;
  Kinds kinds;  ///< that understand it
};
Result<void> only_what_it_understands(std::string const& kind, std::initializer_list<Option> options) {
  for (auto const& option : options)
    if (option.given && std::ranges::find(option.kinds, kind) == option.kinds.end())
      return Refusal::invalid("command.option_of_other_kind", {{"kind", kind}, {"option", std::string(option.name)}});
  return {};
}

Result<void> understood(ImportOptions const& options) {
  TRY(known_kind(options.kind, importable));
  return only_what_it_understands(options.kind, {{"--skip-bad-rows", options.skip_bad_rows, {"follow-up-sheet", "customers", "people"}},
                                                 {"--owner", options.owner.has_value(), {"follow-up-sheet", "customers"}},
                                                 {"--error-file", options.error_file.has_value(), {"follow-up-sheet", "customers", "people", "goal-cards"}},
                                                 {"--despite-duplicates", options.despite_duplicates, {"customers"}},
                                                 {"--make-missing", options.make_missing, {"people"}},
                                                 {"--sheet", options.sheet.has_value(), {"targets"}},
                                                 {"--period", options.period.has_value(), {"goal-cards"}},
                                                 {"--day", options.day.has_value(), {"goal-cards"}}});
}

Result<void> understood(ExportOptions const& options) {
  TRY(known_kind(options.kind, exportable));
  return only_what_it_understands(options.kind, {{"--sheet", options.sheet.has_value(), {"targets"}},
                                                 {"--period", options.period.has_value(), {"goal-cards"}},
                                                 {"--day", options.day.has_value(), {"goal-cards"}}});
}

std::string text_of(sheet::ImportReport const& report, Catalogue const& texts, std::string const& language) {
  RefusalArguments figures{{"rows", std::to_string(report.rows)},
                           {"items", std::to_string(report.items)},
                           {"follow_ups", std::to_string(report.follow_ups)},
                           {"skipped", std::to_string(report.skipped)},
                           {"errors", std::to_string(report.error_count)}};
  auto said = texts.text(language,
                         report.error_count > 0 && report.items == 0 ? "command.import.refused"
                         : report.dry_run                            ? "command.import.dry_run"
                                                                     : "command.import.done",
                         figures);
  for (auto const& error : report.errors) {
    said += "\n  " + texts.text(language, "command.import.error", {{"row", std::to_string(error.row)}, {"column", error.column}, {"reason", error.message}});
  }
  return said;
}

sheet::Format format_of(ExportOptions const& options) { return enum_from<sheet::Format>(format_word(options)).value_or(sheet::Format::csv); }

Result<sheet::ImportReport> run(Application& application, Console& console, ImportOptions const& options) {
  auto system = TRY(application.system_actor());
  system.language = console.language;
  auto content = TRY(contents_of(options.file));
  sheet::ImportOptions wanted{
      .dry_run = options.dry_run, .on_error = options.skip_bad_rows ? sheet::OnError::skip_bad_rows : sheet::OnError::import_nothing, .owner = {}};
  if (options.owner) {
    wanted.owner = TRY(application.read(system, [&](ReadContext const& ctx) { return org::employee_called(ctx, *options.owner, "owner"); })).id;
  }
  BarProgress progress(console);
  auto report = TRY(sheet::import_sheet(application.services(), system, content, wanted, &progress));
  if (options.error_file && report.error_count > 0) {
    auto extension = std::filesystem::path(*options.error_file).extension().string();
    TRY(write_file(*options.error_file, sheet::error_file(content, report, extension == ".xlsx" ? "xlsx" : "csv")));
  }
  return report;
}

}  // namespace

ExitCode import(Application& application, Console& console, ImportOptions const& options) {
  if (auto const clear = understood(options); !clear) return console.refuse(clear.refusal(), application.texts());
  if (options.kind == "people") return import_people(application, console, options);
  if (options.kind == "customers") return import_customers(application, console, options);
  if (options.kind == "touches") return import_touches(application, console, options);
  if (options.kind == "targets") return import_targets(application, console, options);
  if (options.kind == "goal-cards") return import_goal_cards(application, console, options);
  auto report = run(application, console, options);
  if (!report) return console.refuse(report.refusal(), application.texts());
  console.answer(*report, text_of(*report, application.texts(), console.language));
  return report->error_count > 0 ? ExitCode::refused : ExitCode::success;
}

ExitCode export_(Application& application, Console& console, ExportOptions const& options) {
  if (auto const clear = understood(options); !clear) return console.refuse(clear.refusal(), application.texts());
  if (options.kind == "customers") return export_customers(application, console, options);
  if (options.kind == "targets") return export_targets(application, console, options);
  if (options.kind == "goal-cards") return export_goal_cards(application, console, options);
  auto written = [&]() -> Result<void> {
    auto system = TRY(application.system_actor());
    system.language = console.language;
    BarProgress progress(console);
    auto format = format_of(options);
    auto bytes = TRY(sheet::export_sheet(application.services(), system, {.closed = true}, format, &progress));
    if (format == sheet::Format::csv && options.for_excel) bytes.insert(0, "\xEF\xBB\xBF");
    return write_out(console, options.file, bytes);
  }();
  if (!written) return console.refuse(written.refusal(), application.texts());
  return ExitCode::success;
}

}  // namespace zx::app::commands
