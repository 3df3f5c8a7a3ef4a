#include "platform/http/router.hpp"

#include "platform/http/sql.hpp"
#include "platform/testing/test_world.hpp"

namespace zx::http {
namespace {

using namespace std::chrono_literals;
using fixture::operator+;

struct Thing {
  std::string name;
  std::int64_t version = 7;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (name, version))

struct ThingForm {
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ThingForm, (), (name))

struct ListQuery {
  std::optional<std::string> after;
  std::optional<std::string> order;
  std::optional<Date> to;
};
BOOST_DESCRIBE_STRUCT(ListQuery, (), (after, order, to))

Result<Thing> show(ReadContext const&, Call const&) { return Thing{.name = "三号楼"}; }
Result<Thing> change(Context&, Call const& call, ThingForm const& form) {
  if (TRY(call.version()) != 7) return Refusal::stale("request.stale");
  return Thing{.name = form.name, .version = 8};
}
Result<Thing> append(Context& ctx, Call const& call, ThingForm const& form) { return change(ctx, call, form); }
Result<Page<std::string>> list(ReadContext const&, Call const&, ListQuery const& query) {
  if (query.after == "nonsense") return Refusal::invalid_field("after", "request.cursor_invalid");
  return Page<std::string>{{query.after.value_or(""), query.order.value_or(""), query.to ? query.to->text() : ""}, {}, {}};
}

struct Routing : fixture::EachEngine {
  Routing() : EachEngine(fixture::Migrations{} + http::migrations()) {}

 protected:
  void SetUp() override {
    EachEngine::SetUp();
    if (IsSkipped()) return;
    routes.get("/api/v1/things", signed_in(), "", &list);
    routes.get("/api/v1/things/{id}", signed_in(), "", &show);
    routes.patch("/api/v1/things/{id}", signed_in(), "", &change);
    routes.post("/api/v1/things/{id}/notes", signed_in(), "", &append);
  }
  Reply ask(Method method, std::string path, std::string body = {}, std::map<std::string, std::string> headers = {}) {
    if (!router)
      router = std::make_unique<Router>(
          world().services, routes, [this](auto&, auto const& request) { return who(request); }, Observe{}, allowance);
    Request request{.method = method, .target = path, .path = path.substr(0, path.find('?')), .headers = headers, .body = body, .remote_address = address};
    if (auto question = path.find('?'); question != path.npos) {
      auto const equals = path.find('=', question);
      request.query.emplace_back(path.substr(question + 1, equals - question - 1), path.substr(equals + 1));
    }
    return router->handle(request);
  }
  Result<std::shared_ptr<Actor const>> who(Request const& request) {
    auto const name = request.header("authorization");
    if (name == "nobody") return std::shared_ptr<Actor const>{};
    auto& actor = people[std::string(name)];
    if (!actor) actor = std::make_shared<Actor const>(fixture::someone_of(world().organization, std::string(name)));
    return actor;
  }
  static std::string header_of(Reply const& reply, std::string_view wanted) {
    for (auto const& [name, value] : reply.headers)
      if (name == wanted) return value;
    return "";
  }

  Routes routes;
  std::optional<Allowance> allowance;
  std::unique_ptr<Router> router;
  std::map<std::string, std::shared_ptr<Actor const>> people;
  std::string address = "192.0.2.7";
};
ON_EACH_ENGINE(Routing);

TEST_P(Routing, a_stale_change_is_answered_with_the_current_state) {
  auto reply = ask(Method::patch, "/api/v1/things/1", R"({"name":"四号楼"})", {{"if-match", "\"6\""}});
  EXPECT_EQ(reply.status, 412);
  EXPECT_EQ(header_of(reply, "etag"), "\"7\"");
  EXPECT_NE(reply.body.find(R"("version":7,"current":{"name":"三号楼","version":7}})"), std::string::npos) << reply.body;
}

TEST_P(Routing, a_stale_change_of_a_part_is_answered_with_the_whole) {
  auto reply = ask(Method::post, "/api/v1/things/1/notes", R"({"name":"四号楼"})", {{"if-match", "\"6\""}});
  EXPECT_EQ(reply.status, 412);
  EXPECT_NE(reply.body.find(R"("current":{"name":"三号楼")"), std::string::npos) << reply.body;
}

TEST_P(Routing, a_key_with_another_body_is_refused_as_invalid) {
  std::map<std::string, std::string> const headers{{"idempotency-key", "k"}, {"if-match", "\"7\""}};
  EXPECT_EQ(ask(Method::post, "/api/v1/things/1/notes", R"({"name":"a"})", headers).status, 201);
  EXPECT_EQ(ask(Method::post, "/api/v1/things/1/notes", R"({"name":"a"})", headers).status, 201);
  EXPECT_EQ(ask(Method::post, "/api/v1/things/1/notes", R"({"name":"b"})", headers).status, 422);
}

TEST_P(Routing, lists_take_cursor_sort_and_until_and_their_older_names) {
  EXPECT_TRUE(ask(Method::get, "/api/v1/things?cursor=c").body.starts_with(R"({"items":["c","",""])"));
  EXPECT_TRUE(ask(Method::get, "/api/v1/things?after=c").body.starts_with(R"({"items":["c","",""])"));
  EXPECT_TRUE(ask(Method::get, "/api/v1/things?sort=s").body.starts_with(R"({"items":["","s",""])"));
  EXPECT_TRUE(ask(Method::get, "/api/v1/things?until=2026-01-31").body.starts_with(R"({"items":["","","2026-01-31"])"));
  EXPECT_NE(ask(Method::get, "/api/v1/things?cursor=nonsense").body.find(R"("field":"cursor")"), std::string::npos);
  EXPECT_NE(ask(Method::get, "/api/v1/things?until=soon").body.find(R"("field":"until")"), std::string::npos);
  auto const description = openapi(routes, "1");
  for (auto const* name : {R"("name":"cursor")", R"("name":"sort")", R"("name":"until")"}) EXPECT_NE(description.find(name), std::string::npos) << name;
  EXPECT_EQ(description.find(R"("name":"after")"), std::string::npos);
}

TEST_P(Routing, who_asks_beyond_the_allowance_waits_and_holds_up_nobody_else) {
  allowance = Allowance{.burst = 3, .per_hour = 360};
  std::map<std::string, std::string> const one{{"authorization", "one"}}, other{{"authorization", "other"}}, nobody{{"authorization", "nobody"}};
  for (int i = 0; i < 3; ++i) EXPECT_EQ(ask(Method::get, "/api/v1/things/1", "", one).status, 200);
  auto const refused = ask(Method::get, "/api/v1/things/1", "", one);
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(header_of(refused, "Retry-After"), "10");
  EXPECT_NE(refused.body.find("request.too_many"), std::string::npos);
  EXPECT_EQ(ask(Method::get, "/api/v1/things/1", "", other).status, 200);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(ask(Method::get, "/api/v1/things/1", "", nobody).status, 401);
  EXPECT_EQ(ask(Method::get, "/api/v1/things/1", "", nobody).status, 429);
  address = "198.51.100.1";
  EXPECT_EQ(ask(Method::get, "/api/v1/things/1", "", nobody).status, 401);
  world().clock.advance(10s);
  EXPECT_EQ(ask(Method::get, "/api/v1/things/1", "", one).status, 200);
}

}  // namespace
}  // namespace zx::http
