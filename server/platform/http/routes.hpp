#pragma once
// The table of routes: what exists, who may call it, what goes in and out. A route cannot be declared without saying
// who may call it (RouteAccess has no default), and the OpenAPI document comes from the same declarations.
//
// A handler is a plain function; its signature says everything:
//
//   Result<View> show (ReadContext const&, Call const&)                 read, one snapshot
//   Result<View> list (ReadContext const&, Call const&, Query const&)   read, described query parameters
//   Result<View> change(Context&, Call const&, Form const&)             write: one transaction around the handler,
//   Result<View> change(Context&, Call const&)                          If-Match and Idempotency-Key understood
//   Result<Reply> special(Services&, Actor const&, Call const&)         its own transactions, no kept answer (uploads, secrets)
//
// View = void answers 204. A View with a member `version` gets an ETag.

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "platform/base/json.hpp"
#include "platform/base/schema.hpp"
#include "platform/context.hpp"
#include "platform/http/message.hpp"

namespace zx::http {

/// Who may call a route.
class RouteAccess {
 public:
  static RouteAccess needs(Permission permission) { return {Kind::permission, permission.name}; }
  /// Anybody with a session or token (own profile, own tokens).
  static RouteAccess signed_in() { return {Kind::signed_in, {}}; }
  /// Nobody has to sign in; `why` is shown by `zhixing routes`.
  static RouteAccess anyone(std::string_view why) { return {Kind::anyone, why}; }

  enum class Kind { permission, signed_in, anyone };
  Kind kind() const { return kind_; }
  /// The permission's name, or the reason for `anyone`.
  std::string_view word() const { return word_; }

 private:
  RouteAccess(Kind kind, std::string_view word) : kind_(kind), word_(word) {}
  Kind kind_;
  std::string_view word_;
};
inline RouteAccess needs(Permission permission) { return RouteAccess::needs(permission); }
inline RouteAccess signed_in() { return RouteAccess::signed_in(); }
inline RouteAccess anyone(std::string_view why) { return RouteAccess::anyone(why); }

/// One request as the handler sees it.
class Call {
 public:
  Call(Request const& request, std::map<std::string, std::string, std::less<>> arguments) : request(request), arguments_(std::move(arguments)) {}

  Request const& request;

  /// The text of `{name}` in the route's path.
  std::string_view argument(std::string_view name) const;
  /// The id at `{name}`; one that cannot exist is refused as not found.
  template <class IdType>
  Result<IdType> id(std::string_view name = "id") const {
    if (auto id = IdType::parse(argument(name))) return *id;
    return Refusal::not_found("request.not_found");
  }
  /// The version the caller's change is based on, from If-Match; refused with 428 when it is missing.
  Result<std::int64_t> version() const;
  /// The same where a version is welcome but not required.
  Result<std::optional<std::int64_t>> optional_version() const;

