#pragma once
// The only place that names every module.

#include <vector>

#include "modules/org/leaving.hpp"
#include "platform/module.hpp"

namespace zx::app {

/// The platform's own tables first, then the modules in the direction of their dependencies.
std::vector<Module> const& modules();

std::vector<db::Migration> all_migrations();
std::vector<PermissionFacts> all_permissions();
http::Routes all_routes();
/// What people have in hand and would have to hand over; in the order to show.
std::vector<org::Holding> all_holdings();

/// Gives the organization the roles and kinds of this version that it has not yet; at every start.
void ensure_shipped(Context const& ctx);
/// The organization with all that the modules begin with.
Result<org::MadeOrganization> make_organization(db::Transaction& tx, Services& services, org::NewOrganization const& form);

}  // namespace zx::app
