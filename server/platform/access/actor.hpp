#pragma once
// Who asks, and how far they may see. Filled by the org module at authentication; read by every query.

#include <map>
#include <string>
#include <string_view>

#include "platform/base/described.hpp"
#include "platform/base/uuid.hpp"

namespace zx {

using OrganizationId = Id<struct OrganizationTag>;
using UserId = Id<struct UserTag>;
using EmployeeId = Id<struct EmployeeTag>;
using DepartmentId = Id<struct DepartmentTag>;

/// How far a permission reaches, narrowest first. Each includes the ones before it.
enum class Scope { none, self, direct_reports, department, department_and_below, organization };
BOOST_DESCRIBE_ENUM(Scope, none, self, direct_reports, department, department_and_below, organization)

/// The name of something that may be allowed ("work.read"). Declared once per module as a constant.
struct Permission {
  std::string_view name;
};

struct Actor {
  OrganizationId organization;
  UserId user;  ///< nil for the system itself (jobs, command line)
  EmployeeId employee;
  DepartmentId department;      ///< nil when the employee stands outside the tree
  std::string name;             ///< shown on the timeline
  std::string language = "zh";  ///< "zh" or "en"
  std::string time_zone = "Asia/Shanghai";
  std::map<std::string, Scope, std::less<>> grants;
  bool is_system = false;  ///< may do everything within the organization

  Scope reach(Permission permission) const {
    if (is_system) return Scope::organization;
    auto found = grants.find(permission.name);
    return found == grants.end() ? Scope::none : found->second;
  }
  bool may(Permission permission) const { return reach(permission) != Scope::none; }
};

}  // namespace zx
