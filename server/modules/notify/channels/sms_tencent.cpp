#include "modules/notify/channels/robot_parts.hpp"
#include "modules/notify/channels/sms.hpp"

namespace zx::notify::channels {
namespace {

constexpr std::string_view content_type = "application/json; charset=utf-8";
constexpr std::string_view signed_headers = "content-type;host;x-tc-action";

constexpr CodeMeaning meanings[] = {
    {"LimitExceeded.PhoneNumberDailyLimit", Verdict::give_up, Trouble::quota},
    {"LimitExceeded.AppMainlandChinaDailyLimit", Verdict::give_up, Trouble::quota},
    {"LimitExceeded*", Verdict::try_later, Trouble::rate_limited, 60},
    {"RequestLimitExceeded*", Verdict::try_later, Trouble::rate_limited, 10},
    {"FailedOperation.InsufficientBalanceInSmsPackage", Verdict::give_up, Trouble::quota},
    {"FailedOperation.PhoneNumberInBlacklist", Verdict::give_up, Trouble::recipient},
    {"InvalidParameterValue.IncorrectPhoneNumber", Verdict::give_up, Trouble::recipient},
    {"FailedOperation.ContainSensitiveWord", Verdict::give_up, Trouble::content},
    {"FailedOperation.TemplateParamSetNotMatchApprovedTemplate", Verdict::give_up, Trouble::content},
    {"FailedOperation.TemplateIncorrectOrUnapproved", Verdict::give_up, Trouble::credentials},
    {"FailedOperation.SignatureIncorrectOrUnapproved", Verdict::give_up, Trouble::credentials},
    {"InvalidParameter*", Verdict::give_up, Trouble::content},
    {"MissingParameter*", Verdict::give_up, Trouble::content},
    {"AuthFailure*", Verdict::give_up, Trouble::credentials},
    {"UnauthorizedOperation*", Verdict::give_up, Trouble::credentials},
    {"UnsupportedOperation*", Verdict::give_up, Trouble::credentials},
};

std::string hex_sha256(std::string_view text) { return auth::hex(auth::sha256(text)); }

/// The next key of the chain: raw bytes, not hexadecimal.
std::string derived(std::string_view key, std::string_view text) {
  auto const digest = auth::hmac_sha256(key, text);
  return {reinterpret_cast<char const*>(digest.data()), digest.size()};
}

std::string payload_of(TencentSms const& account, SmsMessage const& message) {
  json::Writer json;
  json.begin_object().key("PhoneNumberSet").begin_array().string(with_country_code(message.phone)).end_array();
  json.key("SmsSdkAppId").string(account.app_id).key("SignName").string(account.sign_name).key("TemplateId").string(account.template_id);
  json.key("TemplateParamSet").begin_array();
  for (auto const& [name, value] : message.variables) json.string(value);
  json.end_array().end_object();
  return std::move(json).take();
}

std::string authorization(TencentSms const& account, std::string_view payload, Instant now) {
  auto const host = account.origin.substr(account.origin.find("//") + 2);
  auto const date = now.text().substr(0, 10);  // UTC, as the clouds reckon
  auto const scope = date + "/sms/tc3_request";
  auto const canonical = "POST\n/\n\ncontent-type:" + std::string(content_type) + "\nhost:" + host + "\nx-tc-action:sendsms\n\n" + std::string(signed_headers) +
                         "\n" + hex_sha256(payload);
  auto const to_sign = "TC3-HMAC-SHA256\n" + std::to_string(now.ms / 1000) + "\n" + scope + "\n" + hex_sha256(canonical);
  auto const key = derived(derived(derived("TC3" + account.secret_key, date), "sms"), "tc3_request");
  return "TC3-HMAC-SHA256 Credential=" + account.secret_id + "/" + scope + ", SignedHeaders=" + std::string(signed_headers) +
         ", Signature=" + auth::hex(auth::hmac_sha256(key, to_sign));
}

}  // namespace

outbound::HttpRequest request_for(TencentSms const& account, SmsMessage const& message, Instant now) {
  auto payload = payload_of(account, message);
  auto authority = authorization(account, payload, now);
  return {.method = "POST",
          .url = account.origin + "/",
          .headers = {{"Content-Type", std::string(content_type)},
                      {"X-TC-Action", "SendSms"},
                      {"X-TC-Version", "2021-01-11"},
                      {"X-TC-Region", account.region},
                      {"X-TC-Timestamp", std::to_string(now.ms / 1000)},
                      {"Authorization", std::move(authority)}},
          .body = std::move(payload)};
}

Judgement judge_tencent(outbound::HttpAnswer const& answer) {
  // An error of the whole request, or the fate of the one number asked for.
  if (answer.outcome == outbound::HttpOutcome::answered)
    if (auto const body = json::Value::parse(answer.body))
      if (auto const code = text_at(*body, "Response.Error.Code"))
        return judge_code(*code, text_at(*body, "Response.Error.Message").value_or(""), "Ok", meanings);
  return judge_body(answer, "Response.SendStatusSet.0.Code", "Response.SendStatusSet.0.Message", "Ok", meanings);
}

}  // namespace zx::notify::channels
