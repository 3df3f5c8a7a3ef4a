#include "modules/org/positions.hpp"

#include "modules/org/rules.hpp"
#include "modules/org/sql.hpp"
#include "platform/base/pinyin.hpp"
#include "platform/base/text.hpp"

namespace zx::org {
namespace {

constexpr std::size_t longest_name = 80;

Result<std::string> name_in(std::string_view typed) {
  std::vector<FieldError> errors;
  rules::check_text(errors, "name", typed, longest_name);
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  return std::string(text::trim(typed));
}

void tell_pages(Context const& ctx, PositionId id) {
  ctx.db.after_commit([&services = ctx.services, org = ctx.actor.organization, id = id.text()] { services.notify_pages(org, "position", id); });
}

/// Everybody's own history says what they are called now.
void tell_holders(Context const& ctx, PositionView const& from, PositionView const& into) {
  auto const holders = ctx.db.all<EmployeeId>(sql::holders_of_position, {{"org", ctx.actor.organization}, {"position", from.id}});
  for (auto id : holders) timeline::append(ctx, {"employee", id.uuid}, "employee.changed", {{"position_id", from.name, into.name}});
}

}  // namespace

std::vector<PositionView> positions(ReadContext const& ctx) {
  db::Composed statement(sql::positions);
  statement += sql::positions_in_order;
  return ctx.db.all<PositionView>(statement, {{"org", ctx.actor.organization}});
}

Result<PositionView> show_position(ReadContext const& ctx, PositionId id) {
  db::Composed statement(sql::positions);
  statement += sql::of_position;
  auto found = ctx.db.one<PositionView>(statement, {{"org", ctx.actor.organization}, {"id", id}});
  if (!found) return Refusal::not_found("org.position_not_found");
  return std::move(*found);
}

Result<PositionView> add_position(Context const& ctx, PositionForm const& form) {
  PositionView position{.id = PositionId::make(), .name = TRY(name_in(form.name))};
  ctx.db.enqueue(sql::insert_position,
                 {{"org", ctx.actor.organization}, {"id", position.id}, {"name", position.name}, {"sort_key", sort_key(position.name)}, {"now", ctx.now}});
  timeline::append(ctx, {"position", position.id.uuid}, "position.added", {{"name", "", position.name}});
  tell_pages(ctx, position.id);
  return position;
}

Result<PositionId> position_called(Context const& ctx, std::string_view name) {
  auto found = ctx.db.one<PositionId>(sql::position_called, {{"org", ctx.actor.organization}, {"name", text::trim(name)}});
  if (found) return *found;
  return TRY(add_position(ctx, {std::string(name)})).id;
}

Result<PositionView> rename_position(Context const& ctx, PositionId id, std::int64_t version, PositionPatch const& patch) {
  auto const before = TRY(show_position(ctx, id));
  auto const name = TRY(name_in(patch.name.value_or(before.name)));
  TRY(changed_or_stale(
      ctx.db.execute(sql::update_position, {{"org", ctx.actor.organization}, {"id", id}, {"version", version}, {"name", name}, {"sort_key", sort_key(name)}})));
  timeline::append(ctx, {"position", id.uuid}, "position.renamed", {{"name", before.name, name}});
  tell_pages(ctx, id);
  return show_position(ctx, id);
}

Result<PositionView> merge_position(Context const& ctx, PositionId id, PositionMerge const& form) {
  if (form.into_id == id) return Refusal::invalid_field("into_id", "org.position_into_itself");
  auto const from = TRY(show_position(ctx, id));
  auto const into = show_position(ctx, form.into_id);
  if (!into) return Refusal::invalid_field("into_id", "org.position_unknown");
  tell_holders(ctx, from, *into);
  ctx.db.execute(sql::move_position, {{"org", ctx.actor.organization}, {"position", id}, {"into", into->id}});
  TRY(changed_or_stale(ctx.db.execute(sql::delete_position, {{"org", ctx.actor.organization}, {"id", id}, {"version", from.version}})));
  timeline::append(ctx, {"position", into->id.uuid}, "position.merged", {{"name", from.name, into->name}});
  tell_pages(ctx, into->id);
  return show_position(ctx, into->id);
}

Result<void> remove_position(Context const& ctx, PositionId id, std::int64_t version) {
  auto const position = TRY(show_position(ctx, id));
  if (position.people > 0) return Refusal::conflict("org.position_in_use", {{"people", std::to_string(position.people)}});
  TRY(changed_or_stale(ctx.db.execute(sql::delete_position, {{"org", ctx.actor.organization}, {"id", id}, {"version", version}})));
  timeline::append(ctx, {"position", id.uuid}, "position.removed", {{"name", position.name, ""}});
  tell_pages(ctx, id);
  return {};
}

}  // namespace zx::org
