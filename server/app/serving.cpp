#include "app/serving.hpp"

#include <unistd.h>

#include <filesystem>

#include "app/daily_backup.hpp"
#include "app/demo/company.hpp"
#include "app/live_pages.hpp"
#include "app/modules.hpp"
#include "app/neighbours.hpp"
#include "app/operating.hpp"
#include "modules/followup/followup.hpp"
#include "modules/org/org.hpp"
#include "platform/events/events.hpp"
#include "platform/http/networks.hpp"
#include "platform/http/router.hpp"
#include "platform/http/server.hpp"
#include "platform/http/static_files.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/log/log.hpp"
#include "version.hpp"
#include "web/dist/files.hpp"

namespace zx::app {
namespace {

http::ServerOptions server_options(config::Config const& config, Catalogue const& texts) {
  http::ServerOptions options;
  options.address = config.text("server.address");
  options.port = static_cast<std::uint16_t>(config.integer("server.port"));
  if (auto workers = config.integer("server.workers"); workers > 0) options.workers = static_cast<int>(workers);
  // An attachment or a photo of a follow-up (20 MiB), or a sheet of 100,000 rows.
  options.body_limits = {{"/api/v1/work-items/imports", 32u << 20}, {"/api/v1/target-sheets/imports", 32u << 20}, {"/api/v1/customers/imports", 32u << 20},
                         {"/api/v1/goal-cards/imports", 32u << 20}, {"/api/v1/employees/imports", 8u << 20},      {"/api/v1/attachments", 21u << 20},
                         {"/api/v1/follow-ups/", 21u << 20}};
  options.tls_certificate_file = config.text("server.tls_certificate");
  options.tls_key_file = config.text("server.tls_key");
  options.trusted_proxies = config.list("server.trusted_proxies");
  for (auto const& proxy : options.trusted_proxies)
    if (!http::is_network(proxy)) log::warning("server.proxy_not_understood", {{"entry", proxy}});
  options.text = [&texts](std::string_view language, std::string_view code) { return texts.text(language, code); };
  return options;
}

std::optional<http::Allowance> allowance(config::Config const& config) {
  auto const per_minute = static_cast<double>(config.integer("server.requests_per_minute"));
  if (per_minute == 0) return std::nullopt;
  return http::Allowance{.burst = std::max(1.0, per_minute / 2), .per_hour = per_minute * 60};
}

std::vector<events::Reaction> all_reactions() {
  std::vector<events::Reaction> all;
  for (auto const& module : modules()) all.insert(all.end(), module.reactions.begin(), module.reactions.end());
  return all;
}

std::vector<jobs::Job> all_jobs(config::Config const& config, Services& services) {
  std::vector<jobs::Job> all;
  if (auto backup = daily_backup(config, services)) all.push_back(std::move(*backup));
  for (auto const& module : modules()) all.insert(all.end(), module.jobs.begin(), module.jobs.end());
  return all;
}

/// The same after a restart, another on another machine or data directory.
std::string node_name(std::string const& data_directory) {
  char host[256] = {};
  gethostname(host, sizeof host - 1);
  return std::string(host) + ":" + std::filesystem::absolute(data_directory).string();
}

bool is_api(std::string_view path) { return path == "/api" || path.starts_with("/api/"); }

}  // namespace

struct Serving::Impl {
  Application& application;
  Services& services;
  std::string node;
  http::Routes routes = all_routes();
  std::string openapi = http::openapi(routes, version);
  LivePages pages;
  std::unique_ptr<Neighbours> neighbours;  ///< null where no other node can be: SQLite
  events::Dispatcher dispatcher;
  jobs::Scheduler scheduler;
  jobs::Tasks tasks;
  Operating operating;
  http::Authenticate authenticate;
  http::Router router;
  http::StaticFiles web;
  http::Server server;

  explicit Impl(Application& app)
      : application(app),
        services(app.services()),
        node(node_name(app.services().data_directory)),
        dispatcher(services, all_reactions()),
        scheduler(services, node, all_jobs(app.config(), services)),
        tasks(services, node),
        operating(services, all_migrations()),
        authenticate(org::authenticator(services)),
        router(
            services, routes, authenticate,
            [this](auto const& request, auto route, int status, double seconds) { operating.observe(request, route, status, seconds); },
            allowance(app.config())),
        web(zx::web::files()),
        server(server_options(app.config(), app.texts()), [this](http::Request const& request) { return handle(request); }) {
    if (services.database.engine() == db::Engine::postgres) neighbours = std::make_unique<Neighbours>(app.config().text("database.url"), pages);
    services.notify_pages = [this](OrganizationId organization, std::string topic, std::string id) {
      pages.tell(organization, topic, id);
      if (neighbours) neighbours->tell(organization, topic, id);
    };
    services.wake_dispatcher = [this] { dispatcher.wake(); };
    services.tasks = &tasks;
    services.load_demo = [this](OrganizationId organization) { return demo::load_demo(services, organization); };
    operating.watch("http", [this] { return server.figures(); });
    operating.watch("database", [this] { return services.database.figures(); });
    operating.watch("events", [this] { return dispatcher.figures(); });
    operating.watch("jobs", [this] { return scheduler.figures(); });
    operating.watch("backup", [this, backups = Backups(application.config())] { return backups.figures(services.clock.now()); });
    operating.watch("reminder", [this] { return followup::reminder_figures(services); });
    if (neighbours) operating.watch("neighbours", [this] { return neighbours->figures(); });
    operating.watch("pages", [this] { return std::map<std::string, double>{{"listening", static_cast<double>(pages.listening())}}; });
  }

  http::Reply handle(http::Request const& request) {
    if (request.path == "/api/v1/stream") return stream(request);
    if (request.path == "/api/openapi.json")
      return {.status = 200, .content_type = "application/json", .headers = {}, .body = {}, .fixed_body = openapi, .stream = {}};
    if (request.path == "/api/docs") return docs(request);
    if (is_api(request.path)) return router.handle(request);
    if (auto reply = operating.answer(request)) return std::move(*reply);
    if (auto reply = web.find(request)) return std::move(*reply);
    return router.handle(request);
  }

  /// A page of its own among the web files.
  http::Reply docs(http::Request request) {
    request.path = "/api-docs.html";
    auto page = web.find(request);
    return page ? std::move(*page) : router.refuse(Refusal::not_found("request.no_such_route"), request);
  }

  http::Reply stream(http::Request const& request) {
    auto actor = authenticate(services, request);
    if (!actor) return router.refuse(actor.refusal(), request);
    if (!*actor) return router.refuse(Refusal::unauthenticated("session.required"), request);
    http::Reply reply;
    reply.content_type = "text/event-stream";
    reply.stream = [this, organization = (*actor)->organization](std::shared_ptr<http::EventStream> stream) { pages.listen(organization, std::move(stream)); };
    return reply;
  }
};

Serving::Serving(Application& application) : impl_(std::make_unique<Impl>(application)) {}
Serving::~Serving() { stop(); }

void Serving::start() {
  if (impl_->neighbours) impl_->neighbours->start();
  impl_->server.start();
  impl_->tasks.start();
  impl_->dispatcher.start();
  impl_->scheduler.start();
  log::info("server.started", {{"address", impl_->application.config().text("server.address")}, {"port", impl_->server.port()}, {"version", version}});
}

std::uint16_t Serving::port() const { return impl_->server.port(); }

void Serving::stop() {
  impl_->server.stop();
  impl_->scheduler.stop();
  impl_->dispatcher.stop();
  impl_->tasks.stop();
  if (impl_->neighbours) impl_->neighbours->stop();
}

}  // namespace zx::app
