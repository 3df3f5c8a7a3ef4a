#include "platform/http/networks.hpp"

#include <algorithm>
#include <optional>

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

namespace zx::http {
namespace {

namespace ip = boost::asio::ip;
using Error = boost::system::error_code;

std::optional<ip::address> address_from(std::string_view text) {
  Error error;
  auto const address = ip::make_address(std::string(text), error);
  if (error) return std::nullopt;
  if (address.is_v6() && address.to_v6().is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, address.to_v6());
  return address;
}

bool has(ip::network_v4 const& network, ip::address_v4 const& address) {
  return ip::network_v4(address, network.prefix_length()).canonical() == network.canonical();
}
bool has(ip::network_v6 const& network, ip::address_v6 const& address) {
  return ip::network_v6(address, network.prefix_length()).canonical() == network.canonical();
}

bool covers(std::string const& network, ip::address const& address) {
  if (network.find('/') == std::string::npos) return address_from(network) == address;
  Error error;
  if (address.is_v4()) {
    auto const v4 = ip::make_network_v4(network, error);
    return !error && has(v4, address.to_v4());
  }
  auto const v6 = ip::make_network_v6(network, error);
  return !error && has(v6, address.to_v6());
}

}  // namespace

bool is_network(std::string_view text) {
  if (text.find('/') == std::string_view::npos) return address_from(text).has_value();
  Error no_v4, no_v6;
  ip::make_network_v4(std::string(text), no_v4);
  ip::make_network_v6(std::string(text), no_v6);
  return !no_v4 || !no_v6;
}

bool lies_in(std::vector<std::string> const& networks, std::string_view text) {
  if (networks.empty()) return false;
  auto const address = address_from(text);
  return address && std::ranges::any_of(networks, [&](auto const& network) { return covers(network, *address); });
}

}  // namespace zx::http
