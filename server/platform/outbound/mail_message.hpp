#pragma once
// A mail as it goes over the wire: RFC 5322 and MIME, CRLF, seven bits, lines of at most 76 bytes (a long file name excepted).

#include <string>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/base/time.hpp"
#include "platform/outbound/mail_address.hpp"

namespace zx::outbound {

struct MailAttachment {
  std::string file_name;     ///< UTF-8, without folders
  std::string content_type;  ///< "application/pdf", "text/calendar; charset=utf-8; method=PUBLISH"
  std::string bytes;
};

struct MailMessage {
  Mailbox from;
  std::vector<Mailbox> to;
  std::vector<Mailbox> reply_to;
  std::string subject;
  std::string text;  ///< UTF-8, always there: some read nothing else
  std::string html;  ///< empty: none
  std::vector<MailAttachment> attachments;
  /// "<something@host>". Sending again after an ambiguous end must use the same one: the receiver's server can then see the twin.
  std::string message_id;
  std::string in_reply_to;  ///< a message id, or empty; keeps the mails of one matter together
  Instant date;
  bool automatic = true;        ///< Auto-Submitted: auto-generated, so that absence notes do not answer
  std::string unsubscribe_url;  ///< List-Unsubscribe; empty: none
  bool one_click = false;       ///< the URL takes RFC 8058's POST
};

/// Refuses wrong addresses (outbound.mail_address_invalid), no receiver (outbound.mail_without_receiver) and control characters
/// where they could start a header of their own (outbound.mail_header_invalid with {header}). The same message gives the same bytes.
Result<std::string> compose(MailMessage const& message);

}  // namespace zx::outbound
