#include "platform/outbound/smtp_client.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "platform/outbound/encoding.hpp"
#include "platform/outbound/mail_sink_for_tests.hpp"

namespace zx::outbound {
namespace {

using namespace std::chrono_literals;
using test::Certificate;
using test::MailSink;
using test::Script;

constexpr auto message = "Subject: hello\r\nMessage-ID: <1@test>\r\n\r\nfirst\r\n.dotted\r\n..twice\r\nlast\r\n";

class SmtpClientTest : public ::testing::Test {
 protected:
  SmtpServer server(MailSink const& sink, SmtpSecurity security) const {
    return {.host = "127.0.0.1",
            .port = sink.port(),
            .security = security,
            .user = "me@company.test",
            .password = "geheim 密码",
            .hello = "zhixing.company.test",
            .ca_file = certificate_.certificate_file(),
            .addresses = {{"127.0.0.1", "localhost"}},
            .connect_timeout = 2s,
            .total_timeout = 3s};
  }
  /// To one receiver over plain SMTP: what matters is the script.
  RecipientOutcome send(Script script) {
    MailSink sink(SmtpSecurity::none, certificate_, std::move(script));
    auto result = send_mail(server(sink, SmtpSecurity::none), "me@company.test", {"you@other.test"}, message).value();
    messages_ = sink.messages();
    return result.recipients.at(0);
  }
  static bool contains(std::vector<std::string> const& lines, std::string_view part) {
    return std::ranges::any_of(lines, [&](auto const& line) { return line.find(part) != line.npos; });
  }

