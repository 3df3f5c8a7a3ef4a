#pragma once
// Urging letters over HTTP. Private to work.

#include "platform/http/routes.hpp"

namespace zx::work {
void letter_routes(http::Routes& routes);
}
