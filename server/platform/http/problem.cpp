#include "platform/http/problem.hpp"

#include "platform/base/json_writer.hpp"
#include "platform/http/target.hpp"

namespace zx::http {

namespace {

/// Arguments may quote what the client sent, which need not be UTF-8; JSON must be.
std::string localized(Catalogue const& catalogue, std::string_view language, std::string_view code, RefusalArguments const& arguments) {
  std::string text = catalogue.text(language, code, arguments);
  return is_valid_utf8(text) ? text : catalogue.text(language, code);
}

std::string retry_after(RefusalArguments const& arguments) {
  auto given = arguments.find("retry_after");
  bool seconds = given != arguments.end() && !given->second.empty() && given->second.find_first_not_of("0123456789") == std::string::npos;
  return seconds ? given->second : "1";
}

struct FieldProblem {
  FieldError const& error;
  std::string message;
};

void write_errors(json::Writer& writer, std::vector<FieldProblem> const& problems) {
  writer.key("errors").begin_array();
  for (auto const& [error, message] : problems)
    writer.begin_object()
        .key("field")
        .string(is_valid_utf8(error.path) ? error.path : "?")
        .key("code")
        .string(error.code)
        .key("message")
        .string(message)
        .end_object();
  writer.end_array();
}

std::string_view etag_of(Reply const& reply) {
  for (auto const& [name, value] : reply.headers)
    if (name == "etag") return value;
  return {};
}

/// Routes give `"7"` as the ETag of version 7.
void write_current(json::Writer& writer, Reply const& current) {
  auto version = etag_of(current);
  if (version.size() > 2) writer.key("version").raw(version.substr(1, version.size() - 2));
  writer.key("current").raw(current.body);
}

std::string joined(std::vector<FieldProblem> const& problems) {
  std::string text;
  for (auto const& problem : problems) text.append(text.empty() ? "" : "\n").append(problem.message);
  return text;
}

}  // namespace

int status_of(RefusalKind kind) {
  switch (kind) {
    case RefusalKind::invalid: return 422;
    case RefusalKind::unauthenticated: return 401;
    case RefusalKind::forbidden: return 403;
    case RefusalKind::not_found: return 404;
    case RefusalKind::conflict: return 409;
    case RefusalKind::stale: return 412;
    case RefusalKind::precondition_required: return 428;
    case RefusalKind::too_large: return 413;
    case RefusalKind::unsupported: return 415;
    case RefusalKind::too_many_requests: return 429;
    case RefusalKind::unavailable: return 503;
    case RefusalKind::method_not_allowed: return 405;
    case RefusalKind::broken: return 500;
  }
  return 500;
}

Reply problem(Refusal const& refusal, std::string_view language, Catalogue const& catalogue, std::string_view request_id, Reply const* current) {
  std::string title = localized(catalogue, language, refusal.code, refusal.arguments);
  std::vector<FieldProblem> problems;
  for (auto const& field : refusal.fields) problems.push_back({field, localized(catalogue, language, field.code, field.arguments)});

  Reply reply{.status = status_of(refusal.kind), .content_type = "application/problem+json"};
  json::Writer writer;
  writer.begin_object()
      .key("type")
      .string("/problems/" + refusal.code)
      .key("title")
      .string(title)
      .key("status")
      .integer(reply.status)
      .key("code")
      .string(refusal.code)
      .key("detail")
      .string(problems.empty() ? title : joined(problems))
      .key("request_id")
      .string(request_id);
  if (!problems.empty()) write_errors(writer, problems);
  if (current) write_current(writer, *current);
  writer.end_object();
  reply.body = std::move(writer).take();
  if (current) reply.header("etag", std::string(etag_of(*current)));

  if (reply.status == 401) reply.header("WWW-Authenticate", "Bearer");
  if (reply.status == 429 || reply.status == 503) reply.header("Retry-After", retry_after(refusal.arguments));
  reply.header("Content-Language", std::string(language));
  return reply;
}

}  // namespace zx::http
