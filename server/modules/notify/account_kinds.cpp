#include "modules/notify/account_kinds.hpp"

#include <algorithm>
#include <charconv>

#include "modules/notify/composing.hpp"
#include "modules/notify/occasions.hpp"
#include "modules/notify/rules.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::notify {
namespace {

using Words = std::vector<std::string>;

SettingView required(std::string name, Words words = {}, std::string usual = {}) { return {std::move(name), true, false, std::move(words), std::move(usual)}; }
SettingView optional(std::string name, std::string usual = {}) { return {std::move(name), false, false, {}, std::move(usual)}; }
SettingView secret(std::string name, bool needed) { return {std::move(name), needed, true, {}, {}}; }

std::vector<SettingView> settings_of(Channel channel) {
  switch (channel) {
    case Channel::in_app:
    case Channel::push: return {};
    case Channel::email:
      return {required("host"),
              required("port", {}, "465"),
              required("security", {"tls", "starttls", "none"}, "tls"),
              optional("user"),
              required("from_address"),
              optional("from_name"),
              optional("allow_private", "false"),
              secret("password", false)};
    case Channel::sms:
      return {required("provider", {"aliyun", "tencent", "generic"}, "aliyun"),
              optional("sign_name"),
              optional("template"),
              optional("parameters", "title,number"),
              optional("app_id"),
              optional("region", "ap-guangzhou"),
              optional("url"),
              optional("body"),
              SettingView{"body_kind", false, false, {"json", "form", "text"}, "json"},
              optional("success_at"),
              optional("success_is"),
              optional("allow_private", "false"),
              secret("key_id", false),
              secret("key_secret", false),
              secret("authorization", false)};
    case Channel::wecom: return {optional("allow_private", "false"), secret("url", true)};
    case Channel::dingtalk:
    case Channel::feishu: return {optional("allow_private", "false"), secret("url", true), secret("sign_secret", false)};
    case Channel::webhook: return {required("url"), optional("allow_private", "false"), secret("sign_secret", true)};
  }
  return {};
}

SettingView const* find(std::vector<SettingView> const& known, std::string_view name, bool secret) {
  auto found = std::ranges::find_if(known, [&](SettingView const& each) { return each.name == name && each.secret == secret; });
  return found == known.end() ? nullptr : &*found;
}

void check_given(std::vector<FieldError>& errors, std::vector<SettingView> const& known, Settings const& given, bool secret) {
  for (auto const& [name, value] : given) {
    auto const path = (secret ? "secrets." : "settings.") + name;
    auto const* setting = find(known, name, secret);
    if (!setting) errors.push_back({path, "notify.setting_unknown", {{"name", name}}});
    else if (value.size() > 2000 || value.find_first_of("\r\n") != value.npos) errors.push_back({path, "notify.setting_line", {}});
    else if (!setting->words.empty() && std::ranges::find(setting->words, value) == setting->words.end()) errors.push_back({path, "notify.setting_word", {}});
  }
}

void check_missing(std::vector<FieldError>& errors, std::vector<SettingView> const& known, Settings const& settings, Settings const& secrets) {
  for (auto const& setting : known) {
    auto const& given = setting.secret ? secrets : settings;
    auto const found = given.find(setting.name);
    if (setting.required && (found == given.end() || found->second.empty()))
      errors.push_back({(setting.secret ? "secrets." : "settings.") + setting.name, "notify.setting_required", {}});
  }
}

void check_port(std::vector<FieldError>& errors, Settings const& settings) {
  auto const found = settings.find("port");
  if (found == settings.end() || found->second.empty()) return;
  int port = 0;
  auto const& text = found->second;
  auto const [stop, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc{} || stop != text.data() + text.size() || port < 1 || port > 65535) errors.push_back({"settings.port", "notify.setting_port", {}});
}

}  // namespace

std::vector<std::string> account_events(Channel channel) {
  std::vector<std::string> events;
  if (channel == Channel::webhook) {
    events.assign(webhook_events().begin(), webhook_events().end());
  } else if (rules::is_group(channel)) {
    for (auto const& occasion : occasions())
      if (occasion.kind != Kind::digest && occasion.event != event_words::account_disabled) events.emplace_back(occasion.event);
  }
  return events;
}

std::vector<AccountKindView> account_kinds() {
  std::vector<AccountKindView> kinds;
  for (auto channel : {Channel::email, Channel::sms, Channel::wecom, Channel::dingtalk, Channel::feishu, Channel::webhook})
    kinds.push_back({channel, settings_of(channel), account_events(channel)});
  return kinds;
}

Result<void> check_settings(Channel channel, Settings const& settings, Settings const& secrets) {
  auto const known = settings_of(channel);
  std::vector<FieldError> errors;
  check_given(errors, known, settings, false);
  check_given(errors, known, secrets, true);
  check_missing(errors, known, settings, secrets);
  check_port(errors, settings);
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  return check_addresses(channel, settings, secrets);
}

Message trial_message(ReadContext const& ctx, Channel channel, std::string to) {
  store::NoticeRow notice;
  notice.event = event_words::trial;
  notice.content = "{}";
  notice.reason = "trial";
  auto const organization = store::organization(ctx);
  Reader const reader{ctx.actor.name, ctx.actor.language, organization.name};
  auto const values = values_of(ctx, notice, reader);
  auto words = fill(words_for(ctx, notice.event, channel, reader.language), values);
  Message message{.channel = channel,
                  .event = std::string(event_words::trial),
                  .to = std::move(to),
                  .to_name = reader.name,
                  .subject = words.subject,
                  .text = text_for(ctx.services.texts, channel, words, values, reader.language),
                  .link = values.at("link"),
                  .message_id = "zx." + Uuid::v7().text(),
                  .at = ctx.now,
                  .language = reader.language,
                  .values = values};
  message.values["title"] = message.subject;
  if (channel == Channel::webhook) message.text = to_json(Settings{{"event", message.event}, {"text", words.body}});
  return message;
}

}  // namespace zx::notify
