#include "modules/work/attention.hpp"

#include "platform/events/events.hpp"

namespace zx::work {

void ask_attention(Context const& ctx, store::Item const& item, std::string_view occasion, EmployeeId to, std::string_view note) {
  if (to == ctx.actor.employee || to.is_nil()) return;
  events::publish(ctx, AttentionAsked{.occasion = std::string(occasion),
                                      .occurrence = Uuid::v7().text(),
                                      .work_item = item.row.id,
                                      .number = item.commitment.number,
                                      .title = item.commitment.title,
                                      .by = ctx.actor.employee,
                                      .to = to,
                                      .note = std::string(note)});
}

void tell_both(Context const& ctx, store::Item const& item, std::string_view occasion, std::string_view note) {
  ask_attention(ctx, item, occasion, item.commitment.handler_id, note);
  if (item.commitment.owner_id != item.commitment.handler_id) ask_attention(ctx, item, occasion, item.commitment.owner_id, note);
}

}  // namespace zx::work
