#include "platform/outbound/smtp_client.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "platform/outbound/curl_session.hpp"
#include "platform/outbound/mail_address.hpp"
#include "platform/outbound/smtp_transcript.hpp"
#include "platform/outbound/web_address.hpp"

namespace zx::outbound {
namespace {

bool is_host_text(std::string_view text) {
  return !text.empty() && text.size() <= 253 && std::ranges::all_of(text, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '-' || c == ':' || c == '[' || c == ']';
  });
}

bool is_one_line(std::string_view text) {
  return std::ranges::none_of(text, [](unsigned char c) { return c < ' ' || c == 0x7f; });
}

Refusal bad_server(std::string field) { return Refusal::invalid("outbound.mail_server_invalid", {{"field", std::move(field)}}); }

Result<void> check(SmtpServer const& server, std::string_view from, std::vector<std::string> const& to) {
  if (!is_host_text(server.host)) return bad_server("host");
  if (server.port == 0) return bad_server("port");
  if (!is_host_text(server.hello)) return bad_server("hello");
  if (!is_one_line(server.user)) return bad_server("user");
  if (!is_one_line(server.password)) return bad_server("password");
  if (auto host = check_host(server.host, server.addresses); !host) return host;
  if (to.empty()) return Refusal::invalid("outbound.mail_without_receiver");
  if (auto sender = check_mail_address(from); !sender) return sender;
  for (auto const& address : to)
    if (auto receiver = check_mail_address(address); !receiver) return receiver;
  return {};
}

std::string url_of(SmtpServer const& server) {
  auto const host = plain_host(server.host);
  auto const literal_v6 = host.find(':') != host.npos;
  return fmt::format("{}://{}:{}/{}", server.security == SmtpSecurity::implicit_tls ? "smtps" : "smtp", literal_v6 ? "[" + host + "]" : host, server.port,
                     server.hello);
}

/// Feeds the message to libcurl and listens to the conversation.
struct Conversation {
  CurlSession const& session;
  std::string_view unsent = {};
  SmtpTranscript transcript = {};

  static std::size_t on_read(char* buffer, std::size_t, std::size_t room, void* self) {
    auto& conversation = *static_cast<Conversation*>(self);
    auto const piece = conversation.unsent.substr(0, room);
    std::memcpy(buffer, piece.data(), piece.size());
    conversation.unsent.remove_prefix(piece.size());
    if (piece.empty()) conversation.transcript.message_ended();
    return piece.size();
  }

  static int on_line(CURL*, curl_infotype kind, char* bytes, std::size_t size, void* self) {
    auto& [session, unsent, transcript] = *static_cast<Conversation*>(self);
    std::string_view const line(bytes, size);
    if (kind == CURLINFO_HEADER_IN) transcript.server_said(line);
    if (kind == CURLINFO_HEADER_OUT) transcript.client_said(line);
    if (kind == CURLINFO_HEADER_OUT && line.starts_with("QUIT")) session.stop_listening();
    return 0;
  }
};

void configure(CurlSession& session, SmtpServer const& server, std::string const& url, std::string const& from, CurlList const& recipients) {
  session.set(CURLOPT_URL, url.c_str());
  session.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  session.set(CURLOPT_USE_SSL, static_cast<long>(server.security == SmtpSecurity::none ? CURLUSESSL_NONE : CURLUSESSL_ALL));
  session.set(CURLOPT_MAIL_FROM, from.c_str());
  session.set(CURLOPT_MAIL_RCPT, recipients.get());
  session.set(CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1L);
  if (server.user.empty()) return;
  session.set(CURLOPT_USERNAME, server.user.c_str());
  session.set(CURLOPT_PASSWORD, server.password.c_str());
  session.set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN");
}

void converse(CurlSession& session, Conversation& conversation) {
  session.set(CURLOPT_UPLOAD, 1L);
  // No size: libcurl compares it with the bytes after doubling leading dots, and would stop before the end or not ask for it.
  session.set(CURLOPT_INFILESIZE_LARGE, curl_off_t{-1});
  session.set(CURLOPT_READFUNCTION, &Conversation::on_read);
  session.set(CURLOPT_READDATA, &conversation);
  session.set(CURLOPT_VERBOSE, 1L);  // goes to on_line only
  session.set(CURLOPT_DEBUGFUNCTION, &Conversation::on_line);
  session.set(CURLOPT_DEBUGDATA, &conversation);
}

MailOutcome outcome_of(SmtpReply const& reply) { return reply.code >= 500 ? MailOutcome::refused : MailOutcome::try_later; }

MailTrouble trouble_of(CURLcode code, SmtpTranscript const& transcript) {
  if (transcript.login_was_refused()) return MailTrouble::login;
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING: return MailTrouble::unreachable;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR: return MailTrouble::certificate;
    case CURLE_USE_SSL_FAILED: return MailTrouble::no_tls;
    case CURLE_LOGIN_DENIED: return MailTrouble::login;
    case CURLE_ABORTED_BY_CALLBACK: return MailTrouble::stopped;
    default: return MailTrouble::server;
  }
}

