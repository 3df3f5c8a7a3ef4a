#pragma once
// Kinds over HTTP. Private to work.

#include "platform/http/routes.hpp"

namespace zx::work {
void kind_routes(http::Routes& routes);
}
