#pragma once
// Open pages listening at /api/v1/stream; told (topic, id) after each commit, so that they load again what changed.
// Only names travel here, never contents: what a page then loads passes the permissions.

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "platform/access/actor.hpp"
#include "platform/http/message.hpp"

namespace zx::app {

/// Thread-safe.
class LivePages {
 public:
  void listen(OrganizationId organization, std::shared_ptr<http::EventStream> stream);
  void tell(OrganizationId organization, std::string const& topic, std::string const& id);
  /// Something may have been missed: every page, of whatever organization, loads again what it shows.
  void refresh_all();
  std::size_t listening() const;

 private:
  mutable std::mutex mutex_;
  std::unordered_map<OrganizationId, std::vector<std::shared_ptr<http::EventStream>>> streams_;
};

}  // namespace zx::app
