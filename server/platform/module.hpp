#pragma once
// What a module hands to the composition root: its table of contents. app/ is the only reader.

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/migrate.hpp"
#include "platform/events/events.hpp"
#include "platform/http/routes.hpp"
#include "platform/jobs/jobs.hpp"

namespace zx {

/// A permission and the scope each built-in role has it with when an organization is made ("staff" → self).
struct PermissionFacts {
  Permission permission;
  std::map<std::string_view, Scope> built_in;
};

struct Module {
  std::string_view name;
  std::span<db::Migration const> migrations;
  void (*routes)(http::Routes&) = nullptr;
  std::vector<PermissionFacts> permissions;
  std::vector<events::Reaction> reactions;
  std::vector<jobs::Job> jobs;
  /// Constraint name → refusal code.
  std::map<std::string, std::string> refusals;
};

}  // namespace zx
