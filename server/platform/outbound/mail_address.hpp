#pragma once

#include <string>
#include <string_view>

#include "platform/base/result.hpp"

namespace zx::outbound {

struct Mailbox {
  std::string name;  ///< as people read it, UTF-8; may be empty
  std::string address;
};

/// "name@host" in plain ASCII letters, without quotes, comments and brackets: what mail systems in use accept, and nothing that
/// could end a header line or an SMTP command.
bool is_mail_address(std::string_view text);

/// Refuses anything else as outbound.mail_address_invalid with {address}.
Result<void> check_mail_address(std::string_view text);

}  // namespace zx::outbound
