#pragma once
// The network edge: HTTP/1.1 over plain TCP or TLS. Boost.Asio coroutines feed Beast's parser by hand (server.cpp is
// the only file that includes Beast); handlers run on a bounded pool of worker threads.

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "platform/http/message.hpp"

namespace zx::http {

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  ///< 0 = any free port, see Server::port
  int io_threads = 1;
  int workers = 32;                     ///< blocking handlers in flight
  int queue = 512;                      ///< waiting requests beyond that; full = 503 with Retry-After
  std::size_t header_limit = 16 << 10;  ///< 431 beyond
  std::size_t body_limit = 1 << 20;     ///< 413 beyond
  /// Paths (prefixes) that may carry more, with their own limit: uploads.
  std::map<std::string, std::size_t> body_limits;
  std::chrono::milliseconds idle_timeout{60'000};
  std::chrono::milliseconds header_timeout{10'000};  ///< total, from the first byte of a request
  std::chrono::milliseconds body_timeout{20'000};    ///< total for bodies up to 1 MiB; larger ones must keep 64 KiB/s
  std::chrono::milliseconds write_timeout{20'000};
  std::chrono::milliseconds heartbeat{15'000};  ///< comment sent on a silent event stream
  std::size_t stream_buffer_limit = 256 << 10;  ///< an event-stream client further behind than this is cut
  int max_connections = 10'000;                 ///< beyond: 503 and closed (over TLS just closed)
  std::string tls_certificate_file;             ///< both set = TLS 1.2+
  std::string tls_key_file;
  std::vector<std::string> trusted_proxies;  ///< addresses and networks whose X-Forwarded-For / -Proto are believed
  /// The text of a code in a language ("zh", "en"), for refusals made before any handler; without it they are English.
  std::function<std::string(std::string_view language, std::string_view code)> text = {};
};

class Server {
 public:
  Server(ServerOptions options, Handler handler);
  ~Server();
  /// Binds and starts threads; throws std::runtime_error with address and reason when the port is taken.
  void start();
  std::uint16_t port() const;
  /// Stops accepting, finishes requests in flight (at most `grace`), ends event streams, joins. Idempotent.
  void stop(std::chrono::milliseconds grace = std::chrono::seconds(10));
  /// For /metrics: connections, in_flight, queued, rejected_total, streams.
  std::map<std::string, double> figures() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace zx::http
