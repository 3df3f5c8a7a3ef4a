#include "platform/outbound/address_policy.hpp"

#include <gtest/gtest.h>

#include "platform/outbound/web_address.hpp"

namespace zx::outbound {
namespace {

bool is_public_text(std::string_view text) { return is_public(parse_ip_address(text).value()); }

TEST(AddressPolicyTest, addresses_inside_a_network_are_not_public) {
  for (auto const* text :
       {"0.0.0.0", "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255",
        "192.168.1.1", "192.0.0.192", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "168.63.129.16", "224.0.0.1", "255.255.255.255"})
    EXPECT_FALSE(is_public_text(text)) << text;
}

TEST(AddressPolicyTest, ipv6_addresses_inside_a_network_are_not_public) {
  for (auto const* text :
       {"::", "::1", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "fec0::1", "2001:db8::1", "2001::1", "2002:7f00:1::", "64:ff9b:1::1", "4000::1"})
    EXPECT_FALSE(is_public_text(text)) << text;
}

TEST(AddressPolicyTest, an_ipv4_address_gains_nothing_by_dressing_up_as_ipv6) {
  for (auto const* text : {"::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe"})
    EXPECT_FALSE(is_public_text(text)) << text;
  EXPECT_TRUE(is_public_text("::ffff:8.8.8.8"));
  EXPECT_TRUE(is_public_text("64:ff9b::8.8.8.8"));
}

TEST(AddressPolicyTest, neighbours_of_closed_networks_are_public) {
  for (auto const* text : {"9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1", "172.15.255.255", "172.32.0.0",
                           "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2400:3200::1", "2606:4700::1111"})
    EXPECT_TRUE(is_public_text(text)) << text;
}

TEST(AddressPolicyTest, allowed_hosts_are_found_in_any_case_and_with_a_final_dot) {
  AddressPolicy const policy{{"Mail.Company.Internal", "[::1]"}};
  EXPECT_TRUE(policy.names("mail.company.internal."));
  EXPECT_TRUE(policy.names("::1"));
  EXPECT_FALSE(policy.names("company.internal"));
  EXPECT_FALSE(policy.names("evil-mail.company.internal"));
}

struct Spelling {
  char const* url;
  char const* code;
};

TEST(WebAddressTest, every_spelling_of_a_closed_address_is_seen) {
  for (auto const* url : {"http://127.0.0.1/", "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/", "http://0x7f.1/", "http://127.1/", "http://0/",
                          "http://[::1]/", "http://[::]/", "http://[::ffff:127.0.0.1]/", "http://[0:0:0:0:0:ffff:7f00:1]/",
                          "http://169.254.169.254/latest/meta-data", "https://10.0.0.8:8443/x", "http://%31%32%37.0.0.1/", "http://127.0.0.1.:80/"}) {
    auto const checked = check_web_address(url, {});
    ASSERT_FALSE(checked) << url;
    EXPECT_EQ(checked.refusal().code, "outbound.address_not_allowed") << url;
  }
}

TEST(WebAddressTest, what_is_no_plain_web_address_is_refused) {
  for (auto const& [url, code] : std::initializer_list<Spelling>{{"", "outbound.url_invalid"},
                                                                 {"http://", "outbound.url_invalid"},
                                                                 {"http://a b/", "outbound.url_invalid"},
                                                                 {"http://a\r\nHost: b/", "outbound.url_invalid"},
                                                                 {"http://a\\@b/", "outbound.url_invalid"},
                                                                 {"http://example.com:99999/", "outbound.url_invalid"},
                                                                 {"example.com/path", "outbound.url_invalid"},
                                                                 {"ftp://example.com/", "outbound.scheme_not_allowed"},
                                                                 {"file:///etc/passwd", "outbound.scheme_not_allowed"},
                                                                 {"gopher://example.com/", "outbound.scheme_not_allowed"},
                                                                 {"http://user:pw@example.com/", "outbound.url_with_password"},
                                                                 {"http://example.com@127.0.0.1/", "outbound.url_with_password"},
                                                                 {"http://@example.com/", "outbound.url_with_password"}}) {
    auto const checked = check_web_address(url, {});
    ASSERT_FALSE(checked) << url;
    EXPECT_EQ(checked.refusal().code, code) << url;
  }
}

TEST(WebAddressTest, an_ordinary_address_is_taken_apart) {
  auto const address = parse_web_address("HTTPS://Hooks.Example.com/a/@b?key=1#part").value();
  EXPECT_EQ(address.scheme, "https");
  EXPECT_EQ(address.host, "hooks.example.com");
  EXPECT_EQ(address.port, 443);
  EXPECT_EQ(address.url.substr(address.url.find("/a")), "/a/@b?key=1");
  EXPECT_EQ(parse_web_address("http://example.com:8080").value().port, 8080);
}

TEST(WebAddressTest, a_named_host_may_be_inside) { EXPECT_TRUE(check_web_address("http://127.0.0.1:81/", {.allowed_hosts = {"127.0.0.1"}})); }

}  // namespace
}  // namespace zx::outbound
