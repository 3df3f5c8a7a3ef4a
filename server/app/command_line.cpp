#include "app/command_line.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "app/commands/commands.hpp"
#include "app/control.hpp"
#include "app/serve.hpp"
#include "app/verbs.hpp"
#include "version.hpp"

namespace zx::app {
namespace {

/// Everything the arguments may say; filled by CLI11, read by the chosen command.
struct Wishes {
  std::optional<std::string> config_file;
  config::Flags flags;
  std::optional<std::string> data, port, address, database, language;
  bool json = false;

  commands::InitOptions init;
  org::NewPerson person;
  bool make_password = false;
  commands::TokenOptions token;
  std::string login;
  std::string which_token;
  bool second_factor_too = false;
  std::vector<std::string> roles;
  std::string where;
  commands::ImportOptions import;
  commands::ExportOptions export_;
  std::optional<std::string> backup_file, mail_to;
  std::string restore_file;
  bool openapi = false;
  std::string shell = "bash";
};

struct Version {
  std::string version;
};
BOOST_DESCRIBE_STRUCT(Version, (), (version))

using Work = std::function<ExitCode(Application&, Console&)>;

class CommandLine {
 public:
  CommandLine(Console& console, Application* running) : console_(console), running_(running), texts_(embedded_texts()) { declare(); }

  ExitCode run(std::vector<std::string> arguments) {
    arguments_ = arguments;
    std::reverse(arguments.begin(), arguments.end());
    try {
      cli_.parse(arguments);
    } catch (CLI::ParseError const& error) { return explain(error); }
    console_.json = wishes_.json;
    console_.language = wishes_.language.value_or(language_of_environment());
    try {
      return chosen_();
    } catch (std::exception const& error) {
      console_.complain(texts_.text(console_.language, "command.broken", {{"reason", error.what()}}));
      return ExitCode::broken;
    }
  }

 private:
  ExitCode explain(CLI::ParseError const& error) {
    std::ostringstream out, err;
    auto code = cli_.exit(error, out, err);
    if (!out.str().empty()) console_.raw(out.str());
    if (!err.str().empty()) console_.complain(err.str());
    return code == 0 ? ExitCode::success : ExitCode::usage;
  }

  static std::string language_of_environment() {
    for (auto const* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      if (auto const* value = std::getenv(name); value && *value) return std::string_view(value).starts_with("en") ? "en" : "zh";
    }
    return "zh";
  }

  CLI::App* command(CLI::App& parent, std::string name, std::string description, std::function<ExitCode()> work) {
    auto* sub = parent.add_subcommand(std::move(name), std::move(description));
    sub->add_option("--data", wishes_.data, "Data directory (default: ./data)");
    sub->add_option("--database", wishes_.database, "PostgreSQL address; empty = SQLite in the data directory");
    sub->add_option("--config", wishes_.config_file, "Configuration file (TOML)");
    sub->add_option("--language", wishes_.language, "zh or en")->check(CLI::IsMember({"zh", "en"}));
    sub->add_flag("--json", wishes_.json, "Answer in JSON");
    sub->parse_complete_callback([this, work = std::move(work)] { chosen_ = work; });
    return sub;
  }

  /// A command that needs the installation open.
  CLI::App* command_on(CLI::App& parent, std::string name, std::string description, SchemaPolicy policy, Work work) {
    return command(parent, std::move(name), std::move(description), [this, policy, work = std::move(work)] { return with_application(policy, work); });
  }

  Result<config::Config> configuration() {
    auto flags = wishes_.flags;
    auto set = [&](std::string name, std::optional<std::string> const& value) {
      if (value) flags[std::move(name)] = *value;
    };
    set("data.directory", wishes_.data);
    set("database.url", wishes_.database);
    set("server.port", wishes_.port);
    set("server.address", wishes_.address);
    std::optional<std::filesystem::path> file;
    if (wishes_.config_file) file = *wishes_.config_file;
    return config::Config::load(file, config::process_environment(), flags);
  }

  ExitCode with_application(SchemaPolicy policy, Work const& work) {
    if (running_) return work(*running_, console_);
    auto config = configuration();
    if (!config) return console_.refuse(config.refusal(), texts_);
    auto directory = config->text("data.directory");
    auto application = Application::open(std::move(*config), policy);
    if (application) return work(**application, console_);
    if (application.refusal().code == "data.in_use") {
      if (auto code = control::run_in_server(directory, absolute_arguments(), console_)) return *code;
    }
    return console_.refuse(application.refusal(), texts_);
  }