/// What the conversation as a whole means for a receiver whom the server did not refuse by name.
RecipientOutcome common_outcome(CURLcode code, SmtpTranscript const& transcript) {
  if (transcript.message_was_handed_over())
    return {{}, MailOutcome::ambiguous, code == CURLE_ABORTED_BY_CALLBACK ? MailTrouble::stopped : MailTrouble::unreachable, {}};
  if (auto const& verdict = transcript.verdict()) {
    if (verdict->code < 300) return {{}, MailOutcome::delivered, MailTrouble::none, *verdict};
    return {{}, outcome_of(*verdict), MailTrouble::message, *verdict};
  }
  if (auto const& refusal = transcript.sender_refusal()) return {{}, outcome_of(*refusal), MailTrouble::sender, *refusal};
  return {{}, MailOutcome::try_later, trouble_of(code, transcript), transcript.last().value_or(SmtpReply{})};
}

MailResult result_of(CURLcode code, SmtpTranscript const& transcript, std::vector<std::string> const& to) {
  MailResult result;
  auto const common = common_outcome(code, transcript);
  auto const& replies = transcript.recipients();
  for (std::size_t i = 0; i < to.size(); ++i) {
    auto outcome = common;
    if (i < replies.size() && replies[i] && replies[i]->code >= 400) outcome = {{}, outcome_of(*replies[i]), MailTrouble::recipient, *replies[i]};
    outcome.address = to[i];
    result.recipients.push_back(std::move(outcome));
  }
  return result;
}

/// Lines and places of one mail, kept as long as libcurl may look at them.
struct Envelope {
  std::string sender;
  CurlList recipients;

  Envelope(std::string_view from, std::vector<std::string> const& to) : sender("<" + std::string(from) + ">") {
    for (auto const& address : to) recipients.add("<" + address + ">");
  }
};

/// The server ended a kept connection before it took anything of this mail: that says nothing about the mail.
bool was_stale(CurlSession const& session, CURLcode code, SmtpTranscript const& transcript) {
  if (session.number(CURLINFO_NUM_CONNECTS) > 0 || transcript.message_was_handed_over() || transcript.verdict()) return false;
  if (auto const& refusal = transcript.sender_refusal()) return refusal->code == 421;
  return code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR || code == CURLE_GOT_NOTHING;
}

}  // namespace

struct SmtpConnection::Impl {
  Impl(SmtpServer given, std::stop_token stop, bool keeps_connection)
      : server(std::move(given)),
        host(plain_host(server.host)),
        url(url_of(server)),
        session({host, &server.addresses, server.connect_timeout, server.total_timeout, &server.ca_file, std::move(stop), keeps_connection}) {}
  /// While the conversation is still there to hear the QUIT.
  ~Impl() { session.close(); }

  CURLcode try_once(Envelope const& envelope, std::string_view message) {
    conversation.unsent = message;
    conversation.transcript = {};
    configure(session, server, url, envelope.sender, envelope.recipients);
    converse(session, conversation);
    return session.perform();
  }

  Result<MailResult> send(std::string_view from, std::vector<std::string> const& to, std::string_view message) {
    if (auto checked = check(server, from, to); !checked) return std::move(checked).refusal();
    Envelope const envelope(from, to);
    auto code = try_once(envelope, message);
    if (was_stale(session, code, conversation.transcript)) code = try_once(envelope, message);
    session.set(CURLOPT_MAIL_RCPT, static_cast<curl_slist*>(nullptr));
    if (session.was_kept_back()) return Refusal::invalid("outbound.address_not_allowed", {{"host", host}});
    auto result = result_of(code, conversation.transcript, to);
    if (code != CURLE_OK) result.detail = session.error_text(code);
    return result;
  }

  SmtpServer server;
  std::string host;
  std::string url;
  CurlSession session;
  Conversation conversation{.session = session};
};

SmtpConnection::SmtpConnection(SmtpServer server) : impl_(std::make_unique<Impl>(std::move(server), std::stop_token{}, true)) {}
SmtpConnection::~SmtpConnection() = default;
SmtpConnection::SmtpConnection(SmtpConnection&&) noexcept = default;

Result<MailResult> SmtpConnection::send(std::string_view from, std::vector<std::string> const& to, std::string_view message) {
  return impl_->send(from, to, message);
}

Result<MailResult> send_mail(SmtpServer const& server, std::string_view from, std::vector<std::string> const& to, std::string_view message,
                             std::stop_token stop) {
  return SmtpConnection::Impl(server, std::move(stop), false).send(from, to, message);
}

}  // namespace zx::outbound
