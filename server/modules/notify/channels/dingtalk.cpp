#include "modules/notify/channels/robot_parts.hpp"
#include "modules/notify/channels/robots.hpp"
#include "platform/base/text.hpp"

namespace zx::notify::channels {
namespace {

constexpr std::size_t body_bytes = 18'000;  // of about 20 KB for the whole, which nobody has confirmed

// After "too fast" the robot is shut for ten minutes.
constexpr CodeMeaning meanings[] = {
    {"310000", Verdict::give_up, Trouble::credentials},
    {"130101", Verdict::try_later, Trouble::rate_limited, 600},
    {"410100", Verdict::try_later, Trouble::rate_limited, 600},
    {"90030", Verdict::try_later, Trouble::quota, 3600},
    {"300001", Verdict::give_up, Trouble::credentials},
    {"300005", Verdict::give_up, Trouble::credentials},
    {"400013", Verdict::give_up, Trouble::credentials},
    {"400101", Verdict::give_up, Trouble::credentials},
    {"400102", Verdict::give_up, Trouble::credentials},
    {"400106", Verdict::give_up, Trouble::credentials},
    {"400105", Verdict::give_up, Trouble::content},
    {"40035", Verdict::give_up, Trouble::content},
    {"43004", Verdict::give_up, Trouble::content},
    {"43010*", Verdict::give_up, Trouble::content},
};

/// The mobiles again in the text: only then the names are lit.
std::string mentions_in_text(RobotMessage const& message) {
  std::string mentions;
  for (auto const& mobile : message.mention_mobiles) mentions += " @" + mobile;
  for (auto const& id : message.mention_user_ids) mentions += " @" + id;
  return mentions;
}

void write_list(json::Writer& json, std::string_view name, std::vector<std::string> const& list) {
  json.key(name).begin_array();
  for (auto const& item : list) json.string(item);
  json.end_array();
}

void write_mentions(json::Writer& json, RobotMessage const& message) {
  json.key("at").begin_object();
  write_list(json, "atMobiles", message.mention_mobiles);
  write_list(json, "atUserIds", message.mention_user_ids);
  json.key("isAtAll").boolean(message.mention_everyone).end_object();
}

void write_text(json::Writer& json, RobotMessage const& message) {
  auto const mentions = mentions_in_text(message);
  json.key("msgtype").string("text").key("text").begin_object();
  json.key("content").string(as_text(message, body_bytes - mentions.size()) + mentions).end_object();
  write_mentions(json, message);
}

std::string title_of(RobotMessage const& message) { return message.title.empty() ? cut_to_characters(message.body, 30) : message.title; }

void write_markdown(json::Writer& json, RobotMessage const& message) {
  json.key("msgtype").string("markdown").key("markdown").begin_object();
  json.key("title").string(title_of(message));
  json.key("text").string(as_markdown(message, mentions_in_text(message), body_bytes)).end_object();
  write_mentions(json, message);
}

void write_card(json::Writer& json, RobotMessage const& message) {
  auto text = message;
  text.link.clear();  // the button has it
  json.key("msgtype").string("actionCard").key("actionCard").begin_object();
  json.key("title").string(title_of(message)).key("text").string(as_markdown(text, mentions_in_text(message), body_bytes));
  json.key("btnOrientation").string("0").key("singleTitle").string(message.link_text.empty() ? "查看" : message.link_text);
  json.key("singleURL").string(message.link).end_object();
  write_mentions(json, message);
}

}  // namespace

Result<DingtalkRobot> read_dingtalk_robot(std::string_view pasted, std::string_view secret) {
  auto read = read_pasted_key(pasted, "/robot/send?access_token=");
  if (read.key.empty()) return Refusal::invalid("channel.robot_address_invalid");
  secret = text::trim(secret);
  if (!secret.empty() && !secret.starts_with("SEC")) return Refusal::invalid("channel.robot_secret_invalid");
  DingtalkRobot robot{.access_token = std::move(read.key), .secret = std::string(secret)};
  if (!read.origin.empty()) robot.origin = std::move(read.origin);
  return robot;
}

std::string dingtalk_signature(Instant now, std::string_view secret) { return signed_base64(secret, std::to_string(now.ms) + "\n" + std::string(secret)); }

outbound::HttpRequest request_for(DingtalkRobot const& robot, RobotMessage const& message, Instant now) {
  json::Writer json;
  json.begin_object();
  if (message.form == RobotForm::text) write_text(json, message);
  else if (message.form == RobotForm::card && !message.link.empty()) write_card(json, message);
  else write_markdown(json, message);
  json.end_object();
  auto url = robot.origin + "/robot/send?access_token=" + outbound::percent_encoded(robot.access_token);
  if (!robot.secret.empty()) url += "&timestamp=" + std::to_string(now.ms) + "&sign=" + outbound::percent_encoded(dingtalk_signature(now, robot.secret));
  return json_request(std::move(url), std::move(json));
}

Judgement judge_dingtalk(outbound::HttpAnswer const& answer) { return judge_body(answer, "errcode", "errmsg", "0", meanings); }

}  // namespace zx::notify::channels