  /// The server has another working directory, so paths are told in full.
  std::vector<std::string> absolute_arguments() {
    auto arguments = arguments_;
    for (auto& argument : arguments) {
      for (auto const* path : {&wishes_.import.file, &wishes_.export_.file}) {
        if (!path->empty() && *path != "-" && argument == *path) argument = std::filesystem::absolute(argument).string();
      }
      for (auto const* path : {&wishes_.backup_file, &wishes_.import.error_file}) {
        if (*path && argument == **path) argument = std::filesystem::absolute(argument).string();
      }
    }
    return arguments;
  }

  void declare() {
    cli_.require_subcommand(1);
    cli_.set_version_flag("--version", std::string("zhixing ") + std::string(version));
    declare_operation();
    declare_people();
    declare_work();
  }

  void declare_operation() {
    using namespace commands;
    auto* serve_command = command(cli_, "serve", "Start the server", [this] {
      auto config = configuration();
      return config ? serve(std::move(*config), console_, texts_) : console_.refuse(config.refusal(), texts_);
    });
    serve_command->add_option("--port", wishes_.port, "Port (default 8080; 0 = any free one)");
    serve_command->add_option("--address", wishes_.address, "Address to listen on (default 127.0.0.1)");
    auto* init_command = command_on(cli_, "init", "Make the data directory and the organization", SchemaPolicy::migrate,
                                    [this](auto& app, auto& console) { return init(app, console, wishes_.init); });
    init_command->add_option("--organization", wishes_.init.organization, "Name of the organization")->required();
    init_command->add_option("--time-zone", wishes_.init.time_zone, "IANA time zone (default Asia/Shanghai)");
    command_on(cli_, "migrate", "Bring the database schema up to date", SchemaPolicy::migrate, [this](auto&, auto& console) {
      console.line(texts_.text(console.language, "command.migrate.done"));
      return ExitCode::success;
    });
    command_on(cli_, "demo", "Load the demo company into an empty data directory", SchemaPolicy::migrate,
               [](auto& app, auto& console) { return demo(app, console); });
    auto* backup_command = command_on(cli_, "backup", "Copy the running database, checksummed", SchemaPolicy::must_be_current,
                                      [this](auto& app, auto& console) { return backup(app, console, wishes_.backup_file); });
    backup_command->add_option("file", wishes_.backup_file, "Where to (default: the backup directory)");
    auto* restore_command = command(cli_, "restore", "Put a backup in place of the database", [this] {
      auto config = configuration();
      return config ? restore(*config, console_, wishes_.restore_file, texts_) : console_.refuse(config.refusal(), texts_);
    });
    restore_command->add_option("file", wishes_.restore_file, "The backup")->required();
    auto* doctor_command = command_on(cli_, "doctor", "Check the installation and say how to mend it", SchemaPolicy::must_be_current,
                                      [this](auto& app, auto& console) { return doctor(app, console, wishes_.mail_to); });
    doctor_command->add_option("--mail-to", wishes_.mail_to, "Also send a test mail to this address through every mail account");
    auto* audit = cli_.add_subcommand("audit", "The history")->require_subcommand(1);
    command_on(*audit, "verify", "Prove that no past entry was changed", SchemaPolicy::must_be_current,
               [](auto& app, auto& console) { return verify_audit(app, console); });
    auto* routes_command = command(cli_, "routes", "Every route with its permission", [this] { return routes(console_, wishes_.openapi); });
    routes_command->add_flag("--openapi", wishes_.openapi, "The OpenAPI 3.1 document");
    auto* configuration_command = cli_.add_subcommand("config", "The configuration")->require_subcommand(1);
    command(*configuration_command, "show", "Every setting, its value and where it comes from", [this] {
      auto config = configuration();
      return config ? show_config(*config, console_) : console_.refuse(config.refusal(), texts_);
    });
    command(cli_, "version", "The version", [this] {
      console_.answer(Version{std::string(version)}, std::string("zhixing ") + std::string(version));
      return ExitCode::success;
    });
    auto* completion = command(cli_, "completion", "A completion script for the shell", [this] {
      console_.raw(wishes_.shell == "zsh" ? zsh_completion(verbs()) : bash_completion(verbs()));
      return ExitCode::success;
    });
    completion->add_option("shell", wishes_.shell, "bash (default) or zsh")->check(CLI::IsMember({"bash", "zsh"}));
    command(cli_, "man", "The manual page; read it with `zhixing man | man -l -`", [this] {
      console_.raw(man_page(verbs(), version));
      return ExitCode::success;
    });
  }

