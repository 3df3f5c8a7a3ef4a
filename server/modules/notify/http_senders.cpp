#include "modules/notify/http_senders.hpp"

#include "modules/notify/channels/robots.hpp"
#include "modules/notify/channels/sms.hpp"
#include "modules/notify/channels/webhook.hpp"
#include "platform/base/text.hpp"
#include "platform/outbound/web_address.hpp"

namespace zx::notify {
namespace {

using channels::Judgement;
using channels::Trouble;
using channels::Verdict;
using What = Outcome::What;
using Blame = Outcome::Blame;

Outcome account_is_wrong(Refusal const& refusal) { return {.what = What::later, .answer = refusal.code, .blame = Blame::account_for_good}; }

Blame blame_of(Trouble trouble) {
  switch (trouble) {
    case Trouble::none:
    case Trouble::content:
    case Trouble::recipient:
    case Trouble::rate_limited: return Blame::message;
    case Trouble::unreachable:
    case Trouble::server:
    case Trouble::unreadable: return Blame::account;
    case Trouble::quota:
    case Trouble::credentials: return Blame::account_for_good;
  }
  return Blame::account;
}

/// A wrong key refuses the account, not the message: that waits until somebody has mended it.
What what_of(Judgement const& judgement, Blame blame) {
  switch (judgement.verdict) {
    case Verdict::delivered: return What::delivered;
    case Verdict::try_later: return What::later;
    case Verdict::give_up: return blame == Blame::message ? What::refused : What::later;
    case Verdict::ambiguous: return What::ambiguous;
  }
  throw std::logic_error("a verdict of no kind");
}

Outcome outcome_of(Judgement const& judgement, Instant now) {
  auto const blame = blame_of(judgement.trouble);
  Outcome outcome{.what = what_of(judgement, blame), .answer = judgement.code, .blame = blame};
  if (!judgement.detail.empty()) outcome.answer += (outcome.answer.empty() ? "" : " ") + judgement.detail;
  if (judgement.wait) outcome.at = now + *judgement.wait;
  return outcome;
}

/// Sends it, or says why the account cannot be used.
Result<outbound::HttpAnswer> call(Account const& account, outbound::HttpRequest const& request) {
  auto const address = TRY(outbound::parse_web_address(request.url));
  outbound::HttpOptions options;
  options.addresses = policy_of(account.settings, address.host);
  return outbound::send_request(request, options);
}

template <class Judge>
Outcome deliver(Account const& account, outbound::HttpRequest const& request, Instant now, Judge&& judge) {
  auto const answer = call(account, request);
  if (!answer) return account_is_wrong(answer.refusal());
  return outcome_of(judge(*answer), now);
}

/// DingTalk's Markdown makes one paragraph of lines without blanks at their end.
std::string_view line_break_of(Channel channel) { return channel == Channel::dingtalk ? "  \n  " : "\n"; }

class WecomSender final : public Sender {
 public:
  Outcome send(Account const& account, Message const& message) override {
    auto const robot = channels::read_wecom_robot(account.secret("url"));
    if (!robot) return account_is_wrong(robot.refusal());
    return deliver(account, channels::request_for(*robot, robot_message(message)), message.at, &channels::judge_wecom);
  }
};

class DingtalkSender final : public Sender {
 public:
  Outcome send(Account const& account, Message const& message) override {
    auto const robot = channels::read_dingtalk_robot(account.secret("url"), account.secret("sign_secret"));
    if (!robot) return account_is_wrong(robot.refusal());
    return deliver(account, channels::request_for(*robot, robot_message(message), message.at), message.at, &channels::judge_dingtalk);
  }
};

class FeishuSender final : public Sender {
 public:
  Outcome send(Account const& account, Message const& message) override {
    auto const robot = channels::read_feishu_robot(account.secret("url"), account.secret("sign_secret"));
    if (!robot) return account_is_wrong(robot.refusal());
    return deliver(account, channels::request_for(*robot, robot_message(message), message.at), message.at, &channels::judge_feishu);
  }
};

class WebhookSender final : public Sender {
 public:
  Outcome send(Account const& account, Message const& message) override {
    channels::Webhook const webhook{account.setting("url"), account.secret("sign_secret")};
    auto const request = channels::request_for(webhook, {message.message_id, message.event, message.text}, message.at);
    return deliver(account, request, message.at, &channels::judge_webhook);
  }
};

/// The clouds fill approved templates: which of our values go into them, in the template's order, stands in `parameters`.
channels::SmsMessage sms_message(Account const& account, Message const& message) {
  channels::SmsMessage sms{.phone = message.to, .text = message.text, .variables = {}};
  auto const named = account.setting("parameters");
  for (auto name : text::split(named.empty() ? std::string_view("title,number") : std::string_view(named), ',')) {
    auto const key = std::string(text::trim(name));
    auto const value = message.values.find(key);
    if (!key.empty()) sms.variables.emplace_back(key, value == message.values.end() ? std::string() : value->second);
  }
  return sms;
}

channels::SmsGateway gateway_of(Account const& account) {
  channels::SmsGateway gateway{.url = account.setting("url"), .body = account.setting("body")};
  if (auto kind = enum_from<channels::SmsBody>(account.setting("body_kind"))) gateway.body_kind = *kind;
  if (auto authorization = account.secret("authorization"); !authorization.empty()) gateway.headers = {{"Authorization", authorization}};
  gateway.success_at = account.setting("success_at");
  gateway.success_is = account.setting("success_is");
  return gateway;
}

class SmsSender final : public Sender {
 public:
  Outcome send(Account const& account, Message const& message) override {
    if (!channels::is_phone(message.to)) return {.what = What::refused, .answer = "notify.no_address"};
    auto const sms = sms_message(account, message);
    auto const provider = account.setting("provider");
    if (provider == "aliyun") {
      channels::AliyunSms const cloud{account.secret("key_id"), account.secret("key_secret"), account.setting("sign_name"), account.setting("template")};
      return deliver(account, channels::request_for(cloud, sms, message.at, Uuid::v7().text()), message.at, &channels::judge_aliyun);
    }
    if (provider == "tencent") {
      channels::TencentSms cloud{account.secret("key_id"), account.secret("key_secret"), account.setting("app_id"), account.setting("sign_name"),
                                 account.setting("template")};
      if (auto region = account.setting("region"); !region.empty()) cloud.region = region;
      return deliver(account, channels::request_for(cloud, sms, message.at), message.at, &channels::judge_tencent);
    }
    auto const gateway = gateway_of(account);
    if (auto usable = channels::check(gateway); !usable) return account_is_wrong(usable.refusal());
    return deliver(account, channels::request_for(gateway, sms), message.at, [&](auto const& answer) { return channels::judge(gateway, answer); });
  }
};

}  // namespace

channels::RobotMessage robot_message(Message const& message) {
  return {.form = channels::RobotForm::markdown,
          .title = channels::plain_in_markdown(message.subject),
          .body = channels::plain_lines_in_markdown(message.text, line_break_of(message.channel)),
          .link = message.link,
          .link_text = message.language == "en" ? "Open" : "打开查看"};
}

Result<void> check_robot(Channel channel, Settings const& secrets) {
  auto secret = [&](std::string const& name) {
    auto found = secrets.find(name);
    return found == secrets.end() ? std::string() : found->second;
  };
  if (channel == Channel::wecom) TRY(channels::read_wecom_robot(secret("url")));
  if (channel == Channel::dingtalk) TRY(channels::read_dingtalk_robot(secret("url"), secret("sign_secret")));
  if (channel == Channel::feishu) TRY(channels::read_feishu_robot(secret("url"), secret("sign_secret")));
  return {};
}

std::map<Channel, std::shared_ptr<Sender>> http_senders() {
  return {{Channel::wecom, std::make_shared<WecomSender>()},
          {Channel::dingtalk, std::make_shared<DingtalkSender>()},
          {Channel::feishu, std::make_shared<FeishuSender>()},
          {Channel::sms, std::make_shared<SmsSender>()},
          {Channel::webhook, std::make_shared<WebhookSender>()}};
}

}  // namespace zx::notify
