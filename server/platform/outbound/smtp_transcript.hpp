#pragma once
// Private to smtp_client.cpp: which of the server's replies answered what. libcurl tells one error for the whole conversation; who
// was refused, and whether the message was already handed over, is only in the conversation itself.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/outbound/smtp_client.hpp"

namespace zx::outbound {

class SmtpTranscript {
 public:
  /// One line as the server sent it.
  void server_said(std::string_view line);
  /// One command; passwords pass through here and are not kept.
  void client_said(std::string_view line);
  /// The whole message has been given to the connection; next comes the final dot.
  void message_ended() { step_ = Step::message; }

  bool message_was_handed_over() const { return step_ == Step::message && !verdict_; }
  bool login_was_refused() const { return login_refused_; }
  /// To MAIL FROM, when it was no.
  std::optional<SmtpReply> const& sender_refusal() const { return sender_refusal_; }
  /// In the order of the RCPT commands; nullopt: no answer came.
  std::vector<std::optional<SmtpReply>> const& recipients() const { return recipients_; }
  /// To the message itself, or to DATA when that was refused.
  std::optional<SmtpReply> const& verdict() const { return verdict_; }
  std::optional<SmtpReply> const& last() const { return last_; }

 private:
  enum class Step { greeting, other, login, sender, recipient, data, message };
  void conclude(SmtpReply reply);

  Step step_ = Step::greeting;
  std::string text_;
  bool login_refused_ = false;
  std::optional<SmtpReply> sender_refusal_;
  std::vector<std::optional<SmtpReply>> recipients_;
  std::optional<SmtpReply> verdict_;
  std::optional<SmtpReply> last_;
};

}  // namespace zx::outbound
