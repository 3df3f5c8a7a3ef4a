#pragma once
// What importing and exporting have in common, whatever the sheet is about.

#include <string>
#include <string_view>

#include "app/commands/commands.hpp"
#include "platform/jobs/jobs.hpp"

namespace zx::app::commands {

class BarProgress final : public jobs::TaskProgress {
 public:
  explicit BarProgress(Console& console) : console_(console) {}
  void report(std::int64_t done, std::int64_t total) override { console_.progress(done, total); }
  void mention(std::int64_t done, std::int64_t total) override { console_.progress(done, total); }
  bool cancelled() override { return false; }

 private:
  Console& console_;
};

/// Refuses command.file_unreadable.
Result<std::string> contents_of(std::string const& path);
/// Whole or not at all: written beside and renamed. Refuses command.file_unwritable.
Result<void> write_file(std::string const& path, std::string_view bytes);
/// The same; "-" is standard output.
Result<void> write_out(Console& console, std::string const& path, std::string_view bytes);

/// Excel wants the byte order mark, other programs on a command line do not.
void drop_byte_order_mark(std::string& csv);
/// --format, or the file's extension without its dot.
std::string format_word(ExportOptions const& options);

ExitCode import_people(Application& application, Console& console, ImportOptions const& options);
ExitCode import_customers(Application& application, Console& console, ImportOptions const& options);
ExitCode export_customers(Application& application, Console& console, ExportOptions const& options);

}  // namespace zx::app::commands
