#pragma once
// For tests: a server on a free port of 127.0.0.1 and a client that speaks raw bytes.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <thread>

#include "platform/http/server.hpp"

namespace zx::http::test {

class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) leave();
  }
  ~Client() { leave(); }
  Client(Client&& other) noexcept : socket_(std::exchange(other.socket_, -1)), pending_(std::move(other.pending_)) {}

  int handle() const { return socket_; }
  bool connected() const { return socket_ >= 0; }
  void leave() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
  }
  void finish_sending() { ::shutdown(socket_, SHUT_WR); }

  bool send(std::string_view text) {
    while (!text.empty()) {
      auto n = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
      if (n <= 0) return false;
      text.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
  }

  /// Waits for more; false at the end of the connection or after `patience`.
  bool receive(std::chrono::milliseconds patience = std::chrono::seconds(5)) {
    pollfd waiting{socket_, POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(patience.count())) <= 0) return false;
    char chunk[16384];
    auto n = ::recv(socket_, chunk, sizeof chunk, 0);
    if (n <= 0) return false;
    pending_.append(chunk, static_cast<std::size_t>(n));
    return true;
  }

  /// Everything up to and including `mark`; what was read when it never comes.
  std::string read_until(std::string_view mark, std::chrono::milliseconds patience = std::chrono::seconds(5)) {
    for (;;) {
      auto at = pending_.find(mark);
      if (at != std::string::npos) return take(at + mark.size());
      if (!receive(patience)) return take(pending_.size());
    }
  }
  std::string read_all() {
    while (receive()) {}
    return take(pending_.size());
  }
  /// One reply with Content-Length.
  std::string read_reply() {
    std::string head = read_until("\r\n\r\n");
    auto at = head.find("Content-Length: ");
    std::size_t length = at == std::string::npos ? 0 : std::stoul(head.substr(at + 16));
    while (pending_.size() < length && receive()) {}
    return head + take(std::min(length, pending_.size()));
  }
  std::string ask(std::string_view request) {
    send(request);
    return read_reply();
  }

 private:
  std::string take(std::size_t count) {
    std::string taken = pending_.substr(0, count);
    pending_.erase(0, count);
    return taken;
  }

  int socket_;
  std::string pending_;
};

inline std::string get(std::string_view target, std::string_view more_headers = "") {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: test\r\n" + std::string(more_headers) + "\r\n";
}

inline std::string post(std::string_view target, std::string_view body, std::string_view more_headers = "") {
  return "POST " + std::string(target) + " HTTP/1.1\r\nHost: test\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + std::string(more_headers) +
         "\r\n" + std::string(body);
}

/// Answers with what was asked: method-independent, one line each.
inline Reply echo(Request const& request) {
  Reply reply{.content_type = "text/plain"};
  reply.body = "path=" + request.path + "\nbody=" + request.body + "\n";
  return reply;
}

inline std::unique_ptr<Server> started(Handler handler, ServerOptions options = {}) {
  options.port = 0;
  auto server = std::make_unique<Server>(std::move(options), std::move(handler));
  server->start();
  return server;
}

template <class Condition>
bool eventually(Condition condition, std::chrono::milliseconds patience = std::chrono::seconds(5)) {
  auto deadline = std::chrono::steady_clock::now() + patience;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return true;
}

}  // namespace zx::http::test
