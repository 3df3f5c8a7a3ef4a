#include "platform/outbound/web_address.hpp"

#include <curl/curl.h>

#include <charconv>
#include <memory>

namespace zx::outbound {
namespace {

struct CloseUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, CloseUrl>;

std::string part(Url const& url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), which, &text, flags) != CURLUE_OK || !text) return {};
  std::string copy(text);
  curl_free(text);
  return copy;
}

bool has_odd_characters(std::string_view url) {
  for (unsigned char c : url)
    if (c <= ' ' || c == 0x7f || c == '\\') return true;
  return false;
}

/// Between "//" and the path.
std::string_view authority_of(std::string_view url) {
  auto const slashes = url.find("//");
  if (slashes != url.npos) url.remove_prefix(slashes + 2);
  return url.substr(0, url.find_first_of("/?#"));
}

std::uint16_t port_number(std::string const& text) {
  std::uint16_t port = 0;
  std::from_chars(text.data(), text.data() + text.size(), port);
  return port;
}

}  // namespace

Result<WebAddress> parse_web_address(std::string_view url) {
  if (url.empty() || url.size() > 4096 || has_odd_characters(url)) return Refusal::invalid("outbound.url_invalid");
  Url parsed(curl_url());
  if (!parsed) throw std::bad_alloc();
  auto const error = curl_url_set(parsed.get(), CURLUPART_URL, std::string(url).c_str(), CURLU_NON_SUPPORT_SCHEME);
  if (error != CURLUE_OK) return Refusal::invalid("outbound.url_invalid");
  WebAddress address{.scheme = plain_host(part(parsed, CURLUPART_SCHEME))};
  if (address.scheme != "http" && address.scheme != "https") return Refusal::invalid("outbound.scheme_not_allowed", {{"scheme", address.scheme}});
  if (!part(parsed, CURLUPART_USER).empty() || !part(parsed, CURLUPART_PASSWORD).empty() || authority_of(url).find('@') != url.npos)
    return Refusal::invalid("outbound.url_with_password");
  curl_url_set(parsed.get(), CURLUPART_FRAGMENT, nullptr, 0);
  address.url = part(parsed, CURLUPART_URL);
  address.host = plain_host(part(parsed, CURLUPART_HOST));
  address.port = port_number(part(parsed, CURLUPART_PORT, CURLU_DEFAULT_PORT));
  if (address.host.empty() || address.port == 0) return Refusal::invalid("outbound.url_invalid");
  return address;
}

Result<void> check_host(std::string_view host, AddressPolicy const& policy) {
  auto const plain = plain_host(host);
  auto const literal = parse_ip_address(plain);
  if (literal && !is_public(*literal) && !policy.names(plain)) return Refusal::invalid("outbound.address_not_allowed", {{"host", plain}});
  return {};
}

Result<WebAddress> check_web_address(std::string_view url, AddressPolicy const& policy) {
  auto address = TRY(parse_web_address(url));
  if (auto checked = check_host(address.host, policy); !checked) return std::move(checked).refusal();
  return address;
}

}  // namespace zx::outbound
