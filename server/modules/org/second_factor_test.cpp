#include "modules/org/second_factor.hpp"

#include "modules/org/org_fixture.hpp"
#include "modules/org/organization.hpp"
#include "platform/auth/one_time_code.hpp"

namespace zx::org {
namespace {

using namespace std::chrono_literals;
using http::Method;

struct SecondFactor : OrgWorld {
 protected:
  /// What the app would show; `secret` as it was shown.
  std::string code(std::string const& secret) { return auth::one_time_code(unbase32(secret), auth::step_at(world().clock.now())); }

  /// Switched on from this tab; the recovery codes as JSON.
  std::string switch_on(Browser& tab) {
    auto begun = tab.post("/api/v1/second-factor", R"({"current_password":")" + std::string(good_password) + R"("})");
    EXPECT_EQ(begun.status, 201) << begun.body;
    secret = member(begun.body, "secret");
    auto confirmed = tab.post("/api/v1/second-factor/confirmation", R"({"code":")" + code(secret) + R"("})");
    EXPECT_EQ(confirmed.status, 201) << confirmed.body;
    world().clock.advance(30s);
    return confirmed.body;
  }
  http::Reply sign_in(std::string const& login, std::string const& typed) {
    return browser().post("/api/v1/session", R"({"login":")" + login + R"(","password":")" + std::string(good_password) + R"(","code":")" + typed + R"("})");
  }
  static std::string member(std::string const& json, std::string const& name) {
    auto const begin = json.find("\"" + name + "\":\"") + name.size() + 4;
    return json.substr(begin, json.find('"', begin) - begin);
  }
  static std::string first_recovery_code(std::string const& json) { return json.substr(json.find("[\"") + 2, 17); }

  static std::string unbase32(std::string const& text) {
    std::string bytes;
    std::uint32_t buffer = 0;
    int bits = 0;
    for (char c : text) {
      buffer = buffer << 5 | static_cast<std::uint32_t>(c >= 'A' ? c - 'A' : c - '2' + 26);
      if ((bits += 5) >= 8) bytes += static_cast<char>(buffer >> (bits -= 8) & 255);
    }
    return bytes;
  }

