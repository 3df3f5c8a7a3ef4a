#include <filesystem>
#include <fstream>

#include "modules/org/org_fixture.hpp"

namespace zx::org {
namespace {

using namespace std::chrono_literals;
using http::Method;

struct SigningIn : OrgWorld {};
ON_EACH_ENGINE(SigningIn);

constexpr std::string_view founder_form =
    R"(","organization_name":"明月物业","name":"赵敏","login":" ZhaoMin ","password":"river-lantern-47-oak","content":"empty"})";

/// Whether any file of the database holds the text.
bool files_hold(std::string const& directory, std::string const& text) {
  for (auto const& file : std::filesystem::directory_iterator(directory)) {
    std::stringstream bytes;
    bytes << std::ifstream(file.path(), std::ios::binary).rdbuf();
    if (bytes.str().find(text) != std::string::npos) return true;
  }
  return false;
}

TEST_P(SigningIn, the_first_link_makes_the_administrator) {
  auto tab = browser();
  EXPECT_NE(tab.get("/api/v1/setup?token=" + made.setup_token).body.find(R"("for":"organization")"), std::string::npos);
  auto reply = tab.post("/api/v1/setup", R"({"token":")" + made.setup_token + std::string(founder_form));
  EXPECT_EQ(reply.status, 201) << reply.body;
  auto session = tab.get("/api/v1/session");
  EXPECT_EQ(session.status, 200) << session.body;
  for (auto const* part : {R"("login":"zhaomin")", R"("name":"明月物业")", R"("accounts.manage":"organization")", R"("configuration.manage":"organization")"})
    EXPECT_NE(session.body.find(part), std::string::npos) << part << " in " << session.body;
  EXPECT_EQ(world().read_as(system, [](ReadContext const& ctx) { return default_owner(ctx).name; }), "赵敏");
}

TEST_P(SigningIn, a_setup_link_works_once) {
  auto added = add("zhangsan", "张三");
  auto first = browser(), second = browser();
  EXPECT_EQ(first.set_up(*added.setup_token).status, 201);
  EXPECT_EQ(second.set_up(*added.setup_token).status, 404);
  EXPECT_EQ(second.get("/api/v1/setup?token=" + *added.setup_token).status, 404);
}

TEST_P(SigningIn, a_setup_link_ends_after_seven_days) {
  auto added = add("zhangsan", "张三");
  world().clock.advance(24h * 7);
  EXPECT_EQ(browser().set_up(*added.setup_token).status, 404);
}

TEST_P(SigningIn, a_refused_password_does_not_use_the_link_up) {
  auto added = add("zhangsan", "张三");
  auto tab = browser();
  EXPECT_EQ(tab.post("/api/v1/setup", R"({"token":")" + *added.setup_token + R"(","password":"password123"})").status, 422);
  EXPECT_EQ(tab.set_up(*added.setup_token).status, 201);
}

TEST_P(SigningIn, a_demo_without_loader_is_refused_and_the_link_stays) {
  auto tab = browser();
  auto form = R"({"token":")" + made.setup_token + R"(","name":"赵敏","login":"zhaomin","password":"river-lantern-47-oak","content":"demo"})";
  EXPECT_NE(tab.post("/api/v1/setup", form).body.find("setup.demo_from_command_line"), std::string::npos);
  OrganizationId loaded;
  world().services.load_demo = [&](OrganizationId id) -> Result<void> {
    loaded = id;
    return {};
  };
  EXPECT_EQ(tab.post("/api/v1/setup", form).status, 201);
  EXPECT_EQ(loaded, made.organization);
}

TEST_P(SigningIn, there_is_no_default_password) {
  add("zhangsan", "张三");
  for (auto const* guess : {"", "admin", "password", "zhangsan", "N-zhangsan"}) EXPECT_EQ(browser().sign_in("zhangsan", guess).status, 401) << guess;
}

TEST_P(SigningIn, the_login_is_folded_the_password_is_not) {
  somebody("ZhangSan", "张三");
  EXPECT_EQ(browser().sign_in(" ZHANGSAN ", good_password).status, 201);
  EXPECT_EQ(browser().sign_in("zhangsan", "River-lantern-47-oak").status, 401);
  EXPECT_EQ(browser().sign_in("zhangsan", std::string(good_password) + " ").status, 401);
}

TEST_P(SigningIn, five_failures_lock_for_fifteen_minutes) {
  somebody("zhangsan", "张三");
  for (int i = 0; i < 5; ++i) EXPECT_EQ(browser().sign_in("zhangsan", "wrong-password").status, 401);
  EXPECT_EQ(browser().sign_in("zhangsan", good_password).status, 401);
  world().clock.advance(14min + 59s);
  EXPECT_EQ(browser().sign_in("zhangsan", good_password).status, 401);
  world().clock.advance(1s);
  EXPECT_EQ(browser().sign_in("zhangsan", good_password).status, 201);
}

TEST_P(SigningIn, a_success_begins_the_count_anew) {
  somebody("zhangsan", "张三");
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 4; ++i) browser().sign_in("zhangsan", "wrong-password");
    EXPECT_EQ(browser().sign_in("zhangsan", good_password).status, 201) << round;
  }
}

