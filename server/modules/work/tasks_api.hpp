#pragma once
// Long work over HTTP: progress, result, cancellation. Private to work, the only module that starts tasks.

#include "platform/http/routes.hpp"

namespace zx::work {

void task_routes(http::Routes& routes);

}  // namespace zx::work
