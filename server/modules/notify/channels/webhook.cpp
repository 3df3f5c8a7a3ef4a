#include "modules/notify/channels/webhook.hpp"

#include "platform/auth/digest.hpp"

namespace zx::notify::channels {

std::string webhook_signature(std::string_view secret, Instant now, std::string_view body) {
  return "v1=" + auth::hex(auth::hmac_sha256(secret, std::to_string(now.ms / 1000) + "." + std::string(body)));
}

outbound::HttpRequest request_for(Webhook const& webhook, WebhookDelivery const& delivery, Instant now) {
  return {.method = "POST",
          .url = webhook.url,
          .headers = {{"Content-Type", "application/json; charset=utf-8"},
                      {"X-Zhixing-Event", delivery.event},
                      {"X-Zhixing-Delivery", delivery.id},
                      {"X-Zhixing-Timestamp", std::to_string(now.ms / 1000)},
                      {"X-Zhixing-Signature", webhook_signature(webhook.secret, now, delivery.body)}},
          .body = delivery.body};
}

Judgement judge_webhook(outbound::HttpAnswer const& answer) {
  // The status is the whole answer: once it has come, a body that breaks off changes nothing.
  auto heard = answer;
  if (heard.status >= 200) heard.outcome = outbound::HttpOutcome::answered;
  if (auto const by_status = judge_status(heard)) return *by_status;
  return {.code = std::to_string(answer.status)};
}

}  // namespace zx::notify::channels
