#pragma once
// The people of a company, for the tests of the modules above: departments as deep as wanted, employees with
// supervisors, and the actors they are.
//
//   org::Company company{world()};
//   auto works = company.department("工程部");
//   auto li = company.employ({.name = "李明", .department_id = works});
//   auto actor = company.actor(li, org::granted({work::permissions::read}, Scope::self));

#include "modules/org/deputies.hpp"
#include "modules/org/org.hpp"
#include "modules/org/people.hpp"
#include "platform/testing/test_world.hpp"

namespace zx::org {

using Granted = decltype(Actor::grants);

inline Granted granted(std::initializer_list<Permission> permissions, Scope scope) {
  Granted grants;
  for (auto permission : permissions) grants[std::string(permission.name)] = scope;
  return grants;
}

class Company {
 public:
  /// Makes the organization and has the world act in it, as its system.
  explicit Company(fixture::TestWorld& world) : world_(world) {
    auto made = world.database().write([&](db::Transaction& tx) { return make_organization(tx, world.services, {"阳光物业"}, {}); });
    system = {.organization = made->organization, .name = "系统", .is_system = true};
    world.organization = made->organization;
    world.actor = system;
  }

  Actor system;

  DepartmentId department(std::string name, std::optional<DepartmentId> parent = {}) {
    return world_.write_as(system, [&](Context& ctx) { return add_department(ctx, {.name = name, .parent_id = parent}); });
  }
  /// The number is given when the form has none.
  EmployeeId employ(EmployeeForm form) {
    if (form.number.empty()) form.number = "E" + std::to_string(++employed_);
    return world_.write_as(system, [&](Context& ctx) { return add_employee(ctx, form); });
  }
  void leave(EmployeeId id, Date last_day) {
    world_.write_as(system,
                    [&](Context& ctx) -> Result<void> { return change_employee(ctx, id, TRY(show_employee(ctx, id)).version, {.leave_date = last_day}); });
  }
  void name_deputy(EmployeeId away, EmployeeId deputy, Date from, Date to) {
    world_.write_as(system, [&](Context& ctx) { return org::name_deputy(ctx, {.employee_id = away, .deputy_id = deputy, .from_date = from, .to_date = to}); });
  }
  Actor actor(EmployeeId id, Granted grants = {}) {
    auto brief = *world_.read_as(system, [&](ReadContext const& ctx) { return find_employee(ctx, id); });
    return {.organization = system.organization,
            .user = UserId::make(),
            .employee = id,
            .department = brief.department_id.value_or(DepartmentId{}),
            .name = brief.name,
            .grants = std::move(grants)};
  }

 private:
  fixture::TestWorld& world_;
  int employed_ = 0;
};

}  // namespace zx::org
