#include "modules/followup/followup.hpp"
#include "modules/followup/recipients.hpp"
#include "platform/calendar/working_calendar.hpp"
#include "platform/calendar/zone.hpp"

namespace zx::followup {

std::optional<EmployeeId> stand_in_of(ReadContext const& ctx, EmployeeId person) {
  auto const today = calendar::local_date(ctx.now, ctx.services.calendar_of(ctx.actor.organization)->zone());
  auto const deputies = org::deputies_on(ctx, today);
  if (!deputies.contains(person)) return std::nullopt;
  auto const present = present_for(person, {*org::chart_of(ctx), deputies, today});
  return present == person ? std::nullopt : std::optional(present);
}

}  // namespace zx::followup
