#include "modules/work/dependencies.hpp"

#include <map>

#include "modules/work/changing.hpp"
#include "modules/work/critical_path.hpp"
#include "modules/work/sql.hpp"
#include "modules/work/store.hpp"

namespace zx::work {
namespace {

constexpr std::int64_t most_lag_minutes = 525'600;
constexpr std::size_t most_named = 5;

struct Edge {
  WorkItemId item_id;
  WorkItemId after_id;
};
BOOST_DESCRIBE_STRUCT(Edge, (), (item_id, after_id))

/// "W-2026-000012 打压测试"; the number alone of an item the actor does not see.
std::string name_of(ReadContext const& ctx, WorkItemId id) {
  if (auto item = store::find_visible(ctx, id, permissions::read)) return item->commitment.number + " " + item->commitment.title;
  return ctx.db.sure<std::string>(sql::number_of_item, {{"org", ctx.actor.organization}, {"id", id}});
}

/// Who plans the whole may say what its parts wait for, as may whoever changes the part.
Result<void> may_plan(Context const& ctx, store::Item const& item) {
  auto const own = changing::may_change(ctx, item);
  if (own || !item.row.parent_id) return own;
  auto const parent = store::find_visible(ReadContext(ctx), *item.row.parent_id, permissions::read);
  if (parent && changing::may_change(ctx, *parent)) return {};
  return own;
}

Result<store::Item> find_planned(Context const& ctx, WorkItemId id) {
  auto item = TRY(store::find_visible(ctx, id, permissions::read));
  TRY(may_plan(ctx, item));
  if (rules::is_closed(item.row.state)) return Refusal::conflict("work.closed");
  return item;
}

bool has_begun(store::Item const& item) {
  auto const state = item.row.state == State::on_hold ? item.row.state_before_hold.value_or(State::accepted) : item.row.state;
  return state == State::in_progress || state == State::submitted || state == State::returned;
}

/// Everything `after` waits for already, with the new dependency on top.
std::vector<Activity> plan_with(ReadContext const& ctx, WorkItemId id, WorkItemId after, std::vector<Edge> const& above) {
  std::vector<Activity> plan;
  std::map<WorkItemId, std::size_t> places;
  auto place = [&](WorkItemId each) {
    auto const [found, is_new] = places.try_emplace(each, plan.size());
    if (is_new) plan.push_back({.name = name_of(ctx, each), .after = {}});
    return found->second;
  };
  auto const first = place(after);
  auto const last = place(id);
  plan[last].after.push_back({first});
  for (auto const& edge : above) {
    auto const earlier = place(edge.after_id);
    auto const later = place(edge.item_id);
    plan[later].after.push_back({earlier});
  }
  return plan;
}

Result<void> no_loop(ReadContext const& ctx, WorkItemId id, WorkItemId after) {
  auto const above = ctx.db.all<Edge>(sql::dependencies_above, {{"org", ctx.actor.organization}, {"after", after}});
  bool closes = id == after;
  for (auto const& edge : above) closes = closes || edge.after_id == id;
  if (!closes) return {};
  TRY(schedule(plan_with(ctx, id, after, above)));
  return {};
}

std::vector<DependencyView> side(ReadContext const& ctx, db::Statement const& statement, WorkItemId id) {
  db::Composed composed(statement);
  composed += followup::visible_within(ctx.actor.reach(permissions::read));
  composed += sql::dependencies_in_order;
  return ctx.db.all<DependencyView>(composed, db::Parameters::of(followup::viewer(ctx.actor)).and_("item", id));
}

DependenciesView view(ReadContext const& ctx, WorkItemId id) { return {side(ctx, sql::dependencies_before, id), side(ctx, sql::dependencies_after, id)}; }

}  // namespace

Result<DependenciesView> add_dependency(Context& ctx, WorkItemId id, DependencyForm const& form) {
  auto const lag = form.lag_minutes.value_or(0);
  if (lag < 0 || lag > most_lag_minutes) {
    return Refusal::invalid_field("lag_minutes", "field.out_of_range", {{"least", "0"}, {"most", std::to_string(most_lag_minutes)}});
  }
  auto item = TRY(find_planned(ctx, id));
  if (has_begun(item)) return Refusal::conflict("work.dependency_begun");
  auto const after = store::find_visible(ReadContext(ctx), form.after_id, permissions::read);
  if (!after) return Refusal::invalid_field("after_id", "work.dependency_not_found");
  auto const parent = item.row.parent_id;
  if (!parent || after->row.parent_id != parent) return Refusal::invalid_field("after_id", "work.dependency_not_siblings");
  ctx.db.execute(sql::lock_sub_items, {{"org", ctx.actor.organization}, {"parent", *parent}});
  TRY(no_loop(ctx, id, form.after_id));
  ctx.db.enqueue(sql::save_dependency, {{"org", ctx.actor.organization}, {"item", id}, {"after", form.after_id}, {"lag_minutes", lag}});
  std::vector<timeline::Change> changes{{"waits_for", "", name_of(ctx, form.after_id)}};
  if (lag > 0) changes.push_back({"lag_minutes", "", std::to_string(lag)});
  store::tell(ctx, id, "work_item.dependency_added", std::move(changes));
  return view(ctx, id);
}

Result<void> remove_dependency(Context& ctx, WorkItemId id, WorkItemId after) {
  TRY(find_planned(ctx, id));
  if (ctx.db.execute(sql::delete_dependency, {{"org", ctx.actor.organization}, {"item", id}, {"after", after}}) == 0) {
    return Refusal::not_found("work.dependency_unknown");
  }
  store::tell(ctx, id, "work_item.dependency_removed", {{"waits_for", name_of(ctx, after), ""}});
  return {};
}

Result<DependenciesView> dependencies_of(ReadContext const& ctx, WorkItemId id) {
  TRY(store::find_visible(ctx, id, permissions::read));
  return view(ctx, id);
}

Result<void> dependencies::may_start(ReadContext const& ctx, WorkItemId id) {
  db::Composed statement(sql::dependencies_before);
  statement += sql::dependencies_unfinished;
  statement += sql::dependencies_in_order;
  auto const open = ctx.db.all<DependencyView>(statement, {{"org", ctx.actor.organization}, {"item", id}});
  if (open.empty()) return {};
  std::string named;
  for (std::size_t i = 0; i < open.size() && i < most_named; ++i) named += (i ? ", " : "") + name_of(ctx, open[i].id);
  if (open.size() > most_named) named += " …";
  return Refusal::conflict("work.waits_for", {{"items", named}});
}

}  // namespace zx::work
