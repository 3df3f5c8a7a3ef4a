#pragma once
// The world of org's tests: an organization as make_organization makes it, and requests the way the router gets them.

#include "modules/org/accounts.hpp"
#include "modules/org/actors.hpp"
#include "modules/org/api.hpp"
#include "modules/org/org.hpp"
#include "modules/org/people.hpp"
#include "modules/org/sql.hpp"
#include "platform/http/router.hpp"
#include "platform/http/sql.hpp"
#include "platform/testing/test_world.hpp"

namespace zx::org {

inline constexpr std::string_view good_password = "river-lantern-47-oak";

/// Keeps its cookie, like a browser tab.
class Browser {
 public:
  explicit Browser(http::Router const& router) : router_(router) {}

  http::Reply send(http::Method method, std::string path, std::string body = {}, std::map<std::string, std::string> headers = {}) {
    http::Request request{
        .method = method, .target = path, .path = path.substr(0, path.find('?')), .body = std::move(body), .remote_address = "192.0.2.7", .request_id = "r"};
    if (auto question = path.find('?'); question != std::string::npos) {
      std::stringstream pairs(path.substr(question + 1));
      for (std::string pair; std::getline(pairs, pair, '&');) request.query.emplace_back(pair.substr(0, pair.find('=')), pair.substr(pair.find('=') + 1));
    }
    request.headers = {{"x-requested-with", "zhixing"}, {"user-agent", "test"}};
    if (!cookie.empty()) request.headers["cookie"] = "zx_session=" + cookie;
    for (auto& [name, value] : headers) request.headers[name] = value;
    auto reply = router_.handle(request);
    for (auto const& [name, value] : reply.headers)
      if (name == "set-cookie") cookie = value.substr(11, value.find(';') - 11);
    return reply;
  }
  http::Reply get(std::string path) { return send(http::Method::get, std::move(path)); }
  http::Reply post(std::string path, std::string body = {}) { return send(http::Method::post, std::move(path), std::move(body)); }
  http::Reply sign_in(std::string_view login, std::string_view password) {
    return post("/api/v1/session", R"({"login":")" + std::string(login) + R"(","password":")" + std::string(password) + R"("})");
  }
  http::Reply set_up(std::string_view token) {
    return post("/api/v1/setup", R"({"token":")" + std::string(token) + R"(","password":")" + std::string(good_password) + R"("})");
  }

  std::string cookie;

 private:
  http::Router const& router_;
};

class OrgWorld : public fixture::EachEngine {
 protected:
  OrgWorld() : EachEngine(tables()) {}

  void SetUp() override {
    EachEngine::SetUp();
    if (IsSkipped()) return;
    for (auto const& [constraint, code] : module().refusals) world().database().refuse_as(constraint, code);
    made = make();
    world().organization = made.organization;
    system = world().read([&](ReadContext const& ctx) { return system_actor(ctx.db, ctx.services); });
    org::routes(routes);
    router = std::make_unique<http::Router>(world().services, routes, authenticator(world().services));
  }

  MadeOrganization make() {
    auto written = world().database().write([&](db::Transaction& tx) { return make_organization(tx, world().services, {"阳光物业"}, module().permissions); });
    return std::move(written).value();
  }
  Browser browser() { return Browser(*router); }

  /// An employee with an account and a password, signed in.
  Browser somebody(std::string login, std::string name, std::string role = "staff", std::string department = "工程部") {
    auto added = add(login, name, role, department);
    auto tab = browser();
    auto reply = tab.set_up(*added.setup_token);
    EXPECT_EQ(reply.status, 201) << reply.body;
    return tab;
  }
  AddedPerson add(std::string login, std::string name, std::string role = "staff", std::string department = "工程部") {
    return world().write_as(system, [&](Context& ctx) {
      return add_person(ctx, {.login = login, .name = name, .number = "N-" + (login.empty() ? name : login), .department = department, .role = role});
    });
  }
  EmployeeId employ(std::string number, std::string name, std::optional<DepartmentId> department = {}) {
    return world().write_as(system, [&](Context& ctx) { return add_employee(ctx, {.number = number, .name = name, .department_id = department}); });
  }
  Actor actor(std::string_view login) {
    return world().read([&](ReadContext const& ctx) { return actor_of(ctx.db, ctx.services, login).value(); });
  }
  std::int64_t count(std::string const& sql) {
    db::Statement const statement{"count", sql, sql};
    return world().read([&](ReadContext const& ctx) { return ctx.db.sure<std::int64_t>(statement); });
  }

  static fixture::Migrations tables() {
    using fixture::operator+;
    return fixture::Migrations{} + http::migrations() + org::migrations();
  }

  MadeOrganization made;
  Actor system;
  http::Routes routes;
  std::unique_ptr<http::Router> router;
};

}  // namespace zx::org
