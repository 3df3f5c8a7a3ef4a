#pragma once
// Passwords in, sessions out. Nothing here runs inside somebody else's transaction: hashing takes 30 ms and must not
// hold one open. Private to org.

#include "modules/org/org.hpp"
#include "platform/auth/digest.hpp"

namespace zx::org {

struct SignInForm {
  std::string login;
  std::string password;
  std::optional<std::string> code;  ///< of the second factor; asked for when it is missing
};
BOOST_DESCRIBE_STRUCT(SignInForm, (), (login, password, code))

struct PasswordForm {
  std::string current_password;
  std::string new_password;
};
BOOST_DESCRIBE_STRUCT(PasswordForm, (), (current_password, new_password))

/// Where somebody signs in from, as they see it in their list of sessions.
struct Device {
  std::string address;
  std::string user_agent;
};

/// `token` goes into the cookie and nowhere else.
struct StartedSession {
  Actor actor;
  std::string token;
};

/// Refuses session.sign_in_failed for everything that is wrong (unknown, wrong password, locked, disabled, left, not set up) in
/// the same time, and auth.busy. With the right password: session.code_required, session.code_wrong (counted like a wrong
/// password). `previous` is the browser's old session, which ends.
Result<StartedSession> sign_in(Services& services, SignInForm const& form, Device const& device, std::optional<std::string> const& previous);

/// Ends the other sessions; `current` keeps its own. Refuses password.current_wrong at "current_password" (counted like a
/// sign-in), what auth::check_password refuses, and auth.busy.
Result<void> change_password(Services& services, Actor const& actor, PasswordForm const& form, std::optional<std::string> const& current);

/// That somebody signed in is still who they say. Refuses password.current_wrong at `field` (counted like a sign-in), and auth.busy.
Result<void> prove_password(Services& services, Actor const& actor, std::string_view password, std::string_view field);

/// Wrong codes of a login count like wrong passwords, and lock it.
bool is_wrong_code(Refusal const& refusal);
void count_wrong_code(Services& services, OrganizationId organization, UserId user);
/// Refuses second_factor.locked.
Result<void> may_try_code(Services& services, OrganizationId organization, UserId user);

/// In the transaction that decided that `ctx.actor` is who they say.
std::string start_session(Context const& ctx, Device const& device);

/// A token's hash as a parameter.
std::vector<std::uint8_t> hash_of(std::string_view token);

}  // namespace zx::org
