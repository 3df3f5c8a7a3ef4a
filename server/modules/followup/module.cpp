// followup's table of contents.

#include "modules/followup/api.hpp"
#include "modules/followup/firing.hpp"
#include "modules/followup/followup.hpp"
#include "modules/followup/reactions.hpp"
#include "modules/followup/sql.hpp"

namespace zx::followup {
namespace {

using namespace org::roles;

std::vector<PermissionFacts> permission_facts() {
  return {
      {permissions::read,
       {{staff, Scope::self},
        {account_manager, Scope::self},
        {supervisor, Scope::department_and_below},
        {dispatcher, Scope::organization},
        {department_head, Scope::department_and_below},
        {executive, Scope::organization},
        {hr, Scope::self},
        {administrator, Scope::self},
        {security_administrator, Scope::self},
        {auditor, Scope::organization}}},
      {permissions::record,
       {{staff, Scope::self},
        {account_manager, Scope::self},
        {supervisor, Scope::department_and_below},
        {dispatcher, Scope::organization},
        {department_head, Scope::department_and_below},
        {executive, Scope::organization},
        {hr, Scope::self},
        {administrator, Scope::self},
        {security_administrator, Scope::self}}},
  };
}

}  // namespace

Module module() {
  return {.name = "followup",
          .migrations = migrations(),
          .routes = &routes,
          .permissions = permission_facts(),
          .reactions = reactions(),
          .jobs = {remind()},
          .refusals = {{"commitment_number", "followup.number_taken"}, {"give_up_request_pending", "followup.give_up_waiting"}}};
}

}  // namespace zx::followup
