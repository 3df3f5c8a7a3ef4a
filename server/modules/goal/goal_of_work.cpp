#include "modules/goal/goal_of_work.hpp"

#include "modules/goal/card_store.hpp"
#include "modules/goal/sql.hpp"

namespace zx::goal {
namespace {

struct ActionOfWorkRow {
  GoalItemId item_id;
  std::string what;
};
BOOST_DESCRIBE_STRUCT(ActionOfWorkRow, (), (item_id, what))

}  // namespace

std::vector<GoalOfWork> goal_of_work(ReadContext const& ctx, work::WorkItemId id) {
  db::Composed statement(sql::actions);
  statement += sql::action_of_work;
  auto const action = ctx.db.one<ActionOfWorkRow>(statement, {{"org", ctx.actor.organization}, {"work_item", id}});
  if (!action) return {};
  auto const item = store::find_item(ctx, action->item_id);
  if (!item) return {};
  return {{item->card.id, item->card.number, item->row.id, item->row.what, action->what, item->card.person_name}};
}

}  // namespace zx::goal
