// The chart of people: who stands above whom.

#include <set>

#include "modules/org/memory.hpp"
#include "modules/org/org.hpp"
#include "modules/org/rules.hpp"
#include "modules/org/sql.hpp"

namespace zx::org {
namespace {

struct PersonRow {
  EmployeeId id;
  std::optional<DepartmentId> department_id;
  std::optional<EmployeeId> supervisor_id;
  std::optional<Date> leave_date;
};
BOOST_DESCRIBE_STRUCT(PersonRow, (), (id, department_id, supervisor_id, leave_date))

struct DepartmentLink {
  DepartmentId id;
  std::optional<DepartmentId> parent_id;
  std::optional<EmployeeId> manager_id;
};
BOOST_DESCRIBE_STRUCT(DepartmentLink, (), (id, parent_id, manager_id))

template <class Map, class Key>
auto const* found_in(Map const& map, Key const& key) {
  auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

void Chart::add(EmployeeId id, Person person) { people_[id] = std::move(person); }
void Chart::add(DepartmentId id, Department department) { departments_[id] = std::move(department); }

bool Chart::works_here(EmployeeId id, Date today) const {
  auto const* person = found_in(people_, id);
  return !person || rules::is_employed(person->leave_date, today);
}

std::optional<DepartmentId> Chart::department_of(EmployeeId id) const {
  auto const* person = found_in(people_, id);
  return person ? person->department : std::nullopt;
}

std::vector<EmployeeId> Chart::managers_above(std::optional<DepartmentId> department) const {
  std::vector<EmployeeId> managers;
  for (auto const* at = department ? found_in(departments_, *department) : nullptr; at; at = at->parent ? found_in(departments_, *at->parent) : nullptr) {
    if (at->manager) managers.push_back(*at->manager);
  }
  return managers;
}

std::optional<EmployeeId> Chart::head_of(std::optional<DepartmentId> department, Date today) const {
  for (auto manager : managers_above(department))
    if (works_here(manager, today)) return manager;
  return std::nullopt;
}

std::vector<EmployeeId> Chart::reporting_line(EmployeeId id, Date today) const {
  std::vector<EmployeeId> line;
  std::set<EmployeeId> seen{id};
  for (std::optional<EmployeeId> at = id; at;) {
    auto const* person = found_in(people_, *at);
    std::vector<EmployeeId> candidates;
    if (person && person->supervisor) candidates.push_back(*person->supervisor);
    auto const managers = managers_above(person ? person->department : std::nullopt);
    candidates.insert(candidates.end(), managers.begin(), managers.end());
    at.reset();
    for (auto candidate : candidates) {
      if (!seen.insert(candidate).second) continue;
      if (works_here(candidate, today)) line.push_back(candidate);
      at = candidate;
      break;
    }
  }
  return line;
}

std::shared_ptr<Chart const> chart_of(ReadContext const& ctx) {
  auto& charts = memory_of(ctx.services).charts;
  auto const org = ctx.actor.organization;
  if (auto known = charts.find(org, ctx.now)) return known;
  auto const generation = charts.generation();
  auto chart = std::make_shared<Chart>();
  for (auto& row : ctx.db.all<PersonRow>(sql::chart_people, {{"org", org}})) chart->add(row.id, {row.department_id, row.supervisor_id, row.leave_date});
  for (auto& row : ctx.db.all<DepartmentLink>(sql::chart_departments, {{"org", org}})) chart->add(row.id, {row.parent_id, row.manager_id});
  charts.remember(org, chart, ctx.now, generation);
  return chart;
}

}  // namespace zx::org
