#include "modules/followup/reactions.hpp"

#include "modules/followup/reminders.hpp"
#include "modules/org/events.hpp"

namespace zx::followup {
namespace {

/// Times worked out by the old calendar would still be kept clear of the new nights, but would come too late or too soon.
Result<void> work_out_times_anew(Context& ctx, org::CalendarChanged const&) {
  reminders::recount_all(ctx, every_kind);
  return {};
}

}  // namespace

std::vector<events::Reaction> reactions() { return {events::on<org::CalendarChanged>("followup.work_out_times_anew", work_out_times_anew)}; }

}  // namespace zx::followup
