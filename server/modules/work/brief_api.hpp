#pragma once
// Negotiation, lessons and the reports on briefs and flow over HTTP. Private to work.

#include "platform/http/routes.hpp"

namespace zx::work {
void brief_routes(http::Routes& routes);
}
