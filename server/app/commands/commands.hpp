#pragma once
// One function per command. Each gets an opened application and a console and returns the exit code.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/application.hpp"
#include "app/console.hpp"
#include "modules/org/org.hpp"
#include "platform/timeline/timeline.hpp"

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
  std::vector<std::string> scopes;  ///< permissions; none = all the user has
  bool read_only = false;
};
ExitCode create_token(Application& application, Console& console, TokenOptions const& options);

// accounts.cpp
ExitCode list_users(Application& application, Console& console);
ExitCode show_user(Application& application, Console& console, std::string const& login);
/// A one-time link; a disabled account is enabled again, for this is the way back in for whoever is locked out.
ExitCode reset_password(Application& application, Console& console, std::string const& login, bool second_factor_too);
ExitCode set_user_disabled(Application& application, Console& console, std::string const& login, bool disabled);
/// What they have from now on, instead of what they had.
ExitCode set_user_roles(Application& application, Console& console, std::string const& login, std::vector<std::string> const& roles);
ExitCode list_tokens(Application& application, Console& console, std::string const& login);
/// By its id or, when only one is called so, its name.
ExitCode revoke_token(Application& application, Console& console, std::string const& login, std::string const& which);

// second_factor.cpp
ExitCode reset_second_factor(Application& application, Console& console, std::string const& login);

// where.cpp
ExitCode where(Application& application, Console& console, std::string const& text);

// sheets.cpp
struct ImportOptions {
  std::string kind;
  std::string file;
  bool dry_run = false;
  bool skip_bad_rows = false;
  bool make_missing = false;              ///< people: departments and positions that do not exist
  bool despite_duplicates = false;        ///< customers: those that look like others are others
  std::optional<std::string> owner;       ///< number or name
  std::optional<std::string> error_file;  ///< where to write the refused rows
  std::optional<std::string> sheet;       ///< targets: into which target sheet, by title or id
  std::optional<std::string> period;      ///< goal-cards: year, half, quarter, month, week or day; default quarter
  std::optional<std::string> day;         ///< goal-cards: any day of the period; default today
  std::optional<std::string> style;       ///< goal-cards: directive, guiding, participative or delegating; default each person's
};
ExitCode import(Application& application, Console& console, ImportOptions const& options);
// touches.cpp
ExitCode import_touches(Application& application, Console& console, ImportOptions const& options);
// targets.cpp
struct ExportOptions;
ExitCode import_targets(Application& application, Console& console, ImportOptions const& options);
ExitCode export_targets(Application& application, Console& console, ExportOptions const& options);
// goal_cards.cpp
ExitCode import_goal_cards(Application& application, Console& console, ImportOptions const& options);
ExitCode export_goal_cards(Application& application, Console& console, ExportOptions const& options);
// sheets.cpp
struct ExportOptions {
  std::string kind;
  std::string file;
  std::optional<std::string> format;  ///< default by the file's extension
  bool for_excel = false;             ///< csv with a byte order mark
  std::optional<std::string> sheet;   ///< targets: which target sheet, by title or id
  std::optional<std::string> period;  ///< goal-cards: only of this length
  std::optional<std::string> day;     ///< goal-cards: only of periods that have this day
};
ExitCode export_(Application& application, Console& console, ExportOptions const& options);

// audit.cpp
ExitCode verify_audit(Application& application, Console& console);
/// With a bar when somebody watches.
timeline::Verification verify_history(Application& application, Console& console);

// doctor.cpp
/// With `mail_to` every mail account sends a test mail there.
ExitCode doctor(Application& application, Console& console, std::optional<std::string> const& mail_to);
// backup.cpp
ExitCode backup(Application& application, Console& console, std::optional<std::string> const& file);
/// Without an application: nobody may have the database open.
ExitCode restore(config::Config const& config, Console& console, std::string const& file, Catalogue const& texts);
// configuration.cpp
ExitCode show_config(config::Config const& config, Console& console);

// routes.cpp
ExitCode routes(Console& console, bool openapi);

// demo.cpp
ExitCode demo(Application& application, Console& console);

}  // namespace zx::app::commands
