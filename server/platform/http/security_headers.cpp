#include "platform/http/security_headers.hpp"

#include <array>

#include "platform/http/tokens.hpp"

namespace zx::http {

namespace {

struct Header {
  std::string_view name, value;
};

// 'unsafe-inline' for styles only: Ant Design injects <style> elements at run time.
constexpr std::string_view page_policy =
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

// An uploaded file opened in a tab comes from the API: it must not run or load anything of ours.
constexpr std::string_view api_policy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

// Location stays allowed for us: a follow-up may record where it was made.
constexpr std::array common = {
    Header{"X-Content-Type-Options", "nosniff"},
    Header{"Cross-Origin-Opener-Policy", "same-origin"},
    Header{"Cross-Origin-Resource-Policy", "same-origin"},
    Header{"Permissions-Policy", "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), display-capture=()"},
    Header{"Cache-Control", "no-store"},
};

constexpr Header strict_transport = {"Strict-Transport-Security", "max-age=31536000; includeSubDomains"};

void append_unless_set(std::string& head, Reply const& reply, Header header) {
  for (auto const& [name, value] : reply.headers)
    if (equals_ignoring_case(name, header.name) && is_field_value(value)) return;
  head.append(header.name).append(": ").append(header.value).append("\r\n");
}

bool is_page(Reply const& reply) { return reply.content_type.starts_with("text/html"); }

}  // namespace

void append_security_headers(std::string& head, Request const& request, Reply const& reply) {
  bool api = request.path.starts_with("/api/");
  append_unless_set(head, reply, {"Content-Security-Policy", api && !is_page(reply) ? api_policy : page_policy});
  append_unless_set(head, reply, {"Referrer-Policy", api ? "no-referrer" : "same-origin"});
  for (auto const& header : common) append_unless_set(head, reply, header);
  if (request.secure) append_unless_set(head, reply, strict_transport);
}

}  // namespace zx::http
