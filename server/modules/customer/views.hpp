#pragma once
// A customer as it is shown. Private to customer.

#include "modules/customer/store.hpp"

namespace zx::customer::views {

CustomerView customer(ReadContext const& ctx, store::CustomerRow const& row);

}  // namespace zx::customer::views
