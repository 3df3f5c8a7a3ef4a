#pragma once
// Refusals the network edge makes before (or instead of) any handler.

#include "platform/http/message.hpp"

namespace zx::http {

enum class EdgeError {
  bad_request,           ///< 400 http.bad_request
  headers_too_large,     ///< 431 http.headers_too_large
  body_too_large,        ///< 413 http.body_too_large
  timeout,               ///< 408 http.timeout: the client was too slow
  expectation_failed,    ///< 417 http.expectation_failed: an Expect other than 100-continue
  method_not_supported,  ///< 501 http.method_not_supported
  too_busy,              ///< 503 http.too_busy, with Retry-After
  internal,              ///< 500 http.internal: a handler threw
};

using EdgeText = std::function<std::string(std::string_view language, std::string_view code)>;

/// problem+json with type, title, status and code. The edge knows no caller: the title is in the language the request
/// asks for (empty when it was not read so far), and English without texts.
Reply edge_reply(EdgeError error, EdgeText const& text, std::string_view accept_language);

}  // namespace zx::http
