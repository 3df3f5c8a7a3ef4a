#include "platform/http/wire.hpp"

#include <array>
#include <ctime>

#include "platform/http/compression.hpp"
#include "platform/http/security_headers.hpp"
#include "platform/http/tokens.hpp"

namespace zx::http {

namespace {

/// Below this one buffer is cheaper than two: one TLS record, one copy.
constexpr std::size_t joined_limit = 16 << 10;

std::string_view reason_of(int status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 416: return "Range Not Satisfiable";
    case 417: return "Expectation Failed";
    case 422: return "Unprocessable Content";
    case 428: return "Precondition Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    default: return "Status";
  }
}

/// IMF-fixdate, formatted once a second per thread.
std::string_view date_now() {
  thread_local std::time_t formatted_for = 0;
  thread_local std::array<char, 40> text{};
  thread_local std::size_t length = 0;
  std::time_t now = std::time(nullptr);
  if (now != formatted_for) {
    constexpr char const* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr char const* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    gmtime_r(&now, &utc);
    length = static_cast<std::size_t>(std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT", days[utc.tm_wday], utc.tm_mday,
                                                    months[utc.tm_mon], utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec));
    formatted_for = now;
  }
  return {text.data(), length};
}

bool is_ours(std::string_view name) {
  for (std::string_view framing :
       {"content-length", "transfer-encoding", "connection", "date", "content-type", "keep-alive", "x-request-id", "trailer", "upgrade"})
    if (equals_ignoring_case(name, framing)) return true;
  return false;
}

bool has_no_body(int status) { return status < 200 || status == 204 || status == 304; }

void append_header(std::string& head, std::string_view name, std::string_view value) { head.append(name).append(": ").append(value).append("\r\n"); }

void append_content_headers(std::string& head, Reply const& reply, std::size_t length) {
  bool streaming = static_cast<bool>(reply.stream);
  std::string_view type = streaming ? std::string_view("text/event-stream") : std::string_view(reply.content_type);
  if (!type.empty()) append_header(head, "Content-Type", is_field_value(type) ? type : "application/octet-stream");
  if (streaming) append_header(head, "X-Accel-Buffering", "no");  // nginx would hold events back
  else append_header(head, "Content-Length", std::to_string(length));
}

}  // namespace

WireReply to_wire(Request const& request, Reply reply, Persistence after, Part part) {
  compress_for(request, reply);
  WireReply wire;
  wire.after = reply.stream ? Persistence::close : after;
  std::string_view content = reply.fixed_body.empty() ? std::string_view(reply.body) : reply.fixed_body;
  if (reply.status < 200 || reply.status > 599) reply.status = 500;  // 1xx is the edge's alone

  std::string& head = wire.head;
  head.reserve(1024 + (content.size() <= joined_limit ? content.size() : 0));
  head.append("HTTP/1.1 ").append(std::to_string(reply.status)).append(" ").append(reason_of(reply.status)).append("\r\n");
  append_header(head, "Date", date_now());
  append_header(head, "Connection", wire.after == Persistence::close ? "close" : "keep-alive");
  if (!has_no_body(reply.status)) append_content_headers(head, reply, content.size());
  if (!request.request_id.empty()) append_header(head, "X-Request-Id", request.request_id);
  for (auto const& [name, value] : reply.headers)
    if (is_token(name) && is_field_value(value) && !is_ours(name)) append_header(head, name, value);
  append_security_headers(head, request, reply);
  head.append("\r\n");

  if (part == Part::head_only || has_no_body(reply.status) || reply.stream) return wire;
  if (content.size() <= joined_limit) head.append(content);
  else if (!reply.fixed_body.empty()) wire.fixed = reply.fixed_body;
  else wire.body = std::move(reply.body);
  return wire;
}

}  // namespace zx::http
