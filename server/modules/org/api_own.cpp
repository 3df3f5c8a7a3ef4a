// Signing in and out, the set-up page, and what everybody has of their own, over HTTP.

#include "modules/org/api.hpp"
#include "modules/org/own_access.hpp"
#include "modules/org/setting_up.hpp"
#include "modules/org/signing_in.hpp"
#include "platform/base/text.hpp"

namespace zx::org {
namespace {

Device device_of(http::Request const& request) {
  auto const user_agent = request.header("user-agent");
  return {request.remote_address, text::is_valid_utf8(user_agent) ? std::string(user_agent) : std::string{}};
}

std::string cookie(std::string_view value, Milliseconds lasts, bool secure) {
  auto const seconds = std::chrono::duration_cast<std::chrono::seconds>(lasts).count();
  return std::string(session_cookie_name) + "=" + std::string(value) + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(seconds) +
         (secure ? "; Secure" : "");
}

/// A foreign page must not sign its visitor in as somebody else either.
Result<void> refuse_foreign_pages(http::Request const& request) {
  auto const site = request.header("sec-fetch-site");
  if (site == "cross-site" || site == "same-site") return Refusal::forbidden("session.csrf");
  return {};
}

http::Reply entered(Services& services, http::Request const& request, StartedSession const& started) {
  auto view = services.database.read([&](db::Executor& db) { return show_session({started.actor, services.clock.now(), db, services}, started.token); });
  http::Reply reply{.status = 201, .body = to_json(view)};
  reply.header("set-cookie", cookie(started.token, services.session_absolute, request.secure)).header("cache-control", "no-store");
  return reply;
}

Result<http::Reply> post_session(Services& services, Actor const&, http::Call const& call) {
  TRY(refuse_foreign_pages(call.request));
  auto form = TRY(from_json<SignInForm>(call.request.body));
  auto started = TRY(sign_in(services, form, device_of(call.request), call.request.cookie(session_cookie_name)));
  return entered(services, call.request, started);
}

Result<SessionView> get_session(ReadContext const& ctx, http::Call const& call) { return show_session(ctx, call.request.cookie(session_cookie_name)); }

Result<http::Reply> delete_session(Services& services, Actor const& actor, http::Call const& call) {
  if (auto secret = call.request.cookie(session_cookie_name)) {
    auto ended = services.database.write([&](db::Transaction& tx) -> Result<void> {
      end_session_of(Context{actor, services.clock.now(), tx, services}, *secret);
      return {};
    });
    TRY(ended);
  }
  http::Reply reply{.status = 204, .content_type = ""};
  reply.header("set-cookie", cookie("", Milliseconds(0), call.request.secure));
  return reply;
}

Result<SetupView> get_setup(ReadContext const& ctx, http::Call const&, SetupQuery const& query) { return show_setup(ctx.db, query.token, ctx.now); }

Result<http::Reply> post_setup(Services& services, Actor const&, http::Call const& call) {
  TRY(refuse_foreign_pages(call.request));
  auto form = TRY(from_json<SetupForm>(call.request.body));
  auto const language = call.request.header("accept-language").starts_with("en") ? "en" : "zh";
  auto started = TRY(set_up(services, form, device_of(call.request), language));
  return entered(services, call.request, started);
}

Result<ProfileView> get_profile(ReadContext const& ctx, http::Call const&) { return show_profile(ctx); }

Result<ProfileView> patch_profile(Context& ctx, http::Call const& call, ProfilePatch const& patch) {
  TRY(change_profile(ctx, TRY(call.optional_version()), patch));
  return show_profile(ctx);
}

Result<http::Reply> post_password(Services& services, Actor const& actor, http::Call const& call) {
  auto form = TRY(from_json<PasswordForm>(call.request.body));
  TRY(change_password(services, actor, form, call.request.cookie(session_cookie_name)));
  return http::Reply{.status = 204, .content_type = ""};
}

Result<http::Page<DeviceSession>> get_sessions(ReadContext const& ctx, http::Call const& call, PageQuery const& query) {
  return own_sessions(ctx, query, call.request.cookie(session_cookie_name));
}

Result<void> delete_one_session(Context& ctx, http::Call const& call) {
  auto id = Uuid::parse(call.argument("id"));
  if (!id) return Refusal::not_found("session.not_found");
  return end_session(ctx, *id);
}

Result<http::Page<AccessToken>> get_tokens(ReadContext const& ctx, http::Call const&, PageQuery const& query) { return own_tokens(ctx, query); }

/// Special, because the answers of ordinary writes are kept for Idempotency-Key, and a token must stand nowhere in clear.
Result<http::Reply> post_token(Services& services, Actor const& actor, http::Call const& call) {
  auto form = TRY(from_json<TokenForm>(call.request.body));
  return services.database.write([&](db::Transaction& tx) -> Result<http::Reply> {
    Context ctx{actor, services.clock.now(), tx, services};
    return http::Reply{.status = 201, .body = to_json(TRY(add_token(ctx, actor.user, form)))};
  });
}

Result<void> delete_token(Context& ctx, http::Call const& call) {
  auto id = Uuid::parse(call.argument("id"));
  if (!id) return Refusal::not_found("token.not_found");
  return revoke_token(ctx, *id);
}

}  // namespace

void own_routes(http::Routes& routes) {
  using http::anyone, http::signed_in, http::Method;
  routes.special<SignInForm, SessionView>(Method::post, "/api/v1/session", anyone("signing in"), "Sign in; the answer sets the session cookie.", &post_session);
  routes.get("/api/v1/session", signed_in(), "Who I am and what I may do.", &get_session);
  routes.special(Method::delete_, "/api/v1/session", signed_in(), "Sign out.", &delete_session).answers(204);
  routes.get("/api/v1/setup", anyone("the one-time link is the proof"), "What a one-time link is for.", &get_setup);
  routes.special<SetupForm, SessionView>(Method::post, "/api/v1/setup", anyone("the one-time link is the proof"),
                                         "Use a one-time link: choose a password and sign in.", &post_setup);
  routes.get("/api/v1/profile", signed_in(), "My profile.", &get_profile);
  routes.patch("/api/v1/profile", signed_in(), "Change my language, theme, phone or e-mail.", &patch_profile);
  routes.special<PasswordForm>(Method::post, "/api/v1/profile/password", signed_in(), "Change my password; ends my other sessions.", &post_password)
      .answers(204);
  routes.get("/api/v1/sessions", signed_in(), "Where I am signed in.", &get_sessions);
  routes.delete_("/api/v1/sessions/{id}", signed_in(), "End one of my sessions.", &delete_one_session);
  routes.get("/api/v1/tokens", signed_in(), "My personal access tokens.", &get_tokens);
  routes.special<TokenForm, CreatedToken>(Method::post, "/api/v1/tokens", signed_in(), "Make a personal access token; its text is shown this once.",
                                          &post_token);
  routes.delete_("/api/v1/tokens/{id}", signed_in(), "Revoke a personal access token.", &delete_token);
}

}  // namespace zx::org
