#pragma once
// What other verbs need of editing. Private to work.

#include "modules/work/store.hpp"

namespace zx::work::changing {

/// Owner and handler may edit; others need work.change or work.assign. Refuses work.change_not_yours.
Result<void> may_change(ReadContext const& ctx, store::Item const& item);

/// Another start and due time by the rules of editing, for a caller who has found that the actor is entitled to it otherwise.
Result<void> redate(Context& ctx, store::Item item, Instant start_at, Instant due_at);

}  // namespace zx::work::changing
