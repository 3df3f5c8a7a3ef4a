#include "platform/outbound/address_policy.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <span>
#include <stdexcept>

namespace zx::outbound {
namespace {

struct Network {
  IpAddress base;
  int bits;

  bool contains(IpAddress const& address) const {
    for (int i = 0; i < bits; ++i)
      if ((base[i / 8] ^ address[i / 8]) >> (7 - i % 8) & 1) return false;
    return true;
  }
};

struct NetworkText {
  std::string_view base;
  int bits;
};

bool is_v4_text(std::string_view text) { return text.find(':') == std::string_view::npos; }

std::vector<Network> networks(std::span<NetworkText const> texts) {
  std::vector<Network> list;
  for (auto const& text : texts) {
    auto const base = parse_ip_address(text.base);
    if (!base) throw std::logic_error("not a network: " + std::string(text.base));
    list.push_back({*base, text.bits + (is_v4_text(text.base) ? 96 : 0)});
  }
  return list;
}

// IANA's registry of special-purpose addresses, multicast, and 168.63.129.16, the one metadata service on a public address.
constexpr NetworkText closed_v4[] = {{"0.0.0.0", 8},      {"10.0.0.0", 8},       {"100.64.0.0", 10},   {"127.0.0.0", 8},     {"169.254.0.0", 16},
                                     {"172.16.0.0", 12},  {"192.0.0.0", 24},     {"192.0.2.0", 24},    {"192.31.196.0", 24}, {"192.52.193.0", 24},
                                     {"192.88.99.0", 24}, {"192.168.0.0", 16},   {"192.175.48.0", 24}, {"198.18.0.0", 15},   {"198.51.100.0", 24},
                                     {"203.0.113.0", 24}, {"168.63.129.16", 32}, {"224.0.0.0", 4},     {"240.0.0.0", 4}};
// Of IPv6 only 2000::/3 is handed out; these parts of it are not hosts, or lead elsewhere (Teredo, 6to4).
constexpr NetworkText closed_v6[] = {{"2001::", 23}, {"2001:db8::", 32}, {"2002::", 16}, {"2620:4f:8000::", 48}, {"3fff::", 20}};
constexpr NetworkText handed_out_v6[] = {{"2000::", 3}};
// The last four bytes are an IPv4 address: mapped, compatible, NAT64.
constexpr NetworkText carriers_of_v4[] = {{"::ffff:0:0", 96}, {"::", 96}, {"64:ff9b::", 96}};

bool is_in(std::vector<Network> const& list, IpAddress const& address) {
  return std::ranges::any_of(list, [&](Network const& network) { return network.contains(address); });
}

IpAddress mapped(std::uint8_t const* four) {
  IpAddress address{};
  address[10] = address[11] = 0xff;
  std::copy_n(four, 4, address.begin() + 12);
  return address;
}

}  // namespace

std::optional<IpAddress> parse_ip_address(std::string_view text) {
  std::string const terminated(text);
  IpAddress address{};
  if (!is_v4_text(text)) {
    if (::inet_pton(AF_INET6, terminated.c_str(), address.data()) != 1) return std::nullopt;
    return address;
  }
  std::uint8_t four[4];
  if (::inet_pton(AF_INET, terminated.c_str(), four) != 1) return std::nullopt;
  return mapped(four);
}

bool is_public(IpAddress const& address) {
  static auto const carriers = networks(carriers_of_v4);
  static auto const closed4 = networks(closed_v4);
  static auto const closed6 = networks(closed_v6);
  static auto const handed_out = networks(handed_out_v6);
  if (is_in(carriers, address)) return !is_in(closed4, mapped(address.data() + 12));
  return is_in(handed_out, address) && !is_in(closed6, address);
}

std::string plain_host(std::string_view host) {
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  if (host.ends_with('.')) host.remove_suffix(1);
  std::string plain(host);
  for (char& c : plain)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return plain;
}

bool AddressPolicy::names(std::string_view host) const {
  auto const wanted = plain_host(host);
  return std::ranges::any_of(allowed_hosts, [&](std::string const& allowed) { return plain_host(allowed) == wanted; });
}

}  // namespace zx::outbound
