#include "platform/outbound/http_client.hpp"

#include <algorithm>

#include "platform/outbound/curl_session.hpp"
#include "platform/outbound/web_address.hpp"

namespace zx::outbound {
namespace {

constexpr std::size_t max_header_bytes = 32 * 1024;

bool is_token(std::string_view text) {
  constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::ranges::all_of(text, [&](unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || marks.find(static_cast<char>(c)) != marks.npos;
  });
}

bool is_header_value(std::string_view text) {
  return std::ranges::none_of(text, [](unsigned char c) { return (c < ' ' && c != '\t') || c == 0x7f; });
}

// These frame the message or name its receiver: ours to write, or two readers see two different requests.
bool is_ours(std::string_view name) {
  constexpr std::string_view names[] = {"host", "content-length", "transfer-encoding", "connection", "expect", "upgrade", "te", "trailer"};
  return std::ranges::find(names, plain_host(name)) != std::end(names);
}

Result<void> check_request(HttpRequest const& request) {
  if (!is_token(request.method)) return Refusal::invalid("outbound.method_invalid");
  for (auto const& header : request.headers)
    if (!is_token(header.name) || !is_header_value(header.value) || is_ours(header.name))
      return Refusal::invalid("outbound.header_invalid", {{"header", is_token(header.name) ? header.name : ""}});
  return {};
}

/// Collects what comes back.
struct Receiver {
  std::size_t max_answer;
  HttpAnswer answer;
  std::size_t header_bytes = 0;
  bool request_began = false;
  bool headers_too_long = false;

  static int on_connected(void* self, char*, char*, int, int) {
    static_cast<Receiver*>(self)->request_began = true;
    return CURL_PREREQFUNC_OK;
  }

  static std::size_t on_header(char const* bytes, std::size_t, std::size_t size, void* self) {
    return static_cast<Receiver*>(self)->add_header({bytes, size}) ? size : 0;
  }

  static std::size_t on_body(char const* bytes, std::size_t, std::size_t size, void* self) {
    auto& receiver = *static_cast<Receiver*>(self);
    auto& body = receiver.answer.body;
    auto const room = receiver.max_answer - body.size();
    body.append(bytes, std::min(size, room));
    receiver.answer.body_cut = size > room;
    return receiver.answer.body_cut ? 0 : size;
  }

  bool add_header(std::string_view line) {
    header_bytes += line.size();
    headers_too_long = header_bytes > max_header_bytes;
    if (headers_too_long) return false;
    while (line.ends_with('\n') || line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
    if (line.starts_with("HTTP/")) answer.headers.clear();  // a 100 came before it
    auto const colon = line.find(':');
    if (colon == line.npos || line.starts_with("HTTP/")) return true;
    auto value = line.substr(colon + 1);
    while (value.starts_with(' ') || value.starts_with('\t')) value.remove_prefix(1);
    answer.headers.push_back({std::string(line.substr(0, colon)), std::string(value)});
    return true;
  }
};

void describe(CurlSession& session, HttpRequest const& request, CurlList& headers, WebAddress const& address) {
  session.set(CURLOPT_URL, address.url.c_str());
  session.set(CURLOPT_PROTOCOLS_STR, "http,https");
  session.set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  if (request.method == "HEAD") session.set(CURLOPT_NOBODY, 1L);
  else if (request.method != "GET" || !request.body.empty()) {
    session.set(CURLOPT_POST, 1L);
    session.set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    session.set(CURLOPT_POSTFIELDS, request.body.data());
  }
  session.set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
  headers.add("Expect:");
  if (std::ranges::none_of(request.headers, [](auto const& header) { return plain_host(header.name) == "content-type"; })) headers.add("Content-Type:");
  for (auto const& header : request.headers) headers.add(header.value.empty() ? header.name + ";" : header.name + ": " + header.value);
  session.set(CURLOPT_HTTPHEADER, headers.get());
}

void listen(CurlSession& session, Receiver& receiver) {
  session.set(CURLOPT_PREREQFUNCTION, &Receiver::on_connected);
  session.set(CURLOPT_PREREQDATA, &receiver);
  session.set(CURLOPT_HEADERFUNCTION, &Receiver::on_header);
  session.set(CURLOPT_HEADERDATA, &receiver);
  session.set(CURLOPT_WRITEFUNCTION, &Receiver::on_body);
  session.set(CURLOPT_WRITEDATA, &receiver);
}

HttpFailure failure_of(CURLcode code) {
  switch (code) {
    case CURLE_OK: return HttpFailure::none;
    case CURLE_COULDNT_RESOLVE_HOST: return HttpFailure::name_not_found;
    case CURLE_COULDNT_CONNECT: return HttpFailure::unreachable;
    case CURLE_OPERATION_TIMEDOUT: return HttpFailure::timeout;
    case CURLE_ABORTED_BY_CALLBACK: return HttpFailure::stopped;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR: return HttpFailure::tls;
    default: return HttpFailure::broken_off;
  }
}

struct Hop {
  HttpAnswer answer;
  std::string redirect;  ///< where a 3xx points, absolute
};

Result<Hop> send_once(HttpRequest const& request, WebAddress const& address, HttpOptions const& options) {
  CurlSession session({address.host, &options.addresses, options.connect_timeout, options.total_timeout, &options.ca_file, options.stop});
  CurlList headers;
  Receiver receiver{.max_answer = options.max_answer};
  describe(session, request, headers, address);
  listen(session, receiver);
  auto const code = session.perform();
  if (session.was_kept_back()) return Refusal::invalid("outbound.address_not_allowed", {{"host", address.host}});
  auto& answer = receiver.answer;
  answer.status = static_cast<int>(session.number(CURLINFO_RESPONSE_CODE));
  if (code != CURLE_OK && !answer.body_cut) {
    answer.outcome = receiver.request_began ? HttpOutcome::ambiguous : HttpOutcome::not_sent;
    answer.failure = failure_of(code);
    answer.detail = receiver.headers_too_long ? "the answer's headers are too long" : session.error_text(code);
  }
  return Hop{std::move(answer), session.text(CURLINFO_REDIRECT_URL)};
}

bool may_follow(HttpRequest const& request, Hop const& hop) {
  return hop.answer.outcome == HttpOutcome::answered && !hop.redirect.empty() && (request.method == "GET" || request.method == "HEAD");
}

}  // namespace

std::optional<std::string_view> HttpAnswer::header(std::string_view name) const {
  auto const wanted = plain_host(name);
  for (auto const& header : headers)
    if (plain_host(header.name) == wanted) return header.value;
  return std::nullopt;
}

Result<HttpAnswer> send_request(HttpRequest const& request, HttpOptions const& options) {
  if (auto checked = check_request(request); !checked) return std::move(checked).refusal();
  auto address = TRY(check_web_address(request.url, options.addresses));
  auto current = request;
  for (int left = options.max_redirects;; --left) {
    auto hop = TRY(send_once(current, address, options));
    if (left <= 0 || !may_follow(request, hop)) return std::move(hop.answer);
    auto next = TRY(check_web_address(hop.redirect, options.addresses));
    if (!next.same_origin(address)) current.headers.clear();
    address = std::move(next);
  }
}

}  // namespace zx::outbound
