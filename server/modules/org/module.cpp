// org's table of contents.

#include "modules/org/api.hpp"
#include "modules/org/housekeeping.hpp"
#include "modules/org/leaving.hpp"
#include "modules/org/org.hpp"
#include "modules/org/sql.hpp"

namespace zx::org {
namespace {

using namespace roles;

std::vector<PermissionFacts> permission_facts() {
  constexpr auto all = Scope::organization;
  return {
      {permissions::read_people,
       {{staff, all},
        {account_manager, all},
        {supervisor, all},
        {dispatcher, all},
        {department_head, all},
        {executive, all},
        {hr, all},
        {administrator, all},
        {security_administrator, all},
        {auditor, all}}},
      {permissions::manage_people, {{hr, all}, {administrator, all}}},
      {permissions::manage_accounts, {{security_administrator, all}}},
      {permissions::manage_configuration, {{administrator, all}}},
      {permissions::read_audit, {{auditor, all}}},
  };
}

}  // namespace

Module module() {
  return {.name = "org",
          .migrations = migrations(),
          .routes = &zx::org::routes,
          .permissions = permission_facts(),
          .reactions = {},
          .jobs = {forget_expired(), hand_over_leavers()},
          .refusals = {{"department_name", "org.department_name_taken"},
                       {"position_name", "org.position_name_taken"},
                       {"employee_number", "org.employee_number_taken"},
                       {"user_login", "org.login_taken"},
                       {"user_employee", "org.employee_has_account"},
                       {"role_code", "org.role_code_taken"}}};
}

}  // namespace zx::org
