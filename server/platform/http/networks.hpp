#pragma once
// Addresses and networks as an operator writes them: "10.0.0.1", "10.1.0.0/16", "fd00::/8".

#include <string>
#include <string_view>
#include <vector>

namespace zx::http {

/// An IPv4 or IPv6 address, or a network with its prefix length.
bool is_network(std::string_view text);

/// Whether one of them is the address, or a network it lies in. An IPv4 address written as IPv6 (::ffff:10.0.0.1) is that IPv4 address.
bool lies_in(std::vector<std::string> const& networks, std::string_view address);

}  // namespace zx::http
