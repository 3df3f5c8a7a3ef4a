#include "modules/org/org_fixture.hpp"
#include "modules/org/own_access.hpp"

namespace zx::org {
namespace {

using namespace std::chrono_literals;
using http::Method;

struct Authentication : OrgWorld {
  http::Reply with_token(std::string const& token, Method method = Method::get, std::string path = "/api/v1/session") {
    return browser().send(method, std::move(path), "", {{"authorization", "Bearer " + token}, {"x-requested-with", ""}});
  }
  std::string token_of(std::string_view login, std::optional<Date> expires_on = {}) {
    return world().write_as(system, [&](Context& ctx) { return create_token(ctx, login, "cli", expires_on); });
  }
  void change(std::string_view login, UserPatch const& patch) {
    auto const id = actor(login).user;
    world().write_as(system, [&](Context& ctx) -> Result<void> { return change_user(ctx, id, TRY(show_user(ctx, id)).version, patch); });
  }
};
ON_EACH_ENGINE(Authentication);

TEST_P(Authentication, a_disabled_user_is_out_at_once) {
  somebody("sec", "安全", "security_administrator");
  auto tab = somebody("zhangsan", "张三");
  auto const token = token_of("zhangsan");
  EXPECT_EQ(tab.get("/api/v1/session").status, 200);
  EXPECT_EQ(with_token(token).status, 200);
  change("zhangsan", {.disabled = true});
  EXPECT_EQ(tab.get("/api/v1/session").status, 401);
  EXPECT_EQ(with_token(token).status, 401);
  EXPECT_EQ(browser().sign_in("zhangsan", good_password).status, 401);
}

TEST_P(Authentication, who_left_is_out_the_day_after) {
  auto tab = somebody("zhangsan", "张三");
  auto const token = token_of("zhangsan");
  auto const employee = actor("zhangsan").employee;
  world().write_as(system, [&](Context& ctx) { return change_employee(ctx, employee, 1, {.leave_date = Date{2026, 11, 19}}); });
  EXPECT_EQ(tab.get("/api/v1/session").status, 401);
  EXPECT_EQ(with_token(token).status, 401);
}

TEST_P(Authentication, a_role_taken_away_is_gone_with_the_next_request) {
  somebody("sec", "安全", "security_administrator");
  auto tab = somebody("hr", "人事", "hr");
  EXPECT_EQ(tab.post("/api/v1/positions", R"({"name":"维修工"})").status, 201);
  change("hr", {.roles = std::vector<std::string>{"staff"}});
  EXPECT_EQ(tab.post("/api/v1/positions", R"({"name":"保安"})").status, 403);
}

TEST_P(Authentication, a_session_ends_when_idle_and_after_a_week_in_any_case) {
  auto tab = somebody("zhangsan", "张三");
  world().clock.advance(12h);
  EXPECT_EQ(tab.get("/api/v1/session").status, 401) << "idle";
  tab.sign_in("zhangsan", good_password);
  for (int hours = 0; hours < 168; hours += 6) {
    EXPECT_EQ(tab.get("/api/v1/session").status, 200) << hours;
    world().clock.advance(6h);
  }
  EXPECT_EQ(tab.get("/api/v1/session").status, 401) << "absolute";
}

TEST_P(Authentication, a_write_with_the_cookie_needs_the_header) {
  auto tab = somebody("zhangsan", "张三");
  EXPECT_EQ(tab.send(Method::patch, "/api/v1/profile", R"({"theme":"dark"})", {{"x-requested-with", ""}}).status, 403);
  EXPECT_EQ(tab.send(Method::patch, "/api/v1/profile", R"({"theme":"dark"})").status, 200);
  EXPECT_EQ(tab.send(Method::get, "/api/v1/profile", "", {{"x-requested-with", ""}}).status, 200);
}

TEST_P(Authentication, a_bad_token_is_refused_even_beside_a_good_cookie) {
  auto tab = somebody("zhangsan", "张三");
  auto reply = tab.send(Method::get, "/api/v1/session", "", {{"authorization", "Bearer zx_nothing"}});
  EXPECT_EQ(reply.status, 401);
  EXPECT_NE(reply.body.find("token.invalid"), std::string::npos);
}

TEST_P(Authentication, a_cookie_is_no_token_and_a_token_no_cookie) {
  auto tab = somebody("zhangsan", "张三");
  auto const token = token_of("zhangsan");
  EXPECT_EQ(with_token(tab.cookie).status, 401);
  tab.cookie = token;
  EXPECT_EQ(tab.get("/api/v1/session").status, 401);
}

TEST_P(Authentication, a_token_ends_with_its_day_and_when_revoked) {
  auto tab = somebody("zhangsan", "张三");
  auto const today = token_of("zhangsan", Date{2026, 11, 20}), endless = token_of("zhangsan");
  EXPECT_EQ(with_token(today).status, 200);
  world().clock.advance(15h);  // 24:00 in Shanghai
  EXPECT_EQ(with_token(today).status, 401);
  EXPECT_EQ(with_token(endless).status, 200);
  tab.sign_in("zhangsan", good_password);
  auto tokens = world().read_as(actor("zhangsan"), [](ReadContext const& ctx) { return own_tokens(ctx, {}).value().items; });
  ASSERT_EQ(tokens.size(), 2u);
  EXPECT_EQ(tab.send(Method::delete_, "/api/v1/tokens/" + tokens[0].id.text()).status, 204);
  EXPECT_EQ(with_token(endless).status, 401);
}

TEST_P(Authentication, sessions_and_tokens_of_others_cannot_be_ended) {
  auto mine = somebody("zhangsan", "张三"), theirs = somebody("lisi", "李四");
  token_of("lisi");
  auto const li = actor("lisi");
  auto session = world().read_as(li, [](ReadContext const& ctx) { return own_sessions(ctx, {}, {}).value().items.at(0).id; });
  auto token = world().read_as(li, [](ReadContext const& ctx) { return own_tokens(ctx, {}).value().items.at(0).id; });
  EXPECT_EQ(mine.send(Method::delete_, "/api/v1/sessions/" + session.text()).status, 404);
  EXPECT_EQ(mine.send(Method::delete_, "/api/v1/tokens/" + token.text()).status, 404);
  EXPECT_EQ(theirs.get("/api/v1/session").status, 200);
  EXPECT_EQ(theirs.send(Method::delete_, "/api/v1/sessions/" + session.text()).status, 204);
  EXPECT_EQ(theirs.get("/api/v1/session").status, 401);
}

TEST_P(Authentication, last_seen_is_written_at_most_once_a_minute) {
  auto tab = somebody("zhangsan", "张三");
  auto const start = world().clock.now().ms;
  tab.get("/api/v1/session");
  auto last_seen = [&] { return count("SELECT max(last_seen_at) FROM user_session"); };
  world().clock.advance(50s);
  tab.get("/api/v1/session");
  EXPECT_EQ(last_seen(), start);
  world().clock.advance(11s);
  tab.get("/api/v1/session");
  EXPECT_EQ(last_seen(), start + 61'000);
}

TEST(Routes, all_of_them_can_be_described) {
  http::Routes all;
  org::routes(all);
  auto const document = http::openapi(all, "1");
  for (auto const& route : all.all()) EXPECT_NE(document.find("\"" + route.facts.path + "\""), std::string::npos) << route.facts.path;
}

TEST_P(Authentication, every_route_says_no_to_strangers_and_to_staff_without_the_permission) {
  auto tab = somebody("zhangsan", "张三");
  auto const staff = actor("zhangsan");
  for (auto const& route : routes.all()) {
    auto const& access = route.facts.access;
    auto path = route.facts.path;
    if (auto id = path.find("{id}"); id != std::string::npos) path.replace(id, 4, Uuid::v7().text());
    if (access.kind() == http::RouteAccess::Kind::anyone) continue;
    EXPECT_EQ(browser().send(route.facts.method, path, "{}").status, 401) << path;
    bool const lacks_permission = access.kind() == http::RouteAccess::Kind::permission && !staff.may({access.word()});
    if (lacks_permission) { EXPECT_EQ(tab.send(route.facts.method, path, "{}").status, 403) << path; }
  }
}

}  // namespace
}  // namespace zx::org
