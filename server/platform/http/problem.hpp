#pragma once
// A refusal as an RFC 9457 problem document.

#include <string_view>

#include "platform/base/result.hpp"
#include "platform/http/message.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::http {

int status_of(RefusalKind kind);

/// {"type","title","status","code","detail","request_id","errors":[{"field","code","message"}]}: texts in `language`,
/// `errors` only when fields are wrong. `detail` repeats the title, or with wrong fields lists what they need.
/// 401 asks for a bearer token; 429 and 503 carry Retry-After from the argument "retry_after" (seconds, default 1).
/// `current` is the answer that shows what a stale change should have been based on: its ETag becomes the reply's, its
/// version and body become "version" and "current".
Reply problem(Refusal const& refusal, std::string_view language, Catalogue const& catalogue, std::string_view request_id, Reply const* current = nullptr);

}  // namespace zx::http
