#include "platform/http/networks.hpp"

#include <gtest/gtest.h>

#include "platform/http/target.hpp"

namespace zx::http {
namespace {

TEST(Networks, an_address_lies_in_its_network) {
  std::vector<std::string> const networks = {"192.0.2.7", "10.1.0.0/16", "fd00:1::/32", "2001:db8::1"};
  for (auto const* in : {"192.0.2.7", "10.1.0.1", "10.1.255.255", "::ffff:10.1.2.3", "fd00:1::9", "fd00:1:ffff::1", "2001:db8:0:0::1"})
    EXPECT_TRUE(lies_in(networks, in)) << in;
  for (auto const* out : {"192.0.2.8", "10.2.0.1", "10.0.255.255", "fd00:2::9", "2001:db8::2", "", "unknown", "10.1"})
    EXPECT_FALSE(lies_in(networks, out)) << out;
}

TEST(Networks, the_bits_beyond_the_prefix_do_not_matter) {
  EXPECT_TRUE(lies_in({"10.1.2.3/16"}, "10.1.200.1"));
  EXPECT_TRUE(lies_in({"0.0.0.0/0"}, "203.0.113.9"));
  EXPECT_FALSE(lies_in({"0.0.0.0/0"}, "2001:db8::1"));
  EXPECT_TRUE(lies_in({"::/0"}, "2001:db8::1"));
  EXPECT_TRUE(lies_in({"10.0.0.1/32"}, "10.0.0.1"));
}

TEST(Networks, what_is_neither_address_nor_network_is_told_apart) {
  for (auto const* good : {"127.0.0.1", "::1", "10.0.0.0/8", "fd00::/8"}) EXPECT_TRUE(is_network(good)) << good;
  for (auto const* bad : {"", "proxy", "10.0.0.0/33", "10.0.0.0/", "10.0/8", "fd00::/129"}) EXPECT_FALSE(is_network(bad)) << bad;
}

TEST(Networks, the_client_is_the_last_address_outside_the_trusted_networks) {
  EXPECT_EQ(forwarded_client("6.6.6.6, 1.2.3.4, 10.1.4.5", {"10.1.0.0/16"}, "10.1.0.9"), "1.2.3.4");
  EXPECT_EQ(forwarded_client("2001:db8::5, fd00::7", {"fd00::/8"}, "fd00::1"), "2001:db8::5");
}

}  // namespace
}  // namespace zx::http
