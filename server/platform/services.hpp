#pragma once
// What the process has to work with, made once in app/ and passed along. Not a locator: only these, by name.

#include <functional>
#include <memory>
#include <string>

#include "platform/access/actor.hpp"
#include "platform/base/result.hpp"
#include "platform/base/time.hpp"

namespace zx {

class Catalogue;
namespace db {
class Database;
}
namespace calendar {
class WorkingCalendar;
}
namespace auth {
class HashPool;
}
namespace jobs {
class Tasks;
}
namespace org {
struct Memory;
}

struct Services {
  db::Database& database;
  Clock const& clock;
  Catalogue const& texts;
  auth::HashPool& hashing;
  /// The organization's working calendar as of now; never null.
  std::function<std::shared_ptr<calendar::WorkingCalendar const>(OrganizationId)> calendar_of;
  /// Tells the open pages of an organization that something changed (after commit): topic "work_item", id.
  std::function<void(OrganizationId, std::string topic, std::string id)> notify_pages;
  /// Wakes the event dispatcher; set when it runs.
  std::function<void()> wake_dispatcher;
  /// Long work people start; null in a one-shot command, which does it at once instead.
  jobs::Tasks* tasks = nullptr;
  std::string data_directory;
  std::string public_url;  ///< without a slash at the end; empty = take it from the request
  Milliseconds session_idle = std::chrono::hours(12);
  Milliseconds session_absolute = std::chrono::hours(168);
  /// Fills a new organization with the demo company, outside of any transaction; empty where only the command line can.
  std::function<Result<void>(OrganizationId)> load_demo;
  /// What org keeps between requests (actors, calendars); made and read by org alone.
  std::shared_ptr<org::Memory> org_memory;
};

}  // namespace zx
