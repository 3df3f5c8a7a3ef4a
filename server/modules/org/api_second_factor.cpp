// The second factor over HTTP. All special: answers of ordinary writes are kept for Idempotency-Key, and secrets must
// stand nowhere in clear; and a wrong code is counted after the transaction that refused it.

#include "modules/org/api.hpp"
#include "modules/org/own_access.hpp"
#include "modules/org/second_factor.hpp"
#include "modules/org/signing_in.hpp"

namespace zx::org {
namespace {

struct OwnPassword {
  std::string current_password;
};
BOOST_DESCRIBE_STRUCT(OwnPassword, (), (current_password))

http::Reply secret_reply(std::string body) {
  http::Reply reply{.status = 201, .body = std::move(body)};
  return std::move(reply.header("cache-control", "no-store"));
}

/// A verb that takes a code; wrong ones count.
template <class Verb>
auto trying_a_code(Services& services, Actor const& actor, Verb&& verb) -> decltype(verb(std::declval<Context const&>())) {
  TRY(may_try_code(services, actor.organization, actor.user));
  auto result = services.database.write([&](db::Transaction& tx) { return verb(Context{actor, services.clock.now(), tx, services}); });
  if (!result && is_wrong_code(result.refusal())) count_wrong_code(services, actor.organization, actor.user);
  return result;
}

Result<SecondFactorView> get_second_factor(ReadContext const& ctx, http::Call const&) { return second_factor_of(ctx, ctx.actor.user); }

Result<http::Reply> post_second_factor(Services& services, Actor const& actor, http::Call const& call) {
  auto form = TRY(from_json<OwnPassword>(call.request.body));
  TRY(prove_password(services, actor, form.current_password, "current_password"));
  auto begun = TRY(services.database.write([&](db::Transaction& tx) { return begin_second_factor(Context{actor, services.clock.now(), tx, services}); }));
  return secret_reply(to_json(begun));
}

Result<http::Reply> post_confirmation(Services& services, Actor const& actor, http::Call const& call) {
  auto form = TRY(from_json<CodeForm>(call.request.body));
  auto const current = call.request.cookie(session_cookie_name);
  return secret_reply(to_json(TRY(trying_a_code(services, actor, [&](Context const& ctx) { return confirm_second_factor(ctx, form, current); }))));
}

Result<http::Reply> post_recovery_codes(Services& services, Actor const& actor, http::Call const& call) {
  auto form = TRY(from_json<CodeForm>(call.request.body));
  return secret_reply(to_json(TRY(trying_a_code(services, actor, [&](Context const& ctx) { return renew_recovery_codes(ctx, form); }))));
}

Result<http::Reply> post_removal(Services& services, Actor const& actor, http::Call const& call) {
  auto form = TRY(from_json<CodeForm>(call.request.body));
  TRY(trying_a_code(services, actor, [&](Context const& ctx) { return remove_second_factor(ctx, form); }));
  return http::Reply{.status = 204, .content_type = ""};
}

Result<void> post_reset(Context& ctx, http::Call const& call) { return reset_second_factor_of(ctx, TRY(call.id<UserId>())); }

}  // namespace

void second_factor_routes(http::Routes& routes) {
  using http::Method, http::signed_in;
  routes.get("/api/v1/second-factor", signed_in(), "Whether I have a second factor, and whether I must.", &get_second_factor);
  routes.special<OwnPassword, NewSecondFactor>(Method::post, "/api/v1/second-factor", signed_in(),
                                               "Begin with a second factor: the secret for the authenticator app, shown this once.", &post_second_factor);
  routes.special<CodeForm, RecoveryCodes>(Method::post, "/api/v1/second-factor/confirmation", signed_in(),
                                          "The app's first code switches it on; answers with the recovery codes.", &post_confirmation);
  routes.special<CodeForm, RecoveryCodes>(Method::post, "/api/v1/second-factor/recovery-codes", signed_in(), "New recovery codes in place of the old ones.",
                                          &post_recovery_codes);
  routes.special<CodeForm>(Method::post, "/api/v1/second-factor/removal", signed_in(), "Do without the second factor.", &post_removal).answers(204);
  routes.post("/api/v1/users/{id}/second-factor-reset", http::needs(permissions::manage_accounts),
              "Forget somebody's second factor: they lost phone and recovery codes.", &post_reset);
}

}  // namespace zx::org
