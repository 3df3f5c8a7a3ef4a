#pragma once
// Group robots of WeCom, DingTalk and Feishu: what to send, and what their answers mean. They answer 200 whatever happens; the code in
// the body counts. The keys let anybody write into the group: they appear in no answer and in no log.

#include <string>
#include <string_view>

#include "modules/notify/channels/judgement.hpp"
#include "modules/notify/channels/robot_message.hpp"
#include "platform/base/result.hpp"
#include "platform/base/time.hpp"
#include "platform/outbound/http_client.hpp"

namespace zx::notify::channels {

struct WecomRobot {
  std::string key;
  std::string origin = "https://qyapi.weixin.qq.com";  ///< another one for an installation of one's own
};

struct DingtalkRobot {
  std::string access_token;
  std::string secret;  ///< of 加签, begins with SEC; empty when the robot checks keywords or addresses
  std::string origin = "https://oapi.dingtalk.com";
};

struct FeishuRobot {
  std::string token;
  std::string secret;                             ///< empty when the robot checks keywords or addresses
  std::string origin = "https://open.feishu.cn";  ///< Lark: https://open.larksuite.com
};

/// From what was pasted: the whole address or the key alone. Refuses anything else as channel.robot_address_invalid, a secret that
/// cannot be one as channel.robot_secret_invalid.
Result<WecomRobot> read_wecom_robot(std::string_view pasted);
Result<DingtalkRobot> read_dingtalk_robot(std::string_view pasted, std::string_view secret);
Result<FeishuRobot> read_feishu_robot(std::string_view pasted, std::string_view secret);

/// Texts too long for the robot are cut; the link stays.
outbound::HttpRequest request_for(WecomRobot const& robot, RobotMessage const& message);
/// `now` is signed: the request is good for an hour.
outbound::HttpRequest request_for(DingtalkRobot const& robot, RobotMessage const& message, Instant now);
outbound::HttpRequest request_for(FeishuRobot const& robot, RobotMessage const& message, Instant now);

Judgement judge_wecom(outbound::HttpAnswer const& answer);
Judgement judge_dingtalk(outbound::HttpAnswer const& answer);
Judgement judge_feishu(outbound::HttpAnswer const& answer);

/// base64(HMAC-SHA256(key = secret, milliseconds "\n" secret)); percent-encoded once, into the query.
std::string dingtalk_signature(Instant now, std::string_view secret);
/// base64(HMAC-SHA256(key = seconds "\n" secret, "")); as it is, into the body.
std::string feishu_signature(Instant now, std::string_view secret);

}  // namespace zx::notify::channels
