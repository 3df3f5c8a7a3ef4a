#pragma once
// A signed webhook. The receiver gets a POST with these headers:
//
//   Content-Type         application/json; charset=utf-8
//   X-Zhixing-Event      the event's name, "work.item_overdue"
//   X-Zhixing-Delivery   the delivery's id: the same at every attempt, so a receiver can drop the second one
//   X-Zhixing-Timestamp  seconds since 1970, of this attempt
//   X-Zhixing-Signature  "v1=" and 64 hexadecimal digits: HMAC-SHA256(key = secret, message = timestamp "." body)
//
// The receiver computes the signature over the body's bytes as they came, compares in constant time, refuses timestamps more than five
// minutes away, and answers any 2xx. 410 asks never to be called again.

#include <string>
#include <string_view>

#include "modules/notify/channels/judgement.hpp"
#include "platform/base/time.hpp"
#include "platform/outbound/http_client.hpp"

namespace zx::notify::channels {

struct Webhook {
  std::string url;
  std::string secret;
};

struct WebhookDelivery {
  std::string id;
  std::string event;
  std::string body;  ///< JSON
};

outbound::HttpRequest request_for(Webhook const& webhook, WebhookDelivery const& delivery, Instant now);

/// "v1=…"
std::string webhook_signature(std::string_view secret, Instant now, std::string_view body);

Judgement judge_webhook(outbound::HttpAnswer const& answer);

}  // namespace zx::notify::channels
