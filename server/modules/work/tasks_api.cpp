#include "modules/work/tasks_api.hpp"

#include "platform/jobs/jobs.hpp"

namespace zx::work {
namespace {

using TaskId = Id<struct TaskTag>;

Result<jobs::TaskView> show_task(ReadContext const& ctx, http::Call const& call) {
  auto task = jobs::Tasks::find(ctx, TRY(call.id<TaskId>()).uuid);
  if (!task) return Refusal::not_found("task.not_found");
  return std::move(*task);
}

Result<void> cancel_task(Context& ctx, http::Call const& call) { return jobs::Tasks::cancel(ctx, TRY(call.id<TaskId>()).uuid); }

}  // namespace

void task_routes(http::Routes& routes) {
  routes.get("/api/v1/tasks/{id}", http::signed_in(), "Progress and result of long work I started.", &show_task);
  routes.post("/api/v1/tasks/{id}/cancellation", http::signed_in(), "Ask long work to stop.", &cancel_task);
}

}  // namespace zx::work
