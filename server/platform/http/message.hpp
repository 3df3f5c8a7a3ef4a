#pragma once
// Plain values between the network edge and the application. No network library below this header.

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/result.hpp"

namespace zx::http {

/// Handlers never see `head`: the edge asks for `get` and withholds the body.
enum class Method { get, head, post, put, patch, delete_, options };
/// "GET"
std::string_view word(Method method);

struct Request {
  Method method = Method::get;
  std::string target;                                      ///< as received: "/api/v1/x?y=z"
  std::string path;                                        ///< percent-decoded UTF-8 without the query; no dot or empty segments
  std::vector<std::pair<std::string, std::string>> query;  ///< decoded, in order
  std::map<std::string, std::string> headers;              ///< names in lower case; repeated ones joined by ", "
  std::string body;
  std::string remote_address;  ///< peer, or the forwarded client when the peer is a trusted proxy
  bool secure = false;         ///< TLS here or at the trusted proxy
  std::string request_id;      ///< for logs and problem documents

  /// Empty when absent.
  std::string_view header(std::string_view lower_name) const;
  /// The first of that name; repeated parameters stay in `query`.
  std::optional<std::string_view> parameter(std::string_view name) const;
  std::optional<std::string> cookie(std::string_view name) const;
};

/// Feeds one server-sent-event client until it goes away. `send` is thread-safe and never blocks: a client that does
/// not keep up is cut.
class EventStream {
 public:
  virtual ~EventStream() = default;
  /// One complete event; false when the client is gone.
  virtual bool send(std::string_view event, std::string_view data, std::string_view id = {}) = 0;
  virtual bool open() const = 0;
};

struct Reply {
  int status = 200;
  std::string content_type = "application/json";
  /// A name or value that could break out of its line (CR, LF, NUL) is dropped, as are framing headers.
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  /// Static content that outlives the server: sent without a copy instead of `body`.
  std::string_view fixed_body;
  /// When set the connection becomes text/event-stream; called once with the stream, on the worker thread.
  std::function<void(std::shared_ptr<EventStream>)> stream;

  Reply& header(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
  }
};

/// Called on a worker thread; plain blocking code. Must not throw (the application wraps it).
using Handler = std::function<Reply(Request const&)>;

}  // namespace zx::http
