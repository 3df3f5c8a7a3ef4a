#pragma once

#include <vector>

#include "platform/module.hpp"

namespace zx::app {

/// The platform's parts that own tables, as modules without routes.
std::vector<Module> platform_modules();

}  // namespace zx::app