  Certificate certificate_;
  std::vector<std::string> messages_;
};

TEST_F(SmtpClientTest, a_mail_arrives_unchanged_over_implicit_tls) {
  MailSink sink(SmtpSecurity::implicit_tls, certificate_);
  auto const result = send_mail(server(sink, SmtpSecurity::implicit_tls), "me@company.test", {"you@other.test"}, message).value();
  EXPECT_EQ(result.recipients.at(0).outcome, MailOutcome::delivered);
  EXPECT_EQ(result.recipients.at(0).reply, (SmtpReply{250, "queued as 4711"}));
  ASSERT_EQ(sink.messages().size(), 1U);
  EXPECT_EQ(sink.messages()[0], message);
  EXPECT_TRUE(contains(sink.commands(), "EHLO zhixing.company.test"));
  EXPECT_TRUE(contains(sink.commands(), base64(std::string("\0me@company.test\0geheim 密码", 30))));
  EXPECT_TRUE(sink.commands_in_the_clear().empty());
}

TEST_F(SmtpClientTest, mails_of_every_size_arrive_whole_with_dots_and_without) {
  MailSink sink(SmtpSecurity::none, certificate_);
  std::vector<std::string> mails{"Subject: x\r\n\r\nno dot\r\n"};
  for (std::size_t lines : {100, 3000, 30'000}) {
    mails.push_back("Subject: x\r\n\r\n");
    for (std::size_t i = 0; i < lines; ++i) mails.back() += i % 7 == 0 ? ".dotted\r\n" : "a line\r\n";
  }
  for (auto const& mail : mails)
    EXPECT_EQ(send_mail(server(sink, SmtpSecurity::none), "me@company.test", {"you@other.test"}, mail).value().recipients.at(0).outcome,
              MailOutcome::delivered);
  EXPECT_EQ(sink.messages(), mails);
}

TEST_F(SmtpClientTest, starttls_comes_before_password_and_mail) {
  MailSink sink(SmtpSecurity::starttls, certificate_);
  auto const result = send_mail(server(sink, SmtpSecurity::starttls), "me@company.test", {"you@other.test"}, message).value();
  EXPECT_EQ(result.recipients.at(0).outcome, MailOutcome::delivered);
  EXPECT_EQ(sink.commands_in_the_clear(), (std::vector<std::string>{"EHLO zhixing.company.test", "STARTTLS"}));
}

TEST_F(SmtpClientTest, a_server_that_hides_starttls_gets_neither_password_nor_mail) {
  MailSink sink(SmtpSecurity::none, certificate_);
  auto const result = send_mail(server(sink, SmtpSecurity::starttls), "me@company.test", {"you@other.test"}, message).value();
  EXPECT_EQ(result.recipients.at(0).outcome, MailOutcome::try_later);
  EXPECT_EQ(result.recipients.at(0).trouble, MailTrouble::no_tls);
  EXPECT_FALSE(contains(sink.commands(), "AUTH"));
  EXPECT_FALSE(contains(sink.commands(), "MAIL"));
}

TEST_F(SmtpClientTest, a_kept_connection_carries_many_mails_after_one_login) {
  MailSink sink(SmtpSecurity::implicit_tls, certificate_);
  {
    SmtpConnection connection(server(sink, SmtpSecurity::implicit_tls));
    for (int i = 0; i < 5; ++i) {
      auto const result = connection.send("me@company.test", {"you" + std::to_string(i) + "@other.test"}, message).value();
      EXPECT_EQ(result.recipients.at(0).outcome, MailOutcome::delivered);
      EXPECT_EQ(result.recipients.at(0).address, "you" + std::to_string(i) + "@other.test");
    }
  }
  EXPECT_EQ(sink.connections(), 1);
  EXPECT_EQ(sink.messages(), std::vector<std::string>(5, message));
  EXPECT_EQ(std::ranges::count_if(sink.commands(), [](auto const& line) { return line.starts_with("AUTH"); }), 1);
}

TEST_F(SmtpClientTest, a_kept_connection_survives_a_refused_receiver) {
  MailSink sink(SmtpSecurity::none, certificate_, {{"RCPT gone@other.test", "550 no such user"}});
  SmtpConnection connection(server(sink, SmtpSecurity::none));
  EXPECT_EQ(connection.send("me@company.test", {"gone@other.test"}, message).value().recipients.at(0).outcome, MailOutcome::refused);
  EXPECT_EQ(connection.send("me@company.test", {"you@other.test"}, message).value().recipients.at(0).outcome, MailOutcome::delivered);
  EXPECT_EQ(sink.messages().size(), 1U);
}

TEST_F(SmtpClientTest, a_server_that_tires_of_a_connection_is_called_again) {
  for (Script const& script : {Script{{"HANG UP", ""}}, Script{{"MAIL AGAIN", "421 enough for one connection"}}, Script{{"MAIL AGAIN", "cut"}}}) {
    MailSink sink(SmtpSecurity::none, certificate_, script);
    SmtpConnection connection(server(sink, SmtpSecurity::none));
    for (int i = 0; i < 3; ++i)
      EXPECT_EQ(connection.send("me@company.test", {"you@other.test"}, message).value().recipients.at(0).outcome, MailOutcome::delivered) << i;
    EXPECT_EQ(sink.connections(), 3);
    EXPECT_EQ(sink.messages().size(), 3U);
  }
}

TEST_F(SmtpClientTest, a_kept_connection_cut_behind_the_final_dot_is_ambiguous_and_not_repeated) {
  MailSink sink(SmtpSecurity::none, certificate_, {{".", "cut"}});
  SmtpConnection connection(server(sink, SmtpSecurity::none));
  EXPECT_EQ(connection.send("me@company.test", {"you@other.test"}, message).value().recipients.at(0).outcome, MailOutcome::ambiguous);
  EXPECT_EQ(sink.messages().size(), 1U);
}

TEST_F(SmtpClientTest, a_server_that_is_not_who_it_says_gets_nothing) {
  Certificate const other_name("DNS:other.test"), expired("IP:127.0.0.1", -3600);
  for (auto security : {SmtpSecurity::implicit_tls, SmtpSecurity::starttls})
    for (auto const* certificate : {&other_name, &expired}) {
      MailSink sink(security, *certificate);
      auto target = server(sink, security);
      target.ca_file = certificate->certificate_file();
      auto const result = send_mail(target, "me@company.test", {"you@other.test"}, message).value();
      EXPECT_EQ(result.recipients.at(0).outcome, MailOutcome::try_later);
      EXPECT_EQ(result.recipients.at(0).trouble, MailTrouble::certificate);
      EXPECT_FALSE(contains(sink.commands(), "AUTH"));
    }
  MailSink unknown(SmtpSecurity::implicit_tls, other_name);
  EXPECT_EQ(send_mail(server(unknown, SmtpSecurity::implicit_tls), "me@company.test", {"you@other.test"}, message).value().recipients.at(0).trouble,
            MailTrouble::certificate);
}

TEST_F(SmtpClientTest, login_is_spoken_where_plain_is_not_known) {
  MailSink sink(SmtpSecurity::implicit_tls, certificate_, {}, "LOGIN");
  auto const result = send_mail(server(sink, SmtpSecurity::implicit_tls), "me@company.test", {"you@other.test"}, message).value();
  EXPECT_EQ(result.recipients.at(0).outcome, MailOutcome::delivered);
  EXPECT_TRUE(contains(sink.commands(), base64("geheim 密码")));
}

TEST_F(SmtpClientTest, nobody_logs_in_without_a_user) {
  MailSink sink(SmtpSecurity::none, certificate_);
  auto target = server(sink, SmtpSecurity::none);
  target.user.clear();
  EXPECT_EQ(send_mail(target, "me@company.test", {"you@other.test"}, message).value().recipients.at(0).outcome, MailOutcome::delivered);
  EXPECT_FALSE(contains(sink.commands(), "AUTH"));
}

TEST_F(SmtpClientTest, a_wrong_password_is_trouble_with_the_login_not_with_the_receiver) {
  auto const outcome = send({{"AUTH", "535 5.7.8 authorization code wrong"}});
  EXPECT_EQ(outcome.outcome, MailOutcome::try_later);
  EXPECT_EQ(outcome.trouble, MailTrouble::login);
  EXPECT_EQ(outcome.reply, (SmtpReply{535, "5.7.8 authorization code wrong"}));
}

TEST_F(SmtpClientTest, a_receiver_refused_for_good_does_not_stop_the_others) {
  MailSink sink(SmtpSecurity::none, certificate_, {{"RCPT gone@other.test", "550-5.1.1 no such\r\n550 user"}, {"RCPT full@other.test", "452 mailbox full"}});
  auto const result = send_mail(server(sink, SmtpSecurity::none), "me@company.test", {"gone@other.test", "you@other.test", "full@other.test"}, message).value();
  EXPECT_EQ(result.recipients.at(0).outcome, MailOutcome::refused);
  EXPECT_EQ(result.recipients.at(0).trouble, MailTrouble::recipient);
  EXPECT_EQ(result.recipients.at(0).reply, (SmtpReply{550, "5.1.1 no such user"}));
  EXPECT_EQ(result.recipients.at(1).outcome, MailOutcome::delivered);
  EXPECT_EQ(result.recipients.at(2).outcome, MailOutcome::try_later);
  EXPECT_EQ(sink.messages().size(), 1U);
}

TEST_F(SmtpClientTest, when_no_receiver_is_left_no_mail_is_sent) {
  EXPECT_EQ(send({{"RCPT you@other.test", "450 greylisted, come back"}}).outcome, MailOutcome::try_later);
  EXPECT_EQ(send({{"RCPT you@other.test", "550 no"}}).outcome, MailOutcome::refused);
  EXPECT_TRUE(messages_.empty());
}

TEST_F(SmtpClientTest, a_refused_sender_is_refused_for_good) {
  auto const outcome = send({{"MAIL", "553 Mail from must equal authorized user"}});
  EXPECT_EQ(outcome.outcome, MailOutcome::refused);
  EXPECT_EQ(outcome.trouble, MailTrouble::sender);
  EXPECT_EQ(send({{"MAIL", "451 later"}}).outcome, MailOutcome::try_later);
}

TEST_F(SmtpClientTest, the_answer_to_the_content_decides) {
  EXPECT_EQ(send({{".", "554 looks like spam"}}).outcome, MailOutcome::refused);
  EXPECT_EQ(send({{".", "421 shutting down"}}).outcome, MailOutcome::try_later);
  EXPECT_EQ(send({{"DATA", "554 no valid recipients"}}).outcome, MailOutcome::refused);
  auto const early = send({{"DATA", "421 shutting down"}});
  EXPECT_EQ(early.outcome, MailOutcome::try_later);
  EXPECT_EQ(early.trouble, MailTrouble::message);
}

TEST_F(SmtpClientTest, a_connection_cut_behind_the_final_dot_is_ambiguous) {
  auto const outcome = send({{".", "cut"}});
  EXPECT_EQ(outcome.outcome, MailOutcome::ambiguous);
  EXPECT_EQ(outcome.trouble, MailTrouble::unreachable);
  EXPECT_EQ(messages_.size(), 1U);
  EXPECT_EQ(send({{".", "silence"}}).outcome, MailOutcome::ambiguous);
}

TEST_F(SmtpClientTest, a_connection_cut_before_the_message_is_safe_to_repeat) {
  for (auto const* step : {"CONNECT", "EHLO", "AUTH", "MAIL", "RCPT you@other.test", "DATA"}) {
    auto const outcome = send({{step, "cut"}});
    EXPECT_EQ(outcome.outcome, MailOutcome::try_later) << step;
    EXPECT_TRUE(messages_.empty()) << step;
  }
}

TEST_F(SmtpClientTest, a_server_that_is_full_is_tried_later) {
  EXPECT_EQ(send({{"CONNECT", "421 too many connections"}}).outcome, MailOutcome::try_later);
  EXPECT_EQ(send({{"CONNECT", "554 go away"}}).outcome, MailOutcome::try_later);
  EXPECT_EQ(send({{"CONNECT", "HTTP/1.1 400 Bad Request"}}).outcome, MailOutcome::try_later);
}

TEST_F(SmtpClientTest, a_silent_server_costs_no_more_than_the_timeout) {
  auto const begun = std::chrono::steady_clock::now();
  auto const outcome = send({{"CONNECT", "silence"}});
  EXPECT_EQ(outcome.outcome, MailOutcome::try_later);
  EXPECT_EQ(outcome.trouble, MailTrouble::unreachable);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 8s);
}

TEST_F(SmtpClientTest, a_delivered_mail_does_not_wait_long_for_a_goodbye) {
  auto const begun = std::chrono::steady_clock::now();
  EXPECT_EQ(send({{"QUIT", "silence"}}).outcome, MailOutcome::delivered);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 8s);
}

TEST_F(SmtpClientTest, asking_to_stop_ends_a_waiting_mail) {
  MailSink sink(SmtpSecurity::none, certificate_, {{"MAIL", "silence"}});
  auto target = server(sink, SmtpSecurity::none);
  target.total_timeout = 30s;
  std::stop_source stop;
  std::jthread later([&] {
    std::this_thread::sleep_for(100ms);
    stop.request_stop();
  });
  auto const begun = std::chrono::steady_clock::now();
  auto const result = send_mail(target, "me@company.test", {"you@other.test"}, message, stop.get_token()).value();
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 8s);
  EXPECT_EQ(result.recipients.at(0).outcome, MailOutcome::try_later);
  EXPECT_EQ(result.recipients.at(0).trouble, MailTrouble::stopped);
}

