#include "modules/notify/channels/robot_parts.hpp"
#include "modules/notify/channels/robots.hpp"
#include "platform/base/text.hpp"

namespace zx::notify::channels {
namespace {

constexpr std::size_t body_bytes = 16'000;  // of 20 KB for the whole

constexpr CodeMeaning meanings[] = {
    {"9499", Verdict::give_up, Trouble::content},
    {"19001", Verdict::give_up, Trouble::credentials},
    {"19021", Verdict::give_up, Trouble::credentials},
    {"19022", Verdict::give_up, Trouble::credentials},
    {"19024", Verdict::give_up, Trouble::credentials},
    {"11232", Verdict::try_later, Trouble::rate_limited, 60},
    {"230020", Verdict::try_later, Trouble::rate_limited, 60},
    {"99991400", Verdict::try_later, Trouble::rate_limited, 60},
};

/// In a text "<at …>" calls people; what somebody wrote must not.
std::string without_calls(std::string text) {
  for (auto at = text.find('<'); at != text.npos; at = text.find('<', at)) text.replace(at, 1, "＜");
  return text;
}

std::string mentions(RobotMessage const& message, std::string_view attribute) {
  std::string text;
  auto const add = [&](std::string_view id) { text += " <at " + std::string(attribute) + "=\"" + std::string(id) + "\"></at>"; };
  for (auto const& id : message.mention_user_ids) add(id);
  if (message.mention_everyone) add("all");
  return text;
}

void write_text(json::Writer& json, RobotMessage const& message) {
  json.key("msg_type").string("text").key("content").begin_object();
  json.key("text").string(cut_to_bytes(without_calls(as_text(message, body_bytes)), body_bytes) + mentions(message, "user_id")).end_object();
}

void write_title(json::Writer& json, RobotMessage const& message) {
  json.key("header").begin_object().key("title").begin_object().key("tag").string("plain_text");
  json.key("content").string(cut_to_characters(message.title, 100)).end_object().key("template").string("blue").end_object();
}

void write_button(json::Writer& json, RobotMessage const& message) {
  json.begin_object().key("tag").string("action").key("actions").begin_array().begin_object();
  json.key("tag").string("button").key("type").string("primary").key("text").begin_object().key("tag").string("plain_text");
  json.key("content").string(message.link_text.empty() ? "查看" : message.link_text).end_object();
  json.key("url").string(message.link).end_object().end_array().end_object();
}

/// Markdown is known to cards only.
void write_card(json::Writer& json, RobotMessage const& message) {
  bool const button = message.form == RobotForm::card && !message.link.empty();
  auto text = message;
  text.title.clear();
  if (button) text.link.clear();
  json.key("msg_type").string("interactive").key("card").begin_object();
  json.key("config").begin_object().key("wide_screen_mode").boolean(true).end_object();
  if (!message.title.empty()) write_title(json, message);
  json.key("elements").begin_array();
  json.begin_object().key("tag").string("div").key("text").begin_object().key("tag").string("lark_md");
  json.key("content").string(as_markdown(text, mentions(message, "id"), body_bytes)).end_object().end_object();
  if (button) write_button(json, message);
  json.end_array().end_object();
}

}  // namespace

Result<FeishuRobot> read_feishu_robot(std::string_view pasted, std::string_view secret) {
  auto read = read_pasted_key(pasted, "/open-apis/bot/v2/hook/");
  if (read.key.empty()) return Refusal::invalid("channel.robot_address_invalid");
  secret = text::trim(secret);
  if (secret.find_first_of(" \t\r\n") != secret.npos || secret.size() > 200) return Refusal::invalid("channel.robot_secret_invalid");
  FeishuRobot robot{.token = std::move(read.key), .secret = std::string(secret)};
  if (!read.origin.empty()) robot.origin = std::move(read.origin);
  return robot;
}

std::string feishu_signature(Instant now, std::string_view secret) { return signed_base64(std::to_string(now.ms / 1000) + "\n" + std::string(secret), ""); }

outbound::HttpRequest request_for(FeishuRobot const& robot, RobotMessage const& message, Instant now) {
  json::Writer json;
  json.begin_object();
  if (!robot.secret.empty()) json.key("timestamp").string(std::to_string(now.ms / 1000)).key("sign").string(feishu_signature(now, robot.secret));
  if (message.form == RobotForm::text) write_text(json, message);
  else write_card(json, message);
  json.end_object();
  return json_request(robot.origin + "/open-apis/bot/v2/hook/" + outbound::percent_encoded(robot.token), std::move(json));
}

Judgement judge_feishu(outbound::HttpAnswer const& answer) { return judge_body(answer, "code", "msg", "0", meanings); }

}  // namespace zx::notify::channels
