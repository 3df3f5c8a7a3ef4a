#include "modules/work/sheet_people.hpp"

#include "modules/work/sql.hpp"

namespace zx::work::sheet {
namespace {

struct DepartmentName {
  DepartmentId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(DepartmentName, (), (id, name))

void add_fault(Line& line, std::string column, Refusal const& refusal) {
  if (refusal.fields.empty()) return line.faults.push_back({line.row, std::move(column), refusal.code, refusal.arguments});
  for (auto const& field : refusal.fields) line.faults.push_back({line.row, column, field.code, field.arguments});
}

/// What is there, with a refusal noted as the row's fault.
template <class T>
T const* accepted(Result<T> const& result, Line& line, std::string column) {
  if (result) return &*result;
  add_fault(line, std::move(column), result.refusal());
  return nullptr;
}

Result<org::EmployeeBrief> owner_without_name(ReadContext const& ctx, ImportOptions const& options) {
  if (options.owner) return org::active_employee(ctx, *options.owner, "owner");
  if (ctx.actor.employee.is_nil()) return org::default_owner(ctx);
  return org::active_employee(ctx, ctx.actor.employee, "owner");
}

bool may_own(ReadContext const& ctx, EmployeeId owner) { return owner == ctx.actor.employee || ctx.actor.may(permissions::assign); }

}  // namespace

Result<org::EmployeeBrief> const& People::called(ReadContext const& ctx, std::string const& name) {
  auto found = called_.find(name);
  if (found == called_.end()) found = called_.emplace(name, org::employee_called(ctx, name, "employee")).first;
  return found->second;
}

Result<org::EmployeeBrief> const& People::usual_owner(ReadContext const& ctx) {
  if (!usual_owner_) usual_owner_ = owner_without_name(ctx, options_);
  return *usual_owner_;
}

Result<DepartmentId> People::department(ReadContext const& ctx, std::string const& name) {
  if (!departments_) {
    std::multimap<std::string, DepartmentId> all;
    for (auto& row : ctx.db.all<DepartmentName>(sql::sheet_departments, {{"org", ctx.actor.organization}})) all.emplace(std::move(row.name), row.id);
    departments_ = std::move(all);
  }
  auto [first, last] = departments_->equal_range(name);
  if (first == last) return Refusal::invalid("sheet.department_unknown", {{"name", name}});
  if (std::next(first) != last) return Refusal::invalid("sheet.department_ambiguous", {{"name", name}});
  return first->second;
}

std::optional<Assignment> People::of(ReadContext const& ctx, Header const& header, Line& line) {
  auto const& item = line.item;
  auto owner_column = header.text_of(Field::owner);
  auto const* owner = accepted(item.owner.empty() ? usual_owner(ctx) : called(ctx, item.owner), line, owner_column);
  if (owner && !may_own(ctx, owner->id)) line.faults.push_back({line.row, owner_column, "work.owner_needs_assign", {}});
  auto const* handler = item.handler.empty() ? owner : accepted(called(ctx, item.handler), line, header.text_of(Field::handler));
  std::optional<DepartmentId> department = owner ? owner->department_id : std::nullopt;
  if (!item.department.empty()) {
    auto named = this->department(ctx, item.department);
    if (auto const* id = accepted(named, line, header.text_of(Field::department))) department = *id;
  }
  if (!owner || !handler || !line.faults.empty()) return std::nullopt;
  return Assignment{*owner, handler->id, department};
}

}  // namespace zx::work::sheet
