// Departments, positions, employees and their deputies over HTTP.

#include "modules/org/api.hpp"
#include "modules/org/auditing.hpp"
#include "modules/org/deputies.hpp"
#include "modules/org/leaving.hpp"
#include "modules/org/people.hpp"
#include "modules/org/positions.hpp"

namespace zx::org {
namespace {

struct HistoryQuery {
  std::optional<std::int64_t> limit;  ///< 1–200, default 50
  std::optional<std::string> before;  ///< `next` of the page before
};
BOOST_DESCRIBE_STRUCT(HistoryQuery, (), (limit, before))

Result<http::Page<AuditView>> get_department_history(ReadContext const& ctx, http::Call const& call, HistoryQuery const& query) {
  auto const department = TRY(show_department(ctx, TRY(call.id<DepartmentId>())));
  return history_of(ctx, {"department", department.id.uuid}, query.limit, query.before);
}

Result<http::Page<AuditView>> get_employee_history(ReadContext const& ctx, http::Call const& call, HistoryQuery const& query) {
  auto const employee = TRY(show_employee(ctx, TRY(call.id<EmployeeId>())));
  return history_of(ctx, {"employee", employee.id.uuid}, query.limit, query.before);
}

Result<http::Page<DepartmentView>> list_departments(ReadContext const& ctx, http::Call const&) { return http::Page<DepartmentView>{departments(ctx), {}, {}}; }

Result<DepartmentView> get_department(ReadContext const& ctx, http::Call const& call) { return show_department(ctx, TRY(call.id<DepartmentId>())); }

Result<DepartmentView> post_department(Context& ctx, http::Call const&, DepartmentForm const& form) {
  return show_department(ctx, TRY(add_department(ctx, form)));
}

Result<DepartmentView> patch_department(Context& ctx, http::Call const& call, DepartmentPatch const& patch) {
  auto id = TRY(call.id<DepartmentId>());
  TRY(change_department(ctx, id, TRY(call.version()), patch));
  return show_department(ctx, id);
}

Result<http::Page<PositionView>> list_positions(ReadContext const& ctx, http::Call const&) { return http::Page<PositionView>{positions(ctx), {}, {}}; }

Result<PositionView> post_position(Context& ctx, http::Call const&, PositionForm const& form) { return add_position(ctx, form); }

Result<PositionView> patch_position(Context& ctx, http::Call const& call, PositionPatch const& patch) {
  return rename_position(ctx, TRY(call.id<PositionId>()), TRY(call.version()), patch);
}

Result<PositionView> post_merge(Context& ctx, http::Call const& call, PositionMerge const& form) {
  return merge_position(ctx, TRY(call.id<PositionId>()), form);
}

Result<void> delete_position(Context& ctx, http::Call const& call) { return remove_position(ctx, TRY(call.id<PositionId>()), TRY(call.version())); }

Result<http::Page<EmployeeView>> list_employees(ReadContext const& ctx, http::Call const&, EmployeesQuery const& query) { return employees(ctx, query); }

Result<EmployeeView> get_employee(ReadContext const& ctx, http::Call const& call) { return show_employee(ctx, TRY(call.id<EmployeeId>())); }

Result<EmployeeView> post_employee(Context& ctx, http::Call const&, EmployeeForm const& form) { return show_employee(ctx, TRY(add_employee(ctx, form))); }

Result<EmployeeView> patch_employee(Context& ctx, http::Call const& call, EmployeePatch const& patch) {
  auto id = TRY(call.id<EmployeeId>());
  TRY(change_employee(ctx, id, TRY(call.version()), patch));
  return show_employee(ctx, id);
}

Result<HoldingsView> get_holdings(ReadContext const& ctx, http::Call const& call) { return holdings_of(ctx, TRY(call.id<EmployeeId>())); }

Result<EmployeeView> post_leaving(Context& ctx, http::Call const& call, LeavingForm const& form) {
  auto id = TRY(call.id<EmployeeId>());
  TRY(leave(ctx, id, TRY(call.version()), form));
  return show_employee(ctx, id);
}

Result<http::Page<DeputyView>> list_deputies(ReadContext const& ctx, http::Call const&, DeputiesQuery const& query) {
  return http::Page<DeputyView>{TRY(deputies(ctx, query)), {}, {}};
}

Result<DeputyView> post_deputy(Context& ctx, http::Call const&, DeputyForm const& form) { return name_deputy(ctx, form); }

Result<void> delete_deputy(Context& ctx, http::Call const& call) { return dismiss_deputy(ctx, TRY(call.id<DeputyId>())); }

}  // namespace

void people_routes(http::Routes& routes) {
  using http::needs, http::signed_in;
  using namespace permissions;
  routes.get("/api/v1/departments", needs(read_people), "All departments, a flat list with parents.", &list_departments);
  routes.post("/api/v1/departments", needs(manage_people), "Add a department.", &post_department);
  routes.get("/api/v1/departments/{id}", needs(read_people), "One department.", &get_department);
  routes.patch("/api/v1/departments/{id}", needs(manage_people), "Rename, move or close a department, or give it a manager.", &patch_department);
  routes.get("/api/v1/departments/{id}/timeline", needs(read_people), "How the department came to be what it is, newest first.", &get_department_history);
  routes.get("/api/v1/positions", needs(read_people), "All positions.", &list_positions);
  routes.post("/api/v1/positions", needs(manage_people), "Add a position.", &post_position);
  routes.patch("/api/v1/positions/{id}", needs(manage_people), "Rename a position.", &patch_position);
  routes.post("/api/v1/positions/{id}/merge", needs(manage_people), "Give its people another position and remove it.", &post_merge);
  routes.delete_("/api/v1/positions/{id}", needs(manage_people), "Remove a position nobody has.", &delete_position);
  routes.get("/api/v1/employees", needs(read_people), "Employees in pinyin order; found by name, pinyin, initials or number.", &list_employees);
  routes.post("/api/v1/employees", needs(manage_people), "Add an employee.", &post_employee);
  routes.get("/api/v1/employees/{id}", needs(read_people), "One employee.", &get_employee);
  routes.patch("/api/v1/employees/{id}", needs(manage_people), "Change an employee: department, supervisor, leave date.", &patch_employee);
  routes.get("/api/v1/employees/{id}/timeline", needs(manage_people), "Everything that was changed about the person, newest first.", &get_employee_history);
  routes.get("/api/v1/employees/{id}/holdings", needs(manage_people), "What somebody has in hand that others would have to take over.", &get_holdings);
  routes.post("/api/v1/employees/{id}/leaving", needs(manage_people), "Set the last day and hand over everything in hand, in one step.", &post_leaving);
  routes.get("/api/v1/deputies", signed_in(), "Who stands in for me and for whom I stand in, from today; or everybody's.", &list_deputies);
  routes.post("/api/v1/deputies", signed_in(), "Name who is told in somebody's place while they are away.", &post_deputy);
  routes.delete_("/api/v1/deputies/{id}", signed_in(), "Dismiss a deputy.", &delete_deputy);
}

}  // namespace zx::org
