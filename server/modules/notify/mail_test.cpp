// With a mail server on this machine: the whole way of a mail.

#include "modules/notify/notify_fixture.hpp"
#include "platform/outbound/mail_sink_for_tests.hpp"

namespace zx::notify {
namespace {

using outbound::SmtpSecurity;
using outbound::test::MailSink;

struct Mailing : NotifyWorld {
  void SetUp() override {
    NotifyWorld::SetUp();
    if (!IsSkipped()) senders_of(world().services).put(Channel::email, real_senders().at(Channel::email));
  }
  Settings to(MailSink const& sink) {
    return {{"host", "127.0.0.1"}, {"port", std::to_string(sink.port())}, {"security", "none"}, {"from_address", "zx@example.com"}, {"allow_private", "true"}};
  }
  static std::string header(std::string const& mail, std::string const& name) {
    auto const from = mail.find("\r\n" + name + ": ");
    return from == mail.npos ? "" : mail.substr(from + 2, mail.find("\r\n", from + 2) - from - 2);
  }
  outbound::test::Certificate certificate;
};
ON_EACH_ENGINE(Mailing);

TEST_P(Mailing, a_mail_cut_off_at_its_end_is_sent_again_under_the_same_message_id) {
  MailSink cutting(SmtpSecurity::none, certificate, {{".", "cut"}});
  auto const account = add({.channel = Channel::email, .name = "邮箱", .settings = to(cutting)});
  happens(news("escalation.due", "1"), {{li.employee, "owner", {}}});
  EXPECT_EQ(deliver(), 1);
  EXPECT_EQ(log().at(0).state, DeliveryState::waiting);
  MailSink good(SmtpSecurity::none, certificate);
  auto const now = world().read([](ReadContext const& ctx) { return accounts(ctx).at(0).version; });
  world().write([&](Context& ctx) { return change_account(ctx, account.id, now, {.settings = to(good)}); });
  world().clock.set(*log().at(0).next_at);
  EXPECT_EQ(deliver(), 1);
  EXPECT_EQ(log().at(0).state, DeliveryState::delivered) << log().at(0).answer;
  ASSERT_EQ(cutting.messages().size(), 1u);
  ASSERT_EQ(good.messages().size(), 1u);
  auto const id = header(good.messages()[0], "Message-ID");
  EXPECT_FALSE(id.empty());
  EXPECT_EQ(header(cutting.messages()[0], "Message-ID"), id);
}

TEST_P(Mailing, many_mails_leave_over_few_connections) {
  MailSink sink(SmtpSecurity::none, certificate);
  add({.channel = Channel::email, .name = "邮箱", .settings = to(sink)});
  for (int i = 0; i < 12; ++i) {
    auto const one = person("员工" + std::to_string(i), "p" + std::to_string(i) + "@example.com", {});
    happens(news("escalation.due", std::to_string(i)), {{one.employee, "owner", {}}});
  }
  EXPECT_EQ(deliver(), 12);
  EXPECT_EQ(sink.messages().size(), 12u);
  EXPECT_LE(sink.connections(), 4);
  EXPECT_EQ(log({.state = DeliveryState::delivered}).size(), 12u);
}

TEST_P(Mailing, a_letter_to_look_at_goes_beside_the_text) {
  world().services.public_url = "https://zx.example.com";
  auto const thing = item(li);
  auto told = news("escalation.due", "1");
  told.subject_type = "work_item";
  told.subject_id = thing.id.uuid;
  told.title = "管道 <b>A&B</b>";
  mail_account();
  happens(told, {{li.employee, "owner", {}}});
  senders_of(world().services).put(Channel::email, postbox);
  EXPECT_EQ(deliver(), 1);
  auto const mail = sent().at(0).message;
  EXPECT_NE(mail.subject.find("管道 <b>A&B</b>"), std::string::npos) << "a subject is text";
  EXPECT_NE(mail.html.find("管道 &lt;b&gt;A&amp;B&lt;/b&gt;"), std::string::npos);
  EXPECT_NE(mail.html.find("href=\"https://zx.example.com/work-items/" + thing.id.text() + "\""), std::string::npos);
  EXPECT_NE(mail.html.find("因为您是负责人"), std::string::npos) << "it says why it came";
}

TEST_P(Mailing, a_trial_says_what_the_server_answered) {
  MailSink refusing(SmtpSecurity::none, certificate, {{"RCPT wang@example.com", "550 no such user"}});
  auto const account = add({.channel = Channel::email, .name = "邮箱", .settings = to(refusing)});
  auto const trial = [&](Actor const& who) { return try_account(world().services, who, account.id, {}).value(); };
  EXPECT_TRUE(trial(li).delivered);
  auto const refused = trial(wang);
  EXPECT_FALSE(refused.delivered);
  EXPECT_EQ(refused.answer, "550 no such user");
  EXPECT_EQ(refused.to, "wang@example.com");
}

TEST_P(Mailing, without_an_administrators_word_no_private_host_is_talked_to) {
  MailSink sink(SmtpSecurity::none, certificate);
  auto settings = to(sink);
  settings.erase("allow_private");
  settings["host"] = "localhost";
  auto const made = world().try_write([&](Context& ctx) { return add_account(ctx, {.channel = Channel::email, .name = "邮箱", .settings = settings}); });
  if (made) {  // a name is judged only when it is used
    auto const trial = try_account(world().services, li, made->id, {}).value();
    EXPECT_FALSE(trial.delivered);
    EXPECT_EQ(trial.answer, "outbound.address_not_allowed");
  }
  EXPECT_EQ(sink.connections(), 0);
}

}  // namespace
}  // namespace zx::notify
