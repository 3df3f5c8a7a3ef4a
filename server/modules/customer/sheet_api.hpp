#pragma once
// The routes of the customer sheet. Private to customer.

#include "platform/http/routes.hpp"

namespace zx::customer {

void sheet_routes(http::Routes& routes);

}  // namespace zx::customer
