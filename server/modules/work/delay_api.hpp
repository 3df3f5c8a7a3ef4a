#pragma once

#include "platform/http/routes.hpp"

namespace zx::work {

/// Delay reports, their analysis, and what waits for one's own word.
void delay_routes(http::Routes& routes);

}  // namespace zx::work
