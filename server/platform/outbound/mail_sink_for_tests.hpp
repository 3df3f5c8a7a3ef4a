#pragma once
// A mail server that says what the test wants at each step.

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "platform/outbound/sink_for_tests.hpp"
#include "platform/outbound/smtp_client.hpp"

namespace zx::outbound::test {

/// What to say instead of the usual at a step: "EHLO", "AUTH", "MAIL", "RCPT <address>", "DATA", "." (behind the message), "QUIT",
/// "CONNECT", "STARTTLS"; "MAIL AGAIN": to any mail but a connection's first; "HANG UP": after each message. "cut" hangs up without a word, "silence" says nothing more.
using Script = std::map<std::string, std::string>;

class MailSink {
 public:
  MailSink(SmtpSecurity security, Certificate const& certificate, Script script = {}, std::string mechanisms = "PLAIN LOGIN")
      : security_(security), certificate_(certificate), script_(std::move(script)), mechanisms_(std::move(mechanisms)), sink_([this](Peer& peer) {
          serve(peer);
        }) {}

  std::uint16_t port() const { return sink_.port(); }
  int connections() const { return sink_.connections(); }

  std::vector<std::string> commands() const { return locked(commands_); }
  /// Complete messages as they arrived, without dots added on the way.
  std::vector<std::string> messages() const { return locked(messages_); }
  /// What was said before TLS began.
  std::vector<std::string> commands_in_the_clear() const { return locked(clear_); }

 private:
  struct Ended {};

  template <class List>
  List locked(List const& list) const {
    std::lock_guard lock(mutex_);
    return list;
  }

  void say(Peer& peer, std::string const& step, std::string const& usual) {
    auto const other = script_.find(step);
    auto const& text = other == script_.end() ? usual : other->second;
    if (text == "cut") throw Ended{};
    if (text == "silence") {
      peer.wait_until_gone();
      throw Ended{};
    }
    peer.write(text + "\r\n");
  }

  std::string hear(Peer& peer) {
    auto const line = peer.read_line();
    if (peer.gone()) throw Ended{};
    std::lock_guard lock(mutex_);
    commands_.push_back(line);
    if (!peer.under_tls()) clear_.push_back(line);
    return line;
  }

  void serve(Peer& peer) {
    taken_ = 0;
    try {
      if (security_ == SmtpSecurity::implicit_tls && !peer.start_tls(certificate_)) return;
      say(peer, "CONNECT", "220 sink.test ready");
      while (answer(peer, hear(peer))) {}
    } catch (Ended const&) {}
  }

  bool answer(Peer& peer, std::string const& line) {
    if (line.starts_with("EHLO")) say(peer, "EHLO", greeting(peer));
    else if (line == "STARTTLS") {
      say(peer, "STARTTLS", "220 go ahead");
      if (!peer.start_tls(certificate_)) throw Ended{};
    } else if (line.starts_with("AUTH")) log_in(peer, line);
    else if (line.starts_with("MAIL")) say(peer, taken_ > 0 && script_.contains("MAIL AGAIN") ? "MAIL AGAIN" : "MAIL", "250 sender ok");
    else if (line.starts_with("RCPT")) say(peer, "RCPT " + line.substr(9, line.find('>') - 9), "250 receiver ok");
    else if (line == "DATA") take_message(peer);
    else if (line == "QUIT") {
      say(peer, "QUIT", "221 bye");
      return false;
    } else peer.write("502 not known\r\n");
    return true;
  }

  std::string greeting(Peer& peer) const {
    std::string text = "250-sink.test\r\n250-8BITMIME\r\n";
    if (security_ == SmtpSecurity::starttls && !peer.under_tls()) text += "250-STARTTLS\r\n";
    return text + "250 AUTH " + mechanisms_;
  }

  void log_in(Peer& peer, std::string const& line) {
    if (line.starts_with("AUTH LOGIN")) {
      peer.write("334 VXNlcm5hbWU6\r\n");
      hear(peer);
      peer.write("334 UGFzc3dvcmQ6\r\n");
      hear(peer);
    } else if (line == "AUTH PLAIN") {
      peer.write("334 \r\n");
      hear(peer);
    }
    say(peer, "AUTH", "235 welcome");
  }

  void take_message(Peer& peer) {
    if (script_.contains("DATA")) return say(peer, "DATA", "");
    peer.write("354 go on\r\n");
    std::string message;
    for (auto line = peer.read_line(); line != "."; line = peer.read_line()) {
      if (peer.gone()) throw Ended{};
      message += (line.starts_with('.') ? line.substr(1) : line) + "\r\n";
    }
    {
      std::lock_guard lock(mutex_);
      messages_.push_back(message);
    }
    say(peer, ".", "250 queued as 4711");
    ++taken_;
    if (script_.contains("HANG UP")) throw Ended{};
  }

  SmtpSecurity security_;
  Certificate const& certificate_;
  Script script_;
  std::string mechanisms_;
  mutable std::mutex mutex_;
  std::vector<std::string> commands_, clear_, messages_;
  std::atomic<int> taken_{0};  // over this connection
  Sink sink_;                  // last: it serves with all of the above
};

}  // namespace zx::outbound::test
