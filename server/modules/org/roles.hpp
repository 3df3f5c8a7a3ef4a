#pragma once
// Roles: which permissions they give and how far. Private to org.

#include <set>

#include "modules/org/org.hpp"

namespace zx::org {

using RoleId = Id<struct RoleTag>;
using Grants = std::map<std::string, Scope>;

struct RoleView {
  RoleId id;
  std::string code;
  std::string name;  ///< of a built-in role in the caller's language
  bool built_in = false;
  Grants grants;
  std::int64_t users = 0;  ///< accounts that have it
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(RoleView, (), (id, code, name, built_in, grants, users, version))

/// Something that may be allowed.
struct PermissionView {
  std::string permission;
  std::string name;        ///< in the caller's language
  bool reserved = false;   ///< only the three administration roles have it
  bool has_reach = false;  ///< may be given for a part of the organization; otherwise whole or not at all
};
BOOST_DESCRIBE_STRUCT(PermissionView, (), (permission, name, reserved, has_reach))
/// Those that some role has, which all have that this version knows.
std::vector<PermissionView> list_permissions(ReadContext const& ctx);

struct RoleForm {
  std::string code;  ///< lower-case letters, digits and _
  std::string name;
  Grants grants;
};
BOOST_DESCRIBE_STRUCT(RoleForm, (), (code, name, grants))

struct RolePatch {
  std::optional<std::string> name;
  std::optional<Grants> grants;
};
BOOST_DESCRIBE_STRUCT(RolePatch, (), (name, grants))

std::vector<RoleView> list_roles(ReadContext const& ctx);
Result<RoleView> show_role(ReadContext const& ctx, RoleId id);
/// Refuses org.role_code_invalid, org.role_code_taken, org.permission_unknown, org.permission_reserved for what only the
/// three administration roles may have (a role of one's own must not undo their separation), and org.permission_undivided for
/// a part of what has no reach.
Result<RoleId> add_role(Context const& ctx, RoleForm const& form);
/// Refuses besides: org.role_built_in, request.stale.
Result<void> change_role(Context const& ctx, RoleId id, std::int64_t version, RolePatch const& patch);

/// A role as it is shown beside a person.
struct RoleBrief {
  std::string code;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(RoleBrief, (), (code, name))
std::vector<RoleBrief> roles_of(ReadContext const& ctx, UserId user);
std::string role_name(ReadContext const& ctx, std::string_view code);

}  // namespace zx::org
