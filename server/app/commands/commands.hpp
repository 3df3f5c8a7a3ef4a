#pragma once
// One function per command. Each gets an opened application and a console and returns the exit code.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/application.hpp"
#include "app/console.hpp"
#include "modules/org/org.hpp"

namespace zx::app::commands {

// init.cpp
struct InitOptions {
  std::string organization;
  std::string time_zone = "Asia/Shanghai";
};
ExitCode init(Application& application, Console& console, InitOptions const& options);

// people.cpp
ExitCode add_user(Application& application, Console& console, org::NewPerson person, bool ask_password);
struct TokenOptions {
  std::string login;
  std::string name = "command line";
  std::optional<std::string> expires_on;
};
ExitCode create_token(Application& application, Console& console, TokenOptions const& options);

// where.cpp
ExitCode where(Application& application, Console& console, std::string const& text);

// sheets.cpp
struct ImportOptions {
  std::string kind;
  std::string file;
  bool dry_run = false;
  bool skip_bad_rows = false;
  bool despite_duplicates = false;        ///< customers: those that look like others are others
  std::optional<std::string> owner;       ///< number or name
  std::optional<std::string> error_file;  ///< where to write the refused rows
  std::optional<std::string> sheet;       ///< targets: into which target sheet, by title or id
};
ExitCode import(Application& application, Console& console, ImportOptions const& options);
// touches.cpp
ExitCode import_touches(Application& application, Console& console, ImportOptions const& options);
// targets.cpp
struct ExportOptions;
ExitCode import_targets(Application& application, Console& console, ImportOptions const& options);
ExitCode export_targets(Application& application, Console& console, ExportOptions const& options);
// sheets.cpp
struct ExportOptions {
  std::string kind;
  std::string file;
  std::optional<std::string> format;  ///< default by the file's extension
  bool for_excel = false;             ///< csv with a byte order mark
  std::optional<std::string> sheet;   ///< targets: which target sheet, by title or id
};
ExitCode export_(Application& application, Console& console, ExportOptions const& options);

// audit.cpp
ExitCode verify_audit(Application& application, Console& console);

// operating.cpp
ExitCode doctor(Application& application, Console& console);
ExitCode backup(Application& application, Console& console, std::optional<std::string> const& file);
/// Without an application: the data directory must be free.
ExitCode restore(config::Config const& config, Console& console, std::string const& file, Catalogue const& texts);
ExitCode show_config(config::Config const& config, Console& console);

// routes.cpp
ExitCode routes(Console& console, bool openapi);

// demo.cpp
ExitCode demo(Application& application, Console& console);

}  // namespace zx::app::commands
