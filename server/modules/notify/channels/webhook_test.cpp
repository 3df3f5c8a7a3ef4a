#include "modules/notify/channels/webhook.hpp"

#include <gtest/gtest.h>

namespace zx::notify::channels {
namespace {

constexpr Instant now{1'700'000'000'999};

TEST(WebhookTest, the_signature_is_what_openssl_computes) {
  // printf '1700000000.{"a":"知行"}' | openssl dgst -sha256 -hmac 'webhook secret'
  EXPECT_EQ(webhook_signature("webhook secret", now, R"({"a":"知行"})"), "v1=adcb834738ae61fb5f016f62e2eba226b0f1bca2490c7f25afca5ce484f9ddc1");
}

TEST(WebhookTest, a_second_attempt_keeps_the_delivery_and_renews_the_signature) {
  Webhook const webhook{"https://hooks.test/x", "webhook secret"};
  WebhookDelivery const delivery{"0190-1", "work.item_overdue", "{}"};
  auto const first = request_for(webhook, delivery, now), second = request_for(webhook, delivery, now + Milliseconds(60'000));
  auto const header = [](outbound::HttpRequest const& request, std::string_view name) {
    for (auto const& each : request.headers)
      if (each.name == name) return each.value;
    return std::string();
  };
  EXPECT_EQ(header(first, "X-Zhixing-Delivery"), "0190-1");
  EXPECT_EQ(header(first, "X-Zhixing-Delivery"), header(second, "X-Zhixing-Delivery"));
  EXPECT_EQ(header(first, "X-Zhixing-Timestamp"), "1700000000");
  EXPECT_NE(header(first, "X-Zhixing-Signature"), header(second, "X-Zhixing-Signature"));
  EXPECT_EQ(first.body, "{}");
}

TEST(WebhookTest, the_status_is_the_whole_answer) {
  auto const verdict = [](int status) { return judge_webhook({.status = status}).verdict; };
  for (int status : {200, 201, 204}) EXPECT_EQ(verdict(status), Verdict::delivered) << status;
  for (int status : {408, 429, 500, 502, 503}) EXPECT_EQ(verdict(status), Verdict::try_later) << status;
  for (int status : {301, 400, 401, 404, 410, 422}) EXPECT_EQ(verdict(status), Verdict::give_up) << status;
  EXPECT_EQ(judge_webhook({.outcome = outbound::HttpOutcome::ambiguous, .status = 200}).verdict, Verdict::delivered);
  EXPECT_EQ(judge_webhook({.outcome = outbound::HttpOutcome::ambiguous}).verdict, Verdict::ambiguous);
  EXPECT_EQ(judge_webhook({.outcome = outbound::HttpOutcome::not_sent}).verdict, Verdict::try_later);
}

}  // namespace
}  // namespace zx::notify::channels
