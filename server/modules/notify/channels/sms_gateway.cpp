#include <algorithm>

#include "modules/notify/channels/sms.hpp"
#include "platform/base/json_writer.hpp"
#include "platform/outbound/encoding.hpp"
#include "platform/outbound/web_address.hpp"

namespace zx::notify::channels {
namespace {

using Escape = std::string (*)(std::string_view);

std::string as_it_is(std::string_view text) { return std::string(text); }

std::string for_json(std::string_view text) {
  json::Writer json;
  json.string(text);
  return json.text().substr(1, json.text().size() - 2);
}

Escape escape_of(SmsBody kind) {
  switch (kind) {
    case SmsBody::json: return for_json;
    case SmsBody::form: return outbound::percent_encoded;
    case SmsBody::text: break;
  }
  return as_it_is;
}

/// In one pass: a placeholder inside the message is text.
std::string filled(std::string_view pattern, SmsMessage const& message, Escape escape) {
  constexpr std::string_view phone = "{phone}", text = "{text}";
  std::string whole;
  while (!pattern.empty()) {
    if (pattern.starts_with(phone)) {
      whole += escape(message.phone);
      pattern.remove_prefix(phone.size());
    } else if (pattern.starts_with(text)) {
      whole += escape(message.text);
      pattern.remove_prefix(text.size());
    } else {
      whole += pattern.front();
      pattern.remove_prefix(1);
    }
  }
  return whole;
}

std::string_view content_type(SmsBody kind) {
  switch (kind) {
    case SmsBody::json: return "application/json; charset=utf-8";
    case SmsBody::form: return "application/x-www-form-urlencoded";
    case SmsBody::text: break;
  }
  return "text/plain; charset=utf-8";
}

bool names_content_type(SmsGateway const& gateway) {
  return std::ranges::any_of(gateway.headers, [](auto const& header) { return outbound::plain_host(header.name) == "content-type"; });
}

bool mentions(SmsGateway const& gateway, std::string_view placeholder) { return (gateway.url + gateway.body).find(placeholder) != std::string::npos; }

}  // namespace

bool is_phone(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  return text.size() >= 5 && text.size() <= 20 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string with_country_code(std::string_view phone) { return (phone.size() == 11 && phone.starts_with('1') ? "+86" : "") + std::string(phone); }

Result<void> check(SmsGateway const& gateway) {
  auto const authority_ends = gateway.url.find('/', std::min(gateway.url.size(), gateway.url.find("//") + 2));
  if (gateway.url.find('{') < authority_ends) return Refusal::invalid("channel.placeholder_in_host");
  auto const address = outbound::parse_web_address(filled(gateway.url, {"13800138000", "x", {}}, outbound::percent_encoded));
  if (!address) return address.refusal();
  if (!mentions(gateway, "{phone}") || !mentions(gateway, "{text}")) return Refusal::invalid("channel.placeholder_missing");
  return {};
}

outbound::HttpRequest request_for(SmsGateway const& gateway, SmsMessage const& message) {
  outbound::HttpRequest request{.method = gateway.method,
                                .url = filled(gateway.url, message, outbound::percent_encoded),
                                .headers = gateway.headers,
                                .body = filled(gateway.body, message, escape_of(gateway.body_kind))};
  if (!request.body.empty() && !names_content_type(gateway)) request.headers.push_back({"Content-Type", std::string(content_type(gateway.body_kind))});
  return request;
}

Judgement judge(SmsGateway const& gateway, outbound::HttpAnswer const& answer) {
  if (auto const by_status = judge_status(answer)) return *by_status;
  if (gateway.success_at.empty()) return {.code = std::to_string(answer.status)};
  auto const body = json::Value::parse(answer.body);
  auto const code = body ? text_at(*body, gateway.success_at) : std::nullopt;
  return code ? judge_code(*code, answer.body, gateway.success_is, {}) : unreadable_answer(answer);
}

}  // namespace zx::notify::channels
