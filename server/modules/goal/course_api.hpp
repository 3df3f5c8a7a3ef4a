#pragma once

#include "platform/http/routes.hpp"

namespace zx::goal {

/// Check-ins, exceptions, revisions, action plans, motivation.
void course_routes(http::Routes& routes);

}  // namespace zx::goal
