#pragma once
// What making an item asks, for those who make it later. Private to work.

#include "modules/work/work.hpp"

namespace zx::work::creating {

/// Refuses what `create` would refuse, and makes nothing.
Result<void> check(Context const& ctx, NewWorkItemForm const& form, Source source);

}  // namespace zx::work::creating
