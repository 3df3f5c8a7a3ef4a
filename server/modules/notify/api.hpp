#pragma once

#include "platform/http/routes.hpp"

namespace zx::notify {

void routes(http::Routes& routes);

}  // namespace zx::notify
