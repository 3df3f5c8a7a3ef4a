#include "app/operating.hpp"

#include <sys/statvfs.h>
#include <unistd.h>

#include <fstream>

#include "modules/followup/followup.hpp"
#include "platform/base/json.hpp"
#include "platform/db/database.hpp"
#include "platform/db/schema_state.hpp"
#include "platform/log/log.hpp"

namespace zx::app {
namespace {

constexpr double least_free_bytes = 100.0 * (1 << 20);
constexpr double slow_request_seconds = 1.0;

double free_bytes(std::string const& directory) {
  struct statvfs disk {};
  if (statvfs(directory.c_str(), &disk) != 0) return 0;
  return static_cast<double>(disk.f_bavail) * static_cast<double>(disk.f_frsize);
}

double resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  double size = 0, resident = 0;
  statm >> size >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

http::Reply text_reply(int status, std::string content_type, std::string body) {
  http::Reply reply;
  reply.status = status;
  reply.content_type = std::move(content_type);
  reply.body = std::move(body);
  return reply;
}

}  // namespace

Operating::Operating(Services& services, std::vector<db::Migration> migrations) : services_(services), migrations_(std::move(migrations)) {
  auto resident = metrics_.gauge("zhixing_resident_bytes", "Resident memory of the process");
  auto disk = metrics_.gauge("zhixing_disk_free_bytes", "Free space where the data directory is");
  metrics_.before_exposition([resident, disk, this] {
    resident.set(resident_bytes());
    disk.set(free_bytes(services_.data_directory));
  });
}

void Operating::watch(std::string part, std::function<std::map<std::string, double>()> figures) {
  metrics_.before_exposition([this, part = std::move(part), figures = std::move(figures)] {
    for (auto const& [name, value] : figures()) gauge_of(part, name).set(value);
  });
}

/// "behind_seconds" or, with one label, "behind_seconds{job=\"events.forget\"}".
metrics::Gauge Operating::gauge_of(std::string const& part, std::string const& figure) {
  auto brace = figure.find('{');
  auto metric = "zhixing_" + part + "_" + figure.substr(0, brace);
  metrics::Labels labels;
  if (brace != std::string::npos) {
    auto equals = figure.find("=\"", brace);
    labels[figure.substr(brace + 1, equals - brace - 1)] = figure.substr(equals + 2, figure.size() - equals - 4);
  }
  return metrics_.gauge(metric, "See docs/running.md", labels);
}

std::optional<http::Reply> Operating::answer(http::Request const& request) {
  if (request.path == "/healthz") return text_reply(200, "text/plain; charset=utf-8", "ok\n");
  if (request.path == "/readyz") return ready();
  if (request.path == "/metrics") return text_reply(200, "text/plain; version=0.0.4; charset=utf-8", metrics_.text());
  return std::nullopt;
}

http::Reply Operating::ready() {
  json::Writer out;
  bool good = true;
  auto judge = [&](std::string_view part, bool ok, std::string_view reason) {
    good = good && ok;
    out.key(part);
    out.string(ok ? "ok" : reason);
  };
  out.begin_object();
  try {
    services_.database.check();
    bool const behind = followup::reminder_figures(services_).at("behind") > 0;
    judge("database", true, "");
    // A newer node may have migrated it already: then this one gets no more requests.
    judge("schema", db::is_current(services_.database, migrations_), "not this version's");
    // Told, not judged: with every node out of service nobody would be reminded either.
    out.key("reminders");
    out.string(behind ? "behind" : "ok");
  } catch (db::DatabaseError const& error) {
    log::error("ready.database", {{"error", error.what()}});
    judge("database", false, "unreachable");
  }
  judge("disk", free_bytes(services_.data_directory) > least_free_bytes, "less than 100 MiB free");
  out.end_object();
  return text_reply(good ? 200 : 503, "application/json", std::move(out).take());
}

void Operating::observe(http::Request const& request, std::string_view route, int status, double seconds) {
  auto status_class = std::to_string(status / 100) + "xx";
  metrics_.counter("zhixing_http_requests_total", "Requests answered", {{"route", std::string(route)}, {"status", status_class}}).add();
  metrics_.histogram("zhixing_http_request_seconds", "Time to answer", metrics::latency_buckets(), {{"route", std::string(route)}}).observe(seconds);
  if (seconds > slow_request_seconds) {
    log::warning("request.slow", {{"request_id", request.request_id}, {"route", std::string(route)}, {"seconds", seconds}, {"status", status}});
  }
}

}  // namespace zx::app
