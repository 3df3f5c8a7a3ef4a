#pragma once
// /healthz (alive), /readyz (can serve), /metrics (Prometheus), and the request figures behind them.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/db/migrate.hpp"
#include "platform/http/message.hpp"
#include "platform/metrics/metrics.hpp"
#include "platform/services.hpp"

namespace zx::app {

class Operating {
 public:
  Operating(Services& services, std::vector<db::Migration> migrations);

  /// Exposes these figures as gauges zhixing_<part>_<name>.
  void watch(std::string part, std::function<std::map<std::string, double>()> figures);

  /// The reply to one of the three paths; nothing for others.
  std::optional<http::Reply> answer(http::Request const& request);

  void observe(http::Request const& request, std::string_view route, int status, double seconds);

 private:
  http::Reply ready();
  metrics::Gauge gauge_of(std::string const& part, std::string const& figure);

  Services& services_;
  std::vector<db::Migration> migrations_;
  metrics::Registry metrics_;
};

}  // namespace zx::app
