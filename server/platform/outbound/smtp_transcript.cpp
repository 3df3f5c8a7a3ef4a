#include "platform/outbound/smtp_transcript.hpp"

#include <algorithm>
#include <charconv>

namespace zx::outbound {
namespace {

constexpr std::size_t longest_reply = 1000;

std::optional<int> reply_code(std::string_view line) {
  int code = 0;
  if (line.size() < 3 || std::from_chars(line.data(), line.data() + 3, code).ptr != line.data() + 3 || code < 200 || code > 599) return std::nullopt;
  return code;
}

/// What is shown to people: printable, in one line.
void append_readable(std::string& text, std::string_view line) {
  if (!text.empty()) text += ' ';
  for (unsigned char c : line.substr(0, longest_reply - std::min(longest_reply, text.size()))) text += c < ' ' || c >= 0x7f ? '?' : static_cast<char>(c);
}

}  // namespace

void SmtpTranscript::server_said(std::string_view line) {
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  auto const code = reply_code(line);
  if (!code) return;
  append_readable(text_, line.substr(std::min<std::size_t>(line.size(), 4)));
  if (line.size() > 3 && line[3] == '-') return;
  conclude({*code, std::move(text_)});
  text_.clear();
}

void SmtpTranscript::conclude(SmtpReply reply) {
  last_ = reply;
  switch (step_) {
    case Step::login: login_refused_ = reply.code >= 400; break;
    case Step::sender:
      if (reply.code >= 400) sender_refusal_ = std::move(reply);
      break;
    case Step::recipient: recipients_.back() = std::move(reply); break;
    case Step::data:
      if (reply.code >= 400) verdict_ = std::move(reply);
      break;
    case Step::message:
      if (!verdict_) verdict_ = std::move(reply);
      break;
    case Step::greeting:
    case Step::other: break;
  }
}

void SmtpTranscript::client_said(std::string_view line) {
  if (step_ == Step::message) return;  // RSET or QUIT: the verdict stands
  if (line.starts_with("MAIL FROM:")) step_ = Step::sender;
  else if (line.starts_with("RCPT TO:")) {
    step_ = Step::recipient;
    recipients_.emplace_back();
  } else if (line.starts_with("DATA")) step_ = Step::data;
  else if (line.starts_with("AUTH")) step_ = Step::login;
  else if (step_ != Step::login || line.starts_with("EHLO") || line.starts_with("HELO") || line.starts_with("QUIT")) step_ = Step::other;
}

}  // namespace zx::outbound
