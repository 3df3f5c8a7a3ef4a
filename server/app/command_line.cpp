#include "app/command_line.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "app/command_texts.hpp"
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

struct Migrated {
  bool schema_is_current = true;
};
BOOST_DESCRIBE_STRUCT(Migrated, (), (schema_is_current))

using Work = std::function<ExitCode(Application&, Console&)>;

class CommandLine {
 public:
  CommandLine(Console& console, Application* running) : console_(console), running_(running), texts_(embedded_texts()) { declare(); }

  ExitCode run(std::vector<std::string> arguments) {
    arguments_ = arguments;
    if (auto asked = language_in(arguments)) console_.language = *asked;
    else if (!running_) console_.language = language_of_environment();
    describe();
    std::reverse(arguments.begin(), arguments.end());
    try {
      cli_.parse(arguments);
    } catch (CLI::ParseError const& error) { return explain(error); }
    console_.json = wishes_.json;
    try {
      return chosen_();
    } catch (std::exception const& error) {
      console_.complain(texts_.text(console_.language, "command.broken", {{"reason", error.what()}}));
      return ExitCode::broken;
    }
  }

 private:
  CommandTexts said() const { return {texts_, console_.language}; }

  void describe() {
    auto const texts = said();
    cli_.description(texts.say("about"));
    auto const labels = cli_.get_formatter();  // one for all commands
    for (auto const& [label, code] :
         {std::pair("Usage", "usage"), {"OPTIONS", "option"}, {"SUBCOMMAND", "command"}, {"Positionals", "positionals"}, {"REQUIRED", "required"}})
      labels->label(label, texts.say(std::string("label.") + code));
    describe(cli_, "", texts);
  }

  static void describe(CLI::App& command, std::string const& path, CommandTexts const& texts) {
    for (auto* option : command.get_options()) {
      option->description(texts.of_option(path, option->get_name()));
      if (!option->get_positional()) option->group(texts.say("label.options"));
    }
    for (auto* inner : command.get_subcommands({})) {
      auto const below = path.empty() ? inner->get_name() : path + "." + inner->get_name();
      inner->description(texts.of_verb(below));
      inner->group(texts.say("label.commands"));
      describe(*inner, below, texts);
    }
  }

  ExitCode explain(CLI::ParseError const& error) {
    if (error.get_exit_code() != 0) return console_.complain(said().complaint(error.what(), error.get_name() == "ArgumentMismatch")), ExitCode::usage;
    std::ostringstream help;
    cli_.exit(error, help);
    console_.raw(help.str());
    return ExitCode::success;
  }

  CLI::App* command(CLI::App& parent, std::string name, std::function<ExitCode()> work) {
    auto* sub = parent.add_subcommand(std::move(name));
    sub->add_option("--data", wishes_.data);
    sub->add_option("--database", wishes_.database);
    sub->add_option("--config", wishes_.config_file);
    sub->add_option("--language", wishes_.language)->check(CLI::IsMember({"zh", "en"}));
    sub->add_flag("--json", wishes_.json);
    sub->parse_complete_callback([this, work = std::move(work)] { chosen_ = work; });
    return sub;
  }

