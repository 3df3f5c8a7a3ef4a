#include "platform/http/routes.hpp"

#include <charconv>
#include <stdexcept>

#include "platform/http/parameter_names.hpp"

namespace zx::http {
namespace {

std::optional<std::int64_t> integer_in(std::string_view text) {
  std::int64_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<std::int64_t> version_in(std::string_view etag) {
  if (etag.starts_with("W/")) etag.remove_prefix(2);
  if (etag.size() < 3 || etag.front() != '"' || etag.back() != '"') return std::nullopt;
  etag = etag.substr(1, etag.size() - 2);
  return integer_in(etag);
}

void write_list(json::Writer& out, std::string_view text) {
  out.begin_array();
  while (!text.empty()) {
    auto comma = text.find(',');
    out.string(text.substr(0, comma));
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
  }
  out.end_array();
}

void write_parameter(json::Writer& out, detail::ParameterKind kind, std::string_view value) {
  using Kind = detail::ParameterKind;
  if (kind == Kind::list) return write_list(out, value);
  if (kind == Kind::boolean && (value == "true" || value == "false")) {
    out.boolean(value == "true");
  } else if (auto number = kind == Kind::integer ? integer_in(value) : std::nullopt) {
    out.integer(*number);  // as it was written it may be no number in JSON: 09
  } else {
    out.string(value);
  }
}

}  // namespace

std::string_view word(Method method) {
  switch (method) {
    case Method::get: return "GET";
    case Method::head: return "HEAD";
    case Method::post: return "POST";
    case Method::put: return "PUT";
    case Method::patch: return "PATCH";
    case Method::delete_: return "DELETE";
    case Method::options: return "OPTIONS";
  }
  return {};
}

std::string_view Call::argument(std::string_view name) const {
  auto found = arguments_.find(name);
  if (found == arguments_.end()) throw std::logic_error("the route has no {" + std::string(name) + "}");
  return found->second;
}

Result<std::int64_t> Call::version() const {
  auto version = TRY(optional_version());
  if (!version) return Refusal::of(RefusalKind::precondition_required, "request.version_required");
  return *version;
}

Result<std::optional<std::int64_t>> Call::optional_version() const {
  auto header = request.header("if-match");
  if (header.empty() || header == "*") return std::optional<std::int64_t>{};
  auto version = version_in(header);
  if (!version) return Refusal::stale("request.stale");
  return version;
}

namespace detail {

Result<std::string> parameters_as_json(Request const& request, std::vector<Parameter> const& known) {
  std::vector<FieldError> errors;
  std::map<std::string_view, bool> seen;
  json::Writer out;
  out.begin_object();
  for (auto const& [name, value] : request.query) {
    Parameter const* parameter = nullptr;
    for (auto const& candidate : known) {
      if (names_member(name, candidate.name)) parameter = &candidate;
    }
    if (!parameter) {
      errors.push_back({name, "request.unknown_parameter", {}});
    } else if (std::exchange(seen[parameter->name], true)) {
      errors.push_back({name, "request.repeated_parameter", {}});
    } else if (!value.empty()) {
      out.key(parameter->name);
      write_parameter(out, parameter->kind, value);
    }
  }
  out.end_object();
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  return std::move(out).take();
}

Result<void> refuse_nulls(std::string const& body, std::vector<std::string_view> const& never_null) {
  auto document = json::Value::parse(body);
  if (!document) return {};  // the reader of the form says what is wrong
  std::vector<FieldError> errors;
  for (auto name : never_null) {
    auto member = document->find(name);
    if (member && member->is_null()) errors.push_back({std::string(name), "field.required", {}});
  }
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  return {};
}

}  // namespace detail

Declared Routes::add(RouteFacts facts, detail::Mode mode, detail::Run run) {
  for (auto const& route : routes_) {
    if (route.facts.method == facts.method && route.facts.path == facts.path) throw std::logic_error("route declared twice: " + facts.path);
  }
  return Declared(routes_.emplace_back(Route{std::move(facts), mode, std::move(run)}).facts);
}

}  // namespace zx::http
