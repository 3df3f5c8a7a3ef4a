#pragma once
// What stands below what. Private to work.

#include "modules/work/store.hpp"

namespace zx::work::sub_items {

/// An open item stands only below an open one: a done parent says that all below it is done. Refuses the field `parent_id` as
/// work.parent_unknown or work.parent_closed; locks the parent, so that it is not closed meanwhile.
Result<void> may_stand_below(Context const& ctx, WorkItemId parent);

/// The same for an item that is to be opened again: refuses work.parent_closed with the parent's number.
Result<void> may_reopen(Context const& ctx, store::Item const& item);

}  // namespace zx::work::sub_items
