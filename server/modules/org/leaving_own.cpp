// What org itself knows people to hold: direct reports, departments, and what falls to the default owner.

#include "modules/org/leaving.hpp"
#include "modules/org/organization.hpp"
#include "modules/org/people.hpp"
#include "modules/org/sql.hpp"

namespace zx::org {
namespace {

db::Parameters key(ReadContext const& ctx, EmployeeId person) { return {{"org", ctx.actor.organization}, {"person", person}}; }

std::vector<HeldView> reports(ReadContext const& ctx, EmployeeId person) {
  return ctx.db.all<HeldView>(sql::reports_of, key(ctx, person).and_("today", today_of(ctx)));
}

Result<void> put_under(Context& ctx, EmployeeId id, std::optional<EmployeeId> supervisor) {
  auto const employee = TRY(show_employee(ctx, id));
  if (employee.supervisor_id == supervisor) return {};
  auto const patch = supervisor ? Patch<EmployeeId>(*supervisor) : Patch<EmployeeId>::null();
  return change_employee(ctx, id, employee.version, {.supervisor_id = patch});
}

bool is_below(ReadContext const& ctx, EmployeeId below, EmployeeId above) {
  return ctx.db.sure<std::int64_t>(sql::is_above, {{"org", ctx.actor.organization}, {"below", below}, {"above", above}}) > 0;
}

/// A successor from among the leaver's own people takes the leaver's place first: otherwise they would come to stand below themselves.
Result<void> hand_over_reports(Context& ctx, EmployeeId from, EmployeeBrief const& to, std::vector<HeldView> const& things, std::string_view) {
  if (is_below(ctx, to.id, from)) {
    auto const above = TRY(show_employee(ctx, from)).supervisor_id;
    auto const is_there = above ? find_employee(ctx, *above) : std::nullopt;
    TRY(put_under(ctx, to.id, is_there && is_there->active ? above : std::nullopt));
  }
  for (auto const& each : things)
    if (EmployeeId{each.id} != to.id) TRY(put_under(ctx, {each.id}, to.id));
  return {};
}

std::vector<HeldView> departments_led(ReadContext const& ctx, EmployeeId person) { return ctx.db.all<HeldView>(sql::departments_led, key(ctx, person)); }

Result<void> hand_over_departments(Context& ctx, EmployeeId, EmployeeBrief const& to, std::vector<HeldView> const& things, std::string_view) {
  for (auto const& each : things) {
    DepartmentId const id{each.id};
    TRY(change_department(ctx, id, TRY(show_department(ctx, id)).version, {.manager_id = to.id}));
  }
  return {};
}

std::vector<HeldView> owned_by_default(ReadContext const& ctx, EmployeeId person) { return ctx.db.all<HeldView>(sql::organization_owned_by, key(ctx, person)); }

Result<void> hand_over_default(Context& ctx, EmployeeId, EmployeeBrief const& to, std::vector<HeldView> const&, std::string_view) {
  return change_organization(ctx, show_organization(ctx).version, {.default_owner_id = to.id});
}

}  // namespace

std::vector<Holding> holdings() {
  return {{"reports", &reports, &hand_over_reports},
          {"departments", &departments_led, &hand_over_departments},
          {"default_owner", &owned_by_default, &hand_over_default}};
}

}  // namespace zx::org
