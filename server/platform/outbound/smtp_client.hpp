#pragma once
// One mail to one mail server, and what became of it for every receiver. It blocks: call it from a worker, outside any transaction.

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/base/time.hpp"
#include "platform/outbound/address_policy.hpp"

namespace zx::outbound {

enum class SmtpSecurity {
  implicit_tls,  ///< TLS from the first byte, usually port 465
  starttls,      ///< usually port 587; a server that does not offer it gets neither password nor mail
  none,          ///< only where an administrator has said so: a relay on the same machine
};

struct SmtpServer {
  std::string host;
  std::uint16_t port = 465;
  SmtpSecurity security = SmtpSecurity::implicit_tls;
  std::string user;                 ///< empty: no login
  std::string password;             ///< Chinese hosts want the client code (授权码), not the login password
  std::string hello = "localhost";  ///< how we call ourselves in EHLO
  std::string ca_file;              ///< PEM; empty: the system's certificates
  AddressPolicy addresses;
  Milliseconds connect_timeout{10'000};
  Milliseconds total_timeout{60'000};
};

struct SmtpReply {
  int code = 0;
  std::string text;  ///< one line of printable ASCII
  bool operator==(SmtpReply const&) const = default;
};

enum class MailOutcome {
  delivered,  ///< the server has taken it over
  refused,    ///< 5xx: sending it again will not help
  try_later,  ///< 4xx, or the mail never got so far
  ambiguous,  ///< handed over, and the connection ended before the answer: the server may have it (RFC 1047)
};

enum class MailTrouble {
  none,
  unreachable,  ///< name, route, refused connection, timeout, connection cut
  certificate,  ///< TLS failed, or the server is not who it says it is
  no_tls,       ///< STARTTLS was required and is not offered
  login,        ///< user or password refused, or no common way to log in
  sender,       ///< MAIL FROM refused: most hosts want the login address
  recipient,
  message,  ///< DATA or the content refused
  server,   ///< an answer that is none, or a refusal at another place
  stopped,  ///< by the stop token
};

struct RecipientOutcome {
  std::string address;
  MailOutcome outcome = MailOutcome::try_later;
  MailTrouble trouble = MailTrouble::none;
  SmtpReply reply;  ///< code 0: there was none
};

struct MailResult {
  std::vector<RecipientOutcome> recipients;  ///< in the order asked for
  std::string detail;                        ///< of the failure, for the log
};

/// `message` is what compose() gives. Refuses, before anything is sent: wrong addresses (outbound.mail_address_invalid), a host that
/// leads to a closed address (outbound.address_not_allowed), an unusable host name, greeting name, user or password
/// (outbound.mail_server_invalid with {field}).
Result<MailResult> send_mail(SmtpServer const& server, std::string_view from, std::vector<std::string> const& to, std::string_view message,
                             std::stop_token stop = {});

/// The same for several mails in a row over one connection, logged in once; a connection the server has ended meanwhile is made
/// anew before anything counts as failed. For one thread, and for as long as it has mails to send: servers tire of idle clients.
class SmtpConnection {
 public:
  explicit SmtpConnection(SmtpServer server);
  ~SmtpConnection();
  SmtpConnection(SmtpConnection&&) noexcept;

  Result<MailResult> send(std::string_view from, std::vector<std::string> const& to, std::string_view message);

 private:
  friend Result<MailResult> send_mail(SmtpServer const&, std::string_view, std::vector<std::string> const&, std::string_view, std::stop_token);
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace zx::outbound
