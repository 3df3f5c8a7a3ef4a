#include "platform/outbound/web_push.hpp"

#include <gtest/gtest.h>

#include "platform/outbound/encoding.hpp"
#include "platform/outbound/web_push_for_tests.hpp"

namespace zx::outbound {
namespace {

std::string bytes(std::string_view text) { return from_base64url(text).value(); }

TEST(WebPush, the_rfcs_example_comes_out_byte_for_byte) {  // RFC 8291, appendix A
  PushKeys const sender{bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
                        bytes("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")};
  PushReceiver const receiver{bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
                              bytes("BTBZMqHH6r4Tts7J_aSIgg")};
  auto const body = encrypted_push("When I grow up, I want to be a watermelon", receiver, sender, bytes("DGv6ra1nlYgDCS1FRnbzlw"));
  ASSERT_TRUE(body);
  EXPECT_EQ(
      base64url(*body),
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks"
      "3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
}

TEST(WebPush, a_browser_reads_what_was_encrypted_for_it_and_no_other_does) {
  test::Browser const mine, other;
  for (std::size_t length : {std::size_t(0), std::size_t(1), longest_push}) {
    std::string const text(length, 'x');
    auto const body = encrypted_push(text, mine.receiver());
    ASSERT_TRUE(body);
    EXPECT_EQ(mine.opened(*body), text);
    EXPECT_FALSE(other.opened(*body));
    EXPECT_LE(body->size(), 4096u) << "push services take no more";
  }
}

TEST(WebPush, no_two_messages_look_alike) {
  test::Browser const browser;
  EXPECT_NE(encrypted_push("a", browser.receiver()).value(), encrypted_push("a", browser.receiver()).value());
}

TEST(WebPush, what_is_no_receiver_is_refused) {
  test::Browser const browser;
  auto off_the_curve = browser.receiver();
  off_the_curve.public_key[10] ^= 1;
  auto compressed = browser.receiver();
  compressed.public_key.resize(33);
  auto short_secret = browser.receiver();
  short_secret.secret.pop_back();
  for (auto const& receiver : {off_the_curve, compressed, short_secret, PushReceiver{}}) {
    ASSERT_FALSE(check(receiver));
    EXPECT_EQ(check(receiver).refusal().code, "outbound.push_receiver_invalid");
    EXPECT_FALSE(encrypted_push("a", receiver));
  }
}

TEST(WebPush, the_push_service_can_tell_who_sends) {
  auto const keys = make_push_keys();
  auto const header = vapid_authorization(keys, "https://push.example.com", "https://zhixing.example.com", *Instant::parse("2026-11-20T09:00:00Z"));
  auto const begin = header.find("t=") + 2, end = header.find(", k=");
  auto const token = header.substr(begin, end - begin);
  auto const dot = token.rfind('.');
  EXPECT_EQ(header.substr(end + 4), base64url(keys.public_key));
  EXPECT_EQ(bytes(token.substr(token.find('.') + 1, dot - token.find('.') - 1)),
            R"({"aud":"https://push.example.com","exp":1795165200,"sub":"https://zhixing.example.com"})");
  EXPECT_TRUE(test::is_signed_by(keys.public_key, token.substr(0, dot), bytes(token.substr(dot + 1))));
  EXPECT_FALSE(test::is_signed_by(make_push_keys().public_key, token.substr(0, dot), bytes(token.substr(dot + 1))));
}

}  // namespace
}  // namespace zx::outbound
