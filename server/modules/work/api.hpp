#pragma once

#include "platform/http/routes.hpp"

namespace zx::work {
void routes(http::Routes& routes);
}