  std::string secret;
};
ON_EACH_ENGINE(SecondFactor);

TEST_P(SecondFactor, the_password_alone_lets_nobody_in_any_more) {
  auto tab = somebody("lisi", "李四");
  switch_on(tab);
  auto refused = browser().sign_in("lisi", good_password);
  EXPECT_EQ(refused.status, 401);
  EXPECT_NE(refused.body.find("session.code_required"), std::string::npos) << refused.body;
  EXPECT_NE(sign_in("lisi", "000000").body.find("session.code_wrong"), std::string::npos);
  EXPECT_EQ(sign_in("lisi", code(secret)).status, 201);
  EXPECT_NE(browser().sign_in("lisi", "wrong-password").body.find("session.sign_in_failed"), std::string::npos);
}

TEST_P(SecondFactor, a_code_lets_in_once) {
  auto tab = somebody("lisi", "李四");
  switch_on(tab);
  auto const now = code(secret);
  EXPECT_EQ(sign_in("lisi", now).status, 201);
  EXPECT_EQ(sign_in("lisi", now).status, 401);
  world().clock.advance(30s);
  EXPECT_EQ(sign_in("lisi", code(secret)).status, 201);
}

TEST_P(SecondFactor, wrong_codes_lock_like_wrong_passwords) {
  auto tab = somebody("lisi", "李四");
  switch_on(tab);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_in("lisi", "000000").status, 401);
  EXPECT_NE(sign_in("lisi", code(secret)).body.find("session.sign_in_failed"), std::string::npos);
  EXPECT_EQ(tab.post("/api/v1/second-factor/removal", R"({"code":")" + code(secret) + R"("})").status, 429);
  world().clock.advance(15min);
  EXPECT_EQ(sign_in("lisi", code(secret)).status, 201);
}

TEST_P(SecondFactor, a_recovery_code_works_once) {
  auto tab = somebody("lisi", "李四");
  auto const recovery = first_recovery_code(switch_on(tab));
  EXPECT_NE(tab.get("/api/v1/second-factor").body.find(R"("recovery_codes_left":10)"), std::string::npos);
  EXPECT_EQ(sign_in("lisi", recovery).status, 201);
  EXPECT_EQ(sign_in("lisi", recovery).status, 401);
  EXPECT_NE(tab.get("/api/v1/second-factor").body.find(R"("recovery_codes_left":9)"), std::string::npos);
}

TEST_P(SecondFactor, without_its_first_code_it_does_not_count) {
  auto tab = somebody("lisi", "李四");
  EXPECT_EQ(tab.post("/api/v1/second-factor", R"({"current_password":"wrong-password"})").status, 422);
  EXPECT_EQ(tab.post("/api/v1/second-factor", R"({"current_password":")" + std::string(good_password) + R"("})").status, 201);
  EXPECT_EQ(tab.post("/api/v1/second-factor/confirmation", R"({"code":"000000"})").status, 422);
  EXPECT_EQ(browser().sign_in("lisi", good_password).status, 201);
}

TEST_P(SecondFactor, switching_it_on_ends_the_other_sessions) {
  auto here = somebody("lisi", "李四");
  auto there = browser();
  there.sign_in("lisi", good_password);
  switch_on(here);
  EXPECT_EQ(here.get("/api/v1/session").status, 200);
  EXPECT_EQ(there.get("/api/v1/session").status, 401);
}

TEST_P(SecondFactor, a_new_password_by_link_does_not_get_around_it) {
  auto tab = somebody("lisi", "李四");
  switch_on(tab);
  auto const user = actor("lisi").user;
  auto link = world().write_as(system, [&](Context& ctx) { return reset_password(ctx, user); });
  EXPECT_NE(browser().get("/api/v1/setup?token=" + link.setup_token).body.find(R"("second_factor":true)"), std::string::npos);
  EXPECT_EQ(browser().set_up(link.setup_token).status, 401);
  auto form = R"({"token":")" + link.setup_token + R"(","password":"stone-bridge-88-fox","code":")" + code(secret) + R"("})";
  EXPECT_EQ(browser().post("/api/v1/setup", form).status, 201);
}

TEST_P(SecondFactor, administrators_have_a_week_to_set_it_up) {
  auto tab = somebody("sec", "安全", "security_administrator");
  EXPECT_NE(tab.get("/api/v1/session").body.find(R"("required":true,"due_at")"), std::string::npos) << tab.get("/api/v1/session").body;
  world().clock.advance(24h * 7 - 10min);
  tab.sign_in("sec", good_password);
  EXPECT_EQ(tab.get("/api/v1/users").status, 200);
  world().clock.advance(10min);
  auto refused = tab.get("/api/v1/users");
  EXPECT_EQ(refused.status, 403);
  EXPECT_NE(refused.body.find("second_factor.due"), std::string::npos) << refused.body;
  EXPECT_EQ(tab.post("/api/v1/tokens", R"({"name":"way around"})").status, 403);
  switch_on(tab);
  EXPECT_EQ(tab.get("/api/v1/users").status, 200);
  EXPECT_NE(tab.post("/api/v1/second-factor/removal", R"({"code":")" + code(secret) + R"("})").body.find("second_factor.required"), std::string::npos);
}

TEST_P(SecondFactor, nobody_has_to_where_the_organization_does_not_require_it) {
  world().write_as(system, [&](Context& ctx) { return change_organization(ctx, show_organization(ctx).version, {.second_factor_required = false}); });
  auto tab = somebody("sec", "安全", "security_administrator");
  world().clock.advance(24h * 8);
  tab.sign_in("sec", good_password);
  EXPECT_EQ(tab.get("/api/v1/users").status, 200);
  switch_on(tab);
  EXPECT_EQ(tab.post("/api/v1/second-factor/removal", R"({"code":")" + code(secret) + R"("})").status, 204);
  EXPECT_EQ(browser().sign_in("sec", good_password).status, 201);
}

TEST_P(SecondFactor, a_lost_phone_is_mended_by_another_security_administrator) {
  auto tab = somebody("lisi", "李四");
  switch_on(tab);
  auto security = somebody("sec", "安全", "security_administrator");
  auto const reset_of = [&](std::string login) { return "/api/v1/users/" + actor(login).user.text() + "/second-factor-reset"; };
  EXPECT_EQ(tab.post(reset_of("lisi")).status, 403);
  EXPECT_EQ(security.post(reset_of("lisi")).status, 204);
  EXPECT_EQ(browser().sign_in("lisi", good_password).status, 201);
  EXPECT_NE(security.post(reset_of("sec")).body.find("second_factor.ones_own"), std::string::npos);
  EXPECT_NE(security.post(reset_of("lisi")).body.find("second_factor.off"), std::string::npos);
}

TEST_P(SecondFactor, no_secret_of_it_is_stored_in_clear) {
  auto tab = somebody("lisi", "李四");
  auto const recovery = first_recovery_code(switch_on(tab));
  EXPECT_EQ(count("SELECT count(*) FROM second_factor WHERE secret LIKE 'sealed:%'"), 1);
  EXPECT_EQ(count("SELECT count(*) FROM timeline_entry WHERE changes LIKE '%" + recovery + "%'"), 0);
  EXPECT_EQ(count("SELECT count(*) FROM idempotent_answer WHERE body LIKE '%" + recovery + "%' OR body LIKE '%" + secret + "%'"), 0);
}

struct LimitedToken : OrgWorld {
 protected:
  std::string token_of(Browser& tab, std::string const& limits) {
    auto reply = tab.post("/api/v1/tokens", R"({"name":"script",)" + limits + "}");
    EXPECT_EQ(reply.status, 201) << reply.body;
    return reply.body.substr(reply.body.find("zx_"), 36);
  }
  http::Reply with(std::string const& token, Method method, std::string path, std::string body = {}) {
    return browser().send(method, std::move(path), std::move(body), {{"authorization", "Bearer " + token}});
  }
};
ON_EACH_ENGINE(LimitedToken);

TEST_P(LimitedToken, gives_only_what_it_names_and_its_owner_has) {
  auto tab = somebody("hr", "人事", "hr");
  auto token = token_of(tab, R"("permissions":["people.read","accounts.manage"])");
  EXPECT_EQ(with(token, Method::get, "/api/v1/employees").status, 200);
  EXPECT_EQ(with(token, Method::post, "/api/v1/employees", R"({"name":"新人","number":"N9"})").status, 403);
  EXPECT_EQ(with(token, Method::get, "/api/v1/users").status, 403);
  auto listed = tab.get("/api/v1/tokens").body;
  EXPECT_NE(listed.find(R"("permissions":["people.read","accounts.manage"])"), std::string::npos) << listed;
}

TEST_P(LimitedToken, a_reading_token_changes_nothing) {
  auto tab = somebody("hr", "人事", "hr");
  auto token = token_of(tab, R"("read_only":true)");
  EXPECT_EQ(with(token, Method::get, "/api/v1/employees").status, 200);
  auto refused = with(token, Method::post, "/api/v1/employees", R"({"name":"新人","number":"N9"})");
  EXPECT_EQ(refused.status, 403);
  EXPECT_NE(refused.body.find("token.read_only"), std::string::npos) << refused.body;
}

TEST_P(LimitedToken, makes_no_wider_one) {
  auto tab = somebody("hr", "人事", "hr");
  auto token = token_of(tab, R"("permissions":["people.read"])");
  auto refused = with(token, Method::post, "/api/v1/tokens", R"({"name":"wider"})");
  EXPECT_EQ(refused.status, 403);
  EXPECT_NE(refused.body.find("token.limited"), std::string::npos) << refused.body;
  EXPECT_EQ(with(token, Method::patch, "/api/v1/profile", R"({"theme":"dark"})").status, 403);
}

TEST_P(LimitedToken, names_permissions_that_exist) {
  auto tab = somebody("hr", "人事", "hr");
  EXPECT_EQ(tab.post("/api/v1/tokens", R"({"name":"script","permissions":[]})").status, 422);
  auto refused = tab.post("/api/v1/tokens", R"({"name":"script","permissions":["people.read","moon.land"]})");
  EXPECT_EQ(refused.status, 422);
  EXPECT_NE(refused.body.find("permissions.1"), std::string::npos) << refused.body;
}

}  // namespace
}  // namespace zx::org
