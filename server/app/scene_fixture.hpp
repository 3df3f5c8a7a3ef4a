#pragma once
// The whole product over its real routes, with every module, reaction and reminder; only the clock is moved by hand.

#include <algorithm>

#include "app/modules.hpp"
#include "modules/followup/followup.hpp"
#include "modules/notify/notify.hpp"
#include "modules/org/org.hpp"
#include "platform/events/events.hpp"
#include "platform/http/router.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/testing/test_world.hpp"

namespace zx::app {

using namespace std::chrono_literals;
using http::Method;

/// The members of an answer this story looks at, whatever else it has.
struct Answer {
  http::Reply reply;

  /// The text of the first member with this name.
  std::string operator[](std::string_view name) const {
    auto const key = "\"" + std::string(name) + "\":";
    auto at = reply.body.find(key);
    if (at == std::string::npos) return "(no " + std::string(name) + ")";
    at += key.size();
    if (reply.body[at] == '"') return reply.body.substr(at + 1, reply.body.find('"', at + 1) - at - 1);
    return reply.body.substr(at, reply.body.find_first_of(",}]", at) - at);
  }
  bool has(std::string_view text) const { return reply.body.find(text) != std::string::npos; }
};

struct Scene : fixture::EachEngine {
  Scene() : EachEngine(own_migrations()) {}

  /// All but the platform's, which the world makes itself.
  static fixture::Migrations own_migrations() {
    auto platform = fixture::platform_migrations();
    auto all = all_migrations();
    std::erase_if(all, [&](db::Migration const& migration) {
      return std::ranges::any_of(platform, [&](db::Migration const& other) { return other.module == migration.module; });
    });
    return all;
  }

  void SetUp() override {
    EachEngine::SetUp();
    if (IsSkipped()) return;
    for (auto const& module : modules()) {
      for (auto const& [constraint, code] : module.refusals) world().database().refuse_as(constraint, code);
      reactions.insert(reactions.end(), module.reactions.begin(), module.reactions.end());
      for (auto const& job : module.jobs)
        if (job.name == "followup.remind") jobs.push_back(job);
    }
    found();
    routes = all_routes();
    router = std::make_unique<http::Router>(world().services, routes, org::authenticator(world().services));
    dispatcher = std::make_unique<events::Dispatcher>(world().services, reactions);
    scheduler = std::make_unique<jobs::Scheduler>(world().services, "node-1", jobs);
  }

  /// 和谐物业: 周建国 above 陈经理 (客服部: 刘芳) and 李经理 (工程部: 赵强, and below him 王强).
  void found() {
    auto made = world().database().write([&](db::Transaction& tx) { return make_organization(tx, world().services, {.name = "和谐物业"}); });
    system = world().read([&](ReadContext const& ctx) { return org::system_actor(ctx.db, ctx.services); });
    world().organization = made->organization;
    hire({.login = "zhou", .name = "周建国", .number = "E001", .department = "总经理室", .role = "executive"});
    hire({.login = "chen", .name = "陈经理", .number = "E002", .department = "客服部", .role = "department_head", .supervisor_number = "E001"});
    hire({.login = "liu", .name = "刘芳", .number = "E003", .department = "客服部", .role = "dispatcher", .supervisor_number = "E002"});
    hire({.login = "li", .name = "李经理", .number = "E004", .department = "工程部", .role = "department_head", .supervisor_number = "E001"});
    hire({.login = "zhao", .name = "赵强", .number = "E005", .department = "工程部", .role = "supervisor", .supervisor_number = "E004"});
    hire({.login = "wang", .name = "王强", .number = "E006", .department = "工程部", .role = "staff", .supervisor_number = "E005"});
    hire({.login = "admin", .name = "郑平", .number = "E007", .department = "信息部", .role = "administrator"});
  }

  void hire(org::NewPerson const& person) {
    auto const added = world().write_as(system, [&](Context& ctx) { return org::add_person(ctx, person); });
    people[person.name] = added.employee;
    tokens[person.name] = world().write_as(system, [&](Context& ctx) { return org::create_token(ctx, person.login, "手机", {}); });
  }

  /// As a program or page asks; by nobody when `who` is empty.
  Answer ask(std::string const& who, Method method, std::string path, std::string body = {}, std::map<std::string, std::string> headers = {}) {
    http::Request request{.method = method, .target = path, .path = path.substr(0, path.find('?')), .body = std::move(body)};
    if (auto question = path.find('?'); question != std::string::npos) {
      auto const pair = path.substr(question + 1);
      request.query.emplace_back(pair.substr(0, pair.find('=')), pair.substr(pair.find('=') + 1));
    }
    request.remote_address = "192.0.2.7";
    request.request_id = "story";
    request.headers = std::move(headers);
    if (!who.empty()) request.headers["authorization"] = "Bearer " + tokens.at(who);
    Answer answer{router->handle(request)};
    EXPECT_LT(answer.reply.status, 300) << who << " " << path << ": " << answer.reply.body;
    dispatcher->drain();
    return answer;
  }
  Answer get(std::string const& who, std::string path) { return ask(who, Method::get, std::move(path)); }
  Answer post(std::string const& who, std::string path, std::string body = {}) { return ask(who, Method::post, std::move(path), std::move(body)); }

  /// Time goes by, with what runs by the clock.
  void wait(Milliseconds long_) {
    for (auto const until = world().clock.now() + long_; world().clock.now() < until;) {
      world().clock.advance(std::min<Milliseconds>(30min, until - world().clock.now()));
      scheduler->run_due();
      dispatcher->drain();
    }
  }
  std::string in(Milliseconds wait) { return (world().clock.now() + wait).text(); }

  /// When this person was first told that it is late; nothing when never.
  std::optional<Instant> first_escalation(std::string const& who) {
    auto const actor = world().read([&](ReadContext const& ctx) { return org::actor_of(ctx.db, ctx.services, login_of(who)).value(); });
    auto const notices = world().read_as(actor, [](ReadContext const& ctx) { return notify::notices(ctx, {.limit = 200}).value().items; });
    std::optional<Instant> first;
    for (auto const& notice : notices)
      if (notice.kind == notify::Kind::escalation && (!first || notice.created_at < *first)) first = notice.created_at;
    return first;
  }
  static std::string login_of(std::string const& who) {
    static std::map<std::string, std::string> const logins{{"周建国", "zhou"}, {"陈经理", "chen"}, {"刘芳", "liu"}, {"李经理", "li"}, {"赵强", "zhao"}};
    return logins.at(who);
  }
  std::string id_of(std::string const& who) { return people.at(who).text(); }

  Actor system;
  std::map<std::string, EmployeeId> people;
  std::map<std::string, std::string> tokens;
  std::vector<events::Reaction> reactions;
  std::vector<jobs::Job> jobs;
  http::Routes routes;
  std::unique_ptr<http::Router> router;
  std::unique_ptr<events::Dispatcher> dispatcher;
  std::unique_ptr<jobs::Scheduler> scheduler;
};

}  // namespace zx::app
