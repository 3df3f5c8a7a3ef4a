#include "platform/auth/one_time_code.hpp"

#include <gtest/gtest.h>

namespace zx::auth {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view rfc_secret = "12345678901234567890";

Instant at_second(std::int64_t second) { return Instant{second * 1000}; }

TEST(OneTimeCode, the_rfcs_values_come_out) {
  struct {
    std::int64_t second;
    std::string_view code;
  } const rfc_6238[] = {{59, "94287082"},         {1111111109, "07081804"}, {1111111111, "14050471"},
                        {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"}};
  for (auto const& [second, code] : rfc_6238) EXPECT_EQ(one_time_code(rfc_secret, step_at(at_second(second)), 8), code) << second;
  EXPECT_EQ(one_time_code(rfc_secret, 0), "755224");  // RFC 4226, appendix D
  EXPECT_EQ(one_time_code(rfc_secret, 9), "520489");
}

TEST(OneTimeCode, a_phone_may_be_half_a_minute_wrong_and_no_more) {
  auto const now = at_second(1'800'000'015);
  auto const code = one_time_code(rfc_secret, step_at(now));
  EXPECT_EQ(step_of_code(rfc_secret, code, now), step_at(now));
  EXPECT_EQ(step_of_code(rfc_secret, code, now + 30s), step_at(now));
  EXPECT_EQ(step_of_code(rfc_secret, code, now - 30s), step_at(now));
  EXPECT_FALSE(step_of_code(rfc_secret, code, now + 60s));
  EXPECT_FALSE(step_of_code(rfc_secret, code, now - 60s));
}

TEST(OneTimeCode, blanks_between_the_digits_do_not_count) {
  auto const now = at_second(1'800'000'015);
  auto const code = one_time_code(rfc_secret, step_at(now));
  EXPECT_TRUE(step_of_code(rfc_secret, " " + code.substr(0, 3) + " " + code.substr(3), now));
  EXPECT_FALSE(step_of_code(rfc_secret, "", now));
  EXPECT_FALSE(step_of_code(rfc_secret, code + "0", now));
}

TEST(Base32, the_rfcs_examples_come_out_without_padding) {
  EXPECT_EQ(base32(""), "");
  EXPECT_EQ(base32("f"), "MY");
  EXPECT_EQ(base32("foob"), "MZXW6YQ");
  EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
  EXPECT_EQ(base32(rfc_secret), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
}

TEST(OneTimeCode, an_app_reads_the_address) {
  EXPECT_EQ(authenticator_address("foobar", "和谐 A", "li.si"), "otpauth://totp/%E5%92%8C%E8%B0%90%20A:li.si?secret=MZXW6YTBOI&issuer=%E5%92%8C%E8%B0%90%20A");
}

}  // namespace
}  // namespace zx::auth
