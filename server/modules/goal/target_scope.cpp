#include "modules/goal/target_scope.hpp"

#include "modules/goal/sql.hpp"

namespace zx::goal::targets {
namespace {

db::Statement const& rows_of(Scope reach) {
  switch (reach) {
    case Scope::none: return sql::seen_none;
    case Scope::self: return sql::rows_self;
    case Scope::direct_reports: return sql::rows_direct_reports;
    case Scope::department: return sql::rows_department;
    case Scope::department_and_below: return sql::rows_department_and_below;
    case Scope::organization: return sql::seen_organization;
  }
  throw std::invalid_argument("not a scope");
}

bool within(ReadContext const& ctx, Scope reach, std::optional<DepartmentId> department) {
  if (!department || ctx.actor.department.is_nil() || reach < Scope::department) return false;
  if (*department == ctx.actor.department) return true;
  if (reach == Scope::department) return false;
  return ctx.db.one<std::int64_t>(sql::target_department_below, {{"org", ctx.actor.organization}, {"above", ctx.actor.department}, {"department", *department}})
      .has_value();
}

}  // namespace

db::Statement const& sees_sheet(Scope reach) {
  switch (reach) {
    case Scope::none: return sql::seen_none;
    case Scope::self: return sql::sees_self;
    case Scope::direct_reports: return sql::sees_direct_reports;
    case Scope::department: return sql::sees_department;
    case Scope::department_and_below: return sql::sees_department_and_below;
    case Scope::organization: return sql::seen_organization;
  }
  throw std::invalid_argument("not a scope");
}

db::Statement const& seen_sheets(Scope reach) {
  switch (reach) {
    case Scope::none: return sql::seen_none;
    case Scope::self: return sql::seen_self;
    case Scope::direct_reports: return sql::seen_direct_reports;
    case Scope::department: return sql::seen_department;
    case Scope::department_and_below: return sql::seen_department_and_below;
    case Scope::organization: return sql::seen_organization;
  }
  throw std::invalid_argument("not a scope");
}

db::Parameters viewer(ReadContext const& ctx) {
  return {{"org", ctx.actor.organization}, {"me", ctx.actor.employee, false}, {"my_department", ctx.actor.department, false}};
}

bool covers(ReadContext const& ctx, Permission permission, std::optional<EmployeeId> employee, std::optional<DepartmentId> department) {
  auto const reach = ctx.actor.reach(permission);
  if (reach == Scope::none || reach == Scope::organization) return reach == Scope::organization;
  if (department) return within(ctx, reach, department);
  if (!employee) return false;
  if (*employee == ctx.actor.employee) return true;
  if (reach == Scope::self) return false;
  auto const person = org::find_employee(ctx, *employee);
  return person && (person->supervisor_id == ctx.actor.employee || within(ctx, reach, person->department_id));
}

std::set<std::int64_t> rows_within(ReadContext const& ctx, SheetId id, Permission permission) {
  db::Composed statement(sql::target_lines);
  statement += rows_of(ctx.actor.reach(permission));
  std::set<std::int64_t> rows;
  ctx.db.each(statement, viewer(ctx).and_("sheet", id).and_("side", Side::row), [&](db::Row const& row) { rows.insert(row.integer(0)); });
  return rows;
}

Rights rights_in(ReadContext const& ctx, SheetRow const& sheet) {
  Rights rights;
  rights.may_plan = covers(ctx, permissions::plan, sheet.employee_id, sheet.department_id);
  rights.sees_whole = rights.may_plan || covers(ctx, permissions::read, sheet.employee_id, sheet.department_id);
  rights.writes_whole = covers(ctx, permissions::write, sheet.employee_id, sheet.department_id);
  if (!rights.sees_whole) rights.rows_seen = rows_within(ctx, sheet.id, permissions::read);
  if (!rights.writes_whole) rights.rows_written = rows_within(ctx, sheet.id, permissions::write);
  return rights;
}

}  // namespace zx::goal::targets
