// Employees: adding, changing, leaving.

#include "modules/org/leaving.hpp"
#include "modules/org/memory.hpp"
#include "modules/org/people.hpp"
#include "modules/org/positions.hpp"
#include "modules/org/rules.hpp"
#include "modules/org/sql.hpp"
#include "platform/base/text.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/search/search.hpp"

namespace zx::org {
namespace {

struct Employee {
  EmployeeId id;
  std::string number;
  std::string name;
  std::string pinyin;
  std::string initials;
  std::optional<DepartmentId> department_id;
  std::optional<PositionId> position_id;
  std::optional<EmployeeId> supervisor_id;
  std::optional<std::string> phone;
  std::optional<std::string> email;
  std::optional<Date> entry_date;
  std::optional<Date> leave_date;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Employee, (),
                      (id, number, name, pinyin, initials, department_id, position_id, supervisor_id, phone, email, entry_date, leave_date, version))

std::optional<Employee> find(ReadContext const& ctx, EmployeeId id) {
  return ctx.db.one<Employee>(sql::find_employee, {{"org", ctx.actor.organization}, {"id", id}});
}

/// Texts checked and tidied; `reading` is the pinyin given by hand, if any. Returns the sort key.
Result<std::string> tidy(Employee& employee, std::optional<std::string> const& reading) {
  std::vector<FieldError> errors;
  rules::check_text(errors, "number", employee.number, 40);
  rules::check_text(errors, "name", employee.name, 80);
  rules::check_optional_text(errors, "pinyin", reading, 200);
  rules::check_optional_text(errors, "phone", employee.phone, 40);
  rules::check_email(errors, "email", employee.email);
  if (employee.entry_date && employee.leave_date && *employee.leave_date < *employee.entry_date) errors.push_back({"leave_date", "org.leave_before_entry", {}});
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  auto spelling = rules::spell(employee.name, reading);
  employee.number = text::trim(employee.number);
  employee.name = std::move(spelling.name);
  employee.pinyin = std::move(spelling.pinyin);
  employee.initials = std::move(spelling.initials);
  employee.phone = rules::trimmed(employee.phone);
  employee.email = rules::trimmed(employee.email);
  return std::move(spelling.sort_key);
}

/// What an employee refers to, by name, for the history.
struct References {
  std::string department;
  std::string position;
  std::string supervisor;
};

Result<References> references_of(Context const& ctx, Employee const& employee) {
  References names;
  if (employee.department_id) {
    auto department = show_department(ctx, *employee.department_id);
    if (!department) return Refusal::invalid_field("department_id", "org.department_unknown");
    names.department = department->name;
  }
  if (employee.position_id) {
    auto position = show_position(ctx, *employee.position_id);
    if (!position) return Refusal::invalid_field("position_id", "org.position_unknown");
    names.position = position->name;
  }
  if (employee.supervisor_id) {
    auto supervisor = find_employee(ctx, *employee.supervisor_id);
    if (!supervisor) return Refusal::invalid_field("supervisor_id", "org.employee_unknown");
    names.supervisor = supervisor->name;
  }
  return names;
}

/// Nobody is their own supervisor, however long the way round. The lock keeps two changes from closing a circle together.
Result<void> check_supervisor(Context const& ctx, EmployeeId employee, EmployeeId supervisor) {
  TRY(active_employee(ctx, supervisor, "supervisor_id"));
  ctx.db.one<Uuid>(sql::lock_organization, {{"org", ctx.actor.organization}});
  bool const goes_round = ctx.db.sure<std::int64_t>(sql::is_above, {{"org", ctx.actor.organization}, {"below", supervisor}, {"above", employee}}) > 0;
  if (goes_round) return Refusal::invalid_field("supervisor_id", "org.supervisor_cycle");
  return {};
}

Result<void> check_department(Context const& ctx, DepartmentId id) {
  auto department = show_department(ctx, id);
  if (!department || department->closed) return Refusal::invalid_field("department_id", "org.department_unknown");
  return {};
}

std::string text_of(std::optional<Date> date) { return date ? date->text() : std::string{}; }

std::vector<timeline::Change> changes_between(Employee const& before, References const& before_names, Employee const& after, References const& after_names) {
  std::vector<timeline::Change> changes;
  note(changes, "number", before.number, after.number);
  note(changes, "name", before.name, after.name);
  note(changes, "pinyin", before.pinyin, after.pinyin);
  note(changes, "department_id", before_names.department, after_names.department);
  note(changes, "position_id", before_names.position, after_names.position);
  note(changes, "supervisor_id", before_names.supervisor, after_names.supervisor);
  if (before.phone != after.phone) note(changes, "phone", rules::masked(before.phone), rules::masked(after.phone));
  if (before.email != after.email) note(changes, "email", rules::masked(before.email), rules::masked(after.email));
  note(changes, "entry_date", text_of(before.entry_date), text_of(after.entry_date));
  note(changes, "leave_date", text_of(before.leave_date), text_of(after.leave_date));
  return changes;
}

void tell_pages(Context const& ctx, EmployeeId id) {
  ctx.db.after_commit([&services = ctx.services, org = ctx.actor.organization, id = id.text()] { services.notify_pages(org, "employee", id); });
}

Employee apply(Employee const& before, EmployeePatch const& patch) {
  auto after = before;
  if (patch.number) after.number = *patch.number;
  if (patch.name) after.name = *patch.name;
  patch.department_id.apply_to(after.department_id);
  patch.position_id.apply_to(after.position_id);
  patch.supervisor_id.apply_to(after.supervisor_id);
  patch.phone.apply_to(after.phone);
  patch.email.apply_to(after.email);
  patch.entry_date.apply_to(after.entry_date);
  patch.leave_date.apply_to(after.leave_date);
  return after;
}

/// A reading corrected by hand stays until the name changes.
std::optional<std::string> reading_of(Employee const& before, EmployeePatch const& patch) {
  if (patch.pinyin.has_value()) return patch.pinyin.value();
  bool const name_changes = patch.name && *patch.name != before.name;
  return patch.pinyin.is_null() || name_changes ? std::nullopt : std::optional(before.pinyin);
}

}  // namespace

Result<EmployeeId> add_employee(Context const& ctx, EmployeeForm const& form) {
  Employee employee{.id = EmployeeId::make(),
                    .number = form.number,
                    .name = form.name,
                    .department_id = form.department_id,
                    .position_id = form.position_id,
                    .supervisor_id = form.supervisor_id,
                    .phone = form.phone,
                    .email = form.email,
                    .entry_date = form.entry_date};
  auto sort_key = TRY(tidy(employee, form.pinyin));
  if (form.department_id) TRY(check_department(ctx, *form.department_id));
  if (form.supervisor_id) TRY(active_employee(ctx, *form.supervisor_id, "supervisor_id"));
  auto names = TRY(references_of(ctx, employee));
  ctx.db.execute(sql::insert_employee, db::Parameters::of(employee).and_("org", ctx.actor.organization).and_("sort_key", sort_key).and_("now", ctx.now));
  timeline::append(ctx, {"employee", employee.id.uuid}, "employee.added", changes_between({}, {}, employee, names));
  put_employee_into_search(ctx, employee.id);
  forget_chart_after(ctx);
  tell_pages(ctx, employee.id);
  return employee.id;
}

Result<void> change_employee(Context const& ctx, EmployeeId id, std::int64_t version, EmployeePatch const& patch) {
  auto before = find(ctx, id);
  if (!before) return Refusal::not_found("org.employee_not_found");
  if (before->version != version) return Refusal::stale("request.stale");
  auto after = apply(*before, patch);
  auto sort_key = TRY(tidy(after, reading_of(*before, patch)));
  if (after.department_id && after.department_id != before->department_id) TRY(check_department(ctx, *after.department_id));
  if (after.supervisor_id && after.supervisor_id != before->supervisor_id) TRY(check_supervisor(ctx, id, *after.supervisor_id));
  if (after.leave_date && after.leave_date != before->leave_date) TRY(may_leave(ctx, id));
  auto before_names = TRY(references_of(ctx, *before));
  auto after_names = TRY(references_of(ctx, after));
  TRY(changed_or_stale(ctx.db.execute(sql::update_employee, db::Parameters::of(after).and_("org", ctx.actor.organization).and_("sort_key", sort_key))));
  bool const leaves = after.leave_date && !before->leave_date;
  if (!after.leave_date && before->leave_date) forget_succession(ctx, id);
  timeline::append(ctx, {"employee", id.uuid}, leaves ? "employee.left" : "employee.changed", changes_between(*before, before_names, after, after_names));
  put_employee_into_search(ctx, id);
  forget_actors_after(ctx);
  tell_pages(ctx, id);
  return {};
}

namespace {

/// Pinyin is typed with and without blanks: "wang fang", "wangfang", "wf".
std::string findable(Employee const& employee) {
  auto together = employee.pinyin;
  std::erase(together, ' ');
  return employee.name + " " + employee.pinyin + " " + together + " " + employee.initials + " " + employee.number;
}

}  // namespace

void put_employee_into_search(Context const& ctx, EmployeeId id) {
  auto employee = find(ctx, id);
  if (!employee) throw std::logic_error("no employee " + id.text());
  search::put(ctx, "employee", id.uuid, findable(*employee));
  search::put(ctx, "employee_contact", id.uuid, employee->phone.value_or("") + " " + employee->email.value_or(""));
}

std::string search_text_of(ReadContext const& ctx, EmployeeId id) {
  auto employee = find(ctx, id);
  if (!employee) return {};
  return findable(*employee);
}

}  // namespace zx::org