  /// A command that needs the installation open.
  CLI::App* command_on(CLI::App& parent, std::string name, SchemaPolicy policy, Work work) {
    return command(parent, std::move(name), [this, policy, work = std::move(work)] { return with_application(policy, work); });
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
      if (auto const& path = wishes_.import.error_file; path && argument == "--error-file=" + *path)
        argument = "--error-file=" + std::filesystem::absolute(*path).string();
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
    auto* serve_command = command(cli_, "serve", [this] {
      auto config = configuration();
      return config ? serve(std::move(*config), console_, texts_) : console_.refuse(config.refusal(), texts_);
    });
    serve_command->add_option("--port", wishes_.port);
    serve_command->add_option("--address", wishes_.address);
    auto* init_command = command_on(cli_, "init", SchemaPolicy::migrate, [this](auto& app, auto& console) { return init(app, console, wishes_.init); });
    init_command->add_option("--organization", wishes_.init.organization)->required();
    init_command->add_option("--time-zone", wishes_.init.time_zone);
    command_on(cli_, "migrate", SchemaPolicy::migrate, [this](auto&, auto& console) {
      console.answer(Migrated{}, texts_.text(console.language, "command.migrate.done"));
      return ExitCode::success;
    });
    command_on(cli_, "demo", SchemaPolicy::migrate, [](auto& app, auto& console) { return demo(app, console); });
    auto* backup_command =
        command_on(cli_, "backup", SchemaPolicy::must_be_current, [this](auto& app, auto& console) { return backup(app, console, wishes_.backup_file); });
    backup_command->add_option("file", wishes_.backup_file);
    auto* restore_command = command(cli_, "restore", [this] {
      auto config = configuration();
      return config ? restore(*config, console_, wishes_.restore_file, texts_) : console_.refuse(config.refusal(), texts_);
    });
    restore_command->add_option("file", wishes_.restore_file)->required();
    auto* doctor_command =
        command_on(cli_, "doctor", SchemaPolicy::must_be_current, [this](auto& app, auto& console) { return doctor(app, console, wishes_.mail_to); });
    doctor_command->add_option("--mail-to", wishes_.mail_to);
    auto* audit = cli_.add_subcommand("audit")->require_subcommand(1);
    command_on(*audit, "verify", SchemaPolicy::must_be_current, [](auto& app, auto& console) { return verify_audit(app, console); });
    auto* routes_command = command(cli_, "routes", [this] { return routes(console_, wishes_.openapi); });
    routes_command->add_flag("--openapi", wishes_.openapi);
    auto* configuration_command = cli_.add_subcommand("config")->require_subcommand(1);
    command(*configuration_command, "show", [this] {
      auto config = configuration();
      return config ? show_config(*config, console_) : console_.refuse(config.refusal(), texts_);
    });
    command(cli_, "version", [this] {
      console_.answer(Version{std::string(version)}, std::string("zhixing ") + std::string(version));
      return ExitCode::success;
    });
    auto* completion = command(cli_, "completion", [this] {
      console_.raw(wishes_.shell == "zsh" ? zsh_completion(verbs()) : bash_completion(verbs()));
      return ExitCode::success;
    });
    completion->add_option("shell", wishes_.shell)->check(CLI::IsMember({"bash", "zsh"}));
    command(cli_, "man", [this] {
      console_.raw(man_page(verbs(), version, texts_, console_.language));
      return ExitCode::success;
    });
  }

  void declare_people() {
    using namespace commands;
    auto* user = cli_.add_subcommand("user")->require_subcommand(1);
    auto* add = command_on(*user, "add", SchemaPolicy::must_be_current,
                           [this](auto& app, auto& console) { return add_user(app, console, wishes_.person, wishes_.make_password); });
    add->add_option("--login", wishes_.person.login)->required();
    add->add_option("--name", wishes_.person.name)->required();
    add->add_option("--number", wishes_.person.number)->required();
    add->add_option("--department", wishes_.person.department)->required();
    add->add_option("--role", wishes_.person.role);
    add->add_option("--supervisor", wishes_.person.supervisor_number);
    add->add_option("--phone", wishes_.person.phone);
    add->add_option("--email", wishes_.person.email);
    add->add_flag("--password", wishes_.make_password);
    declare_accounts(*user);
    auto* token = cli_.add_subcommand("token")->require_subcommand(1);
    auto* create =
        command_on(*token, "create", SchemaPolicy::must_be_current, [this](auto& app, auto& console) { return create_token(app, console, wishes_.token); });
    create->add_option("--login", wishes_.token.login)->required();
    create->add_option("--name", wishes_.token.name);
    create->add_option("--expires", wishes_.token.expires_on);
    create->add_option("--scope", wishes_.token.scopes);
    create->add_flag("--read-only", wishes_.token.read_only);
    declare_tokens(*token);
  }

