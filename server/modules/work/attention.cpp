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

}  // namespace zx::work
