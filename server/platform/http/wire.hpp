#pragma once
// A reply as bytes: status line, headers and body, ready to be written.

#include <string>
#include <string_view>

#include "platform/http/message.hpp"

namespace zx::http {

enum class Persistence { close, keep_alive };
enum class Part { whole, head_only };

struct WireReply {
  std::string head;  ///< ends with the empty line; holds the body too when that is small
  std::string body;
  std::string_view fixed;  ///< instead of `body`
  Persistence after = Persistence::close;

  std::string_view content() const { return fixed.empty() ? std::string_view(body) : fixed; }
};

/// Compresses, frames and completes a reply. Framing headers (Content-Length, Connection, …) are ours alone; headers
/// whose name or value would break out of its line are dropped. An event stream ends with its connection.
WireReply to_wire(Request const& request, Reply reply, Persistence after, Part part);

}  // namespace zx::http
