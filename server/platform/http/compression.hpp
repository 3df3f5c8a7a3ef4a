#pragma once
// Content codings: what the client accepts, and gzip for replies made on the fly.

#include <string>
#include <string_view>

#include "platform/http/message.hpp"

namespace zx::http {

/// Does an Accept-Encoding value allow `coding`? An absent header allows identity only; "q=0" forbids.
bool accepts_coding(std::string_view accept_encoding, std::string_view coding);

/// One gzip member, fast level; safe from any thread.
std::string gzip(std::string_view content);

/// Replaces `reply.body` with its gzip where that helps (text or JSON beyond 1 KiB, nothing encoded yet) and the client
/// takes it. Sets Content-Encoding and Vary. `fixed_body` is left alone: static files come compressed already.
void compress_for(Request const& request, Reply& reply);

}  // namespace zx::http
