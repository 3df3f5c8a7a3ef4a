#pragma once
// The only place that names every module.

#include <vector>

#include "platform/module.hpp"

namespace zx::app {

/// The platform's own tables first, then the modules in the direction of their dependencies.
std::vector<Module> const& modules();

std::vector<db::Migration> all_migrations();
std::vector<PermissionFacts> all_permissions();
http::Routes all_routes();

}  // namespace zx::app
