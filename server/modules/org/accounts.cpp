#include "modules/org/accounts.hpp"

#include <algorithm>

#include "modules/org/actors.hpp"
#include "modules/org/memory.hpp"
#include "modules/org/people.hpp"
#include "modules/org/roles.hpp"
#include "modules/org/rules.hpp"
#include "modules/org/sql.hpp"
#include "platform/auth/token.hpp"
#include "platform/base/text.hpp"

namespace zx::org {
namespace {

struct UserRow {
  UserId id;
  std::string login;
  EmployeeId employee_id;
  std::string employee_number;
  std::string name;
  bool disabled = false;
  bool has_password = false;
  bool second_factor = false;
  Instant created_at;
  std::int64_t version = 1;
  std::optional<Instant> last_seen_at;
  std::optional<std::string> role_codes;  ///< joined by commas
};
BOOST_DESCRIBE_STRUCT(UserRow, (),
                      (id, login, employee_id, employee_number, name, disabled, has_password, second_factor, created_at, version, last_seen_at, role_codes))

std::vector<std::string> codes_in(std::optional<std::string> const& joined) {
  if (!joined) return {};
  auto parts = text::split(*joined, ',');
  std::vector<std::string> codes(parts.begin(), parts.end());
  std::ranges::sort(codes);
  return codes;
}

UserView view_of(UserRow row) {
  return {.id = row.id,
          .login = std::move(row.login),
          .employee_id = row.employee_id,
          .employee_number = std::move(row.employee_number),
          .name = std::move(row.name),
          .roles = codes_in(row.role_codes),
          .disabled = row.disabled,
          .has_password = row.has_password,
          .second_factor = row.second_factor,
          .last_seen_at = row.last_seen_at,
          .created_at = row.created_at,
          .version = row.version};
}

db::Parameters key(Context const& ctx, UserId id) { return {{"org", ctx.actor.organization}, {"user", id}}; }

std::string joined_names(ReadContext const& ctx, std::vector<std::string> const& codes) {
  std::string names;
  for (auto const& code : codes) names += (names.empty() ? "" : ", ") + role_name(ctx, code);
  return names;
}

Result<void> check_codes(ReadContext const& ctx, std::vector<std::string> const& codes) {
  std::vector<FieldError> errors;
  auto const known = list_roles(ctx);
  for (std::size_t i = 0; i < codes.size(); ++i)
    if (std::ranges::find(known, codes[i], &RoleView::code) == known.end())
      errors.push_back({"roles." + std::to_string(i), "org.role_unknown", {{"code", codes[i]}}});
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  return {};
}

std::int64_t active_users(ReadContext const& ctx) {
  return ctx.db.sure<std::int64_t>(sql::count_active_users, {{"org", ctx.actor.organization}, {"today", today_of(ctx)}});
}

/// Role changes of one organization come one after the other: two that are fine each could break the rule together.
Result<void> check_separation(Context const& ctx, std::vector<std::string> const& codes, std::int64_t users) {
  auto const small = organization_of(ctx.db, ctx.actor.organization).small_organization;
  return rules::keep_separated({codes.begin(), codes.end()}, small, users);
}

void lock_roles(Context const& ctx) { ctx.db.one<Uuid>(sql::lock_organization, {{"org", ctx.actor.organization}}); }

bool somebody_keeps_accounts(Context const& ctx) {
  return ctx.db.sure<std::int64_t>(sql::count_active_users_with_role,
                                   {{"org", ctx.actor.organization}, {"code", roles::security_administrator}, {"today", today_of(ctx)}}) > 0;
}

/// Somebody must remain who can let people in again.
Result<void> check_somebody_keeps_accounts(Context const& ctx) {
  if (!somebody_keeps_accounts(ctx)) return Refusal::conflict("org.last_security_administrator");
  return {};
}

void tell_pages(Context const& ctx, UserId id) {
  ctx.db.after_commit([&services = ctx.services, org = ctx.actor.organization, id = id.text()] { services.notify_pages(org, "user", id); });
}

void tell(Context const& ctx, UserView const& before, UserView const& after) {
  std::vector<timeline::Change> changes;
  note(changes, "login", before.login, after.login);
  if (before.roles != after.roles) note(changes, "roles", joined_names(ctx, before.roles), joined_names(ctx, after.roles));
  auto event = before.disabled == after.disabled ? "user.changed" : after.disabled ? "user.disabled" : "user.enabled";
  timeline::append(ctx, {"user", after.id.uuid}, event, std::move(changes));
}

/// The account as it will be, roles checked.
Result<UserView> apply(Context const& ctx, UserView const& before, UserPatch const& patch) {
  auto after = before;
  if (patch.login) after.login = TRY(rules::login(*patch.login));
  if (patch.disabled) after.disabled = *patch.disabled;
  if (after.disabled && before.id == ctx.actor.user) return Refusal::conflict("org.cannot_disable_oneself");
  if (patch.roles) {
    after.roles = *patch.roles;
    std::ranges::sort(after.roles);
    after.roles.erase(std::unique(after.roles.begin(), after.roles.end()), after.roles.end());
    TRY(check_codes(ctx, after.roles));
    if (after.roles != before.roles) TRY(check_separation(ctx, after.roles, active_users(ctx)));
  }
  return after;
}

}  // namespace

Result<http::Page<UserView>> users(ReadContext const& ctx, UsersQuery const& query) {
  auto const limit = TRY(limit_of(query.limit));
  db::Composed statement(sql::users);
  db::Parameters parameters{{"org", ctx.actor.organization}, {"limit", limit + 1}};
  if (query.employee_id) {
    statement += sql::of_user_employee;
    parameters.set("employee", *query.employee_id);
  }
  if (query.role) {
    statement += sql::of_user_role;
    parameters.set("role", *query.role);
  }
  if (query.after) {
    statement += sql::after_user;
    parameters.set("after", *query.after);
  }
  statement += sql::in_user_order;
  std::vector<UserView> views;
  for (auto& row : ctx.db.all<UserRow>(statement, parameters)) views.push_back(view_of(std::move(row)));
  return page_of(std::move(views), limit);
}

Result<UserView> show_user(ReadContext const& ctx, UserId id) {
  db::Composed statement(sql::users);
  statement += sql::of_user;
  auto row = ctx.db.one<UserRow>(statement, {{"org", ctx.actor.organization}, {"id", id}});
  if (!row) return Refusal::not_found("org.user_not_found");
  return view_of(std::move(*row));
}

Result<UserView> user_called(ReadContext const& ctx, std::string_view login) {
  auto const folded = TRY(rules::login(login));
  auto const id = ctx.db.one<UserId>(sql::user_of_login, {{"org", ctx.actor.organization}, {"login", folded}});
  if (!id) return Refusal::not_found("org.no_such_login", {{"login", folded}});
  return show_user(ctx, *id);
}

SetupLinkView make_link(Context const& ctx, EmployeeId employee, std::optional<UserId> user) {
  auto token = auth::random_token("");
  auto const expires_at = ctx.now + rules::link_lasts;
  ctx.db.enqueue(sql::insert_link, {{"org", ctx.actor.organization},
                                    {"id", Uuid::v7()},
                                    {"token_hash", std::span<std::uint8_t const>(auth::token_hash(token))},
                                    {"employee_id", employee},
                                    {"user_id", user},
                                    {"now", ctx.now},
                                    {"expires_at", expires_at}});
  return {.user_id = user.value_or(UserId{}), .setup_token = token, .path = "/setup/" + token, .expires_at = expires_at};
}

void give_roles(Context const& ctx, UserId user, std::vector<std::string> const& codes) {
  ctx.db.execute(sql::take_roles, key(ctx, user));
  for (auto const& code : codes) ctx.db.execute(sql::give_role, key(ctx, user).and_("code", code));
  forget_actors_after(ctx);
}

Result<AddedUser> add_user(Context const& ctx, UserForm const& form, std::optional<std::string> password_hash) {
  auto const login = TRY(rules::login(form.login));
  auto const employee = TRY(active_employee(ctx, form.employee_id, "employee_id"));
  auto const codes = form.roles.empty() ? std::vector<std::string>{std::string(roles::staff)} : form.roles;
  TRY(check_codes(ctx, codes));
  lock_roles(ctx);
  // The founder may come after colleagues were added on the command line.
  if (somebody_keeps_accounts(ctx)) TRY(check_separation(ctx, codes, active_users(ctx) + 1));
  auto const id = UserId::make();
  auto const language = organization_of(ctx.db, ctx.actor.organization).language;
  ctx.db.execute(sql::insert_user, {{"org", ctx.actor.organization},
                                    {"id", id},
                                    {"employee_id", employee.id},
                                    {"login", login},
                                    {"password_hash", password_hash},
                                    {"language", language},
                                    {"now", ctx.now}});
  give_roles(ctx, id, codes);
  timeline::append(ctx, {"user", id.uuid}, "user.added", {{"name", "", employee.name}, {"login", "", login}, {"roles", "", joined_names(ctx, codes)}});
  tell_pages(ctx, id);
  AddedUser added{id, {}};
  if (!password_hash) added.link = make_link(ctx, employee.id, id);
  return added;
}

Result<void> change_user(Context const& ctx, UserId id, std::int64_t version, UserPatch const& patch) {
  lock_roles(ctx);
  auto const before = TRY(show_user(ctx, id));
  auto const after = TRY(apply(ctx, before, patch));
  auto const disabled_at = after.disabled ? std::optional(ctx.now) : std::nullopt;
  TRY(changed_or_stale(ctx.db.execute(
      sql::update_user, {{"org", ctx.actor.organization}, {"id", id}, {"version", version}, {"login", after.login}, {"disabled_at", disabled_at}})));
  if (after.roles != before.roles) give_roles(ctx, id, after.roles);
  if (after.disabled) ctx.db.execute(sql::end_sessions_of, key(ctx, id));
  if (after.disabled || after.roles != before.roles) TRY(check_somebody_keeps_accounts(ctx));
  tell(ctx, before, after);
  forget_actors_after(ctx);
  tell_pages(ctx, id);
  return {};
}

Result<SetupLinkView> reset_password(Context const& ctx, UserId id) {
  auto const user = TRY(show_user(ctx, id));
  if (user.disabled) return Refusal::conflict("org.user_disabled");
  ctx.db.execute(sql::set_password, {{"org", ctx.actor.organization}, {"id", id}, {"password_hash", std::optional<std::string>{}}});
  ctx.db.execute(sql::end_sessions_of, key(ctx, id));
  ctx.db.execute(sql::cancel_links_of, key(ctx, id).and_("now", ctx.now));
  ctx.db.execute(sql::clear_failures, {{"org", ctx.actor.organization}, {"login_hash", std::span<std::uint8_t const>(auth::sha256(user.login))}});
  timeline::append(ctx, {"user", id.uuid}, "user.password_reset");
  forget_actors_after(ctx);
  return make_link(ctx, user.employee_id, id);
}

}  // namespace zx::org
