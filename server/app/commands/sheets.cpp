// Import and export of the follow-up sheet.

#include <array>
#include <filesystem>
#include <fstream>

#include "app/commands/commands.hpp"
#include "modules/work/sheet.hpp"

namespace zx::app::commands {
namespace {

namespace sheet = work::sheet;

class BarProgress final : public jobs::TaskProgress {
 public:
  explicit BarProgress(Console& console) : console_(console) {}
  void report(std::int64_t done, std::int64_t total) override { console_.progress(done, total); }
  bool cancelled() override { return false; }

 private:
  Console& console_;
};

Result<std::string> contents_of(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Refusal::not_found("command.file_unreadable", {{"file", path}});
  std::string bytes;
  std::error_code has_no_size;  // a pipe
  if (auto size = std::filesystem::file_size(path, has_no_size); !has_no_size) bytes.reserve(size);
  std::array<char, 64 * 1024> piece;
  while (file.read(piece.data(), piece.size()) || file.gcount() > 0) bytes.append(piece.data(), static_cast<std::size_t>(file.gcount()));
  return bytes;
}

/// Whole or not at all: written beside and renamed.
Result<void> write_file(std::string const& path, std::string_view bytes) {
  auto partial = path + ".partial";
  std::ofstream file(partial, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  std::error_code error;
  if (file) std::filesystem::rename(partial, path, error);
  if (!file || error) return Refusal::conflict("command.file_unwritable", {{"file", path}});
  return {};
}

Result<void> known_kind(std::string const& kind) {
  if (kind != "follow-up-sheet") return Refusal::invalid("command.unknown_kind", {{"kind", kind}, {"kinds", "follow-up-sheet"}});
  return {};
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

/// Excel wants the byte order mark, other programs on a command line do not.
void drop_byte_order_mark(std::string& csv) {
  if (csv.starts_with("\xEF\xBB\xBF")) csv.erase(0, 3);
}

sheet::Format format_of(ExportOptions const& options) {
  auto word = options.format.value_or(std::filesystem::path(options.file).extension().string());
  if (word.starts_with('.')) word.erase(0, 1);
  return enum_from<sheet::Format>(word).value_or(sheet::Format::csv);
}

Result<sheet::ImportReport> run(Application& application, Console& console, ImportOptions const& options) {
  TRY(known_kind(options.kind));
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
  auto report = run(application, console, options);
  if (!report) return console.refuse(report.refusal(), application.texts());
  console.answer(*report, text_of(*report, application.texts(), console.language));
  return report->error_count > 0 ? ExitCode::refused : ExitCode::success;
}

ExitCode export_(Application& application, Console& console, ExportOptions const& options) {
  auto written = [&]() -> Result<void> {
    TRY(known_kind(options.kind));
    auto system = TRY(application.system_actor());
    system.language = console.language;
    BarProgress progress(console);
    auto format = format_of(options);
    auto bytes = TRY(sheet::export_sheet(application.services(), system, {.closed = true}, format, &progress));
    if (format == sheet::Format::csv && !options.for_excel) drop_byte_order_mark(bytes);
    if (options.file == "-") {
      console.raw(bytes);
      return {};
    }
    return write_file(options.file, bytes);
  }();
  if (!written) return console.refuse(written.refusal(), application.texts());
  return ExitCode::success;
}

}  // namespace zx::app::commands
