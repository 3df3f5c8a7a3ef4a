#include "modules/org/roles.hpp"

#include <algorithm>
#include <array>

#include "modules/org/actors.hpp"
#include "modules/org/memory.hpp"
#include "modules/org/people.hpp"
#include "modules/org/rules.hpp"
#include "modules/org/sql.hpp"
#include "platform/base/text.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::org {
namespace {

constexpr std::array built_in_roles{
    roles::staff,         roles::account_manager,        roles::supervisor, roles::dispatcher, roles::department_head, roles::executive, roles::hr,
    roles::administrator, roles::security_administrator, roles::auditor};
constexpr std::array reserved{permissions::manage_accounts.name, permissions::manage_configuration.name, permissions::read_audit.name};

struct RoleRow {
  RoleId id;
  std::string code;
  std::string name;
  bool built_in = false;
  std::int64_t users = 0;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(RoleRow, (), (id, code, name, built_in, users, version))

struct GrantRow {
  std::string permission;
  Scope scope = Scope::none;
};
BOOST_DESCRIBE_STRUCT(GrantRow, (), (permission, scope))

std::string shown_name(ReadContext const& ctx, RoleRow const& role) {
  return role.built_in ? ctx.services.texts.text(ctx.actor.language, "role." + role.code) : role.name;
}

Grants grants_of(ReadContext const& ctx, RoleId role) {
  Grants grants;
  for (auto& row : ctx.db.all<GrantRow>(sql::grants_of_role, {{"org", ctx.actor.organization}, {"role", role}})) grants[row.permission] = row.scope;
  return grants;
}

RoleView view_of(ReadContext const& ctx, RoleRow const& role) {
  return {role.id, role.code, shown_name(ctx, role), role.built_in, grants_of(ctx, role.id), role.users, role.version};
}

std::vector<RoleRow> find(ReadContext const& ctx, db::Statement const& filter, db::Parameters parameters) {
  db::Composed statement(sql::roles);
  statement += filter;
  return ctx.db.all<RoleRow>(statement, std::move(parameters).and_("org", ctx.actor.organization));
}

std::optional<RoleRow> find_code(ReadContext const& ctx, std::string_view code) {
  auto found = find(ctx, sql::of_role_code, {{"code", code}});
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

bool is_code(std::string_view code) {
  auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return code.size() >= 2 && code.size() <= 40 && code[0] >= 'a' && code[0] <= 'z' && std::ranges::all_of(code, fits);
}

bool is_reserved(std::string_view permission) { return std::ranges::find(reserved, permission) != reserved.end(); }

std::string permission_name(ReadContext const& ctx, std::string const& permission) {
  return ctx.services.texts.text(ctx.actor.language, "permission." + permission);
}

std::vector<std::string> known_permissions(ReadContext const& ctx) {
  return ctx.db.all<std::string>(sql::known_permissions, {{"org", ctx.actor.organization}});
}

/// The reach of the others is looked at nowhere, so a smaller one would promise what nothing keeps.
std::set<std::string> permissions_with_reach(ReadContext const& ctx) {
  auto names = ctx.db.all<std::string>(sql::permissions_had_in_part, {{"org", ctx.actor.organization}});
  return {names.begin(), names.end()};
}

Result<void> check_grants(ReadContext const& ctx, Grants const& grants) {
  auto const known = known_permissions(ctx);
  auto const with_reach = permissions_with_reach(ctx);
  std::vector<FieldError> errors;
  for (auto const& [permission, scope] : grants) {
    if (is_reserved(permission)) errors.push_back({"grants." + permission, "org.permission_reserved", {}});
    else if (std::ranges::find(known, permission) == known.end()) errors.push_back({"grants." + permission, "org.permission_unknown", {{"name", permission}}});
    else if (scope != Scope::none && scope != Scope::organization && !with_reach.contains(permission))
      errors.push_back({"grants." + permission, "org.permission_undivided", {{"name", permission_name(ctx, permission)}}});
  }
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  return {};
}

void insert_role(Context const& ctx, RoleRow const& role) {
  ctx.db.execute(sql::insert_role,
                 {{"org", ctx.actor.organization}, {"id", role.id}, {"code", role.code}, {"name", role.name}, {"built_in", role.built_in}, {"now", ctx.now}});
}

/// How many grants are new.
std::int64_t insert_grant(Context const& ctx, RoleId role, std::string_view permission, Scope scope) {
  if (scope == Scope::none) return 0;
  return ctx.db.execute(sql::insert_grant, {{"org", ctx.actor.organization}, {"role", role}, {"permission", permission}, {"scope", scope}});
}

std::vector<timeline::Change> changes_between(Grants const& before, Grants const& after) {
  auto word = [](Grants const& grants, std::string const& permission) {
    auto found = grants.find(permission);
    return found == grants.end() ? std::string{} : std::string(enum_text(found->second));
  };
  std::vector<timeline::Change> changes;
  for (auto const& [permission, scope] : before) note(changes, permission, word(before, permission), word(after, permission));
  for (auto const& [permission, scope] : after)
    if (!before.contains(permission)) note(changes, permission, "", word(after, permission));
  return changes;
}

/// New grants of a role that is there already come with an upgrade and stand in its history.
void ensure_role(Context const& ctx, std::string_view code, std::vector<PermissionFacts> const& facts) {
  auto role = find_code(ctx, code);
  bool const is_new = !role;
  if (is_new) {
    role = RoleRow{.id = RoleId::make(), .code = std::string(code), .name = std::string(code), .built_in = true};
    insert_role(ctx, *role);
    timeline::append(ctx, {"role", role->id.uuid}, "role.added", {{"code", "", role->code}});
  }
  for (auto const& fact : facts) {
    auto found = fact.built_in.find(code);
    if (found == fact.built_in.end() || insert_grant(ctx, role->id, fact.permission.name, found->second) == 0 || is_new) continue;
    timeline::append(ctx, {"role", role->id.uuid}, "role.changed", {{std::string(fact.permission.name), "", std::string(enum_text(found->second))}});
  }
}

}  // namespace

void ensure_built_in_roles(Context const& ctx, std::vector<PermissionFacts> const& facts) {
  for (auto code : built_in_roles) ensure_role(ctx, code, facts);
  forget_actors_after(ctx);
}

std::vector<RoleView> list_roles(ReadContext const& ctx) {
  std::vector<RoleView> views;
  for (auto const& role : find(ctx, sql::roles_in_order, {})) views.push_back(view_of(ctx, role));
  return views;
}

std::vector<PermissionView> list_permissions(ReadContext const& ctx) {
  auto const with_reach = permissions_with_reach(ctx);
  std::vector<PermissionView> views;
  for (auto const& permission : known_permissions(ctx))
    views.push_back({permission, permission_name(ctx, permission), is_reserved(permission), with_reach.contains(permission)});
  return views;
}

Result<RoleView> show_role(ReadContext const& ctx, RoleId id) {
  auto found = find(ctx, sql::of_role, {{"id", id}});
  if (found.empty()) return Refusal::not_found("org.role_not_found");
  return view_of(ctx, found.front());
}

Result<RoleId> add_role(Context const& ctx, RoleForm const& form) {
  std::vector<FieldError> errors;
  rules::check_text(errors, "name", form.name, 40);
  if (!is_code(form.code)) errors.push_back({"code", "org.role_code_invalid", {}});
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  TRY(check_grants(ctx, form.grants));
  RoleRow role{.id = RoleId::make(), .code = form.code, .name = std::string(text::trim(form.name))};
  insert_role(ctx, role);
  for (auto const& [permission, scope] : form.grants) insert_grant(ctx, role.id, permission, scope);
  auto changes = changes_between({}, form.grants);
  changes.insert(changes.begin(), {"name", "", role.name});
  timeline::append(ctx, {"role", role.id.uuid}, "role.added", std::move(changes));
  return role.id;
}

Result<void> change_role(Context const& ctx, RoleId id, std::int64_t version, RolePatch const& patch) {
  auto const before = TRY(show_role(ctx, id));
  if (before.built_in) return Refusal::conflict("org.role_built_in");
  auto after = before;
  if (patch.name) {
    std::vector<FieldError> errors;
    rules::check_text(errors, "name", *patch.name, 40);
    if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
    after.name = text::trim(*patch.name);
  }
  if (patch.grants) {
    TRY(check_grants(ctx, *patch.grants));
    after.grants = *patch.grants;
  }
  TRY(changed_or_stale(ctx.db.execute(sql::update_role, {{"org", ctx.actor.organization}, {"id", id}, {"version", version}, {"name", after.name}})));
  ctx.db.execute(sql::delete_grants, {{"org", ctx.actor.organization}, {"role", id}});
  for (auto const& [permission, scope] : after.grants) insert_grant(ctx, id, permission, scope);
  auto changes = changes_between(before.grants, after.grants);
  note(changes, "name", before.name, after.name);
  timeline::append(ctx, {"role", id.uuid}, "role.changed", std::move(changes));
  forget_actors_after(ctx);
  return {};
}

std::string role_name(ReadContext const& ctx, std::string_view code) {
  auto role = find_code(ctx, code);
  return role ? shown_name(ctx, *role) : std::string(code);
}

std::vector<RoleBrief> roles_of(ReadContext const& ctx, UserId user) {
  std::vector<RoleBrief> briefs;
  ctx.db.each(sql::roles_of_user, {{"org", ctx.actor.organization}, {"user", user}}, [&](db::Row const& row) {
    RoleRow role{.id = {}, .code = std::string(row.text(0)), .name = std::string(row.text(1)), .built_in = row.boolean(2)};
    briefs.push_back({role.code, shown_name(ctx, role)});
  });
  return briefs;
}

}  // namespace zx::org
