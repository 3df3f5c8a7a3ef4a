#include <set>

#include "platform/http/parameter_names.hpp"
#include "platform/http/router.hpp"

namespace zx::http {
namespace {

std::string_view verb(Method method) {
  switch (method) {
    case Method::get: return "get";
    case Method::head: return "head";
    case Method::post: return "post";
    case Method::put: return "put";
    case Method::patch: return "patch";
    case Method::delete_: return "delete";
    case Method::options: return "options";
  }
  return "";
}

/// "/api/v1/work-items/{id}/handoffs" → "work-items"
std::string tag_of(std::string_view path) {
  path.remove_prefix(std::string_view("/api/v1/").size());
  return std::string(path.substr(0, path.find('/')));
}

/// "post /api/v1/work-items/{id}/handoffs" → "post_work_items_id_handoffs"
std::string operation_id(RouteFacts const& facts) {
  std::string id(verb(facts.method));
  for (char c : facts.path.substr(std::string_view("/api/v1").size())) {
    if (c == '{' || c == '}') continue;
    id += (c == '/' || c == '-') ? '_' : c;
  }
  return id;
}

void write_path_parameters(json::Writer& out, std::string_view path) {
  while (true) {
    auto open = path.find('{');
    if (open == std::string_view::npos) return;
    auto close = path.find('}', open);
    out.begin_object();
    out.key("name"), out.string(path.substr(open + 1, close - open - 1));
    out.key("in"), out.string("path");
    out.key("required"), out.boolean(true);
    out.key("schema"), out.raw(R"({"type":"string"})");
    out.end_object();
    path = path.substr(close);
  }
}

void write_header_parameter(json::Writer& out, std::string_view name, std::string_view description) {
  out.begin_object();
  out.key("name"), out.string(name);
  out.key("in"), out.string("header");
  out.key("description"), out.string(description);
  out.key("schema"), out.raw(R"({"type":"string"})");
  out.end_object();
}

void write_query_parameters(json::Writer& out, schema::Registry& registry, RouteFacts const& facts) {
  if (!facts.query_parameters) return;
  for (auto const& [name, member_schema, required] : facts.query_parameters(registry)) {
    out.begin_object();
    out.key("name"), out.string(wire_name(name));
    out.key("in"), out.string("query");
    out.key("required"), out.boolean(required);
    out.key("schema"), out.raw(member_schema);
    out.end_object();
  }
}

void write_content(json::Writer& out, std::string_view type, std::string const& schema) {
  out.key("content");
  out.begin_object();
  out.key(type);
  out.begin_object();
  out.key("schema"), out.raw(schema);
  out.end_object();
  out.end_object();
}

void write_body(json::Writer& out, schema::Registry& registry, RouteFacts const& facts) {
  if (!facts.form_schema && facts.body_type.empty()) return;
  out.key("requestBody");
  out.begin_object();
  out.key("required"), out.boolean(true);
  if (facts.form_schema) write_content(out, "application/json", facts.form_schema(registry));
  else write_content(out, facts.body_type, R"({"type":"string","format":"binary"})");
  out.end_object();
}

void write_responses(json::Writer& out, schema::Registry& registry, RouteFacts const& facts) {
  out.key("responses");
  out.begin_object();
  out.key(std::to_string(facts.success));
  out.begin_object();
  out.key("description"), out.string("Success");
  if (facts.view_schema) {
    write_content(out, facts.content_type, facts.view_schema(registry));
  } else if (facts.success != 204 && facts.content_type != "application/json") {
    write_content(out, facts.content_type, R"({"type":"string"})");
  }
  out.end_object();
  out.key("default");
  out.raw(R"({"$ref":"#/components/responses/Problem"})");
  out.end_object();
}

/// The answers of special handlers are not kept: they may show a secret.
bool keeps_its_answer(Routes::Route const& route) { return route.facts.writes && route.mode != detail::Mode::special; }

void write_operation(json::Writer& out, schema::Registry& registry, Routes::Route const& route) {
  auto const& facts = route.facts;
  out.key(verb(facts.method));
  out.begin_object();
  out.key("operationId"), out.string(operation_id(facts));
  out.key("summary"), out.string(facts.summary);
  out.key("tags"), out.begin_array(), out.string(tag_of(facts.path)), out.end_array();
  if (facts.access.kind() == RouteAccess::Kind::permission) out.key("x-permission"), out.string(facts.access.word());
  if (facts.access.kind() == RouteAccess::Kind::anyone) out.key("security"), out.raw("[]");
  out.key("parameters");
  out.begin_array();
  write_path_parameters(out, facts.path);
  write_query_parameters(out, registry, facts);
  if (keeps_its_answer(route)) write_header_parameter(out, "Idempotency-Key", "A repeated request with the same key gets the first answer.");
  if (facts.method == Method::patch || facts.method == Method::put || facts.method == Method::delete_) {
    write_header_parameter(out, "If-Match", "The ETag this change is based on.");
  }
  out.end_array();
  write_body(out, registry, facts);
  write_responses(out, registry, facts);
  out.end_object();
}

struct ProblemError {
  std::string field;
  std::string code;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(ProblemError, (), (field, code, message))

/// What problem.cpp writes, but for `current` of a 412, whose form is the changed thing's own.
struct Problem {
  std::string type;
  std::string title;
  std::int64_t status = 0;
  std::string code;
  std::optional<std::string> detail;
  std::string request_id;
  std::vector<ProblemError> errors;
  std::optional<std::int64_t> version;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, code, detail, request_id, errors, version))

void write_problem_response(json::Writer& out, schema::Registry& registry) {
  out.key("Problem");
  out.begin_object();
  out.key("description"), out.string("A refusal (RFC 9457)");
  write_content(out, "application/problem+json", registry.reference<Problem>());
  out.end_object();
}

}  // namespace

std::string openapi(Routes const& routes, std::string_view version) {
  schema::Registry registry;
  std::map<std::string, std::vector<Routes::Route const*>> by_path;
  for (auto const& route : routes.all()) {
    if (route.facts.path.starts_with("/api/v1/")) by_path[route.facts.path].push_back(&route);
  }
  json::Writer out;
  out.begin_object();
  out.key("openapi"), out.string("3.1.0");
  out.key("info");
  out.begin_object();
  out.key("title"), out.string("Zhixing 知行");
  out.key("version"), out.string(version);
  out.end_object();
  out.key("security"), out.raw(R"([{"session":[]},{"token":[]}])");
  out.key("paths");
  out.begin_object();
  for (auto const& [path, operations] : by_path) {
    out.key(path);
    out.begin_object();
    for (auto const* route : operations) write_operation(out, registry, *route);
    out.end_object();
  }
  out.end_object();
  out.key("components");
  out.begin_object();
  out.key("securitySchemes");
  out.raw(R"({"session":{"type":"apiKey","in":"cookie","name":"zx_session"},"token":{"type":"http","scheme":"bearer"}})");
  out.key("responses");
  out.begin_object();
  write_problem_response(out, registry);
  out.end_object();
  out.key("schemas"), out.raw(registry.components_json());
  out.end_object();
  out.end_object();
  return std::move(out).take();
}

}  // namespace zx::http
