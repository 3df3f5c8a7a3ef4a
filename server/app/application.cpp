#include "app/application.hpp"

#include <filesystem>

#include "app/modules.hpp"
#include "i18n/files.hpp"
#include "modules/notify/notify.hpp"
#include "modules/org/org.hpp"
#include "platform/db/migrate.hpp"

namespace zx::app {
namespace {

/// "en/work.json" → "en"
std::string_view language_of(std::string_view path) { return path.substr(0, path.find('/')); }

std::string database_url(config::Config const& config) {
  auto const& url = config.text("database.url");
  return url.empty() ? "sqlite:" + (std::filesystem::path(config.text("data.directory")) / "zhixing.db").string() : url;
}

/// Paths are appended to it, and they begin with a slash.
std::string public_url(config::Config const& config) {
  auto url = config.text("server.public_url");
  while (url.ends_with('/')) url.pop_back();
  return url;
}

std::string secret_key_file(config::Config const& config) {
  auto const& file = config.text("data.secret_key_file");
  return file.empty() ? (std::filesystem::path(config.text("data.directory")) / "secret.key").string() : file;
}

Result<void> bring_schema_up(db::Database& database, SchemaPolicy policy, Instant now) {
  auto migrations = all_migrations();
  try {
    if (policy == SchemaPolicy::migrate) {
      db::migrate(database, migrations, now);
    } else if (!db::pending(database, migrations).empty()) {
      return Refusal::conflict("schema.outdated");
    }
  } catch (db::SchemaMismatch const& mismatch) { return Refusal::conflict("schema.mismatch", {{"reason", mismatch.what()}}); }
  return {};
}

}  // namespace

Catalogue embedded_texts() {
  Catalogue texts;
  for (auto const& file : texts::files()) {
    auto path = file.path;
    if (path.starts_with('/')) path.remove_prefix(1);
    texts.add(language_of(path), file.content);
  }
  return texts;
}

Application::Application(config::Config config) : config_(std::move(config)), texts_(embedded_texts()) {}
Application::~Application() = default;

Result<std::unique_ptr<Application>> Application::open(config::Config config, SchemaPolicy policy) {
  std::unique_ptr<Application> application(new Application(std::move(config)));
  auto const& settings = application->config_;
  try {
    application->lock_.emplace(settings.text("data.directory"));
  } catch (db::DataDirectoryBusy const& busy) { return Refusal::of(RefusalKind::unavailable, "data.in_use", {{"reason", busy.what()}}); }
  application->database_ = db::Database::open({.url = database_url(settings),
                                               .readers = static_cast<int>(settings.integer("database.readers")),
                                               .connections = static_cast<int>(settings.integer("database.connections"))});
  application->services_ = std::make_unique<Services>(Services{.database = *application->database_,
                                                               .clock = application->clock_,
                                                               .texts = application->texts_,
                                                               .hashing = application->hashing_,
                                                               .calendar_of = {},
                                                               .notify_pages = [](OrganizationId, std::string, std::string) {},
                                                               .wake_dispatcher = [] {},
                                                               .tasks = nullptr,
                                                               .data_directory = settings.text("data.directory"),
                                                               .public_url = public_url(settings),
                                                               .session_idle = std::chrono::minutes(settings.integer("session.idle_minutes")),
                                                               .session_absolute = std::chrono::hours(settings.integer("session.absolute_hours"))});
  auto& services = *application->services_;
  services.calendar_of = [&services](OrganizationId organization) { return org::calendar_of(services, organization); };
  org::know_holdings(services, all_holdings());
  TRY(bring_schema_up(*application->database_, policy, services.clock.now()));
  TRY(notify::keep_secrets_with(services, secret_key_file(settings), settings.boolean("data.forget_secrets")));
  if (policy == SchemaPolicy::migrate) TRY(application->bring_roles_up());
  for (auto const& module : modules()) {
    for (auto const& [constraint, code] : module.refusals) application->database_->refuse_as(constraint, code);
  }
  return application;
}

Result<void> Application::bring_roles_up() {
  auto system = system_actor();
  if (!system) return {};  // before `init`
  return write(*system, [](Context& ctx) -> Result<void> {
    ensure_shipped(ctx);
    return {};
  });
}

Result<Actor> Application::system_actor() {
  return services_->database.read([&](db::Executor& executor) -> Result<Actor> {
    if (!org::only_organization(executor)) return Refusal::conflict("organization.missing");
    return org::system_actor(executor, *services_);
  });
}

}  // namespace zx::app
