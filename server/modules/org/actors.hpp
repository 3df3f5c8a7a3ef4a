#pragma once
// From an account to the Actor its requests run as. Private to org.

#include <set>

#include "modules/org/org.hpp"

namespace zx::org {

/// Nothing for an account that is unknown or disabled, or whose employee has left: all its ways in are closed at once.
std::optional<Actor> find_actor(db::Executor& db, OrganizationId organization, UserId user, Instant now);

struct OrganizationRow {
  OrganizationId id;
  std::string name;
  std::string time_zone;
  std::string language;
  bool small_organization = false;
  EmployeeId default_owner_id;
  bool second_factor_required = true;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(OrganizationRow, (), (id, name, time_zone, language, small_organization, default_owner_id, second_factor_required, version))

OrganizationRow organization_of(db::Executor& db, OrganizationId organization);
Actor system_actor_of(OrganizationRow const& organization);

}  // namespace zx::org
