#pragma once
// Whom this server may talk to. Where people may enter a host or a URL, they could make the server ask things inside the
// company network for them (SSRF); so only public addresses are talked to, but for the hosts an administrator has named.
// The address is judged when the connection is made, not before: a name that changes between check and use gains nothing.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zx::outbound {

/// An IPv6 address, or an IPv4 address mapped into IPv6 (::ffff:a.b.c.d).
using IpAddress = std::array<std::uint8_t, 16>;

/// Of "192.0.2.1" or "2001:db8::1", without brackets; nullopt for anything else.
std::optional<IpAddress> parse_ip_address(std::string_view text);

/// False for what a stranger on the internet could not reach: loopback, private, link-local, unique local, carrier-grade NAT,
/// multicast, reserved and documentation ranges, the clouds' metadata services, and IPv4 of that kind dressed up as IPv6.
bool is_public(IpAddress const& address);

struct AddressPolicy {
  /// Names or literal addresses, as they stand in the URL (case and a final dot do not matter): reached whatever they resolve to.
  std::vector<std::string> allowed_hosts;

  /// Whether the host is named in `allowed_hosts`.
  bool names(std::string_view host) const;
};

/// Lower case, without brackets and without the final dot.
std::string plain_host(std::string_view host);

}  // namespace zx::outbound
