#include "modules/org/people.hpp"
#include "modules/org/rules.hpp"
#include "modules/org/sql.hpp"
#include "platform/base/pinyin.hpp"
#include "platform/base/text.hpp"

namespace zx::org {

std::vector<PositionView> positions(ReadContext const& ctx) { return ctx.db.all<PositionView>(sql::positions, {{"org", ctx.actor.organization}}); }

Result<PositionView> add_position(Context const& ctx, PositionForm const& form) {
  std::vector<FieldError> errors;
  rules::check_text(errors, "name", form.name, 80);
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  PositionView position{PositionId::make(), std::string(text::trim(form.name))};
  ctx.db.enqueue(sql::insert_position,
                 {{"org", ctx.actor.organization}, {"id", position.id}, {"name", position.name}, {"sort_key", sort_key(position.name)}, {"now", ctx.now}});
  timeline::append(ctx, {"position", position.id.uuid}, "position.added", {{"name", "", position.name}});
  return position;
}

Result<PositionId> position_called(Context const& ctx, std::string_view name) {
  auto found = ctx.db.one<PositionView>(sql::position_called, {{"org", ctx.actor.organization}, {"name", text::trim(name)}});
  if (found) return found->id;
  return TRY(add_position(ctx, {std::string(name)})).id;
}

}  // namespace zx::org
