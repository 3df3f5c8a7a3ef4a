#pragma once

#include "platform/http/routes.hpp"

namespace zx::goal {

void card_routes(http::Routes& routes);

}  // namespace zx::goal
