// Import and export of goal cards.

#include <filesystem>

#include "app/commands/sheet_files.hpp"
#include "modules/goal/card_sheet.hpp"
#include "platform/calendar/zone.hpp"

namespace zx::app::commands {
namespace {

std::string text_of(goal::CardImportReport const& report, Catalogue const& texts, std::string const& language) {
  RefusalArguments const figures{{"rows", std::to_string(report.rows)},
                                 {"people", std::to_string(report.people)},
                                 {"cards", std::to_string(report.cards)},
                                 {"errors", std::to_string(report.error_count)}};
  auto said = texts.text(language,
                         report.error_count > 0 ? "command.import.goal_cards.refused"
                         : report.dry_run       ? "command.import.goal_cards.dry_run"
                                                : "command.import.goal_cards.done",
                         figures);
  for (auto const& error : report.errors)
    said += "\n  " + texts.text(language, "command.import.error", {{"row", std::to_string(error.row)}, {"column", error.column}, {"reason", error.message}});
  return said;
}

Result<std::optional<Date>> day_of(std::optional<std::string> const& text) {
  if (!text) return std::optional<Date>{};
  auto const day = Date::parse(*text);
  if (!day) return Refusal::invalid("command.goal_cards.day", {{"text", *text}});
  return day;
}

std::optional<goal::CardPeriod> period_of(std::optional<std::string> const& word) { return word ? enum_from<goal::CardPeriod>(*word) : std::nullopt; }

Result<goal::CardImportReport> run(Application& application, Console& console, ImportOptions const& options) {
  auto system = TRY(application.system_actor());
  system.language = console.language;
  auto const day = TRY(day_of(options.day));
  auto const content = TRY(contents_of(options.file));
  goal::CardImportQuery const query{.dry_run = options.dry_run,
                                    .period = period_of(options.period).value_or(goal::CardPeriod::quarter),
                                    .day = day.value_or(calendar::local_date(application.services().clock.now(), system.time_zone)),
                                    .style = options.style ? enum_from<goal::ManagementStyle>(*options.style) : std::nullopt};
  BarProgress progress(console);
  auto report = TRY(goal::import_cards(application.services(), system, content, query, &progress));
  if (options.error_file && report.error_count > 0) {
    bool const is_workbook = std::filesystem::path(*options.error_file).extension() == ".xlsx";
    TRY(write_file(*options.error_file, goal::card_error_file(system, content, report, is_workbook ? goal::CardFileFormat::xlsx : goal::CardFileFormat::csv)));
  }
  return report;
}

}  // namespace

ExitCode import_goal_cards(Application& application, Console& console, ImportOptions const& options) {
  auto const report = run(application, console, options);
  if (!report) return console.refuse(report.refusal(), application.texts());
  console.answer(*report, text_of(*report, application.texts(), console.language));
  return report->error_count > 0 ? ExitCode::refused : ExitCode::success;
}

ExitCode export_goal_cards(Application& application, Console& console, ExportOptions const& options) {
  auto const written = [&]() -> Result<void> {
    auto system = TRY(application.system_actor());
    system.language = console.language;
    auto const format = enum_from<goal::CardFileFormat>(format_word(options)).value_or(goal::CardFileFormat::csv);
    goal::CardListQuery query;
    query.period = period_of(options.period);
    query.on = TRY(day_of(options.day));
    BarProgress progress(console);
    auto bytes = TRY(goal::export_cards(application.services(), system, query, format, &progress));
    if (format == goal::CardFileFormat::csv && options.for_excel) bytes.insert(0, "\xEF\xBB\xBF");
    return write_out(console, options.file, bytes);
  }();
  if (!written) return console.refuse(written.refusal(), application.texts());
  return ExitCode::success;
}

}  // namespace zx::app::commands
