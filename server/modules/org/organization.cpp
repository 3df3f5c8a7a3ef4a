#include "modules/org/organization.hpp"

#include "modules/org/accounts.hpp"
#include "modules/org/actors.hpp"
#include "modules/org/events.hpp"
#include "modules/org/memory.hpp"
#include "modules/org/people.hpp"
#include "modules/org/rules.hpp"
#include "modules/org/sql.hpp"
#include "modules/org/working_calendar.hpp"
#include "platform/base/text.hpp"
#include "platform/events/events.hpp"

namespace zx::org {
namespace {

constexpr std::string_view first_number = "0001";

bool is_separation_due(ReadContext const& ctx, OrganizationRow const& organization) {
  auto const users = ctx.db.sure<std::int64_t>(sql::count_active_users, {{"org", organization.id}, {"today", today_of(ctx)}});
  bool const excused = organization.small_organization && users < rules::smallest_separated;
  return !excused && ctx.db.sure<std::int64_t>(sql::count_unseparated_users, {{"org", organization.id}}) > 0;
}

Result<OrganizationRow> apply(Context const& ctx, OrganizationRow const& before, OrganizationPatch const& patch) {
  auto after = before;
  std::vector<FieldError> errors;
  if (patch.name) rules::check_text(errors, "name", *patch.name, 80);
  if (patch.time_zone && !calendar::zone_exists(*patch.time_zone)) errors.push_back({"time_zone", "org.time_zone_unknown", {{"name", *patch.time_zone}}});
  if (patch.language && *patch.language != "zh" && *patch.language != "en") errors.push_back({"language", "org.language_unknown", {}});
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  if (patch.name) after.name = text::trim(*patch.name);
  after.time_zone = patch.time_zone.value_or(before.time_zone);
  after.language = patch.language.value_or(before.language);
  after.second_factor_required = patch.second_factor_required.value_or(before.second_factor_required);
  after.small_organization = patch.small_organization.value_or(before.small_organization);
  if (patch.default_owner_id) after.default_owner_id = TRY(active_employee(ctx, *patch.default_owner_id, "default_owner_id")).id;
  return after;
}

std::string name_of(ReadContext const& ctx, EmployeeId id) {
  auto employee = find_employee(ctx, id);
  return employee ? employee->name : std::string{};
}

std::vector<timeline::Change> changes_between(Context const& ctx, OrganizationRow const& before, OrganizationRow const& after) {
  std::vector<timeline::Change> changes;
  note(changes, "name", before.name, after.name);
  note(changes, "time_zone", before.time_zone, after.time_zone);
  note(changes, "language", before.language, after.language);
  if (before.default_owner_id != after.default_owner_id)
    note(changes, "default_owner_id", name_of(ctx, before.default_owner_id), name_of(ctx, after.default_owner_id));
  note(changes, "small_organization", before.small_organization ? "true" : "false", after.small_organization ? "true" : "false");
  note(changes, "second_factor_required", before.second_factor_required ? "true" : "false", after.second_factor_required ? "true" : "false");
  return changes;
}

/// A placeholder until the set-up link is used.
EmployeeId add_first_employee(Context const& ctx, DepartmentId root) {
  auto added = add_employee(ctx, {.number = std::string(first_number),
                                  .name = "管理员",
                                  .pinyin = {},
                                  .department_id = root,
                                  .position_id = {},
                                  .supervisor_id = {},
                                  .phone = {},
                                  .email = {},
                                  .entry_date = {}});
  return added.value();
}

Result<DepartmentId> department_for(Context const& ctx, NewPerson const& form) {
  if (text::trim(form.department).empty()) return ctx.db.sure<DepartmentId>(sql::root_department, {{"org", ctx.actor.organization}});
  return department_called(ctx, form.department);
}

Result<EmployeeForm> employee_form_of(Context const& ctx, NewPerson const& form) {
  EmployeeForm employee{.number = form.number,
                        .name = form.name,
                        .pinyin = {},
                        .department_id = TRY(department_for(ctx, form)),
                        .position_id = {},
                        .supervisor_id = {},
                        .phone = form.phone,
                        .email = form.email,
                        .entry_date = {}};
  if (form.position) employee.position_id = TRY(position_called(ctx, *form.position));
  if (form.supervisor_number) employee.supervisor_id = TRY(employee_called(ctx, *form.supervisor_number, "supervisor_number")).id;
  return employee;
}

}  // namespace

OrganizationView show_organization(ReadContext const& ctx) {
  auto const organization = organization_of(ctx.db, ctx.actor.organization);
  return {.id = organization.id,
          .name = organization.name,
          .time_zone = organization.time_zone,
          .language = organization.language,
          .default_owner_id = organization.default_owner_id,
          .default_owner_name = name_of(ctx, organization.default_owner_id),
          .small_organization = organization.small_organization,
          .separation_due = is_separation_due(ctx, organization),
          .second_factor_required = organization.second_factor_required,
          .version = organization.version};
}

Result<void> change_organization(Context const& ctx, std::int64_t version, OrganizationPatch const& patch) {
  auto const before = organization_of(ctx.db, ctx.actor.organization);
  auto after = TRY(apply(ctx, before, patch));
  after.version = version;
  TRY(changed_or_stale(ctx.db.execute(sql::update_organization, db::Parameters::of(after).and_("org", before.id))));
  timeline::append(ctx, {"organization", before.id.uuid}, "organization.changed", changes_between(ctx, before, after));
  remember_calendar_after(ctx);
  if (after.time_zone != before.time_zone) events::publish(ctx, CalendarChanged{before.id});
  forget_actors_after(ctx);
  return {};
}

Result<MadeOrganization> make_organization(db::Transaction& tx, Services& services, NewOrganization const& form,
                                           std::vector<PermissionFacts> const& permissions) {
  std::vector<FieldError> errors;
  rules::check_text(errors, "name", form.name, 80);
  if (!calendar::zone_exists(form.time_zone)) errors.push_back({"time_zone", "org.time_zone_unknown", {{"name", form.time_zone}}});
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  OrganizationRow organization{
      .id = OrganizationId::make(), .name = std::string(text::trim(form.name)), .time_zone = form.time_zone, .language = "zh", .small_organization = true};
  auto const system = system_actor_of(organization);
  Context const ctx{system, services.clock.now(), tx, services};
  tx.execute(sql::insert_organization, db::Parameters::of(organization).and_("org", organization.id).and_("now", ctx.now));
  timeline::append(ctx, {"organization", organization.id.uuid}, "organization.added", {{"name", "", organization.name}});
  auto const first = add_first_employee(ctx, add_root_department(ctx, organization.name));
  organization.default_owner_id = first;
  tx.execute(sql::update_organization, db::Parameters::of(organization).and_("org", organization.id));
  ensure_built_in_roles(ctx, permissions);
  add_calendar(ctx);
  return MadeOrganization{organization.id, first, make_link(ctx, first, std::nullopt).setup_token};
}

Result<AddedPerson> add_person(Context& ctx, NewPerson const& form) {
  auto const employee = TRY(add_employee(ctx, TRY(employee_form_of(ctx, form))));
  AddedPerson added{.employee = employee, .user = {}, .setup_token = {}};
  if (form.login.empty()) return added;
  auto account = TRY(add_user(ctx, {employee, form.login, {form.role}}, form.password_hash));
  added.user = account.user;
  if (account.link) added.setup_token = std::move(account.link->setup_token);
  return added;
}

}  // namespace zx::org
