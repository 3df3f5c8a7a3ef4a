// The real senders: what platform/outbound carries, told in the worker's words.

#include "modules/notify/transports.hpp"

#include "modules/notify/account_kinds.hpp"
#include "modules/notify/http_senders.hpp"
#include "modules/notify/push.hpp"
#include "modules/notify/wording.hpp"
#include "platform/outbound/mail_message.hpp"
#include "platform/outbound/smtp_client.hpp"
#include "platform/outbound/web_address.hpp"

namespace zx::notify {

outbound::AddressPolicy policy_of(Settings const& settings, std::string host) {
  auto const allowed = settings.find("allow_private");
  if (allowed == settings.end() || allowed->second != "true") return {};
  return {{std::move(host)}};
}

namespace {

using What = Outcome::What;
using Blame = Outcome::Blame;

outbound::SmtpSecurity security_of(std::string_view word) {
  if (word == "starttls") return outbound::SmtpSecurity::starttls;
  if (word == "none") return outbound::SmtpSecurity::none;
  return outbound::SmtpSecurity::implicit_tls;
}

Outcome refused(Refusal const& refusal, Blame blame) { return {.what = What::refused, .answer = refusal.code, .blame = blame}; }

Blame blame_of(outbound::MailTrouble trouble) {
  switch (trouble) {
    case outbound::MailTrouble::none:
    case outbound::MailTrouble::recipient:
    case outbound::MailTrouble::message:
    case outbound::MailTrouble::stopped: return Blame::message;
    case outbound::MailTrouble::unreachable:
    case outbound::MailTrouble::server: return Blame::account;
    case outbound::MailTrouble::certificate:
    case outbound::MailTrouble::no_tls:
    case outbound::MailTrouble::login:
    case outbound::MailTrouble::sender: return Blame::account_for_good;
  }
  return Blame::account;
}

/// A wrong password refuses the account, not the message: that waits until somebody has mended it.
Outcome outcome_of(outbound::MailResult const& result) {
  auto const& one = result.recipients.at(0);
  auto answer = one.reply.code ? std::to_string(one.reply.code) + " " + one.reply.text : result.detail;
  auto const blame = blame_of(one.trouble);
  switch (one.outcome) {
    case outbound::MailOutcome::delivered: return {.what = What::delivered, .answer = std::move(answer)};
    case outbound::MailOutcome::refused: return {.what = blame == Blame::message ? What::refused : What::later, .answer = std::move(answer), .blame = blame};
    case outbound::MailOutcome::try_later: return {.what = What::later, .answer = std::move(answer), .blame = blame};
    case outbound::MailOutcome::ambiguous: return {.what = What::ambiguous, .answer = std::move(answer), .blame = blame};
  }
  throw std::logic_error("a mail outcome of no kind");
}

outbound::SmtpServer server_of(Account const& account) {
  outbound::SmtpServer server;
  server.host = account.setting("host");
  server.port = static_cast<std::uint16_t>(std::stoi(account.setting("port")));
  server.security = security_of(account.setting("security"));
  server.user = account.setting("user");
  server.password = account.secret("password");
  server.addresses = policy_of(account.settings, server.host);
  return server;
}

/// `carry(from, to, text)` hands it to the mail server.
template <class Carry>
Outcome send_mail(Account const& account, Message const& message, Carry&& carry) {
  auto const from = account.setting("from_address");
  outbound::MailMessage mail;
  mail.from = {account.setting("from_name"), from};
  mail.to = {{message.to_name, message.to}};
  mail.subject = message.subject;
  mail.text = message.text;
  mail.html = message.html;
  mail.unsubscribe_url = message.unsubscribe_url;
  mail.one_click = message.unsubscribe_url.starts_with("https://");
  for (auto const& file : message.files) mail.attachments.push_back({file.name, file.content_type, file.bytes});
  mail.message_id = "<" + message.message_id + "@" + from.substr(from.find('@') + 1) + ">";
  mail.date = message.at;
  auto const text = outbound::compose(mail);
  if (!text) return refused(text.refusal(), Blame::message);
  auto const result = carry(from, std::vector{message.to}, *text);
  if (!result) {
    if (result.refusal().code == "outbound.mail_address_invalid") return refused(result.refusal(), Blame::message);
    return {.what = What::later, .answer = result.refusal().code, .blame = Blame::account_for_good};
  }
  return outcome_of(*result);
}

/// One login for many mails; servers end a connection that carries too many.
class KeptMailSender final : public Sender {
 public:
  Outcome send(Account const& account, Message const& message) override {
    return send_mail(account, message, [&](auto const& from, auto const& to, auto const& text) { return connection_of(account).send(from, to, text); });
  }

 private:
  static constexpr int most_mails = 50;

  outbound::SmtpConnection& connection_of(Account const& account) {
    if (!connection_ || account_ != account || carried_ == most_mails) {
      connection_.emplace(server_of(account));
      account_ = account;
      carried_ = 0;
    }
    ++carried_;
    return *connection_;
  }

  std::optional<outbound::SmtpConnection> connection_;
  Account account_;
  int carried_ = 0;
};

class MailSender final : public Sender {
 public:
  Outcome send(Account const& account, Message const& message) override {
    return send_mail(account, message,
                     [&](auto const& from, auto const& to, auto const& text) { return outbound::send_mail(server_of(account), from, to, text); });
  }
  std::shared_ptr<Sender> keeping_connections() override { return std::make_shared<KeptMailSender>(); }
};

}  // namespace

Result<void> check_addresses(Channel channel, Settings const& settings, Settings const& secrets) {
  auto at = [](Refusal refusal, std::string path) { return Refusal::invalid_field(std::move(path), std::move(refusal.code), std::move(refusal.arguments)); };
  if (channel == Channel::email) {
    auto const host = settings.at("host");
    if (auto checked = outbound::check_host(host, policy_of(settings, host)); !checked) return at(checked.refusal(), "settings.host");
    if (auto checked = outbound::check_mail_address(settings.at("from_address")); !checked) return at(checked.refusal(), "settings.from_address");
  }
  if (auto url = settings.find("url"); url != settings.end() && !url->second.empty()) {
    auto const parsed = outbound::parse_web_address(url->second);
    if (!parsed) return at(parsed.refusal(), "settings.url");
    if (auto checked = outbound::check_web_address(url->second, policy_of(settings, parsed->host)); !checked) return at(checked.refusal(), "settings.url");
  }
  if (auto checked = check_robot(channel, secrets); !checked) return at(checked.refusal(), "secrets.url");
  return {};
}

std::map<Channel, std::shared_ptr<Sender>> real_senders() {
  auto senders = http_senders();
  senders[Channel::email] = std::make_shared<MailSender>();
  senders[Channel::push] = push_sender();
  return senders;
}

}  // namespace zx::notify
