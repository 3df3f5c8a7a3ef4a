#pragma once
// Text messages: any gateway that speaks HTTP, and the signed requests of Aliyun and Tencent. Every message costs money: after an
// ambiguous end none is sent again by itself.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "modules/notify/channels/judgement.hpp"
#include "platform/base/result.hpp"
#include "platform/base/time.hpp"
#include "platform/outbound/http_client.hpp"

namespace zx::notify::channels {

struct SmsMessage {
  std::string phone;  ///< see is_phone
  std::string text;   ///< for gateways that take whole texts
  /// For the clouds, which only fill approved templates: name and value, in the template's order.
  std::vector<std::pair<std::string, std::string>> variables;
};

/// Digits with an optional leading +, 5 to 20 of them.
bool is_phone(std::string_view text);
/// "+86…" for a mainland mobile number given without; others as they are.
std::string with_country_code(std::string_view phone);

// --- any gateway -------------------------------------------------------------------------------------------------

enum class SmsBody { json, form, text };
BOOST_DESCRIBE_ENUM(SmsBody, json, form, text)

struct SmsGateway {
  std::string url;  ///< {phone} and {text} are percent-encoded
  std::string method = "POST";
  std::vector<outbound::HttpHeader> headers;
  SmsBody body_kind = SmsBody::json;
  std::string body;  ///< {phone} and {text}: escaped for a JSON string, for a form, or as they are
  /// Where the answer's JSON says that it went well: success_at "code" and success_is "0". Without: any 2xx is a yes.
  std::string success_at;
  std::string success_is;
};

/// Refuses what parse_web_address refuses, placeholders in the host (channel.placeholder_in_host) and a template that names no {phone}
/// and {text} (channel.placeholder_missing).
Result<void> check(SmsGateway const& gateway);
outbound::HttpRequest request_for(SmsGateway const& gateway, SmsMessage const& message);
Judgement judge(SmsGateway const& gateway, outbound::HttpAnswer const& answer);

// --- Aliyun, SendSms 2017-05-25, signed with ACS3-HMAC-SHA256 ------------------------------------------------------

struct AliyunSms {
  std::string access_key_id;
  std::string access_key_secret;
  std::string sign_name;
  std::string template_code;
  std::string origin = "https://dysmsapi.aliyuncs.com";
};

/// Values are cut to the 35 characters the templates take. `nonce`: never the same twice.
outbound::HttpRequest request_for(AliyunSms const& account, SmsMessage const& message, Instant now, std::string_view nonce);
Judgement judge_aliyun(outbound::HttpAnswer const& answer);

// --- Tencent, SendSms 2021-01-11, signed with TC3-HMAC-SHA256 ------------------------------------------------------

struct TencentSms {
  std::string secret_id;
  std::string secret_key;
  std::string app_id;
  std::string sign_name;
  std::string template_id;
  std::string region = "ap-guangzhou";
  std::string origin = "https://sms.tencentcloudapi.com";
};

outbound::HttpRequest request_for(TencentSms const& account, SmsMessage const& message, Instant now);
Judgement judge_tencent(outbound::HttpAnswer const& answer);

}  // namespace zx::notify::channels
