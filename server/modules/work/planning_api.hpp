#pragma once
// Dependencies and the plan of sub-items over HTTP. Private to work.

#include "platform/http/routes.hpp"

namespace zx::work {
void planning_routes(http::Routes& routes);
}
