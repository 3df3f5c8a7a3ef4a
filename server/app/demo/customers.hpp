#pragma once
// Whom the demo company works for: owners' committees, office tenants and shops, and what it offers them.

#include "app/demo/staff.hpp"
#include "app/demo/story.hpp"

namespace zx::app::demo {

/// Sixty customers with contacts, five products and a handover, over the last half year.
Result<void> win_customers(Context& ctx, Actors const& actors, Past const& on);

}  // namespace zx::app::demo
