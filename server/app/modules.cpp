#include "app/modules.hpp"

#include "app/platform_module.hpp"
#include "modules/customer/customer.hpp"
#include "modules/customer/leaving.hpp"
#include "modules/followup/followup.hpp"
#include "modules/followup/leaving.hpp"
#include "modules/goal/goal.hpp"
#include "modules/goal/leaving.hpp"
#include "modules/notify/notify.hpp"
#include "modules/org/org.hpp"
#include "modules/work/leaving.hpp"
#include "modules/work/work.hpp"

namespace zx::app {

std::vector<Module> const& modules() {
  static std::vector<Module> const all = [] {
    auto list = platform_modules();
    list.push_back(org::module());
    list.push_back(followup::module());
    list.push_back(work::module());
    list.push_back(customer::module());
    list.push_back(goal::module());
    list.push_back(notify::module());
    return list;
  }();
  return all;
}

std::vector<db::Migration> all_migrations() {
  std::vector<db::Migration> all;
  for (auto const& module : modules()) all.insert(all.end(), module.migrations.begin(), module.migrations.end());
  return all;
}

std::vector<PermissionFacts> all_permissions() {
  std::vector<PermissionFacts> all;
  for (auto const& module : modules()) all.insert(all.end(), module.permissions.begin(), module.permissions.end());
  return all;
}

http::Routes all_routes() {
  http::Routes routes;
  for (auto const& module : modules()) {
    if (module.routes) module.routes(routes);
  }
  return routes;
}

std::vector<org::Holding> all_holdings() {
  std::vector<org::Holding> all;
  for (auto of_module : {&work::holdings, &customer::holdings, &goal::holdings, &followup::holdings, &org::holdings}) {
    auto holdings = of_module();
    all.insert(all.end(), holdings.begin(), holdings.end());
  }
  return all;
}

void ensure_shipped(Context const& ctx) {
  org::ensure_built_in_roles(ctx, all_permissions());
  work::ensure_kinds(ctx);
}

Result<org::MadeOrganization> make_organization(db::Transaction& tx, Services& services, org::NewOrganization const& form) {
  auto made = TRY(org::make_organization(tx, services, form, all_permissions()));
  auto const system = org::system_actor(tx, services);
  work::ensure_kinds(Context{system, services.clock.now(), tx, services});
  return made;
}

}  // namespace zx::app