TEST_F(SmtpClientTest, an_inner_server_is_refused_unless_named) {
  MailSink sink(SmtpSecurity::none, certificate_);
  auto target = server(sink, SmtpSecurity::none);
  target.addresses = {};
  for (auto const* host : {"127.0.0.1", "localhost", "LOCALHOST."}) {
    target.host = host;
    auto const result = send_mail(target, "me@company.test", {"you@other.test"}, message);
    ASSERT_FALSE(result) << host;
    EXPECT_EQ(result.refusal().code, "outbound.address_not_allowed");
  }
  EXPECT_EQ(sink.connections(), 0);
}

TEST_F(SmtpClientTest, nothing_in_an_address_becomes_a_command) {
  MailSink sink(SmtpSecurity::none, certificate_);
  auto const target = server(sink, SmtpSecurity::none);
  for (auto const* address :
       {"a@b.test>\r\nRCPT TO:<c@d.test", "a@b.test\n", "<a@b.test>", "a b@c.test", "a@", "@b.test", "a,b@c.test,d@e.test", "张@公司.test", "a@b..test", ""}) {
    EXPECT_EQ(send_mail(target, "me@company.test", {address}, message).refusal().code, "outbound.mail_address_invalid") << address;
    EXPECT_EQ(send_mail(target, address, {"you@other.test"}, message).refusal().code, "outbound.mail_address_invalid") << address;
  }
  auto odd = target;
  odd.hello = "a\r\nMAIL FROM:<x@y>";
  EXPECT_EQ(send_mail(odd, "me@company.test", {"you@other.test"}, message).refusal().code, "outbound.mail_server_invalid");
  odd = target;
  odd.host = "user:pw@127.0.0.1/";
  EXPECT_EQ(send_mail(odd, "me@company.test", {"you@other.test"}, message).refusal().code, "outbound.mail_server_invalid");
  EXPECT_EQ(sink.connections(), 0);
}

}  // namespace
}  // namespace zx::outbound
