// Departments, positions, employees and their deputies over HTTP.

#include "modules/org/api.hpp"
#include "modules/org/deputies.hpp"
#include "modules/org/people.hpp"

namespace zx::org {
namespace {

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

Result<http::Page<EmployeeView>> list_employees(ReadContext const& ctx, http::Call const&, EmployeesQuery const& query) { return employees(ctx, query); }

Result<EmployeeView> get_employee(ReadContext const& ctx, http::Call const& call) { return show_employee(ctx, TRY(call.id<EmployeeId>())); }

Result<EmployeeView> post_employee(Context& ctx, http::Call const&, EmployeeForm const& form) { return show_employee(ctx, TRY(add_employee(ctx, form))); }

Result<EmployeeView> patch_employee(Context& ctx, http::Call const& call, EmployeePatch const& patch) {
  auto id = TRY(call.id<EmployeeId>());
  TRY(change_employee(ctx, id, TRY(call.version()), patch));
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
  routes.get("/api/v1/positions", needs(read_people), "All positions.", &list_positions);
  routes.post("/api/v1/positions", needs(manage_people), "Add a position.", &post_position);
  routes.get("/api/v1/employees", needs(read_people), "Employees in pinyin order; found by name, pinyin, initials or number.", &list_employees);
  routes.post("/api/v1/employees", needs(manage_people), "Add an employee.", &post_employee);
  routes.get("/api/v1/employees/{id}", needs(read_people), "One employee.", &get_employee);
  routes.patch("/api/v1/employees/{id}", needs(manage_people), "Change an employee: department, supervisor, leave date.", &patch_employee);
  routes.get("/api/v1/deputies", signed_in(), "Who stands in for me and for whom I stand in, from today; or everybody's.", &list_deputies);
  routes.post("/api/v1/deputies", signed_in(), "Name who is told in somebody's place while they are away.", &post_deputy);
  routes.delete_("/api/v1/deputies/{id}", signed_in(), "Dismiss a deputy.", &delete_deputy);
}

}  // namespace zx::org
