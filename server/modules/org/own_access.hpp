#pragma once
// What everybody has of their own: session, profile, list of sessions, personal access tokens. Private to org.

#include "modules/org/org.hpp"
#include "modules/org/roles.hpp"
#include "modules/org/second_factor.hpp"
#include "platform/base/patch.hpp"

namespace zx::org {

inline constexpr std::string_view session_cookie_name = "zx_session";

enum class Language { zh, en };
BOOST_DESCRIBE_ENUM(Language, zh, en)
enum class Theme { light, dark, system };
BOOST_DESCRIBE_ENUM(Theme, light, dark, system)

struct SessionUser {
  UserId id;
  std::string login;
  std::string name;
  EmployeeId employee_id;
  Language language = Language::zh;
  Theme theme = Theme::system;
};
BOOST_DESCRIBE_STRUCT(SessionUser, (), (id, login, name, employee_id, language, theme))
struct SessionOrganization {
  OrganizationId id;
  std::string name;
  std::string time_zone;
};
BOOST_DESCRIBE_STRUCT(SessionOrganization, (), (id, name, time_zone))
struct SessionView {
  SessionUser user;
  SessionOrganization organization;
  std::map<std::string, Scope> permissions;  ///< what is not named is not given
  std::optional<Instant> expires_at;         ///< absent for a token without end
  SecondFactorView second_factor;
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (user, organization, permissions, expires_at, second_factor))
/// `secret` is the cookie's, if there is one.
SessionView show_session(ReadContext const& ctx, std::optional<std::string> const& secret);
/// The earlier of idle and absolute timeout.
Instant session_ends_at(Services const& services, Instant created_at, Instant last_seen_at);

struct ProfileView {
  std::string login;
  std::string name;
  std::string number;
  std::optional<std::string> department_name;
  std::optional<std::string> position_name;
  std::optional<std::string> supervisor_name;
  std::vector<RoleBrief> roles;
  Language language = Language::zh;
  Theme theme = Theme::system;
  std::optional<std::string> phone;
  std::optional<std::string> email;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ProfileView, (), (login, name, number, department_name, position_name, supervisor_name, roles, language, theme, phone, email, version))
struct ProfilePatch {
  std::optional<Language> language;
  std::optional<Theme> theme;
  Patch<std::string> phone;
  Patch<std::string> email;
};
BOOST_DESCRIBE_STRUCT(ProfilePatch, (), (language, theme, phone, email))
ProfileView show_profile(ReadContext const& ctx);
/// Refuses field.too_long, org.email_invalid, request.stale.
Result<void> change_profile(Context const& ctx, std::optional<std::int64_t> version, ProfilePatch const& patch);

struct PageQuery {
  std::optional<std::int64_t> limit;
  std::optional<Uuid> after;
};
BOOST_DESCRIBE_STRUCT(PageQuery, (), (limit, after))

struct DeviceSession {
  Uuid id;
  std::string user_agent;
  std::string address;
  Instant created_at;
  Instant last_used_at;
  bool current = false;
};
BOOST_DESCRIBE_STRUCT(DeviceSession, (), (id, user_agent, address, created_at, last_used_at, current))
/// One's own that still hold, newest first.
Result<http::Page<DeviceSession>> own_sessions(ReadContext const& ctx, PageQuery const& query, std::optional<std::string> const& secret);
/// Refuses session.not_found.
Result<void> end_session(Context const& ctx, Uuid id);
/// Signing out.
void end_session_of(Context const& ctx, std::string_view secret);

struct AccessToken {
  Uuid id;
  std::string name;
  Instant created_at;
  std::optional<Instant> last_used_at;
  std::optional<Date> expires_on;  ///< its last day
  bool read_only = false;
  std::optional<std::vector<std::string>> permissions;  ///< the only ones it gives; absent = all of its owner's
};
BOOST_DESCRIBE_STRUCT(AccessToken, (), (id, name, created_at, last_used_at, expires_on, read_only, permissions))
struct TokenForm {
  std::string name;
  std::optional<Date> expires_on;
  std::optional<bool> read_only;
  std::optional<std::vector<std::string>> permissions;
};
BOOST_DESCRIBE_STRUCT(TokenForm, (), (name, expires_on, read_only, permissions))
/// The only time the token's text is shown.
struct CreatedToken {
  Uuid id;
  std::string name;
  std::string token;
};
BOOST_DESCRIBE_STRUCT(CreatedToken, (), (id, name, token))
Result<http::Page<AccessToken>> own_tokens(ReadContext const& ctx, PageQuery const& query);
/// Refuses token.expires_in_past, org.permission_unknown, token.permissions_empty.
Result<CreatedToken> add_token(Context const& ctx, UserId user, TokenForm const& form);
/// "work.read,work.assign", as it is stored.
std::vector<std::string> split_permissions(std::string_view joined);
/// Refuses token.not_found.
Result<void> revoke_token(Context const& ctx, Uuid id);

}  // namespace zx::org
