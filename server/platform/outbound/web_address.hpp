#pragma once
// A URL that somebody entered, read by the same parser that will later connect to it: two parsers that disagree about the host
// are how checks are walked around.

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/base/result.hpp"
#include "platform/outbound/address_policy.hpp"

namespace zx::outbound {

struct WebAddress {
  std::string url;     ///< normalised: "http://0177.0.0.1/" has become "http://127.0.0.1/"
  std::string scheme;  ///< "http" or "https"
  std::string host;    ///< lower case, without brackets
  std::uint16_t port = 0;

  bool same_origin(WebAddress const& other) const { return scheme == other.scheme && host == other.host && port == other.port; }
};

/// Refuses what is no http(s) URL (outbound.url_invalid, outbound.scheme_not_allowed) and user names or passwords in it
/// (outbound.url_with_password). Asks no name server. A fragment is dropped.
Result<WebAddress> parse_web_address(std::string_view url);

/// For forms: what parse_web_address refuses, and a literal address that is not public (outbound.address_not_allowed).
/// What a name resolves to is judged only when it is used.
Result<WebAddress> check_web_address(std::string_view url, AddressPolicy const& policy);

/// The host of check_web_address, for servers that are named without a URL (SMTP).
Result<void> check_host(std::string_view host, AddressPolicy const& policy);

}  // namespace zx::outbound