  void declare_people() {
    using namespace commands;
    auto* user = cli_.add_subcommand("user", "User accounts")->require_subcommand(1);
    auto* add = command_on(*user, "add", "Add a person with a user account", SchemaPolicy::must_be_current,
                           [this](auto& app, auto& console) { return add_user(app, console, wishes_.person, wishes_.make_password); });
    add->add_option("--login", wishes_.person.login, "Name to sign in with")->required();
    add->add_option("--name", wishes_.person.name, "The person's name")->required();
    add->add_option("--number", wishes_.person.number, "Employee number")->required();
    add->add_option("--department", wishes_.person.department, "Department by name; made when it does not exist")->required();
    add->add_option("--role", wishes_.person.role, "Role (default staff)");
    add->add_option("--supervisor", wishes_.person.supervisor_number, "The supervisor's employee number");
    add->add_option("--phone", wishes_.person.phone, "Phone");
    add->add_option("--email", wishes_.person.email, "E-mail");
    add->add_flag("--password", wishes_.make_password, "Make a random password and print it, instead of a one-time link");
    declare_accounts(*user);
    auto* token = cli_.add_subcommand("token", "Personal access tokens")->require_subcommand(1);
    auto* create = command_on(*token, "create", "Make a token for a user and print it once", SchemaPolicy::must_be_current,
                              [this](auto& app, auto& console) { return create_token(app, console, wishes_.token); });
    create->add_option("--login", wishes_.token.login, "The user")->required();
    create->add_option("--name", wishes_.token.name, "What it is for");
    create->add_option("--expires", wishes_.token.expires_on, "Last day, YYYY-MM-DD");
    create->add_option("--scope", wishes_.token.scopes, "A permission it gives, as work.read; once for each (default: all the user has)");
    create->add_flag("--read-only", wishes_.token.read_only, "It changes nothing");
    declare_tokens(*token);
  }

  void declare_accounts(CLI::App& user) {
    using namespace commands;
    command_on(user, "list", "Every account: login, number, name, roles", SchemaPolicy::must_be_current,
               [](auto& app, auto& console) { return list_users(app, console); });
    auto on_one = [&](std::string name, std::string description, Work work) {
      auto* one = command_on(user, std::move(name), std::move(description), SchemaPolicy::must_be_current, std::move(work));
      one->add_option("--login", wishes_.login, "The account")->required();
      return one;
    };
    on_one("show", "One account", [this](auto& app, auto& console) { return show_user(app, console, wishes_.login); });
    auto* reset = on_one("reset-password", "Print a one-time link to choose a new password; enables the account again",
                         [this](auto& app, auto& console) { return reset_password(app, console, wishes_.login, wishes_.second_factor_too); });
    reset->add_flag("--second-factor", wishes_.second_factor_too, "Also take away the second factor, for whoever lost it");
    on_one("reset-second-factor", "Forget the second factor of whoever lost phone and recovery codes",
           [this](auto& app, auto& console) { return reset_second_factor(app, console, wishes_.login); });
    on_one("disable", "Let nobody in by this account", [this](auto& app, auto& console) { return set_user_disabled(app, console, wishes_.login, true); });
    on_one("enable", "Let them in again", [this](auto& app, auto& console) { return set_user_disabled(app, console, wishes_.login, false); });
    auto* roles = on_one("roles", "Say which roles an account has, instead of those it had",
                         [this](auto& app, auto& console) { return set_user_roles(app, console, wishes_.login, wishes_.roles); });
    roles->add_option("--role", wishes_.roles, "A role's code; once for each")->required();
  }

  void declare_tokens(CLI::App& token) {
    using namespace commands;
    auto* list = command_on(token, "list", "The tokens of a user: id, name, last used, last day", SchemaPolicy::must_be_current,
                            [this](auto& app, auto& console) { return list_tokens(app, console, wishes_.login); });
    list->add_option("--login", wishes_.login, "The user")->required();
    auto* revoke = command_on(token, "revoke", "Refuse a token from now on", SchemaPolicy::must_be_current,
                              [this](auto& app, auto& console) { return revoke_token(app, console, wishes_.login, wishes_.which_token); });
    revoke->add_option("--login", wishes_.login, "The user")->required();
    revoke->add_option("token", wishes_.which_token, "Its id, or its name when only one is called so")->required();
  }

