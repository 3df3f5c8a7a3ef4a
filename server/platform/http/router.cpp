#include "platform/http/router.hpp"

#include <chrono>
#include <unordered_map>

#include "platform/http/idempotency.hpp"
#include "platform/http/parameter_names.hpp"
#include "platform/http/problem.hpp"
#include "platform/http/target.hpp"
#include "platform/log/log.hpp"

namespace zx::http {
namespace {

using Segments = std::vector<std::string_view>;
using Arguments = std::map<std::string, std::string, std::less<>>;

Segments segments_of(std::string_view path) {
  Segments segments;
  while (!path.empty()) {
    auto slash = path.find('/', 1);
    segments.push_back(path.substr(1, slash == std::string_view::npos ? slash : slash - 1));
    path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash);
  }
  return segments;
}

bool is_argument(std::string_view segment) { return segment.starts_with('{'); }

bool has_etag(Reply const& reply) {
  for (auto const& [name, value] : reply.headers)
    if (name == "etag") return true;
  return false;
}

/// A wrong parameter is named as the caller named it.
Refusal in_the_callers_words(Refusal refusal, Request const& request) {
  for (auto& field : refusal.fields)
    if (!request.parameter(field.path)) field.path = wire_name(field.path);
  return refusal;
}

struct Entry {
  Segments pattern;
  Routes::Route const* route;
};

}  // namespace

struct Router::Impl {
  Impl(Services& services, Authenticate authenticate, Observe observe, std::vector<Routes::Route> routes, std::optional<Allowance> allowance)
      : services(services), authenticate(std::move(authenticate)), observe(std::move(observe)), routes(std::move(routes)), allowance(allowance) {}

  Services& services;
  Authenticate authenticate;
  Observe observe;
  std::vector<Routes::Route> routes;
  std::optional<Allowance> allowance;
  std::unordered_map<std::size_t, std::vector<Entry>> by_length;  ///< literal patterns before those with arguments
  mutable RateLimit asked;

  struct Match {
    Routes::Route const* route = nullptr;
    Arguments arguments;
    std::string allowed;  ///< when the path exists for other methods
  };

  Match match(Request const& request) const {
    Match match;
    auto method = request.method == Method::head ? Method::get : request.method;
    auto path = segments_of(request.path);
    auto entries = by_length.find(path.size());
    if (entries == by_length.end()) return match;
    for (auto const& entry : entries->second) {
      if (!fits(entry.pattern, path)) continue;
      if (entry.route->facts.method != method) {
        match.allowed += (match.allowed.empty() ? "" : ", ") + std::string(word(entry.route->facts.method));
        continue;
      }
      for (std::size_t i = 0; i < path.size(); ++i) {
        if (is_argument(entry.pattern[i])) match.arguments.emplace(entry.pattern[i].substr(1, entry.pattern[i].size() - 2), path[i]);
      }
      match.route = entry.route;
      return match;
    }
    return match;
  }

  static bool fits(Segments const& pattern, Segments const& path) {
    for (std::size_t i = 0; i < path.size(); ++i) {
      if (is_argument(pattern[i]) ? path[i].empty() : pattern[i] != path[i]) return false;
    }
    return true;
  }

  Reply refuse(Refusal const& refusal, Request const& request, Actor const* actor, Reply const* current = nullptr) const {
    return problem(refusal, actor ? std::string_view(actor->language) : language_of(request.header("accept-language")), services.texts, request.request_id,
                   current);
  }

  Result<std::shared_ptr<Actor const>> who_asks(Request const& request, RouteAccess const& access) const {
    bool const shows_something = !request.header("authorization").empty() || request.cookie("zx_session");
    if (access.kind() == RouteAccess::Kind::anyone && !shows_something) return std::shared_ptr<Actor const>{};
    return authenticate(services, request);
  }

  Result<void> take_from_allowance(Request const& request, Actor const* actor) const {
    if (!allowance) return {};
    return asked.take(actor ? actor->user.text() : asker_at(request.remote_address), *allowance, services.clock.now());
  }

  /// What a stale change should have been based on: the thing at its own address, or the nearest one above that has a version.
  std::optional<Reply> current_state(Request const& request, Actor const& actor) const {
    Request look{.method = Method::get, .target = request.path, .path = request.path, .headers = request.headers, .request_id = request.request_id};
    for (; look.path.size() > 1; look.path.resize(look.path.rfind('/'))) {
      auto found = match(look);
      if (!found.route || found.route->mode != detail::Mode::read) continue;
      auto const& access = found.route->facts.access;
      if (access.kind() == RouteAccess::Kind::permission && !actor.may({access.word()})) continue;
      auto shown = run(*found.route, Call(look, std::move(found.arguments)), actor);
      if (shown && has_etag(*shown)) return std::move(*shown);
    }
    return std::nullopt;
  }

