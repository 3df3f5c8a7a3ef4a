// Users and roles over HTTP. Whatever answers with a secret is special: the answers of ordinary writes are kept for
// Idempotency-Key, and a one-time link must stand nowhere in clear.

#include "modules/org/accounts.hpp"
#include "modules/org/api.hpp"
#include "modules/org/roles.hpp"

namespace zx::org {
namespace {

struct CreatedUser {
  UserView user;
  SetupLinkView link;
};
BOOST_DESCRIBE_STRUCT(CreatedUser, (), (user, link))

template <class View>
http::Reply created(View const& view) {
  return {.status = 201, .body = to_json(view)};
}

Result<http::Page<UserView>> list_users(ReadContext const& ctx, http::Call const&, UsersQuery const& query) { return users(ctx, query); }

Result<UserView> get_user(ReadContext const& ctx, http::Call const& call) { return show_user(ctx, TRY(call.id<UserId>())); }

Result<http::Reply> post_user(Services& services, Actor const& actor, http::Call const& call) {
  auto form = TRY(from_json<UserForm>(call.request.body));
  return services.database.write([&](db::Transaction& tx) -> Result<http::Reply> {
    Context ctx{actor, services.clock.now(), tx, services};
    auto added = TRY(add_user(ctx, form));
    return created(CreatedUser{TRY(show_user(ctx, added.user)), added.link.value()});
  });
}

Result<UserView> patch_user(Context& ctx, http::Call const& call, UserPatch const& patch) {
  auto id = TRY(call.id<UserId>());
  TRY(change_user(ctx, id, TRY(call.version()), patch));
  return show_user(ctx, id);
}

Result<http::Reply> post_password_reset(Services& services, Actor const& actor, http::Call const& call) {
  auto id = TRY(call.id<UserId>());
  return services.database.write([&](db::Transaction& tx) -> Result<http::Reply> {
    Context ctx{actor, services.clock.now(), tx, services};
    return created(TRY(reset_password(ctx, id)));
  });
}

Result<http::Page<RoleView>> get_roles(ReadContext const& ctx, http::Call const&) { return http::Page<RoleView>{list_roles(ctx), {}, {}}; }

Result<http::Page<PermissionView>> get_permissions(ReadContext const& ctx, http::Call const&) {
  return http::Page<PermissionView>{list_permissions(ctx), {}, {}};
}

Result<RoleView> get_role(ReadContext const& ctx, http::Call const& call) { return show_role(ctx, TRY(call.id<RoleId>())); }

Result<RoleView> post_role(Context& ctx, http::Call const&, RoleForm const& form) { return show_role(ctx, TRY(add_role(ctx, form))); }

Result<RoleView> patch_role(Context& ctx, http::Call const& call, RolePatch const& patch) {
  auto id = TRY(call.id<RoleId>());
  TRY(change_role(ctx, id, TRY(call.version()), patch));
  return show_role(ctx, id);
}

}  // namespace

void account_routes(http::Routes& routes) {
  using http::needs;
  using permissions::manage_accounts;
  routes.get("/api/v1/users", needs(manage_accounts), "User accounts with their roles.", &list_users);
  routes.special<UserForm, CreatedUser>(http::Method::post, "/api/v1/users", needs(manage_accounts),
                                        "Give an employee an account; answers with a one-time set-up link.", &post_user);
  routes.get("/api/v1/users/{id}", needs(manage_accounts), "One user account.", &get_user);
  routes.patch("/api/v1/users/{id}", needs(manage_accounts), "Change login or roles, disable or enable.", &patch_user);
  routes.special<void, SetupLinkView>(http::Method::post, "/api/v1/users/{id}/password-resets", needs(manage_accounts),
                                      "Take the password away, end the sessions, answer with a new one-time link.", &post_password_reset);
  routes.get("/api/v1/roles", needs(manage_accounts), "Roles and what they permit.", &get_roles);
  routes.post("/api/v1/roles", needs(manage_accounts), "Add a role of one's own.", &post_role);
  routes.get("/api/v1/permissions", http::signed_in(), "Everything that may be allowed, by name.", &get_permissions);
  routes.get("/api/v1/roles/{id}", needs(manage_accounts), "One role.", &get_role);
  routes.patch("/api/v1/roles/{id}", needs(manage_accounts), "Change a role of one's own.", &patch_role);
}

}  // namespace zx::org
