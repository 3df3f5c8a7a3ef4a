#pragma once
// Giving a work item up: the persistence guard of followup with the minimum of the item's kind. Private to work.

#include "modules/work/store.hpp"

namespace zx::work {

/// The owner cancels it with the supervisor's consent, without the right to cancel. Refuses followup.only_owner_gives_up,
/// work.give_up_needs_consent.
Result<WorkItemView> give_up(Context& ctx, WorkItemId id, std::string_view reason);

namespace giving_up {

/// Before it is cancelled, or closed after a refusal. A draft was never begun.
Result<void> check(Context const& ctx, store::Item const& item);
Result<followup::GiveUpRequestView> ask(Context& ctx, WorkItemId id, std::string_view reason);

}  // namespace giving_up
}  // namespace zx::work