 private:
  std::map<std::string, std::string, std::less<>> arguments_;
};

/// A page of a list. `next` is opaque; hand it back as `cursor`.
template <class T>
struct Page {
  std::vector<T> items;
  std::optional<std::string> next;
  std::optional<std::int64_t> total;
  BOOST_DESCRIBE_CLASS(Page, (), (items, next, total), (), ())
};

struct QueryParameter {
  std::string name;
  std::string schema;  ///< JSON text
  bool required = false;
};

/// What a route is, for the OpenAPI document and `zhixing routes`.
struct RouteFacts {
  Method method;
  std::string path;  ///< "/api/v1/work-items/{id}"
  RouteAccess access;
  std::string summary;  ///< one English line
  int success = 200;
  bool writes = false;
  std::function<std::string(schema::Registry&)> form_schema;  ///< empty when no body; JSON text of the schema reference
  std::function<std::string(schema::Registry&)> view_schema;  ///< empty for 204 and special replies
  /// Empty when there are none.
  std::function<std::vector<QueryParameter>(schema::Registry&)> query_parameters;
  std::string content_type = "application/json";  ///< of the success reply
  std::string body_type = {};                     ///< of a body that is no JSON; empty when it is, or when there is none
};

namespace detail {
enum class ParameterKind { text, integer, boolean, list };
struct Parameter {
  std::string_view name;
  ParameterKind kind;
};
template <class T>
constexpr ParameterKind kind_of() {
  if constexpr (requires {
                  typename T::value_type;
                  requires !std::is_same_v<T, std::string>;
                }) {
    if constexpr (requires(T v) { v.has_value(); }) return kind_of<typename T::value_type>();
    else return ParameterKind::list;
  } else if constexpr (std::is_same_v<T, bool>) return ParameterKind::boolean;
  else if constexpr (std::is_integral_v<T>) return ParameterKind::integer;
  else return ParameterKind::text;
}
/// The query string as one JSON object of the named parameters; unknown and repeated ones are refused by name. Lists
/// are comma-separated.
Result<std::string> parameters_as_json(Request const& request, std::vector<Parameter> const& known);
/// Query parameters in a described struct.
template <class Query>
Result<Query> read_parameters(Request const& request) {
  std::vector<Parameter> known;
  for_each_member<Query>([&](auto name, auto pointer) {
    using Member = std::remove_reference_t<decltype(std::declval<Query&>().*pointer)>;
    known.push_back({name, kind_of<Member>()});
  });
  auto text = TRY(parameters_as_json(request, known));
  return from_json<Query>(text);
}
/// In a PATCH, null clears a Patch member; any other member cannot be null, and passing over it would look like success.
template <class Form>
std::vector<std::string_view> members_never_null() {
  std::vector<std::string_view> names;
  for_each_member<Form>([&](auto name, auto pointer) {
    if constexpr (!json::is_a<std::remove_reference_t<decltype(std::declval<Form&>().*pointer)>, Patch>) names.push_back(name);
  });
  return names;
}
/// Whether every member of the form may be absent.
template <class Form>
constexpr bool may_be_empty() {
  bool all = true;
  for_each_member<Form>([&](auto, auto pointer) { all = all && json::may_be_absent<std::remove_reference_t<decltype(std::declval<Form&>().*pointer)>>; });
  return all;
}
Result<void> refuse_nulls(std::string const& body, std::vector<std::string_view> const& never_null);

enum class Mode { read, write, special };
using Run = std::function<Result<Reply>(Services&, Actor const&, Call const&, ReadContext const*, Context*)>;

template <class View>
Reply reply_with(Result<View>&& result, int success) {
  Reply reply;
  reply.status = success;
  if constexpr (std::is_void_v<View>) {
    reply.status = 204;
    reply.content_type.clear();
  } else {
    reply.body = to_json(*result);
    if constexpr (requires { result->version; }) reply.header("etag", "\"" + std::to_string(result->version) + "\"");
  }
  return reply;
}
template <class T>
std::function<std::string(schema::Registry&)> schema_of(schema::Use use) {
  if constexpr (std::is_void_v<T>) return {};
  else return [use](schema::Registry& registry) { return registry.reference<T>(use); };
}
template <class Query>
std::vector<QueryParameter> query_parameters(schema::Registry& registry) {
  std::vector<QueryParameter> parameters;
  for_each_member<Query>([&](auto name, auto pointer) {
    using Member = std::remove_reference_t<decltype(std::declval<Query&>().*pointer)>;
    parameters.push_back({std::string(name), registry.reference<Member>(schema::Use::form), !json::may_be_absent<Member>});
  });
  return parameters;
}
}  // namespace detail

/// What the handler's signature cannot say, said where the route is declared:
///   routes.special<void, Answer>(…).answers(202).reads_query<ImportQuery>().takes("application/octet-stream");
/// Valid up to the next declaration.
class Declared {
 public:
  explicit Declared(RouteFacts& facts) : facts_(facts) {}

  /// The status of a special handler's success reply, where it is not 201 for POST and 200 for the others.
  Declared& answers(int status) {
    facts_.success = status;
    return *this;
  }
  /// Parameters the handler reads by itself; several add up.
  template <class Query>
  Declared& reads_query() {
    facts_.query_parameters = [before = std::move(facts_.query_parameters)](schema::Registry& registry) {
      auto all = before ? before(registry) : std::vector<QueryParameter>{};
      for (auto& parameter : detail::query_parameters<Query>(registry)) all.push_back(std::move(parameter));
      return all;
    };
    return *this;
  }
  /// The body is a file.
  Declared& takes(std::string content_type) {
    facts_.body_type = std::move(content_type);
    return *this;
  }

 private:
  RouteFacts& facts_;
};

class Routes {
 public:
  struct Route {
    RouteFacts facts;
    detail::Mode mode;
    detail::Run run;
  };

