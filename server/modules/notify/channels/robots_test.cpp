#include "modules/notify/channels/robots.hpp"

#include <gtest/gtest.h>

#include "platform/base/text.hpp"

namespace zx::notify::channels {
namespace {

constexpr Instant now{1'700'000'000'000};

outbound::HttpAnswer answered(std::string body, int status = 200) { return {.status = status, .body = std::move(body)}; }

json::Value body_of(outbound::HttpRequest const& request) { return json::Value::parse(request.body).value(); }

RobotMessage reminder(RobotForm form) {
  return {.form = form,
          .title = "逾期提醒",
          .body = "工单 **WI-1** 已逾期 2 天",
          .link = "https://zhixing.test/w/1",
          .link_text = "打开",
          .mention_user_ids = {"zhangsan"}};
}

TEST(RobotSignatureTest, signatures_are_those_of_the_platforms) {
  EXPECT_EQ(dingtalk_signature(now, "SECtestsecret0123456789"), "zrLWzK97t62y5CpqN8Ok9UIdPvX+jL1PNoW8nKT5a9k=");
  EXPECT_EQ(feishu_signature(now, "testsecret0123456789"), "LdoES5/4RBBnLX70aU1OVYfzo6p+0m723NJ7oBZs1tw=");
}

TEST(DingtalkTest, the_signature_is_encoded_once_into_the_query) {
  auto const request = request_for(DingtalkRobot{"token1", "SECtestsecret0123456789"}, reminder(RobotForm::markdown), now);
  EXPECT_EQ(request.url,
            "https://oapi.dingtalk.com/robot/send?access_token=token1&timestamp=1700000000000&sign=zrLWzK97t62y5CpqN8Ok9UIdPvX%2BjL1PNoW8nKT5a9k%3D");
  EXPECT_EQ(request_for(DingtalkRobot{"token1", ""}, reminder(RobotForm::text), now).url, "https://oapi.dingtalk.com/robot/send?access_token=token1");
}

TEST(DingtalkTest, messages_have_the_shape_the_robot_reads) {
  auto message = reminder(RobotForm::text);
  message.mention_user_ids.clear();
  message.mention_mobiles = {"13800001111"};
  DingtalkRobot const robot{"token1", ""};
  EXPECT_EQ(request_for(robot, message, now).body,
            R"({"msgtype":"text","text":{"content":"逾期提醒\n工单 **WI-1** 已逾期 2 天\nhttps://zhixing.test/w/1 @13800001111"},)"
            R"("at":{"atMobiles":["13800001111"],"atUserIds":[],"isAtAll":false}})");
  message.form = RobotForm::markdown;
  EXPECT_EQ(text_at(body_of(request_for(robot, message, now)), "markdown.text"),
            "**逾期提醒**\n\n工单 **WI-1** 已逾期 2 天\n\n[打开](https://zhixing.test/w/1) @13800001111");
  message.form = RobotForm::card;
  auto const card = body_of(request_for(robot, message, now));
  EXPECT_EQ(text_at(card, "actionCard.singleURL"), "https://zhixing.test/w/1");
  EXPECT_EQ(text_at(card, "actionCard.singleTitle"), "打开");
  message.link.clear();
  EXPECT_EQ(text_at(body_of(request_for(robot, message, now)), "msgtype"), "markdown");
}

TEST(FeishuTest, the_signature_stands_in_the_body_in_seconds) {
  auto const request = request_for(FeishuRobot{"token1", "testsecret0123456789"}, reminder(RobotForm::text), now);
  EXPECT_EQ(request.url, "https://open.feishu.cn/open-apis/bot/v2/hook/token1");
  auto const body = body_of(request);
  EXPECT_EQ(text_at(body, "timestamp"), "1700000000");
  EXPECT_EQ(text_at(body, "sign"), "LdoES5/4RBBnLX70aU1OVYfzo6p+0m723NJ7oBZs1tw=");
  EXPECT_FALSE(body_of(request_for(FeishuRobot{"token1", ""}, reminder(RobotForm::text), now)).find("sign"));
}

TEST(FeishuTest, a_text_calls_only_whom_we_mean) {
  auto message = reminder(RobotForm::text);
  message.body = "<at user_id=\"all\"></at>";
  message.mention_user_ids = {"ou_1"};
  auto const text = text_at(body_of(request_for(FeishuRobot{"token1", ""}, message, now)), "content.text").value();
  EXPECT_EQ(text.find("<at user_id=\"all\""), text.npos);
  EXPECT_NE(text.find("<at user_id=\"ou_1\"></at>"), text.npos);
}

TEST(FeishuTest, a_card_has_a_title_a_text_and_a_button) {
  auto const body = body_of(request_for(FeishuRobot{"token1", ""}, reminder(RobotForm::card), now));
  EXPECT_EQ(text_at(body, "msg_type"), "interactive");
  EXPECT_EQ(text_at(body, "card.header.title.content"), "逾期提醒");
  EXPECT_EQ(text_at(body, "card.elements.0.text.content"), "工单 **WI-1** 已逾期 2 天 <at id=\"zhangsan\"></at>");
  EXPECT_EQ(text_at(body, "card.elements.1.actions.0.url"), "https://zhixing.test/w/1");
}

TEST(WecomTest, messages_have_the_shape_the_robot_reads) {
  WecomRobot const robot{"key-123456"};
  auto message = reminder(RobotForm::text);
  message.mention_everyone = true;
  auto const request = request_for(robot, message);
  EXPECT_EQ(request.url, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=key-123456");
  EXPECT_EQ(request.body, R"({"msgtype":"text","text":{"content":"逾期提醒\n工单 **WI-1** 已逾期 2 天\nhttps://zhixing.test/w/1",)"
                          R"("mentioned_list":["zhangsan","@all"],"mentioned_mobile_list":[]}})");
  auto const markdown = text_at(body_of(request_for(robot, reminder(RobotForm::markdown))), "markdown.content").value();
  EXPECT_TRUE(markdown.ends_with("[打开](https://zhixing.test/w/1) <@zhangsan>")) << markdown;
  auto const card = body_of(request_for(robot, reminder(RobotForm::card)));
  EXPECT_EQ(text_at(card, "template_card.card_action.url"), "https://zhixing.test/w/1");
  EXPECT_EQ(text_at(card, "template_card.main_title.title"), "逾期提醒");
}

TEST(WecomTest, a_long_text_is_cut_and_keeps_its_link) {
  for (auto form : {RobotForm::text, RobotForm::markdown}) {
    auto message = reminder(form);
    message.body.clear();
    for (int i = 0; i < 3000; ++i) message.body += "字";
    auto const body = body_of(request_for(WecomRobot{"key-123456"}, message));
    auto const content = text_at(body, form == RobotForm::text ? "text.content" : "markdown.content").value();
    EXPECT_LE(content.size(), form == RobotForm::text ? 2048U : 4096U);
    EXPECT_TRUE(text::is_valid_utf8(content));
    EXPECT_NE(content.find("…"), content.npos);
    EXPECT_NE(content.find("https://zhixing.test/w/1"), content.npos);
  }
}

TEST(RobotMessageTest, what_people_wrote_neither_formats_nor_calls) {
  auto const plain = plain_in_markdown("<@all> <at id=all></at> [x](http://evil.test) **b** `c`\n# d");
  for (auto const* mark : {"<", ">", "[", "]", "*", "`", "#", "\n"}) EXPECT_EQ(plain.find(mark), plain.npos) << mark;
}

TEST(RobotMessageTest, lines_stay_lines_and_each_is_plain) {
  EXPECT_EQ(plain_lines_in_markdown("a\n**b**\r\nc", "\n"), "a\n＊＊b＊＊\nc");
  EXPECT_EQ(plain_lines_in_markdown("a\nb", "  \n  "), "a  \n  b");
}

TEST(RobotMessageTest, texts_are_cut_between_characters) {
  EXPECT_EQ(cut_to_bytes("知行", 6), "知行");
  EXPECT_EQ(cut_to_bytes("知行合一", 11), "知行…");
  EXPECT_EQ(cut_to_bytes("知行合一", 8), "知…");
  EXPECT_EQ(cut_to_bytes("知行", 2), "");
  EXPECT_EQ(cut_to_characters("知行合一", 3), "知行…");
}

TEST(RobotAddressTest, the_whole_address_and_the_key_alone_are_understood) {
  EXPECT_EQ(read_wecom_robot(" https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx \n").value().key, "693a91f6-7xxx");
  EXPECT_EQ(read_wecom_robot("693a91f6-7xxx").value().origin, "https://qyapi.weixin.qq.com");
  EXPECT_EQ(read_dingtalk_robot("https://oapi.dingtalk.com/robot/send?access_token=abcdef123", "SECabc").value().access_token, "abcdef123");
  auto const lark = read_feishu_robot("https://open.larksuite.com/open-apis/bot/v2/hook/abc-def-123", "secret").value();
  EXPECT_EQ(lark.token, "abc-def-123");
  EXPECT_EQ(lark.origin, "https://open.larksuite.com");
}

TEST(RobotAddressTest, anything_else_is_refused) {
  for (auto const* pasted :
       {"", "https://qyapi.weixin.qq.com/", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=", "ftp://x/cgi-bin/webhook/send?key=abcdef",
        "https://u:p@qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abcdef", "key with blanks", "https://oapi.dingtalk.com/robot/send?access_token=abcdef"})
    EXPECT_EQ(read_wecom_robot(pasted).refusal().code, "channel.robot_address_invalid") << pasted;
  EXPECT_EQ(read_dingtalk_robot("abcdef123", "my keyword").refusal().code, "channel.robot_secret_invalid");
}

TEST(RobotJudgementTest, the_code_in_the_body_decides_not_the_status) {
  EXPECT_EQ(judge_wecom(answered(R"({"errcode":0,"errmsg":"ok"})")).verdict, Verdict::delivered);
  auto const gone = judge_wecom(answered(R"({"errcode":93000,"errmsg":"invalid webhook url"})"));
  EXPECT_EQ(gone.verdict, Verdict::give_up);
  EXPECT_EQ(gone.trouble, Trouble::credentials);
  EXPECT_EQ(gone.code, "93000");
  EXPECT_EQ(gone.detail, "invalid webhook url");
  EXPECT_EQ(judge_wecom(answered(R"({"errcode":-1,"errmsg":"busy"})")).verdict, Verdict::try_later);
  EXPECT_EQ(judge_wecom(answered(R"({"errcode":45002})")).trouble, Trouble::content);
  EXPECT_EQ(judge_feishu(answered(R"({"code":0,"msg":"success","data":{}})")).verdict, Verdict::delivered);
  EXPECT_EQ(judge_feishu(answered(R"({"code":19021,"msg":"sign match fail"})")).trouble, Trouble::credentials);
  EXPECT_EQ(judge_dingtalk(answered(R"({"errcode":310000,"errmsg":"keywords not in content"})")).trouble, Trouble::credentials);
}

TEST(RobotJudgementTest, too_fast_means_later_and_for_how_long) {
  using namespace std::chrono_literals;
  auto const expect = [](Judgement const& judgement, Milliseconds wait) {
    EXPECT_EQ(judgement.verdict, Verdict::try_later);
    EXPECT_EQ(judgement.trouble, Trouble::rate_limited);
    EXPECT_EQ(judgement.wait, wait);
  };
  expect(judge_wecom(answered(R"({"errcode":45009})")), 60s);
  expect(judge_dingtalk(answered(R"({"errcode":130101})")), 10min);
  expect(judge_feishu(answered(R"({"code":11232})")), 60s);
  expect(judge_feishu(answered(R"({"code":99991400})", 400)), 60s);
  auto too_many = answered("slow down", 429);
  too_many.headers = {{"Retry-After", "120"}};
  expect(judge_feishu(too_many), 120s);
}

TEST(RobotJudgementTest, without_a_code_nothing_is_taken_for_delivered) {
  EXPECT_EQ(judge_wecom(answered("<html>please log in</html>")).verdict, Verdict::ambiguous);
  EXPECT_EQ(judge_wecom(answered("{}")).trouble, Trouble::unreadable);
  EXPECT_EQ(judge_wecom(answered("bad gateway", 502)).verdict, Verdict::try_later);
  EXPECT_EQ(judge_wecom({.outcome = outbound::HttpOutcome::not_sent}).verdict, Verdict::try_later);
  EXPECT_EQ(judge_wecom({.outcome = outbound::HttpOutcome::ambiguous, .status = 200, .body = R"({"errcode":0})"}).verdict, Verdict::ambiguous);
}

}  // namespace
}  // namespace zx::notify::channels
