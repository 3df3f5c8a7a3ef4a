#pragma once
// The other nodes on the same PostgreSQL: what changes here is told to the pages open there, and the other way round.

#include <map>
#include <string>

#include "app/live_pages.hpp"
#include "platform/db/postgres_channel.hpp"

namespace zx::app {

/// Thread-safe. When something may have been missed, every page open here is asked to load again what it shows.
class Neighbours {
 public:
  Neighbours(std::string database_url, LivePages& pages);
  void start() { channel_.start(); }
  void stop() { channel_.stop(); }
  void tell(OrganizationId organization, std::string const& topic, std::string const& id);
  std::map<std::string, double> figures() const { return channel_.figures(); }

 private:
  db::PostgresChannel channel_;
};

}  // namespace zx::app
