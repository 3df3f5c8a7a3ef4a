#include "modules/work/sub_items.hpp"

#include "modules/work/sql.hpp"

namespace zx::work::sub_items {
namespace {

struct Above {
  std::string number;
  std::string state;
};
BOOST_DESCRIBE_STRUCT(Above, (), (number, state))

}  // namespace

Result<void> may_stand_below(Context const& ctx, WorkItemId parent) {
  auto const above = store::find_visible(ctx, parent, permissions::read);
  if (!above) return Refusal::invalid_field("parent_id", "work.parent_unknown");
  if (rules::is_closed(above->row.state)) return Refusal::invalid_field("parent_id", "work.parent_closed", {{"number", above->commitment.number}});
  return {};
}

Result<void> may_reopen(Context const& ctx, store::Item const& item) {
  if (!item.row.parent_id) return {};
  // Whoever reopens need not see the parent.
  ctx.db.execute(sql::lock_sub_items, {{"org", ctx.actor.organization}, {"parent", *item.row.parent_id}});
  auto const above = ctx.db.one<Above>(sql::parent_of_item, {{"org", ctx.actor.organization}, {"parent", *item.row.parent_id}});
  if (!above || above->state == "open") return {};
  return Refusal::conflict("work.parent_closed", {{"number", above->number}});
}

}  // namespace zx::work::sub_items
