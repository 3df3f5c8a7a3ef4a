#pragma once
// User accounts as the security administrator handles them. Private to org.

#include "modules/org/org.hpp"

namespace zx::org {

struct UserView {
  UserId id;
  std::string login;
  EmployeeId employee_id;
  std::string employee_number;
  std::string name;
  std::vector<std::string> roles;  ///< codes
  bool disabled = false;
  bool has_password = false;   ///< false until the one-time link was used
  bool second_factor = false;  ///< the password alone does not let them in
  std::optional<Instant> last_seen_at;
  Instant created_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(UserView, (),
                      (id, login, employee_id, employee_number, name, roles, disabled, has_password, second_factor, last_seen_at, created_at, version))

struct UserForm {
  EmployeeId employee_id;
  std::string login;
  std::vector<std::string> roles;  ///< default: staff
};
BOOST_DESCRIBE_STRUCT(UserForm, (), (employee_id, login, roles))

struct UserPatch {
  std::optional<std::string> login;
  std::optional<std::vector<std::string>> roles;
  std::optional<bool> disabled;
};
BOOST_DESCRIBE_STRUCT(UserPatch, (), (login, roles, disabled))

struct UsersQuery {
  std::optional<EmployeeId> employee_id;  ///< whose account
  std::optional<std::string> role;        ///< who have it, by its code
  std::optional<std::int64_t> limit;
  std::optional<UserId> after;
};
BOOST_DESCRIBE_STRUCT(UsersQuery, (), (employee_id, role, limit, after))

/// A one-time link, to be handed to the person by other means; shown once.
struct SetupLinkView {
  UserId user_id;
  std::string setup_token;
  std::string path;  ///< "/setup/<token>", below the address of this installation
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(SetupLinkView, (), (user_id, setup_token, path, expires_at))

Result<http::Page<UserView>> users(ReadContext const& ctx, UsersQuery const& query);
Result<UserView> show_user(ReadContext const& ctx, UserId id);
/// For the command line: disabled ones, too. Refuses org.no_such_login.
Result<UserView> user_called(ReadContext const& ctx, std::string_view login);

/// Refuses org.login_invalid, org.login_taken, org.employee_has_account, org.employee_unknown, org.employee_left,
/// org.role_unknown, org.administration_separated. Without a password a link is made.
struct AddedUser {
  UserId user;
  std::optional<SetupLinkView> link;
};
Result<AddedUser> add_user(Context const& ctx, UserForm const& form, std::optional<std::string> password_hash = {});

/// Refuses besides: org.cannot_disable_oneself, org.last_security_administrator, request.stale.
Result<void> change_user(Context const& ctx, UserId id, std::int64_t version, UserPatch const& patch);

/// Takes the password away, ends all sessions, cancels older links and makes a new one. Refuses org.user_disabled.
Result<SetupLinkView> reset_password(Context const& ctx, UserId id);

/// What users and set-up links have in common: a link that lets its holder choose a password.
SetupLinkView make_link(Context const& ctx, EmployeeId employee, std::optional<UserId> user);
/// Sets what the user holds; the codes are known.
void give_roles(Context const& ctx, UserId user, std::vector<std::string> const& codes);

}  // namespace zx::org
