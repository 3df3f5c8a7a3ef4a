#pragma once

#include "platform/http/routes.hpp"

namespace zx::goal {

void target_routes(http::Routes& routes);

}  // namespace zx::goal
