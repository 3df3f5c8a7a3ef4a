#pragma once

#include "platform/http/routes.hpp"

namespace zx::org {
void routes(http::Routes& routes);

void people_routes(http::Routes& routes);
void people_sheet_routes(http::Routes& routes);
void account_routes(http::Routes& routes);
void own_routes(http::Routes& routes);
void second_factor_routes(http::Routes& routes);
void settings_routes(http::Routes& routes);
}  // namespace zx::org
