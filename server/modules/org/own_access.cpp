#include "modules/org/own_access.hpp"

#include <algorithm>

#include "modules/org/actors.hpp"
#include "modules/org/memory.hpp"
#include "modules/org/people.hpp"
#include "modules/org/rules.hpp"
#include "modules/org/signing_in.hpp"
#include "modules/org/sql.hpp"
#include "platform/auth/token.hpp"
#include "platform/base/text.hpp"

namespace zx::org {
namespace {

struct UserRow {
  UserId id;
  EmployeeId employee_id;
  std::string login;
  Language language = Language::zh;
  Theme theme = Theme::system;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(UserRow, (), (id, employee_id, login, language, theme, version))

struct SessionTimes {
  Instant created_at;
  Instant last_seen_at;
};
BOOST_DESCRIBE_STRUCT(SessionTimes, (), (created_at, last_seen_at))

struct ProfileRow {
  std::string login;
  std::string name;
  std::string number;
  std::optional<std::string> department_name;
  std::optional<std::string> position_name;
  std::optional<std::string> supervisor_name;
  Language language = Language::zh;
  Theme theme = Theme::system;
  std::optional<std::string> phone;
  std::optional<std::string> email;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ProfileRow, (), (login, name, number, department_name, position_name, supervisor_name, language, theme, phone, email, version))

struct TokenLine {
  Uuid id;
  std::string name;
  Instant created_at;
  std::optional<Instant> last_used_at;
  std::optional<Date> expires_on;
  bool read_only = false;
  std::optional<std::string> permissions;
};
BOOST_DESCRIBE_STRUCT(TokenLine, (), (id, name, created_at, last_used_at, expires_on, read_only, permissions))

AccessToken shown(TokenLine line) {
  AccessToken token{line.id, std::move(line.name), line.created_at, line.last_used_at, line.expires_on, line.read_only, {}};
  if (line.permissions) token.permissions = split_permissions(*line.permissions);
  return token;
}

std::string joined(std::vector<std::string> const& permissions) {
  std::string text;
  for (auto const& permission : permissions) text.append(text.empty() ? "" : ",").append(permission);
  return text;
}

void check_permissions(ReadContext const& ctx, std::vector<FieldError>& errors, std::vector<std::string> const& permissions) {
  if (permissions.empty()) errors.push_back({"permissions", "token.permissions_empty", {}});
  auto const known = ctx.db.all<std::string>(sql::known_permissions, {{"org", ctx.actor.organization}});
  for (std::size_t i = 0; i < permissions.size(); ++i) {
    if (std::ranges::find(known, permissions[i]) == known.end())
      errors.push_back({"permissions." + std::to_string(i), "org.permission_unknown", {{"name", permissions[i]}}});
  }
}

/// Greater than every id: pages go from the newest down.
Uuid beyond_all() {
  Uuid id;
  id.bytes.fill(0xff);
  return id;
}

db::Parameters own(ReadContext const& ctx) { return {{"org", ctx.actor.organization}, {"user", ctx.actor.user}}; }

UserRow user_of(ReadContext const& ctx) { return ctx.db.sure<UserRow>(sql::find_user, {{"org", ctx.actor.organization}, {"id", ctx.actor.user}}); }

std::optional<Instant> expiry_of(ReadContext const& ctx, std::optional<std::string> const& secret) {
  if (!secret) return std::nullopt;
  auto times = ctx.db.one<SessionTimes>(sql::find_session, {{"token_hash", hash_of(*secret)}});
  if (!times) return std::nullopt;
  return session_ends_at(ctx.services, times->created_at, std::max(times->last_seen_at, ctx.now));
}

/// Phone and e-mail stand with the employee; their history says no more than that they changed.
Result<void> change_contacts(Context const& ctx, ProfileRow const& before, ProfilePatch const& patch) {
  auto phone = before.phone;
  auto email = before.email;
  patch.phone.apply_to(phone);
  patch.email.apply_to(email);
  std::vector<FieldError> errors;
  rules::check_optional_text(errors, "phone", phone, 40);
  rules::check_email(errors, "email", email);
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  phone = rules::trimmed(phone);
  email = rules::trimmed(email);
  if (phone == before.phone && email == before.email) return {};
  ctx.db.execute(sql::set_contacts, {{"org", ctx.actor.organization}, {"id", ctx.actor.employee}, {"phone", phone}, {"email", email}});
  std::vector<timeline::Change> changes;
  if (phone != before.phone) note(changes, "phone", rules::masked(before.phone), rules::masked(phone));
  if (email != before.email) note(changes, "email", rules::masked(before.email), rules::masked(email));
  timeline::append(ctx, {"employee", ctx.actor.employee.uuid}, "employee.changed", std::move(changes));
  put_employee_into_search(ctx, ctx.actor.employee);
  return {};
}

}  // namespace

Instant session_ends_at(Services const& services, Instant created_at, Instant last_seen_at) {
  return std::min(created_at + services.session_absolute, last_seen_at + services.session_idle);
}

SessionView show_session(ReadContext const& ctx, std::optional<std::string> const& secret) {
  auto const user = user_of(ctx);
  auto const organization = organization_of(ctx.db, ctx.actor.organization);
  return {.user = {user.id, user.login, ctx.actor.name, user.employee_id, user.language, user.theme},
          .organization = {organization.id, organization.name, organization.time_zone},
          .permissions = {ctx.actor.grants.begin(), ctx.actor.grants.end()},
          .expires_at = expiry_of(ctx, secret),
          .second_factor = second_factor_of(ctx, ctx.actor.user)};
}

ProfileView show_profile(ReadContext const& ctx) {
  auto row = ctx.db.sure<ProfileRow>(sql::profile_of, own(ctx));
  return {.login = row.login,
          .name = row.name,
          .number = row.number,
          .department_name = row.department_name,
          .position_name = row.position_name,
          .supervisor_name = row.supervisor_name,
          .roles = roles_of(ctx, ctx.actor.user),
          .language = row.language,
          .theme = row.theme,
          .phone = row.phone,
          .email = row.email,
          .version = row.version};
}

Result<void> change_profile(Context const& ctx, std::optional<std::int64_t> version, ProfilePatch const& patch) {
  auto const before = ctx.db.sure<ProfileRow>(sql::profile_of, own(ctx));
  TRY(change_contacts(ctx, before, patch));
  auto const language = patch.language.value_or(before.language);
  auto const theme = patch.theme.value_or(before.theme);
  TRY(changed_or_stale(ctx.db.execute(
      sql::update_profile,
      {{"org", ctx.actor.organization}, {"id", ctx.actor.user}, {"version", version.value_or(before.version)}, {"language", language}, {"theme", theme}})));
  std::vector<timeline::Change> changes;
  note(changes, "language", std::string(enum_text(before.language)), std::string(enum_text(language)));
  note(changes, "theme", std::string(enum_text(before.theme)), std::string(enum_text(theme)));
  if (!changes.empty()) timeline::append(ctx, {"user", ctx.actor.user.uuid}, "user.changed", std::move(changes));
  forget_actors_after(ctx);
  return {};
}

Result<http::Page<DeviceSession>> own_sessions(ReadContext const& ctx, PageQuery const& query, std::optional<std::string> const& secret) {
  auto const limit = TRY(limit_of(query.limit));
  auto rows = ctx.db.all<DeviceSession>(sql::sessions_of, own(ctx)
                                                              .and_("token_hash", hash_of(secret.value_or("")))
                                                              .and_("created_after", ctx.now - ctx.services.session_absolute)
                                                              .and_("seen_after", ctx.now - ctx.services.session_idle)
                                                              .and_("before", query.after.value_or(beyond_all()))
                                                              .and_("limit", limit + 1));
  return page_of(std::move(rows), limit);
}

Result<void> end_session(Context const& ctx, Uuid id) {
  if (ctx.db.execute(sql::end_session, own(ctx).and_("id", id)) == 0) return Refusal::not_found("session.not_found");
  timeline::append(ctx, {"user", ctx.actor.user.uuid}, "user.session_ended");
  forget_actors_after(ctx);
  return {};
}

void end_session_of(Context const& ctx, std::string_view secret) {
  if (ctx.db.execute(sql::end_session_of_token, {{"token_hash", hash_of(secret)}}) == 0) return;
  timeline::append(ctx, {"user", ctx.actor.user.uuid}, "user.signed_out");
  forget_actors_after(ctx);
}

Result<http::Page<AccessToken>> own_tokens(ReadContext const& ctx, PageQuery const& query) {
  auto const limit = TRY(limit_of(query.limit));
  std::vector<AccessToken> tokens;
  for (auto& line : ctx.db.all<TokenLine>(sql::tokens_of, own(ctx).and_("before", query.after.value_or(beyond_all())).and_("limit", limit + 1)))
    tokens.push_back(shown(std::move(line)));
  return page_of(std::move(tokens), limit);
}

Result<CreatedToken> add_token(Context const& ctx, UserId user, TokenForm const& form) {
  std::vector<FieldError> errors;
  rules::check_text(errors, "name", form.name, 80);
  if (form.expires_on && *form.expires_on < today_of(ctx)) errors.push_back({"expires_on", "token.expires_in_past", {}});
  if (form.permissions) check_permissions(ctx, errors, *form.permissions);
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  CreatedToken created{Uuid::v7(), std::string(text::trim(form.name)), auth::random_token("zx_")};
  auto const permissions = form.permissions ? std::optional(joined(*form.permissions)) : std::nullopt;
  ctx.db.enqueue(sql::insert_token, {{"org", ctx.actor.organization},
                                     {"id", created.id},
                                     {"user", user},
                                     {"name", created.name},
                                     {"token_hash", hash_of(created.token)},
                                     {"now", ctx.now},
                                     {"expires_on", form.expires_on},
                                     {"read_only", form.read_only.value_or(false)},
                                     {"permissions", permissions}});
  std::vector<timeline::Change> changes{{"name", "", created.name}, {"expires_on", "", form.expires_on ? form.expires_on->text() : ""}};
  if (form.read_only.value_or(false)) changes.push_back({"read_only", "", "true"});
  if (permissions) changes.push_back({"permissions", "", *permissions});
  timeline::append(ctx, {"user", user.uuid}, "user.token_added", std::move(changes));
  return created;
}

Result<std::string> create_token(Context& ctx, std::string_view login, std::string name, std::optional<Date> expires_on, TokenLimits const& limits) {
  auto const folded = TRY(rules::login(login));
  auto user = ctx.db.one<UserId>(sql::user_of_login, {{"org", ctx.actor.organization}, {"login", folded}});
  if (!user) return Refusal::not_found("org.user_unknown", {{"login", folded}});
  return TRY(add_token(ctx, *user, {std::move(name), expires_on, limits.read_only, limits.permissions})).token;
}

std::vector<std::string> split_permissions(std::string_view joined) {
  std::vector<std::string> permissions;
  while (!joined.empty()) {
    auto const comma = std::min(joined.find(','), joined.size());
    permissions.emplace_back(joined.substr(0, comma));
    joined.remove_prefix(std::min(comma + 1, joined.size()));
  }
  return permissions;
}

Result<void> revoke_token(Context const& ctx, Uuid id) {
  auto name = ctx.db.one<std::string>(sql::name_of_token, own(ctx).and_("id", id));
  if (!name) return Refusal::not_found("token.not_found");
  ctx.db.execute(sql::revoke_token, own(ctx).and_("id", id));
  timeline::append(ctx, {"user", ctx.actor.user.uuid}, "user.token_revoked", {{"name", *name, ""}});
  forget_actors_after(ctx);
  return {};
}

}  // namespace zx::org
