#include "modules/followup/leaving.hpp"

#include "modules/followup/sql.hpp"

namespace zx::followup {
namespace {

std::vector<org::HeldView> consents(ReadContext const& ctx, EmployeeId person) {
  return ctx.db.all<org::HeldView>(sql::consents_awaited_from, {{"org", ctx.actor.organization}, {"person", person}});
}

Result<void> hand_over_consents(Context& ctx, EmployeeId, org::EmployeeBrief const& to, std::vector<org::HeldView> const& things, std::string_view) {
  for (auto const& each : things)
    ctx.db.execute(sql::ask_another_consent, {{"org", ctx.actor.organization}, {"id", each.id}, {"to", to.id}, {"name", to.name}});
  return {};
}

}  // namespace

std::vector<org::Holding> holdings() { return {{"give_up_consents", &consents, &hand_over_consents}}; }

}  // namespace zx::followup
