#include "modules/customer/leaving.hpp"

#include "modules/customer/sql.hpp"
#include "modules/customer/store.hpp"

namespace zx::customer {
namespace {

std::vector<org::HeldView> managed(ReadContext const& ctx, EmployeeId person) {
  return ctx.db.all<org::HeldView>(sql::managed_by, {{"org", ctx.actor.organization}, {"person", person}});
}

/// Without the notice of an ordinary handover: the giver is gone, and the successor hears of everything at once.
Result<void> hand_over_managed(Context& ctx, EmployeeId from, org::EmployeeBrief const& to, std::vector<org::HeldView> const& things, std::string_view note) {
  auto const actor = org::everywhere(ctx.actor);
  Context const wide{actor, ctx.now, ctx.db, ctx.services};
  auto const giver = store::name_of(ctx, from);
  for (auto const& each : things) {
    auto row = TRY(store::find_managed(wide, {each.id}));
    row.account_manager_id = to.id;
    row.department_id = to.department_id;
    if (!store::update(wide, row)) return Refusal::stale("request.stale");
    store::end_management(wide, row.id);
    store::begin_management(wide, row.id, to.id, note);
    store::tell(wide, row.id, "customer.handed_over", {{"account_manager", giver, to.name}}, note);
  }
  return {};
}

}  // namespace

std::vector<org::Holding> holdings() { return {{"customers", &managed, &hand_over_managed}}; }

}  // namespace zx::customer
