#pragma once
// One HTTP request to somebody else's server, and what became of it. It blocks: call it from a worker, outside any transaction.

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/base/time.hpp"
#include "platform/outbound/address_policy.hpp"

namespace zx::outbound {

struct HttpHeader {
  std::string name;
  std::string value;
  bool operator==(HttpHeader const&) const = default;
};

struct HttpRequest {
  std::string method = "POST";
  std::string url;
  std::vector<HttpHeader> headers;  ///< as given; only Host, Content-Length and Accept are added
  std::string body;
};

struct HttpOptions {
  AddressPolicy addresses;
  Milliseconds connect_timeout{5'000};
  Milliseconds total_timeout{10'000};  ///< from name resolution to the answer's last byte, for each stop
  std::size_t max_answer = 64 * 1024;  ///< bytes of the body kept; the rest is not waited for
  int max_redirects = 0;               ///< GET and HEAD only; each stop is judged anew, other origins get none of our headers
  std::string ca_file;                 ///< PEM; empty: the system's certificates
  std::stop_token stop;                ///< gives up within a second
};

enum class HttpOutcome {
  answered,   ///< `status`, `headers` and `body` are the server's
  not_sent,   ///< not a byte of the request left: may safely be sent again
  ambiguous,  ///< sent at least in part, and no complete answer: the server may have acted on it
};

enum class HttpFailure {
  none,
  name_not_found,
  unreachable,  ///< refused, reset or not routed
  tls,          ///< no handshake, or the certificate is not one we trust for this host
  timeout,
  broken_off,  ///< the answer ended before its end, or was not HTTP
  stopped,     ///< by HttpOptions::stop
};

struct HttpAnswer {
  HttpOutcome outcome = HttpOutcome::answered;
  HttpFailure failure = HttpFailure::none;
  int status = 0;  ///< also set when the answer broke off behind its first line
  std::vector<HttpHeader> headers;
  std::string body;
  bool body_cut = false;  ///< longer than `max_answer`
  std::string detail;     ///< of the failure, for the log

  /// The value of the first such header; names in any case.
  std::optional<std::string_view> header(std::string_view name) const;
};

/// Refuses, before anything is sent: what parse_web_address refuses; hosts that lead to addresses the policy closes
/// (outbound.address_not_allowed); odd methods and headers (outbound.method_invalid, outbound.header_invalid).
Result<HttpAnswer> send_request(HttpRequest const& request, HttpOptions const& options = {});

}  // namespace zx::outbound
