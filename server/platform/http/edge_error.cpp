#include "platform/http/edge_error.hpp"

#include "platform/base/json_writer.hpp"
#include "platform/http/target.hpp"

namespace zx::http {

namespace {

struct Description {
  int status;
  std::string_view code, title;
};

Description describe(EdgeError error) {
  switch (error) {
    case EdgeError::bad_request: return {400, "http.bad_request", "The request is malformed."};
    case EdgeError::headers_too_large: return {431, "http.headers_too_large", "The request headers are too large."};
    case EdgeError::body_too_large: return {413, "http.body_too_large", "The request body is too large."};
    case EdgeError::timeout: return {408, "http.timeout", "The request did not arrive in time."};
    case EdgeError::expectation_failed: return {417, "http.expectation_failed", "Only Expect: 100-continue is supported."};
    case EdgeError::method_not_supported: return {501, "http.method_not_supported", "This method is not supported."};
    case EdgeError::too_busy: return {503, "http.too_busy", "The server is busy; try again in a moment."};
    case EdgeError::internal: break;
  }
  return {500, "http.internal", "Something went wrong on the server."};
}

}  // namespace

Reply edge_reply(EdgeError error, EdgeText const& text, std::string_view accept_language) {
  auto [status, code, title] = describe(error);
  Reply reply{.status = status, .content_type = "application/problem+json"};
  json::Writer writer;
  writer.begin_object()
      .key("type")
      .string("/problems/" + std::string(code))
      .key("title")
      .string(text ? text(language_of(accept_language), code) : std::string(title))
      .key("status")
      .integer(status)
      .key("code")
      .string(code)
      .end_object();
  reply.body = std::move(writer).take();
  if (error == EdgeError::too_busy) reply.header("Retry-After", "1");
  return reply;
}

}  // namespace zx::http