  template <class View>
  Declared get(std::string path, RouteAccess access, std::string summary, Result<View> (*handler)(ReadContext const&, Call const&)) {
    return add({Method::get, std::move(path), access, std::move(summary), 200, false, {}, detail::schema_of<View>(schema::Use::view), {}}, detail::Mode::read,
               [handler](Services&, Actor const&, Call const& call, ReadContext const* ctx, Context*) -> Result<Reply> {
                 auto result = handler(*ctx, call);
                 if (!result) return std::move(result).refusal();
                 return detail::reply_with<View>(std::move(result), 200);
               });
  }
  template <class View, class Query>
  Declared get(std::string path, RouteAccess access, std::string summary, Result<View> (*handler)(ReadContext const&, Call const&, Query const&)) {
    return add(
        {Method::get, std::move(path), access, std::move(summary), 200, false, {}, detail::schema_of<View>(schema::Use::view), detail::query_parameters<Query>},
        detail::Mode::read, [handler](Services&, Actor const&, Call const& call, ReadContext const* ctx, Context*) -> Result<Reply> {
          auto query = detail::read_parameters<Query>(call.request);
          if (!query) return std::move(query).refusal();
          auto result = handler(*ctx, call, *query);
          if (!result) return std::move(result).refusal();
          return detail::reply_with<View>(std::move(result), 200);
        });
  }
  template <class View, class Form>
  Declared post(std::string path, RouteAccess access, std::string summary, Result<View> (*handler)(Context&, Call const&, Form const&)) {
    return write<View, Form>(Method::post, std::move(path), access, std::move(summary), 201, handler);
  }
  template <class View>
  Declared post(std::string path, RouteAccess access, std::string summary, Result<View> (*handler)(Context&, Call const&)) {
    return write<View>(Method::post, std::move(path), access, std::move(summary), 201, handler);
  }
  template <class View, class Form>
  Declared put(std::string path, RouteAccess access, std::string summary, Result<View> (*handler)(Context&, Call const&, Form const&)) {
    return write<View, Form>(Method::put, std::move(path), access, std::move(summary), 200, handler);
  }
  template <class View, class Form>
  Declared patch(std::string path, RouteAccess access, std::string summary, Result<View> (*handler)(Context&, Call const&, Form const&)) {
    return write<View, Form>(Method::patch, std::move(path), access, std::move(summary), 200, handler);
  }
  template <class View>
  Declared delete_(std::string path, RouteAccess access, std::string summary, Result<View> (*handler)(Context&, Call const&)) {
    return write<View>(Method::delete_, std::move(path), access, std::move(summary), 200, handler);
  }
  /// A handler that manages its own transactions and reply. Form and View only document; use void for none.
  template <class Form = void, class View = void>
  Declared special(Method method, std::string path, RouteAccess access, std::string summary, Result<Reply> (*handler)(Services&, Actor const&, Call const&),
                   std::string content_type = "application/json") {
    RouteFacts facts{method,
                     std::move(path),
                     access,
                     std::move(summary),
                     method == Method::post ? 201 : 200,
                     method != Method::get,
                     detail::schema_of<Form>(schema::Use::form),
                     detail::schema_of<View>(schema::Use::view),
                     {}};
    facts.content_type = std::move(content_type);
    return add(std::move(facts), detail::Mode::special,
               [handler](Services& services, Actor const& actor, Call const& call, ReadContext const*, Context*) { return handler(services, actor, call); });
  }

  std::vector<Route> const& all() const { return routes_; }

 private:
  template <class View, class Form>
  Declared write(Method method, std::string path, RouteAccess access, std::string summary, int success,
                 Result<View> (*handler)(Context&, Call const&, Form const&)) {
    return add({method,
                std::move(path),
                access,
                std::move(summary),
                std::is_void_v<View> ? 204 : success,
                true,
                detail::schema_of<Form>(schema::Use::form),
                detail::schema_of<View>(schema::Use::view),
                {}},
               detail::Mode::write, [handler, method, success](Services&, Actor const&, Call const& call, ReadContext const*, Context* ctx) -> Result<Reply> {
                 if (method == Method::patch) TRY(detail::refuse_nulls(call.request.body, detail::members_never_null<Form>()));
                 // Who has nothing to say beside doing it need not send an empty form.
                 bool const says_nothing = method == Method::post && call.request.body.empty() && detail::may_be_empty<Form>();
                 auto form = from_json<Form>(says_nothing ? std::string_view("{}") : std::string_view(call.request.body));
                 if (!form) return std::move(form).refusal();
                 auto result = handler(*ctx, call, *form);
                 if (!result) return std::move(result).refusal();
                 return detail::reply_with<View>(std::move(result), success);
               });
  }
  template <class View>
  Declared write(Method method, std::string path, RouteAccess access, std::string summary, int success, Result<View> (*handler)(Context&, Call const&)) {
    return add(
        {method, std::move(path), access, std::move(summary), std::is_void_v<View> ? 204 : success, true, {}, detail::schema_of<View>(schema::Use::view), {}},
        detail::Mode::write, [handler, success](Services&, Actor const&, Call const& call, ReadContext const*, Context* ctx) -> Result<Reply> {
          auto result = handler(*ctx, call);
          if (!result) return std::move(result).refusal();
          return detail::reply_with<View>(std::move(result), success);
        });
  }
  Declared add(RouteFacts facts, detail::Mode mode, detail::Run run);

  std::vector<Route> routes_;
};

}  // namespace zx::http
