#pragma once
// Private to server.cpp. From a parsed head to a Request: what Beast lets through and we do not.

#include <optional>

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "platform/http/edge.hpp"
#include "platform/http/edge_error.hpp"
#include "platform/http/networks.hpp"
#include "platform/http/target.hpp"
#include "platform/http/tokens.hpp"

namespace zx::http {

namespace beast = boost::beast;
using Parser = beast::http::request_parser<beast::http::string_body>;
using Head = beast::http::request<beast::http::string_body>;

inline std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

inline std::optional<Method> method_of(Head const& head) {
  switch (head.method()) {
    case beast::http::verb::get: return Method::get;
    case beast::http::verb::head: return Method::head;
    case beast::http::verb::post: return Method::post;
    case beast::http::verb::put: return Method::put;
    case beast::http::verb::patch: return Method::patch;
    case beast::http::verb::delete_: return Method::delete_;
    case beast::http::verb::options: return Method::options;
    default: return std::nullopt;
  }
}

/// Two servers that disagree where a request ends can be made to see different requests (smuggling), so only the one
/// unambiguous form of each framing is taken. Beast itself refuses Content-Length together with Transfer-Encoding.
inline bool is_framed_plainly(Head const& head) {
  using beast::http::field;
  if (head.count(field::content_length) > 1 || head.count(field::transfer_encoding) > 1) return false;
  if (head.count(field::content_length) == 1 && view(head[field::content_length]).find_first_not_of("0123456789") != std::string_view::npos) return false;
  if (head.count(field::transfer_encoding) == 0) return true;
  return head.version() == 11 && equals_ignoring_case(view(head[field::transfer_encoding]), "chunked");
}

inline bool names_its_host(Head const& head) {
  auto count = head.count(beast::http::field::host);
  return count == 1 || (count == 0 && head.version() == 10);
}

inline std::map<std::string, std::string> headers_of(Head const& head) {
  std::map<std::string, std::string> headers;
  for (auto const& field : head) {
    std::string name(view(field.name_string()));
    std::transform(name.begin(), name.end(), name.begin(), to_lower);
    auto [at, fresh] = headers.try_emplace(std::move(name), view(field.value()));
    if (!fresh) at->second.append(at->first == "cookie" ? "; " : ", ").append(view(field.value()));
  }
  return headers;
}

/// The longest listed prefix wins.
inline std::size_t body_limit_of(ServerOptions const& options, std::string_view path) {
  std::size_t limit = options.body_limit, longest = 0;
  for (auto const& [prefix, its_limit] : options.body_limits)
    if (path.starts_with(prefix) && prefix.size() >= longest) {
      limit = its_limit;
      longest = prefix.size();
    }
  return limit;
}

inline bool is_request_id(std::string_view text) { return text.size() >= 8 && text.size() <= 64 && is_token(text); }

/// Who asked, over what: believed from the proxy only when we were told to trust it.
inline void identify(Request& request, Edge& edge, std::string const& peer, bool tls) {
  request.remote_address = peer;
  request.secure = tls;
  request.request_id = edge.next_request_id();
  if (!lies_in(edge.options.trusted_proxies, peer)) return;
  request.remote_address = forwarded_client(request.header("x-forwarded-for"), edge.options.trusted_proxies, peer);
  if (equals_ignoring_case(request.header("x-forwarded-proto"), "https")) request.secure = true;
  if (auto id = request.header("x-request-id"); is_request_id(id)) request.request_id = id;
}

/// Fills everything but the body; the refusal when the head is not acceptable.
inline std::optional<EdgeError> read_head(Head const& head, Request& request) {
  if (!is_framed_plainly(head) || !names_its_host(head)) return EdgeError::bad_request;
  auto method = method_of(head);
  if (!method) return EdgeError::method_not_supported;
  request.method = *method;
  request.target = view(head.target());
  request.headers = headers_of(head);
  if (!parse_target(request)) return EdgeError::bad_request;
  auto expect = request.header("expect");
  if (!expect.empty() && !equals_ignoring_case(expect, "100-continue")) return EdgeError::expectation_failed;
  return std::nullopt;
}

}  // namespace zx::http
