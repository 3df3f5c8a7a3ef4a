#pragma once
// The status page, the request form and the desk behind them over HTTP. Private to work.

#include "platform/http/routes.hpp"

namespace zx::work {
void public_routes(http::Routes& routes);
}
