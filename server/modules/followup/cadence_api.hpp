#pragma once

#include "platform/http/routes.hpp"

namespace zx::followup {

/// Cadences, counterparts, giving up, the funnel by touch number, the daily block.
void cadence_routes(http::Routes& routes);

}  // namespace zx::followup