  void declare_accounts(CLI::App& user) {
    using namespace commands;
    command_on(user, "list", SchemaPolicy::must_be_current, [](auto& app, auto& console) { return list_users(app, console); });
    auto on_one = [&](std::string name, Work work) {
      auto* one = command_on(user, std::move(name), SchemaPolicy::must_be_current, std::move(work));
      one->add_option("--login", wishes_.login)->required();
      return one;
    };
    on_one("show", [this](auto& app, auto& console) { return show_user(app, console, wishes_.login); });
    auto* reset = on_one("reset-password", [this](auto& app, auto& console) { return reset_password(app, console, wishes_.login, wishes_.second_factor_too); });
    reset->add_flag("--second-factor", wishes_.second_factor_too);
    on_one("reset-second-factor", [this](auto& app, auto& console) { return reset_second_factor(app, console, wishes_.login); });
    on_one("disable", [this](auto& app, auto& console) { return set_user_disabled(app, console, wishes_.login, true); });
    on_one("enable", [this](auto& app, auto& console) { return set_user_disabled(app, console, wishes_.login, false); });
    auto* roles = on_one("roles", [this](auto& app, auto& console) { return set_user_roles(app, console, wishes_.login, wishes_.roles); });
    roles->add_option("--role", wishes_.roles)->required();
  }

  void declare_tokens(CLI::App& token) {
    using namespace commands;
    auto* list =
        command_on(token, "list", SchemaPolicy::must_be_current, [this](auto& app, auto& console) { return list_tokens(app, console, wishes_.login); });
    list->add_option("--login", wishes_.login)->required();
    auto* revoke = command_on(token, "revoke", SchemaPolicy::must_be_current,
                              [this](auto& app, auto& console) { return revoke_token(app, console, wishes_.login, wishes_.which_token); });
    revoke->add_option("--login", wishes_.login)->required();
    revoke->add_option("token", wishes_.which_token)->required();
  }

  void declare_work() {
    using namespace commands;
    auto* where_command =
        command_on(cli_, "where", SchemaPolicy::must_be_current, [this](auto& app, auto& console) { return where(app, console, wishes_.where); });
    where_command->add_option("text", wishes_.where)->required();
    auto const periods = CLI::IsMember({"year", "half", "quarter", "month", "week", "day"});
    auto* import_command =
        command_on(cli_, "import", SchemaPolicy::must_be_current, [this](auto& app, auto& console) { return import(app, console, wishes_.import); });
    import_command->add_option("kind", wishes_.import.kind)->required();
    import_command->add_option("file", wishes_.import.file)->required();
    import_command->add_flag("--dry-run", wishes_.import.dry_run);
    import_command->add_flag("--skip-bad-rows", wishes_.import.skip_bad_rows);
    import_command->add_option("--owner", wishes_.import.owner);
    import_command->add_flag("--despite-duplicates", wishes_.import.despite_duplicates);
    import_command->add_flag("--make-missing", wishes_.import.make_missing);
    import_command->add_option("--sheet", wishes_.import.sheet);
    import_command->add_option("--period", wishes_.import.period)->check(periods);
    import_command->add_option("--day", wishes_.import.day);
    import_command->add_option("--style", wishes_.import.style)->check(CLI::IsMember({"directive", "guiding", "participative", "delegating"}));
    import_command->add_option("--error-file", wishes_.import.error_file);
    auto* export_command =
        command_on(cli_, "export", SchemaPolicy::must_be_current, [this](auto& app, auto& console) { return export_(app, console, wishes_.export_); });
    export_command->add_option("kind", wishes_.export_.kind)->required();
    export_command->add_option("file", wishes_.export_.file)->required();
    export_command->add_option("--format", wishes_.export_.format)->check(CLI::IsMember({"csv", "xlsx", "pdf"}));
    export_command->add_option("--sheet", wishes_.export_.sheet);
    export_command->add_option("--period", wishes_.export_.period)->check(periods);
    export_command->add_option("--day", wishes_.export_.day);
    export_command->add_flag("--for-excel", wishes_.export_.for_excel);
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
  CLI::App cli_{"", "zhixing"};
};

}  // namespace

ExitCode run_command(std::vector<std::string> const& arguments, Console& console, Application* running) { return CommandLine(console, running).run(arguments); }

}  // namespace zx::app
