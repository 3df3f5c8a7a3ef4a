#pragma once

#include "platform/http/routes.hpp"

namespace zx::customer {

void routes(http::Routes& routes);

}  // namespace zx::customer
