// goal's table of contents.

#include "modules/goal/card_api.hpp"
#include "modules/goal/goal.hpp"
#include "modules/goal/goal_reactions.hpp"
#include "modules/goal/sql.hpp"
#include "modules/goal/target_api.hpp"

namespace zx::goal {
namespace {

using namespace org::roles;

std::vector<PermissionFacts> permission_facts() {
  return {
      {permissions::read,
       {{staff, Scope::self},
        {account_manager, Scope::self},
        {supervisor, Scope::department_and_below},
        {dispatcher, Scope::self},
        {department_head, Scope::department_and_below},
        {executive, Scope::organization},
        {hr, Scope::organization},
        {administrator, Scope::self},
        {security_administrator, Scope::self},
        {auditor, Scope::organization}}},
      {permissions::write,
       {{staff, Scope::self},
        {account_manager, Scope::self},
        {supervisor, Scope::department_and_below},
        {dispatcher, Scope::self},
        {department_head, Scope::department_and_below},
        {executive, Scope::organization},
        {hr, Scope::organization},
        {administrator, Scope::self},
        {security_administrator, Scope::self}}},
      {permissions::supervise, {{supervisor, Scope::direct_reports}, {department_head, Scope::department_and_below}, {executive, Scope::organization}}},
      {permissions::plan, {{supervisor, Scope::department_and_below}, {department_head, Scope::department_and_below}, {executive, Scope::organization}}},
      {permissions::measures, {{department_head, Scope::organization}, {executive, Scope::organization}, {administrator, Scope::organization}}},
  };
}

void routes(http::Routes& routes) {
  card_routes(routes);
  target_routes(routes);
}

}  // namespace

Module module() {
  return {.name = "goal", .migrations = migrations(), .routes = &routes, .permissions = permission_facts(), .reactions = card_reactions(), .jobs = {}, .refusals = {{"measure_code", "target.measure_code_taken"}, {"goal_card_once", "goal.period_taken"}, {"goal_revision_waiting", "goal.revision_waiting"}}};
}

}  // namespace zx::goal
