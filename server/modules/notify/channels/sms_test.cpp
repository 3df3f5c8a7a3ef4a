#include "modules/notify/channels/sms.hpp"

#include <gtest/gtest.h>

namespace zx::notify::channels {
namespace {

constexpr Instant now{1'700'000'000'000};

outbound::HttpAnswer answered(std::string body, int status = 200) { return {.status = status, .body = std::move(body)}; }

std::string header(outbound::HttpRequest const& request, std::string_view name) {
  for (auto const& each : request.headers)
    if (each.name == name) return each.value;
  return "(none)";
}

TEST(AliyunSmsTest, the_signature_is_the_one_of_the_cloud) {
  AliyunSms const account{.access_key_id = "AK", .access_key_secret = "ASEXAMPLE", .sign_name = "测试", .template_code = "SMS_1"};
  auto const request = request_for(account, {"13800138000", "", {{"n", "1"}}}, now, "nonce-0001");
  EXPECT_EQ(request.url,
            "https://dysmsapi.aliyuncs.com/?PhoneNumbers=13800138000&SignName=%E6%B5%8B%E8%AF%95&TemplateCode=SMS_1&TemplateParam=%7B%22n%22%3A%221%22%7D");
  EXPECT_EQ(request.body, "");
  EXPECT_EQ(header(request, "x-acs-date"), "2023-11-14T22:13:20Z");
  EXPECT_EQ(header(request, "Authorization"),
            "ACS3-HMAC-SHA256 Credential=AK,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,"
            "Signature=d34348a0cc934be77544f7b667861515be4ac2c54bba305db86d23b9b33fcc28");
}

TEST(AliyunSmsTest, answers_are_judged_by_their_code) {
  EXPECT_EQ(judge_aliyun(answered(R"({"Code":"OK","Message":"OK","BizId":"1"})")).verdict, Verdict::delivered);
  EXPECT_EQ(judge_aliyun(answered(R"({"Code":"isv.BUSINESS_LIMIT_CONTROL","Message":"触发分钟级流控"})")).trouble, Trouble::rate_limited);
  EXPECT_EQ(judge_aliyun(answered(R"({"Code":"isv.MOBILE_NUMBER_ILLEGAL"})")).trouble, Trouble::recipient);
  EXPECT_EQ(judge_aliyun(answered(R"({"Code":"isv.PARAM_LENGTH_LIMIT"})")).trouble, Trouble::content);
  EXPECT_EQ(judge_aliyun(answered(R"({"Code":"isv.SMS_TEMPLATE_ILLEGAL"})")).trouble, Trouble::credentials);
  EXPECT_EQ(judge_aliyun(answered(R"({"Code":"InvalidAccessKeyId.NotFound"})", 404)).trouble, Trouble::credentials);
  EXPECT_EQ(judge_aliyun({.outcome = outbound::HttpOutcome::ambiguous}).verdict, Verdict::ambiguous);
}

TEST(TencentSmsTest, the_signature_is_the_one_of_the_cloud) {
  TencentSms const account{.secret_id = "ID", .secret_key = "SKEXAMPLE", .app_id = "1400000000", .sign_name = "TEST", .template_id = "1"};
  auto const request = request_for(account, {"13800138000", "", {{"n", "1"}}}, now);
  EXPECT_EQ(request.body, R"({"PhoneNumberSet":["+8613800138000"],"SmsSdkAppId":"1400000000","SignName":"TEST","TemplateId":"1","TemplateParamSet":["1"]})");
  EXPECT_EQ(header(request, "X-TC-Timestamp"), "1700000000");
  EXPECT_EQ(header(request, "Authorization"),
            "TC3-HMAC-SHA256 Credential=ID/2023-11-14/sms/tc3_request, SignedHeaders=content-type;host;x-tc-action, "
            "Signature=8a31ea83134c3c46142dfb4fcecdb851fc9f949b6a96309e9760571f6e9f094b");
}

TEST(TencentSmsTest, answers_are_judged_by_their_code) {
  EXPECT_EQ(judge_tencent(answered(R"({"Response":{"SendStatusSet":[{"Code":"Ok","Message":"send success"}],"RequestId":"1"}})")).verdict, Verdict::delivered);
  auto const broke = judge_tencent(answered(R"({"Response":{"SendStatusSet":[{"Code":"FailedOperation.InsufficientBalanceInSmsPackage","Message":"m"}]}})"));
  EXPECT_EQ(broke.trouble, Trouble::quota);
  EXPECT_EQ(judge_tencent(answered(R"({"Response":{"Error":{"Code":"AuthFailure.SignatureFailure","Message":"m"}}})")).trouble, Trouble::credentials);
  EXPECT_EQ(judge_tencent(answered(R"({"Response":{"SendStatusSet":[]}})")).trouble, Trouble::unreadable);
}

TEST(SmsGatewayTest, placeholders_are_escaped_for_where_they_stand) {
  SmsMessage const message{"+8613800138000", "他说\"好\" & {phone}\n1=2", {}};
  SmsGateway gateway{.url = "https://sms.test/send?to={phone}&m={text}", .body = R"({"to":"{phone}","text":"{text}"})"};
  auto const request = request_for(gateway, message);
  EXPECT_EQ(request.url, "https://sms.test/send?to=%2B8613800138000&m=%E4%BB%96%E8%AF%B4%22%E5%A5%BD%22%20%26%20%7Bphone%7D%0A1%3D2");
  EXPECT_EQ(request.body, R"({"to":"+8613800138000","text":"他说\"好\" & {phone}\n1=2"})");
  EXPECT_EQ(header(request, "Content-Type"), "application/json; charset=utf-8");
  gateway.body_kind = SmsBody::form;
  gateway.body = "to={phone}&text={text}";
  EXPECT_EQ(request_for(gateway, message).body, "to=%2B8613800138000&text=%E4%BB%96%E8%AF%B4%22%E5%A5%BD%22%20%26%20%7Bphone%7D%0A1%3D2");
}

TEST(SmsGatewayTest, a_gateway_that_could_not_work_is_refused) {
  SmsGateway const good{.url = "https://sms.test/send?to={phone}&m={text}"};
  EXPECT_TRUE(check(good));
  auto gateway = good;
  gateway.url = "https://{text}/?{phone}";
  EXPECT_EQ(check(gateway).refusal().code, "channel.placeholder_in_host");
  gateway.url = "https://sms.test/?to={phone}";
  EXPECT_EQ(check(gateway).refusal().code, "channel.placeholder_missing");
  gateway.url = "sms.test/{phone}{text}";
  EXPECT_EQ(check(gateway).refusal().code, "outbound.url_invalid");
}

TEST(SmsGatewayTest, success_is_what_the_gateway_calls_so) {
  SmsGateway gateway{.success_at = "result.code", .success_is = "0"};
  EXPECT_EQ(judge(gateway, answered(R"({"result":{"code":0}})")).verdict, Verdict::delivered);
  EXPECT_EQ(judge(gateway, answered(R"({"result":{"code":"0"}})")).verdict, Verdict::delivered);
  EXPECT_EQ(judge(gateway, answered(R"({"result":{"code":7}})")).verdict, Verdict::try_later);
  EXPECT_EQ(judge(gateway, answered("OK")).verdict, Verdict::ambiguous);
  gateway.success_at.clear();
  EXPECT_EQ(judge(gateway, answered("OK")).verdict, Verdict::delivered);
  EXPECT_EQ(judge(gateway, answered("no", 400)).verdict, Verdict::give_up);
}

TEST(SmsPhoneTest, phones_are_digits) {
  EXPECT_TRUE(is_phone("13800138000"));
  EXPECT_TRUE(is_phone("+8613800138000"));
  for (auto const* text : {"", "+", "1234", "138-0013-8000", "+86 138", "1380013800013800138000", "１３８００１３８０００"})
    EXPECT_FALSE(is_phone(text)) << text;
  EXPECT_EQ(with_country_code("13800138000"), "+8613800138000");
  EXPECT_EQ(with_country_code("+85291234567"), "+85291234567");
}

}  // namespace
}  // namespace zx::notify::channels
