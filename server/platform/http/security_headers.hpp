#pragma once
// What every reply tells the browser to forbid. A header the handler set itself wins.

#include <string>

#include "platform/http/message.hpp"

namespace zx::http {

/// Appends the security headers and, where the handler gave none, `Cache-Control: no-store` to a reply head.
/// Pages get the policy of the single page app; API replies may load nothing at all.
void append_security_headers(std::string& head, Request const& request, Reply const& reply);

}  // namespace zx::http
