#pragma once
// Header lines of a mail: RFC 5322 for the form, RFC 2047 for what is not ASCII, RFC 2231 for file names.

#include <span>
#include <string>
#include <string_view>

#include "platform/base/time.hpp"
#include "platform/outbound/mail_address.hpp"

namespace zx::outbound {

/// Valid UTF-8 without control characters: nothing in it can end a header line.
bool is_header_text(std::string_view text);

/// "Subject: =?UTF-8?B?…?=\r\n", folded; no line is longer than 76 bytes. Plain ASCII stays as it is where it can be folded.
std::string text_header(std::string_view name, std::string_view text);

/// "To: =?UTF-8?B?…?= <a@b>,\r\n <c@d>\r\n"
std::string mailbox_header(std::string_view name, std::span<Mailbox const> mailboxes);

/// "Date: Fri, 20 Nov 2026 09:00:00 +0000\r\n"
std::string date_header(Instant date);

/// Content-Type and Content-Disposition of an attachment; the name twice, for mail programs old and new.
std::string attachment_headers(std::string_view content_type, std::string_view file_name);

}  // namespace zx::outbound