  Reply explain(Refusal const& refusal, Request const& request, Actor const& who) const {
    auto const* actor = who.user.is_nil() ? nullptr : &who;
    if (request.method == Method::get) return refuse(in_the_callers_words(refusal, request), request, actor);
    if (refusal.kind != RefusalKind::stale || !actor) return refuse(refusal, request, actor);
    auto const current = current_state(request, who);
    return refuse(refusal, request, actor, current ? &*current : nullptr);
  }

  Reply answer(Request const& request, std::string_view& route_path) const {
    auto found = match(request);
    if (!found.route) {
      if (found.allowed.empty()) return refuse(Refusal::not_found("request.no_such_route"), request, nullptr);
      auto reply = refuse(Refusal::of(RefusalKind::method_not_allowed, "request.method_not_allowed"), request, nullptr);
      return std::move(reply.header("allow", found.allowed));
    }
    route_path = found.route->facts.path;
    auto const& access = found.route->facts.access;
    auto const authenticated = who_asks(request, access);
    auto const actor = authenticated ? *authenticated : nullptr;
    if (auto admitted = take_from_allowance(request, actor.get()); !admitted) return refuse(admitted.refusal(), request, actor.get());
    if (access.kind() != RouteAccess::Kind::anyone) {
      if (!authenticated) return refuse(authenticated.refusal(), request, nullptr);
      if (!actor) return refuse(Refusal::unauthenticated("session.required"), request, nullptr);
    }
    if (access.kind() == RouteAccess::Kind::permission && !actor->may({access.word()})) {
      return refuse(Refusal::forbidden("request.not_permitted", {{"permission", std::string(access.word())}}), request, actor.get());
    }
    static Actor const nobody{};
    auto const& who = actor ? *actor : nobody;
    auto result = run(*found.route, Call(request, std::move(found.arguments)), who);
    if (!result) return explain(result.refusal(), request, who);
    return std::move(*result);
  }

  Result<Reply> run(Routes::Route const& route, Call const& call, Actor const& actor) const {
    switch (route.mode) {
      case detail::Mode::special: return route.run(services, actor, call, nullptr, nullptr);
      case detail::Mode::read:
        return services.database.read([&](db::Executor& executor) {
          ReadContext ctx{actor, services.clock.now(), executor, services};
          return route.run(services, actor, call, &ctx, nullptr);
        });
      case detail::Mode::write: return write(route, call, actor);
    }
    throw std::logic_error("unknown route mode");
  }

  /// Two equal requests at once (a repeated key, an id made by an offline client) both find nothing and both insert; the
  /// one that loses runs again and finds the other's work.
  Result<Reply> write(Routes::Route const& route, Call const& call, Actor const& actor) const {
    try {
      return write_once(route, call, actor);
    } catch (db::ConstraintViolation const& violation) {
      if (violation.kind != db::ConstraintViolation::Kind::unique) throw;
      return write_once(route, call, actor);
    }
  }

  Result<Reply> write_once(Routes::Route const& route, Call const& call, Actor const& actor) const {
    return services.database.write([&](db::Transaction& tx) -> Result<Reply> {
      Context ctx{actor, services.clock.now(), tx, services};
      if (auto kept = TRY(idempotency::answer_kept_for(ctx, call.request))) return std::move(*kept);
      auto reply = TRY(route.run(services, actor, call, nullptr, &ctx));
      idempotency::keep(ctx, call.request, reply);
      return reply;
    });
  }
};

Router::Router(Services& services, Routes const& routes, Authenticate authenticate, Observe observe, std::optional<Allowance> allowance)
    : impl_(std::make_unique<Impl>(services, std::move(authenticate), std::move(observe), routes.all(), allowance)) {
  for (auto const& route : impl_->routes) {
    auto pattern = segments_of(route.facts.path);
    auto length = pattern.size();
    auto& entries = impl_->by_length[length];
    bool has_argument = route.facts.path.find('{') != std::string::npos;
    entries.insert(has_argument ? entries.end() : entries.begin(), Entry{std::move(pattern), &route});
  }
}

Router::~Router() = default;

Reply Router::refuse(Refusal const& refusal, Request const& request) const { return impl_->refuse(refusal, request, nullptr); }

Reply Router::handle(Request const& request) const {
  auto begin = std::chrono::steady_clock::now();
  std::string_view route = "none";
  Reply reply;
  try {
    reply = impl_->answer(request, route);
  } catch (db::DatabaseError const& error) {
    log::error("request.database_failed", {{"request_id", request.request_id}, {"route", std::string(route)}, {"error", error.what()}});
    reply = impl_->refuse(Refusal::of(RefusalKind::unavailable, "request.unavailable"), request, nullptr);
  } catch (std::exception const& error) {
    log::error("request.failed", {{"request_id", request.request_id}, {"route", std::string(route)}, {"error", error.what()}});
    reply = impl_->refuse(Refusal::of(RefusalKind::broken, "request.failed"), request, nullptr);
  }
  if (impl_->observe) {
    std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    impl_->observe(request, route, reply.status, took.count());
  }
  return reply;
}

}  // namespace zx::http