  void declare_work() {
    using namespace commands;
    auto* where_command = command_on(cli_, "where", "Where does it stand now, and who knows?", SchemaPolicy::must_be_current,
                                     [this](auto& app, auto& console) { return where(app, console, wishes_.where); });
    where_command->add_option("text", wishes_.where, "Number, part of the title, person or phone")->required();
    auto const periods = CLI::IsMember({"year", "half", "quarter", "month", "week", "day"});
    auto* import_command = command_on(cli_, "import", "Import a sheet", SchemaPolicy::must_be_current,
                                      [this](auto& app, auto& console) { return import(app, console, wishes_.import); });
    import_command->add_option("kind", wishes_.import.kind, "follow-up-sheet, customers, people, touches: finished campaigns, targets, or goal-cards")
        ->required();
    import_command->add_option("file", wishes_.import.file, "xlsx or csv")->required();
    import_command->add_flag("--dry-run", wishes_.import.dry_run, "Only say what would happen");
    import_command->add_flag("--skip-bad-rows", wishes_.import.skip_bad_rows, "Import the good rows");
    import_command->add_option("--owner", wishes_.import.owner, "Who owns rows without 负责人 (客户经理): number or name");
    import_command->add_flag("--despite-duplicates", wishes_.import.despite_duplicates, "customers: those that look like others, too");
    import_command->add_flag("--make-missing", wishes_.import.make_missing, "people: make departments and positions that do not exist");
    import_command->add_option("--sheet", wishes_.import.sheet, "targets: into which target sheet, by title or id");
    import_command->add_option("--period", wishes_.import.period, "goal-cards: of how long a period they are, default quarter")->check(periods);
    import_command->add_option("--day", wishes_.import.day, "goal-cards: any day of the period, default today");
    import_command->add_option("--error-file", wishes_.import.error_file, "Write the refused rows with their reasons here");
    auto* export_command = command_on(cli_, "export", "Export a sheet", SchemaPolicy::must_be_current,
                                      [this](auto& app, auto& console) { return export_(app, console, wishes_.export_); });
    export_command->add_option("kind", wishes_.export_.kind, "follow-up-sheet, customers, targets or goal-cards")->required();
    export_command->add_option("file", wishes_.export_.file, "csv, xlsx or pdf; - for standard output")->required();
    export_command->add_option("--format", wishes_.export_.format, "csv, xlsx or pdf")->check(CLI::IsMember({"csv", "xlsx", "pdf"}));
    export_command->add_option("--sheet", wishes_.export_.sheet, "targets: which target sheet, by title or id");
    export_command->add_option("--period", wishes_.export_.period, "goal-cards: only of periods of this length")->check(periods);
    export_command->add_option("--day", wishes_.export_.day, "goal-cards: only of periods that have this day");
    export_command->add_flag("--for-excel", wishes_.export_.for_excel, "csv with the byte order mark that Excel needs");
  }

  /// The man page and the completion come from the declarations themselves.
  static Verb verb_of(CLI::App& command) {
    Verb verb{command.get_name(), command.get_description(), {}, {}};
    for (auto const* option : command.get_options()) {
      if (option->get_name() == "--help") continue;
      verb.options.push_back({option->get_name(), option->get_description(), option->get_expected_max() > 0, option->get_required()});
    }
    for (auto* inner : command.get_subcommands({})) verb.verbs.push_back(verb_of(*inner));
    return verb;
  }
  std::vector<Verb> verbs() { return verb_of(cli_).verbs; }

  Console& console_;
  Application* running_;
  Catalogue texts_;
  Wishes wishes_;
  std::vector<std::string> arguments_;
  std::function<ExitCode()> chosen_;
  CLI::App cli_{"Zhixing 知行 — execution management. Answers \"where does it stand now, and who knows?\""};
};

}  // namespace

ExitCode run_command(std::vector<std::string> const& arguments, Console& console, Application* running) { return CommandLine(console, running).run(arguments); }

}  // namespace zx::app
