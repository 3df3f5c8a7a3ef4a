#pragma once
// Departments, positions and employees. Private to org; other modules use org.hpp.

#include "modules/org/org.hpp"
#include "platform/base/patch.hpp"
#include "platform/base/time.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::org {

using PositionId = Id<struct PositionTag>;

struct DepartmentView {
  DepartmentId id;
  std::string name;
  std::optional<DepartmentId> parent_id;
  std::vector<std::string> path;  ///< names from the root down, this one last
  std::optional<EmployeeId> manager_id;
  std::optional<std::string> manager_name;
  std::int64_t people = 0;  ///< who stand in it today, without those below
  bool closed = false;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(DepartmentView, (), (id, name, parent_id, path, manager_id, manager_name, people, closed, version))

struct DepartmentForm {
  std::string name;
  std::optional<DepartmentId> parent_id;  ///< default: the root
  std::optional<EmployeeId> manager_id;
};
BOOST_DESCRIBE_STRUCT(DepartmentForm, (), (name, parent_id, manager_id))

struct DepartmentPatch {
  std::optional<std::string> name;
  std::optional<DepartmentId> parent_id;  ///< moves it with everything below
  Patch<EmployeeId> manager_id;
  std::optional<bool> closed;  ///< only without people and open departments below
};
BOOST_DESCRIBE_STRUCT(DepartmentPatch, (), (name, parent_id, manager_id, closed))

/// In pinyin order.
std::vector<DepartmentView> departments(ReadContext const& ctx);
Result<DepartmentView> show_department(ReadContext const& ctx, DepartmentId id);
/// Refuses org.department_name_taken, org.department_unknown, org.employee_unknown, org.employee_left.
Result<DepartmentId> add_department(Context const& ctx, DepartmentForm const& form);
/// Refuses besides: org.department_cycle, org.department_root, org.department_not_empty, request.stale.
Result<void> change_department(Context const& ctx, DepartmentId id, std::int64_t version, DepartmentPatch const& patch);
/// The root, made with the organization.
DepartmentId add_root_department(Context const& ctx, std::string_view name);
/// The open department of this name, or a new one below the root.
Result<DepartmentId> department_called(Context const& ctx, std::string_view name);

struct PositionView {
  PositionId id;
  std::string name;
  std::int64_t people = 0;  ///< who have it, those who left too
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(PositionView, (), (id, name, people, version))
struct PositionForm {
  std::string name;
};
BOOST_DESCRIBE_STRUCT(PositionForm, (), (name))
std::vector<PositionView> positions(ReadContext const& ctx);
/// Refuses org.position_name_taken.
Result<PositionView> add_position(Context const& ctx, PositionForm const& form);
Result<PositionId> position_called(Context const& ctx, std::string_view name);

struct EmployeeView {
  EmployeeId id;
  std::string number;
  std::string name;
  std::string pinyin;
  std::string initials;
  std::optional<DepartmentId> department_id;
  std::optional<std::string> department_name;
  std::optional<PositionId> position_id;
  std::optional<std::string> position_name;
  std::optional<EmployeeId> supervisor_id;
  std::optional<std::string> supervisor_name;
  std::optional<std::string> phone;  ///< with e-mail only for oneself, the own department and those who manage people
  std::optional<std::string> email;
  std::optional<Date> entry_date;
  std::optional<Date> leave_date;
  bool active = true;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(EmployeeView, (),
                      (id, number, name, pinyin, initials, department_id, department_name, position_id, position_name, supervisor_id, supervisor_name, phone,
                       email, entry_date, leave_date, active, version))

struct EmployeeForm {
  std::string number;
  std::string name;
  std::optional<std::string> pinyin;  ///< when the commonest reading is not the right one
  std::optional<DepartmentId> department_id;
  std::optional<PositionId> position_id;
  std::optional<EmployeeId> supervisor_id;
  std::optional<std::string> phone;
  std::optional<std::string> email;
  std::optional<Date> entry_date;
};
BOOST_DESCRIBE_STRUCT(EmployeeForm, (), (number, name, pinyin, department_id, position_id, supervisor_id, phone, email, entry_date))

struct EmployeePatch {
  std::optional<std::string> number;
  std::optional<std::string> name;
  Patch<std::string> pinyin;  ///< null: the commonest reading again
  Patch<DepartmentId> department_id;
  Patch<PositionId> position_id;
  Patch<EmployeeId> supervisor_id;
  Patch<std::string> phone;
  Patch<std::string> email;
  Patch<Date> entry_date;
  Patch<Date> leave_date;  ///< the last day
};
BOOST_DESCRIBE_STRUCT(EmployeePatch, (), (number, name, pinyin, department_id, position_id, supervisor_id, phone, email, entry_date, leave_date))

struct EmployeesQuery {
  std::optional<std::string> text;            ///< name, pinyin, initials, number; phone and e-mail where they may be seen
  std::optional<DepartmentId> department_id;  ///< with everything below
  std::optional<bool> left;                   ///< true: those who left too
  std::optional<std::int64_t> limit;          ///< 1–200, default 50
  std::optional<EmployeeId> after;            ///< `next` of the page before
};
BOOST_DESCRIBE_STRUCT(EmployeesQuery, (), (text, department_id, left, limit, after))

Result<http::Page<EmployeeView>> employees(ReadContext const& ctx, EmployeesQuery const& query);
Result<EmployeeView> show_employee(ReadContext const& ctx, EmployeeId id);
/// Refuses org.employee_number_taken, org.department_unknown, org.position_unknown, org.employee_unknown, org.employee_left.
Result<EmployeeId> add_employee(Context const& ctx, EmployeeForm const& form);
/// Refuses besides: org.supervisor_cycle, org.leave_before_entry, request.stale.
Result<void> change_employee(Context const& ctx, EmployeeId id, std::int64_t version, EmployeePatch const& patch);

/// Puts what the employee is found by into the search: names under "employee", phone and e-mail under
/// "employee_contact", which not everybody may search.
void put_employee_into_search(Context const& ctx, EmployeeId id);

/// Today in the organization's time zone.
Date today_of(ReadContext const& ctx);

/// Adds the field to the changes when it changed.
void note(std::vector<timeline::Change>& changes, std::string field, std::string from, std::string to);

/// 1–200, default 50; refuses field.out_of_range at "limit".
Result<std::int64_t> limit_of(std::optional<std::int64_t> wanted, std::int64_t most = 200);

/// One more row than `limit` was asked for: its presence says that there is a next page.
template <class T>
http::Page<T> page_of(std::vector<T> rows, std::int64_t limit) {
  http::Page<T> page{std::move(rows), {}, {}};
  if (static_cast<std::int64_t>(page.items.size()) > limit) {
    page.items.pop_back();
    page.next = page.items.back().id.text();
  }
  return page;
}

/// Refuses request.stale when nothing was changed.
Result<void> changed_or_stale(std::int64_t rows);

}  // namespace zx::org
