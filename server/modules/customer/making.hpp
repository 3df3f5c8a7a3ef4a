#pragma once
// A new customer without its view, for imports. Private to customer.

#include "modules/customer/store.hpp"

namespace zx::customer {

/// All that add_customer does but for telling the open pages.
Result<store::CustomerRow> make(Context& ctx, NewCustomerForm const& form);

}  // namespace zx::customer