TEST_P(SigningIn, an_unknown_login_gets_the_same_answer) {
  somebody("zhangsan", "张三");
  for (int i = 0; i < 7; ++i) {
    auto known = browser().sign_in("zhangsan", "wrong-password"), unknown = browser().sign_in("nobody", "wrong-password");
    EXPECT_EQ(known.status, unknown.status) << i;
    EXPECT_EQ(known.body, unknown.body) << i;
    EXPECT_EQ(known.headers, unknown.headers) << i;
  }
  EXPECT_EQ(count("SELECT count(*) FROM sign_in_failure WHERE locked_until > 0"), 2);
}

TEST_P(SigningIn, guessing_the_current_password_locks_too) {
  auto tab = somebody("zhangsan", "张三");
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(tab.post("/api/v1/profile/password", R"({"current_password":"wrong","new_password":"stone-bridge-88-fox"})").status, 422);
  EXPECT_EQ(tab.post("/api/v1/profile/password", R"({"current_password":"river-lantern-47-oak","new_password":"stone-bridge-88-fox"})").status, 422);
  EXPECT_EQ(browser().sign_in("zhangsan", good_password).status, 401);
}

TEST_P(SigningIn, a_new_password_ends_the_other_sessions) {
  auto here = somebody("zhangsan", "张三");
  auto there = browser();
  there.sign_in("zhangsan", good_password);
  EXPECT_EQ(there.get("/api/v1/session").status, 200);
  EXPECT_EQ(here.post("/api/v1/profile/password", R"({"current_password":"river-lantern-47-oak","new_password":"stone-bridge-88-fox"})").status, 204);
  EXPECT_EQ(here.get("/api/v1/session").status, 200);
  EXPECT_EQ(there.get("/api/v1/session").status, 401);
  EXPECT_EQ(browser().sign_in("zhangsan", good_password).status, 401);
  EXPECT_EQ(browser().sign_in("zhangsan", "stone-bridge-88-fox").status, 201);
}

TEST_P(SigningIn, signing_in_again_ends_the_old_session_of_the_browser) {
  auto tab = somebody("zhangsan", "张三");
  auto old = browser();
  old.cookie = tab.cookie;
  EXPECT_EQ(tab.sign_in("zhangsan", good_password).status, 201);
  EXPECT_NE(old.cookie, tab.cookie);
  EXPECT_EQ(old.get("/api/v1/session").status, 401);
}

TEST_P(SigningIn, signing_out_ends_the_session_and_clears_the_cookie) {
  auto tab = somebody("zhangsan", "张三");
  auto copy = browser();
  copy.cookie = tab.cookie;
  EXPECT_EQ(tab.send(Method::delete_, "/api/v1/session").status, 204);
  EXPECT_EQ(tab.cookie, "");
  EXPECT_EQ(copy.get("/api/v1/session").status, 401);
}

TEST_P(SigningIn, the_cookie_is_out_of_reach_of_scripts_and_foreign_pages) {
  auto added = add("zhangsan", "张三");
  auto reply = browser().set_up(*added.setup_token);
  std::string cookie;
  for (auto const& [name, value] : reply.headers)
    if (name == "set-cookie") cookie = value;
  for (auto const* attribute : {"; HttpOnly", "; SameSite=Lax", "; Path=/"}) EXPECT_NE(cookie.find(attribute), std::string::npos) << cookie;
}

TEST_P(SigningIn, a_foreign_page_cannot_sign_its_visitor_in) {
  auto reply = browser().send(Method::post, "/api/v1/session", R"({"login":"a","password":"b"})", {{"sec-fetch-site", "cross-site"}});
  EXPECT_EQ(reply.status, 403);
}

TEST_P(SigningIn, no_secret_is_stored_in_clear) {
  auto tab = somebody("sec", "安全", "security_administrator");
  auto token_reply = tab.send(Method::post, "/api/v1/tokens", R"({"name":"cli"})", {{"idempotency-key", "k1"}});
  auto token = token_reply.body.substr(token_reply.body.find("zx_"), 36);
  ASSERT_TRUE(token.starts_with("zx_")) << token_reply.body;
  auto reset = tab.send(Method::post, "/api/v1/users/" + actor("sec").user.text() + "/password-resets", "", {{"idempotency-key", "k2"}});
  auto link = reset.body.substr(reset.body.find("/setup/") + 7, 33);
  ASSERT_EQ(reset.status, 201) << reset.body;
  bool const in_files = world().engine() == db::Engine::sqlite;
  if (in_files) { EXPECT_TRUE(files_hold(world().services.data_directory, "安全")) << "what is no secret is found there"; }
  for (auto const& secret : {token, link, tab.cookie, std::string(good_password)}) {
    EXPECT_EQ(count("SELECT count(*) FROM idempotent_answer WHERE body LIKE '%" + secret + "%'"), 0);
    EXPECT_EQ(count("SELECT count(*) FROM timeline_entry WHERE changes LIKE '%" + secret + "%'"), 0);
    if (in_files) { EXPECT_FALSE(files_hold(world().services.data_directory, secret)) << secret; }
  }
}

}  // namespace
}  // namespace zx::org
