#pragma once
// A small server on 127.0.0.1 that does exactly what a test says, line by line: also the rude things real servers do.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "platform/outbound/certificate_for_tests.hpp"

namespace zx::outbound::test {

/// One connection, plain or under TLS.
class Peer {
 public:
  explicit Peer(int handle) : handle_(handle) {}
  ~Peer() {
    if (ssl_) SSL_free(ssl_);
    if (tls_) SSL_CTX_free(tls_);
  }
  Peer(Peer const&) = delete;

  bool start_tls(Certificate const& certificate) {
    tls_ = SSL_CTX_new(TLS_server_method());
    SSL_CTX_use_certificate_file(tls_, certificate.certificate_file().c_str(), SSL_FILETYPE_PEM);
    SSL_CTX_use_PrivateKey_file(tls_, certificate.key_file().c_str(), SSL_FILETYPE_PEM);
    ssl_ = SSL_new(tls_);
    SSL_set_fd(ssl_, handle_);
    return SSL_accept(ssl_) == 1;
  }
  bool under_tls() const { return ssl_ != nullptr; }

  /// False when the other side has gone.
  bool write(std::string_view text) {
    if (ssl_) return SSL_write(ssl_, text.data(), static_cast<int>(text.size())) > 0;
    while (!text.empty()) {
      auto const sent = ::send(handle_, text.data(), text.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      text.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  /// Without its end; empty and `gone()` when there is none.
  std::string read_line() {
    std::string line;
    while (true) {
      char const c = read_byte();
      if (gone_ || c == '\n') break;
      if (c != '\r') line += c;
    }
    return line;
  }
  std::string read_bytes(std::size_t count) {
    std::string bytes;
    while (bytes.size() < count && !gone_) bytes += read_byte();
    return bytes;
  }
  bool gone() const { return gone_; }
  void wait_until_gone() {
    while (!gone_) read_byte();
  }
  void hang_up() { ::shutdown(handle_, SHUT_RDWR); }

 private:
  char read_byte() {
    char byte = 0;
    auto const count = ssl_ ? SSL_read(ssl_, &byte, 1) : static_cast<int>(::recv(handle_, &byte, 1, 0));
    if (count <= 0) gone_ = true;
    return byte;
  }

  int handle_;
  SSL_CTX* tls_ = nullptr;
  SSL* ssl_ = nullptr;
  bool gone_ = false;
};

class Sink {
 public:
  using Behaviour = std::function<void(Peer&)>;

  explicit Sink(Behaviour behaviour) : behaviour_(std::move(behaviour)), listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 16) != 0) throw std::runtime_error("no port");
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    acceptor_ = std::thread([this] { accept_all(); });
  }
  ~Sink() {
    ::shutdown(listener_, SHUT_RDWR);
    acceptor_.join();
    {
      std::lock_guard lock(mutex_);
      for (int handle : handles_) ::shutdown(handle, SHUT_RDWR);
    }
    for (auto& thread : threads_) thread.join();
    for (int handle : handles_) ::close(handle);
    ::close(listener_);
  }
  Sink(Sink const&) = delete;

  std::uint16_t port() const { return port_; }
  int connections() const { return connections_; }

 private:
  void accept_all() {
    while (true) {
      int const handle = ::accept(listener_, nullptr, nullptr);
      if (handle < 0) return;
      ++connections_;
      std::lock_guard lock(mutex_);
      handles_.push_back(handle);
      threads_.emplace_back([this, handle] {
        Peer peer(handle);
        behaviour_(peer);
        peer.hang_up();
      });
    }
  }

  Behaviour behaviour_;
  int listener_;
  std::uint16_t port_ = 0;
  std::atomic<int> connections_ = 0;
  std::mutex mutex_;
  std::vector<int> handles_;
  std::vector<std::thread> threads_;
  std::thread acceptor_;
};

/// A port on which nobody listens.
inline std::uint16_t closed_port() {
  int const handle = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
  socklen_t size = sizeof address;
  ::bind(handle, reinterpret_cast<sockaddr*>(&address), size);
  ::getsockname(handle, reinterpret_cast<sockaddr*>(&address), &size);
  ::close(handle);
  return ntohs(address.sin_port);
}

}  // namespace zx::outbound::test
