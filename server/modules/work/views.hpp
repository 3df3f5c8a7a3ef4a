#pragma once
// From rows to what the screens show. Private to work.

#include "modules/work/store.hpp"

namespace zx::work::views {

/// The whole item as the actor sees it.
Result<WorkItemView> item(ReadContext const& ctx, store::Item const& item);
HandoffView handoff(ReadContext const& ctx, store::HandoffRow const& row);

}  // namespace zx::work::views
