#include "modules/notify/channels/robot_parts.hpp"
#include "modules/notify/channels/robots.hpp"

namespace zx::notify::channels {
namespace {

// Limits of the robot, in bytes and characters.
constexpr std::size_t text_bytes = 2048, markdown_bytes = 4096, title_characters = 26, body_characters = 112, button_characters = 13;

// Others (-1 busy, a code not known yet) are tried later.
constexpr CodeMeaning meanings[] = {
    {"93000", Verdict::give_up, Trouble::credentials},       {"45009", Verdict::try_later, Trouble::rate_limited, 60},
    {"45033", Verdict::try_later, Trouble::rate_limited, 5}, {"45002", Verdict::give_up, Trouble::content},
    {"44004", Verdict::give_up, Trouble::content},           {"40008", Verdict::give_up, Trouble::content},
    {"40007", Verdict::give_up, Trouble::content},           {"40033", Verdict::give_up, Trouble::content},
    {"40035", Verdict::give_up, Trouble::content},           {"40063", Verdict::give_up, Trouble::content},
    {"45034", Verdict::give_up, Trouble::content},
};

void write_list(json::Writer& json, std::string_view name, std::vector<std::string> const& list, bool everyone) {
  json.key(name).begin_array();
  for (auto const& item : list) json.string(item);
  if (everyone) json.string("@all");
  json.end_array();
}

void write_text(json::Writer& json, RobotMessage const& message) {
  json.key("msgtype").string("text").key("text").begin_object();
  json.key("content").string(as_text(message, text_bytes));
  write_list(json, "mentioned_list", message.mention_user_ids, message.mention_everyone);
  write_list(json, "mentioned_mobile_list", message.mention_mobiles, false);
  json.end_object();
}

void write_markdown(json::Writer& json, RobotMessage const& message) {
  std::string mentions;
  for (auto const& id : message.mention_user_ids) mentions += " <@" + id + ">";
  if (message.mention_everyone) mentions += " <@all>";
  json.key("msgtype").string("markdown").key("markdown").begin_object();
  json.key("content").string(as_markdown(message, mentions, markdown_bytes)).end_object();
}

void write_link(json::Writer& json, RobotMessage const& message) { json.begin_object().key("type").integer(1).key("url").string(message.link); }

void write_card(json::Writer& json, RobotMessage const& message) {
  json.key("msgtype").string("template_card").key("template_card").begin_object().key("card_type").string("text_notice");
  json.key("main_title").begin_object().key("title").string(cut_to_characters(message.title, title_characters)).end_object();
  json.key("sub_title_text").string(cut_to_characters(message.body, body_characters));
  if (!message.link_text.empty()) {
    json.key("jump_list").begin_array();
    write_link(json, message);
    json.key("title").string(cut_to_characters(message.link_text, button_characters)).end_object().end_array();
  }
  json.key("card_action");
  write_link(json, message);
  json.end_object().end_object();
}

}  // namespace

Result<WecomRobot> read_wecom_robot(std::string_view pasted) {
  auto read = read_pasted_key(pasted, "/cgi-bin/webhook/send?key=");
  if (read.key.empty()) return Refusal::invalid("channel.robot_address_invalid");
  WecomRobot robot{.key = std::move(read.key)};
  if (!read.origin.empty()) robot.origin = std::move(read.origin);
  return robot;
}

outbound::HttpRequest request_for(WecomRobot const& robot, RobotMessage const& message) {
  json::Writer json;
  json.begin_object();
  if (message.form == RobotForm::text) write_text(json, message);
  else if (message.form == RobotForm::card && !message.link.empty()) write_card(json, message);
  else write_markdown(json, message);
  json.end_object();
  return json_request(robot.origin + "/cgi-bin/webhook/send?key=" + outbound::percent_encoded(robot.key), std::move(json));
}

Judgement judge_wecom(outbound::HttpAnswer const& answer) { return judge_body(answer, "errcode", "errmsg", "0", meanings); }

}  // namespace zx::notify::channels
