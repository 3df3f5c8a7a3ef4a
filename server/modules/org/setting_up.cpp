#include "modules/org/setting_up.hpp"

#include "modules/org/accounts.hpp"
#include "modules/org/actors.hpp"
#include "modules/org/memory.hpp"
#include "modules/org/organization.hpp"
#include "modules/org/people.hpp"
#include "modules/org/rules.hpp"
#include "modules/org/second_factor.hpp"
#include "modules/org/sql.hpp"
#include "platform/auth/hash_pool.hpp"
#include "platform/base/text.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/log/log.hpp"

namespace zx::org {
namespace {

struct LinkRow {
  OrganizationId org_id;
  Uuid id;
  EmployeeId employee_id;
  std::optional<UserId> user_id;
  std::string organization_name;
  std::string employee_name;
  std::optional<std::string> login;
  std::optional<Instant> disabled_at;
  std::optional<Date> leave_date;
  std::string time_zone;
  bool second_factor = false;
};
BOOST_DESCRIBE_STRUCT(LinkRow, (),
                      (org_id, id, employee_id, user_id, organization_name, employee_name, login, disabled_at, leave_date, time_zone, second_factor))

Refusal link_invalid() { return Refusal::not_found("setup.link_invalid"); }

Result<LinkRow> find_link(db::Executor& db, std::string_view token, Instant now) {
  auto link = db.one<LinkRow>(sql::find_link, {{"token_hash", hash_of(token)}, {"now", now}});
  if (!link || link->disabled_at || !rules::is_employed(link->leave_date, calendar::local_date(now, link->time_zone))) return link_invalid();
  return std::move(*link);
}

/// The login the password must not contain: typed for an organization's link, known for a user's.
Result<std::string> login_for(LinkRow const& link, SetupForm const& form) {
  if (link.login) return *link.login;
  std::vector<FieldError> errors;
  rules::check_text(errors, "name", form.name.value_or(""), 80);
  if (form.organization_name) rules::check_text(errors, "organization_name", *form.organization_name, 80);
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  return rules::login(form.login.value_or(""));
}

Result<void> rename(Context const& ctx, LinkRow const& link, SetupForm const& form) {
  auto const employee = TRY(show_employee(ctx, link.employee_id));
  TRY(change_employee(ctx, link.employee_id, employee.version, {.name = form.name}));
  if (!form.organization_name || *form.organization_name == link.organization_name) return {};
  auto const root = TRY(show_department(ctx, ctx.db.sure<DepartmentId>(sql::root_department, {{"org", link.org_id}})));
  if (root.name == link.organization_name) TRY(change_department(ctx, root.id, root.version, {.name = form.organization_name}));
  auto const version = organization_of(ctx.db, link.org_id).version;
  return change_organization(ctx, version, {.name = form.organization_name});
}

/// The founder of an organization administers it until there are others.
Result<UserId> take_over_organization(Context const& system, LinkRow const& link, SetupForm const& form, std::string const& login,
                                      std::string const& password_hash) {
  TRY(rename(system, link, form));
  std::vector<std::string> const first{std::string(roles::administrator), std::string(roles::security_administrator), std::string(roles::executive)};
  return TRY(add_user(system, {link.employee_id, login, first}, password_hash)).user;
}

UserId take_over_account(Context const& system, LinkRow const& link, std::string const& password_hash) {
  system.db.execute(sql::set_password, {{"org", link.org_id}, {"id", *link.user_id}, {"password_hash", password_hash}});
  timeline::append(system, {"user", link.user_id->uuid}, "user.set_up");
  return *link.user_id;
}

Result<StartedSession> use(Context const& system, LinkRow const& link, SetupForm const& form, std::string const& login, std::string const& password_hash,
                           Device const& device, std::string_view language) {
  if (system.db.execute(sql::use_link, {{"org", link.org_id}, {"id", link.id}, {"now", system.now}}) == 0) return link_invalid();
  auto const user = link.user_id ? take_over_account(system, link, password_hash) : TRY(take_over_organization(system, link, form, login, password_hash));
  if (!link.user_id) system.db.execute(sql::update_profile, {{"org", link.org_id}, {"id", user}, {"version", 1}, {"language", language}, {"theme", "system"}});
  auto actor = find_actor(system.db, link.org_id, user, system.now);
  if (!actor) return link_invalid();
  Context const ctx{*actor, system.now, system.db, system.services};
  TRY(show_code(ctx, user, form.code));
  auto token = start_session(ctx, device);
  return StartedSession{std::move(*actor), std::move(token)};
}

/// The account is there whatever becomes of the demo; it can be loaded again from the command line.
void load_demo(Services& services, OrganizationId organization) {
  auto loaded = services.load_demo(organization);
  if (!loaded) log::error("setup.demo_failed", {{"reason", loaded.refusal().code}});
}

}  // namespace

Result<SetupView> show_setup(db::Executor& db, std::string_view token, Instant now) {
  auto link = TRY(find_link(db, token, now));
  SetupView view{.organization_name = std::move(link.organization_name)};
  if (!link.user_id) return view;
  view.for_ = SetupOf::user;
  view.name = std::move(link.employee_name);
  view.login = std::move(link.login);
  view.second_factor = link.second_factor;
  return view;
}

Result<StartedSession> set_up(Services& services, SetupForm const& form, Device const& device, std::string_view language) {
  auto const now = services.clock.now();
  auto const link = TRY(services.database.read([&](db::Executor& db) { return find_link(db, form.token, now); }));
  auto const login = TRY(login_for(link, form));
  TRY(check_new_password(form.password, login));
  bool const wants_demo = !link.user_id && form.content == Content::demo;
  if (wants_demo && !services.load_demo) return Refusal::conflict("setup.demo_from_command_line");
  if (link.second_factor) TRY(may_try_code(services, link.org_id, *link.user_id));
  auto const password_hash = TRY(services.hashing.hash(form.password));
  auto started = services.database.write([&](db::Transaction& tx) -> Result<StartedSession> {
    auto const system = system_actor_of(organization_of(tx, link.org_id));
    return use(Context{system, services.clock.now(), tx, services}, link, form, login, password_hash, device, language);
  });
  if (!started && is_wrong_code(started.refusal())) count_wrong_code(services, link.org_id, *link.user_id);
  if (started && wants_demo) load_demo(services, link.org_id);
  return started;
}

}  // namespace zx::org
