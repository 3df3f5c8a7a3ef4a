#include <map>

#include "modules/notify/channels/robot_message.hpp"
#include "modules/notify/channels/robot_parts.hpp"
#include "modules/notify/channels/sms.hpp"

namespace zx::notify::channels {
namespace {

using outbound::percent_encoded;

constexpr std::size_t variable_characters = 35;

constexpr CodeMeaning meanings[] = {
    {"isv.BUSINESS_LIMIT_CONTROL", Verdict::try_later, Trouble::rate_limited, 60},
    {"Throttling*", Verdict::try_later, Trouble::rate_limited, 10},
    {"isv.DAY_LIMIT_CONTROL", Verdict::give_up, Trouble::quota},
    {"isv.MONTH_LIMIT_CONTROL", Verdict::give_up, Trouble::quota},
    {"isv.AMOUNT_NOT_ENOUGH", Verdict::give_up, Trouble::quota},
    {"isv.OUT_OF_SERVICE", Verdict::give_up, Trouble::quota},
    {"isv.MOBILE_NUMBER_ILLEGAL", Verdict::give_up, Trouble::recipient},
    {"isv.MOBILE_COUNT_OVER_LIMIT", Verdict::give_up, Trouble::recipient},
    {"isv.INVALID_JSON_PARAM", Verdict::give_up, Trouble::content},
    {"isv.INVALID_PARAMETERS", Verdict::give_up, Trouble::content},
    {"isv.PARAM_*", Verdict::give_up, Trouble::content},
    {"isv.BLACK_KEY_CONTROL_LIMIT", Verdict::give_up, Trouble::content},
    {"isv.TEMPLATE_*", Verdict::give_up, Trouble::content},
    {"isv.SMS_*", Verdict::give_up, Trouble::credentials},
    {"isv.*", Verdict::give_up, Trouble::credentials},
    {"isp.RAM_PERMISSION_DENY", Verdict::give_up, Trouble::credentials},
    {"InvalidAccessKeyId*", Verdict::give_up, Trouble::credentials},
    {"SignatureDoesNotMatch", Verdict::give_up, Trouble::credentials},
    {"InvalidTimeStamp*", Verdict::give_up, Trouble::credentials},
};

std::string hex_sha256(std::string_view text) { return auth::hex(auth::sha256(text)); }

std::string variables_as_json(SmsMessage const& message) {
  json::Writer json;
  json.begin_object();
  for (auto const& [name, value] : message.variables) json.key(name).string(cut_to_characters(value, variable_characters));
  json.end_object();
  return std::move(json).take();
}

std::string query_of(std::map<std::string, std::string> const& parameters) {
  std::string query;
  for (auto const& [name, value] : parameters) query += (query.empty() ? "" : "&") + percent_encoded(name) + "=" + percent_encoded(value);
  return query;
}

std::string_view host_of(std::string_view origin) { return origin.substr(origin.find("//") + 2); }

std::string authorization(AliyunSms const& account, std::string_view query, std::map<std::string, std::string> const& headers) {
  std::string lines, names;
  for (auto const& [name, value] : headers) {
    lines += name + ":" + value + "\n";
    names += (names.empty() ? "" : ";") + name;
  }
  auto const canonical = "POST\n/\n" + std::string(query) + "\n" + lines + "\n" + names + "\n" + headers.at("x-acs-content-sha256");
  auto const signature = auth::hex(auth::hmac_sha256(account.access_key_secret, "ACS3-HMAC-SHA256\n" + hex_sha256(canonical)));
  return "ACS3-HMAC-SHA256 Credential=" + account.access_key_id + ",SignedHeaders=" + names + ",Signature=" + signature;
}

}  // namespace

outbound::HttpRequest request_for(AliyunSms const& account, SmsMessage const& message, Instant now, std::string_view nonce) {
  std::map<std::string, std::string> parameters{{"PhoneNumbers", message.phone}, {"SignName", account.sign_name}, {"TemplateCode", account.template_code}};
  if (!message.variables.empty()) parameters["TemplateParam"] = variables_as_json(message);
  auto const query = query_of(parameters);
  std::map<std::string, std::string> const headers{{"host", std::string(host_of(account.origin))}, {"x-acs-action", "SendSms"},
                                                   {"x-acs-content-sha256", hex_sha256("")},       {"x-acs-date", now.text().substr(0, 19) + "Z"},
                                                   {"x-acs-signature-nonce", std::string(nonce)},  {"x-acs-version", "2017-05-25"}};
  outbound::HttpRequest request{.method = "POST", .url = account.origin + "/?" + query};
  for (auto const& [name, value] : headers)
    if (name != "host") request.headers.push_back({name, value});
  request.headers.push_back({"Authorization", authorization(account, query, headers)});
  return request;
}

Judgement judge_aliyun(outbound::HttpAnswer const& answer) { return judge_body(answer, "Code", "Message", "OK", meanings); }

}  // namespace zx::notify::channels
