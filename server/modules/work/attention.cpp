#include "modules/work/attention.hpp"

#include "platform/calendar/working_calendar.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/events/events.hpp"

namespace zx::work {
namespace {

void tell_one(Context const& ctx, store::Item const& item, std::string_view occasion, EmployeeId to, std::string_view note) {
  events::publish(ctx, AttentionAsked{.occasion = std::string(occasion),
                                      .occurrence = Uuid::v7().text(),
                                      .work_item = item.row.id,
                                      .number = item.commitment.number,
                                      .title = item.commitment.title,
                                      .by = ctx.actor.employee,
                                      .to = to,
                                      .note = std::string(note)});
}

}  // namespace

void ask_attention(Context const& ctx, store::Item const& item, std::string_view occasion, EmployeeId to, std::string_view note) {
  if (to != ctx.actor.employee && !to.is_nil()) tell_one(ctx, item, occasion, to, note);
}

void take_back(Context const& ctx, store::Item const& item, store::HandoffRow& handoff, std::string_view note) {
  handoff.withdrawn_at = ctx.now;
  store::end_unaccepted(ctx, handoff);
  // Also where the receiver did it: what was said of the offer is over.
  tell_one(ctx, item, "handoff_withdrawn", handoff.to_id, note);
}

std::string moment(ReadContext const& ctx, Instant at) {
  auto const zone = ctx.services.calendar_of(ctx.actor.organization)->zone();
  return calendar::local_date(at, zone).text() + " " + calendar::local_time(at, zone).text();
}

void tell_both(Context const& ctx, store::Item const& item, std::string_view occasion, std::string_view note) {
  ask_attention(ctx, item, occasion, item.commitment.handler_id, note);
  if (item.commitment.owner_id != item.commitment.handler_id) ask_attention(ctx, item, occasion, item.commitment.owner_id, note);
}

}  // namespace zx::work
