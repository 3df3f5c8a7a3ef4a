#pragma once

#include <string>
#include <string_view>

namespace zx::http {

/// Content-Disposition of a download: a plain ASCII name for old clients and the real one as RFC 8187 `filename*`.
std::string attachment_disposition(std::string_view file_name);

}  // namespace zx::http
