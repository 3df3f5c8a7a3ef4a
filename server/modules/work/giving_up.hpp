#pragma once
// Giving a work item up: the persistence guard of followup with the minimum of the item's kind. Private to work.

#include "modules/work/store.hpp"

namespace zx::work {

/// The owner cancels it without the right to cancel: after the kind's minimum of touches, or with the supervisor's consent. Refuses
/// followup.only_owner_gives_up, work.give_up_needs_consent, work.supervisor_cancels (a kind without a minimum).
Result<WorkItemView> give_up(Context& ctx, WorkItemId id, std::string_view reason);

namespace giving_up {

/// Before it is cancelled, or closed after a refusal. A draft was never begun.
Result<void> check(Context const& ctx, store::Item const& item);
/// What giving up needs beside being the owner.
Result<void> may_end_alone(ReadContext const& ctx, store::Item const& item);
/// Refuses work.supervisor_cancels for a kind without a minimum, and what `ask_to_give_up` refuses.
Result<followup::GiveUpRequestView> ask(Context& ctx, WorkItemId id, std::string_view reason);

}  // namespace giving_up
}  // namespace zx::work
