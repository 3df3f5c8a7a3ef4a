#include "modules/work/planning_api.hpp"

#include "modules/work/dependencies.hpp"
#include "modules/work/planning.hpp"

namespace zx::work {
namespace {

Result<DependenciesView> list_dependencies(ReadContext const& ctx, http::Call const& call) { return dependencies_of(ctx, TRY(call.id<WorkItemId>())); }
Result<DependenciesView> post_dependency(Context& ctx, http::Call const& call, DependencyForm const& form) {
  return add_dependency(ctx, TRY(call.id<WorkItemId>()), form);
}
Result<void> delete_dependency(Context& ctx, http::Call const& call) {
  return remove_dependency(ctx, TRY(call.id<WorkItemId>()), TRY(call.id<WorkItemId>("after_id")));
}

Result<ScheduleView> show_schedule(ReadContext const& ctx, http::Call const& call, ScheduleQuery const& query) {
  return schedule_of(ctx, TRY(call.id<WorkItemId>()), query);
}
Result<AdoptionResult> post_adoption(Context& ctx, http::Call const& call, AdoptionForm const& form) {
  return adopt_schedule(ctx, TRY(call.id<WorkItemId>()), form);
}

}  // namespace

void planning_routes(http::Routes& routes) {
  using http::needs;
  routes.get("/api/v1/work-items/{id}/dependencies", needs(permissions::read), "What an item waits for, and what waits for it.", &list_dependencies);
  routes.post("/api/v1/work-items/{id}/dependencies", needs(permissions::read), "Let an item wait for another under the same parent.", &post_dependency);
  routes.delete_("/api/v1/work-items/{id}/dependencies/{after_id}", needs(permissions::read), "Let an item wait no longer.", &delete_dependency);
  routes.get("/api/v1/work-items/{id}/schedule", needs(permissions::read), "The plan of an item's sub-items on the working calendar.", &show_schedule);
  routes.post("/api/v1/work-items/{id}/schedule/adoptions", needs(permissions::read), "Write the plan's dates into the sub-items not begun.", &post_adoption);
}

}  // namespace zx::work
