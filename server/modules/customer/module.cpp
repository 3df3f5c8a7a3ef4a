// customer's table of contents.

#include "modules/customer/api.hpp"
#include "modules/customer/customer.hpp"
#include "modules/customer/sql.hpp"

namespace zx::customer {
namespace {

using namespace org::roles;

std::vector<PermissionFacts> permission_facts() {
  return {
      {permissions::read,
       {{account_manager, Scope::self},
        {supervisor, Scope::department_and_below},
        {dispatcher, Scope::organization},
        {department_head, Scope::department_and_below},
        {executive, Scope::organization},
        {auditor, Scope::organization}}},
      {permissions::manage,
       {{account_manager, Scope::self},
        {supervisor, Scope::department_and_below},
        {department_head, Scope::department_and_below},
        {executive, Scope::organization}}},
      {permissions::products, {{administrator, Scope::organization}, {executive, Scope::organization}}},
  };
}

}  // namespace

Module module() {
  return {.name = "customer",
          .migrations = migrations(),
          .routes = &routes,
          .permissions = permission_facts(),
          .reactions = {},
          .jobs = {},
          .refusals = {{"customer_number", "customer.number_taken"}, {"product_code", "customer.product_code_taken"}}};
}

}  // namespace zx::customer
