#include "modules/org/actors.hpp"

#include <algorithm>

#include "modules/org/people.hpp"
#include "modules/org/rules.hpp"
#include "modules/org/sql.hpp"
#include "platform/calendar/zone.hpp"

namespace zx::org {
namespace {

struct ActorRow {
  OrganizationId org_id;
  UserId user_id;
  EmployeeId employee_id;
  std::optional<DepartmentId> department_id;
  std::string name;
  std::string language;
  std::string time_zone;
  std::optional<Instant> disabled_at;
  std::optional<Date> leave_date;
};
BOOST_DESCRIBE_STRUCT(ActorRow, (), (org_id, user_id, employee_id, department_id, name, language, time_zone, disabled_at, leave_date))

struct GrantRow {
  std::string permission;
  Scope scope = Scope::none;
};
BOOST_DESCRIBE_STRUCT(GrantRow, (), (permission, scope))

bool is_out(ActorRow const& row, Instant now) { return row.disabled_at || !rules::is_employed(row.leave_date, calendar::local_date(now, row.time_zone)); }

/// Of several roles the widest reach holds.
std::map<std::string, Scope, std::less<>> grants_of(db::Executor& db, OrganizationId organization, UserId user) {
  std::map<std::string, Scope, std::less<>> grants;
  for (auto& grant : db.all<GrantRow>(sql::grants_of_user, {{"org", organization}, {"user", user}})) {
    auto& reach = grants[grant.permission];
    reach = std::max(reach, grant.scope);
  }
  return grants;
}

}  // namespace

std::optional<Actor> find_actor(db::Executor& db, OrganizationId organization, UserId user, Instant now) {
  auto row = db.one<ActorRow>(sql::actor_of_user, {{"org", organization}, {"id", user}});
  if (!row || is_out(*row, now)) return std::nullopt;
  return Actor{.organization = row->org_id,
               .user = row->user_id,
               .employee = row->employee_id,
               .department = row->department_id.value_or(DepartmentId{}),
               .name = std::move(row->name),
               .language = std::move(row->language),
               .time_zone = std::move(row->time_zone),
               .grants = grants_of(db, organization, user)};
}

OrganizationRow organization_of(db::Executor& db, OrganizationId organization) {
  return db.sure<OrganizationRow>(sql::find_organization, {{"org", organization}});
}

Actor system_actor_of(OrganizationRow const& organization) {
  return {.organization = organization.id,
          .name = organization.language == "en" ? "System" : "系统",
          .language = organization.language,
          .time_zone = organization.time_zone,
          .is_system = true};
}

std::optional<OrganizationId> only_organization(db::Executor& db) { return db.one<OrganizationId>(sql::only_organization); }

Actor system_actor(db::Executor& db, Services&) {
  auto organization = only_organization(db);
  if (!organization) throw std::logic_error("there is no organization yet");
  return system_actor_of(organization_of(db, *organization));
}

Result<Actor> actor_of(db::Executor& db, Services& services, std::string_view login) {
  auto organization = only_organization(db);
  auto folded = TRY(rules::login(login));
  auto user = organization ? db.one<UserId>(sql::user_of_login, {{"org", *organization}, {"login", folded}}) : std::nullopt;
  auto actor = user ? find_actor(db, *organization, *user, services.clock.now()) : std::nullopt;
  if (!actor) return Refusal::not_found("org.user_unknown", {{"login", folded}});
  return std::move(*actor);
}

EmployeeBrief default_owner(ReadContext const& ctx) {
  auto owner = find_employee(ctx, organization_of(ctx.db, ctx.actor.organization).default_owner_id);
  if (!owner) throw std::logic_error("the organization's default owner is no employee");
  return std::move(*owner);
}

}  // namespace zx::org
