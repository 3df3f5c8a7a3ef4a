// work's table of contents.

#include "modules/work/api.hpp"
#include "modules/work/reactions.hpp"
#include "modules/work/series_api.hpp"
#include "modules/work/sheet_api.hpp"
#include "modules/work/sql.hpp"
#include "modules/work/work.hpp"

namespace zx::work {
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
      {permissions::create,
       {{staff, Scope::self},
        {account_manager, Scope::self},
        {supervisor, Scope::department_and_below},
        {dispatcher, Scope::organization},
        {department_head, Scope::department_and_below},
        {executive, Scope::organization},
        {hr, Scope::self},
        {administrator, Scope::self},
        {security_administrator, Scope::self}}},
      {permissions::change,
       {{supervisor, Scope::department_and_below},
        {dispatcher, Scope::organization},
        {department_head, Scope::department_and_below},
        {executive, Scope::organization}}},
      {permissions::assign,
       {{supervisor, Scope::department_and_below},
        {dispatcher, Scope::organization},
        {department_head, Scope::department_and_below},
        {executive, Scope::organization}}},
      {permissions::cancel, {{supervisor, Scope::department_and_below}, {department_head, Scope::department_and_below}, {executive, Scope::organization}}},
      {permissions::import,
       {{supervisor, Scope::department_and_below},
        {dispatcher, Scope::organization},
        {department_head, Scope::department_and_below},
        {executive, Scope::organization}}},
  };
}

}  // namespace

Module module() {
  return {.name = "work",
          .migrations = migrations(),
          .routes = &routes,
          .permissions = permission_facts(),
          .reactions = reactions(),
          .jobs = {forget_error_files(), make_series_items()},
          .refusals = {{"handoff_pending", "work.handoff_pending"},
                       {"saved_view_name", "work.saved_view_name_taken"},
                       {"work_kind_code", "work.kind_code_taken"},
                       {"date_proposal_open", "work.proposal_waiting"},
                       {"delay_report_open", "work.delay_report_waiting"}}};
}

}  // namespace zx::work
