#include "platform/outbound/mail_message.hpp"

#include <algorithm>

#include "platform/auth/digest.hpp"
#include "platform/base/text.hpp"
#include "platform/outbound/encoding.hpp"
#include "platform/outbound/mail_headers.hpp"

namespace zx::outbound {
namespace {

Refusal bad_header(std::string name) { return Refusal::invalid("outbound.mail_header_invalid", {{"header", std::move(name)}}); }

bool is_message_id(std::string_view text) {
  return text.size() > 4 && text.size() <= 250 && text.starts_with('<') && text.ends_with('>') && text.find('@') != text.npos &&
         std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~'; }) && std::ranges::count(text, '<') == 1 && std::ranges::count(text, '>') == 1;
}

bool is_header_url(std::string_view text) {
  return text.size() <= 900 && std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~' && c != '<' && c != '>'; });
}

bool is_content_type(std::string_view text) {
  return text.find('/') != text.npos && std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

Result<void> check_mailboxes(std::string const& header, std::vector<Mailbox> const& mailboxes) {
  for (auto const& mailbox : mailboxes) {
    if (auto checked = check_mail_address(mailbox.address); !checked) return checked;
    if (!is_header_text(mailbox.name)) return bad_header(header);
  }
  return {};
}

Result<void> check(MailMessage const& message) {
  if (message.to.empty()) return Refusal::invalid("outbound.mail_without_receiver");
  if (auto from = check_mailboxes("From", {message.from}); !from) return from;
  if (auto to = check_mailboxes("To", message.to); !to) return to;
  if (auto reply_to = check_mailboxes("Reply-To", message.reply_to); !reply_to) return reply_to;
  if (!is_header_text(message.subject)) return bad_header("Subject");
  if (!is_message_id(message.message_id)) return bad_header("Message-ID");
  if (!message.in_reply_to.empty() && !is_message_id(message.in_reply_to)) return bad_header("In-Reply-To");
  if (!is_header_url(message.unsubscribe_url)) return bad_header("List-Unsubscribe");
  for (auto const& attachment : message.attachments) {
    if (!is_header_text(attachment.file_name) || attachment.file_name.size() > 255) return bad_header("Content-Disposition");
    if (!is_content_type(attachment.content_type)) return bad_header("Content-Type");
  }
  return {};
}

std::string base64_lines(std::string_view bytes) {
  constexpr std::size_t bytes_per_line = 57;
  std::string lines;
  for (std::size_t at = 0; at < bytes.size(); at += bytes_per_line) lines += base64(bytes.substr(at, bytes_per_line)) + "\r\n";
  return lines;
}

std::string with_crlf(std::string_view text) {
  std::string lines;
  char before = 0;
  for (char c : text) {
    if (c == '\n' && before != '\r') lines += '\r';
    lines += before = c;
  }
  return lines;
}

std::string text_part(std::string_view kind, std::string_view text) {
  return "Content-Type: text/" + std::string(kind) + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64_lines(with_crlf(text));
}

std::string attachment_part(MailAttachment const& attachment) {
  return attachment_headers(attachment.content_type, attachment.file_name) + "Content-Transfer-Encoding: base64\r\n\r\n" + base64_lines(attachment.bytes);
}

/// The parts are headers and base64, in which "=_" never begins a line, so the boundary stands in none of them.
std::string multipart(std::string_view kind, std::string_view message_id, std::vector<std::string> const& parts) {
  auto const boundary = "=_" + std::string(kind) + "_" + auth::hex(auth::sha256(message_id)).substr(0, 24);
  std::string whole = "Content-Type: multipart/" + std::string(kind) + ";\r\n boundary=\"" + boundary + "\"\r\n\r\n";
  for (auto const& part : parts) whole += "--" + boundary + "\r\n" + part;
  return whole + "--" + boundary + "--\r\n";
}

std::string body(MailMessage const& message) {
  auto reading = text_part("plain", message.text);
  if (!message.html.empty()) reading = multipart("alternative", message.message_id, {std::move(reading), text_part("html", message.html)});
  if (message.attachments.empty()) return reading;
  std::vector<std::string> parts{std::move(reading)};
  for (auto const& attachment : message.attachments) parts.push_back(attachment_part(attachment));
  return multipart("mixed", message.message_id, parts);
}

std::string headers(MailMessage const& message) {
  auto text = date_header(message.date) + mailbox_header("From", std::span(&message.from, 1)) + mailbox_header("To", message.to);
  if (!message.reply_to.empty()) text += mailbox_header("Reply-To", message.reply_to);
  text += text_header("Subject", message.subject) + "Message-ID: " + message.message_id + "\r\n";
  if (!message.in_reply_to.empty()) text += "In-Reply-To: " + message.in_reply_to + "\r\nReferences: " + message.in_reply_to + "\r\n";
  if (message.automatic) text += "Auto-Submitted: auto-generated\r\n";
  if (!message.unsubscribe_url.empty()) text += "List-Unsubscribe: <" + message.unsubscribe_url + ">\r\n";
  if (!message.unsubscribe_url.empty() && message.one_click) text += "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
  return text + "MIME-Version: 1.0\r\n";
}

}  // namespace

Result<std::string> compose(MailMessage const& message) {
  if (auto checked = check(message); !checked) return std::move(checked).refusal();
  return headers(message) + body(message);
}

}  // namespace zx::outbound
