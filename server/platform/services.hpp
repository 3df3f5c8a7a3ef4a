#pragma once
// What the process has to work with, made once in app/ and passed along. Not a locator: only these, by name.

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <typeindex>
#include <unordered_map>

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

/// What modules keep in this process between requests: one object of each of their own (private) types, made on first
/// use. Thread-safe; what is kept must be so itself, and may be lost at any time.
class ModuleMemory {
 public:
  template <class T>
  T& of() {
    std::lock_guard lock(mutex_);
    auto& kept = kept_[typeid(T)];
    if (!kept) kept = std::make_shared<T>();
    return *static_cast<T*>(kept.get());
  }

 private:
  std::mutex mutex_;
  std::unordered_map<std::type_index, std::shared_ptr<void>> kept_;
};

struct Services {
  db::Database& database;
  Clock const& clock;
  Catalogue const& texts;
  auth::HashPool& hashing;
  /// The organization's working calendar as of now; never null.
  std::function<std::shared_ptr<calendar::WorkingCalendar const>(OrganizationId)> calendar_of;
  /// Tells the open pages of an organization, at every node, that something changed (after commit): topic "work_item", id.
  std::function<void(OrganizationId, std::string topic, std::string id)> notify_pages;
  /// Wakes the event dispatcher; set when it runs.
  std::function<void()> wake_dispatcher;
  /// Long work people start; null in a one-shot command, which does it at once instead.
  jobs::Tasks* tasks = nullptr;
  std::string data_directory;
  std::string public_url;  ///< without a slash at the end; empty = no links in mails and codes
  Milliseconds session_idle = std::chrono::hours(12);
  Milliseconds session_absolute = std::chrono::hours(168);
  /// Fills a new organization with the demo company, outside of any transaction; empty where only the command line can.
  std::function<Result<void>(OrganizationId)> load_demo;
  /// What the modules keep between requests.
  std::shared_ptr<ModuleMemory> memory = std::make_shared<ModuleMemory>();
};

}  // namespace zx
