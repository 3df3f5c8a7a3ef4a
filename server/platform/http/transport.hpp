#pragma once
// Private to server.cpp. Bytes in, bytes out, over TCP or TLS. Virtual on purpose: the session is compiled once.

#include <array>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

namespace zx::http {

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;
using boost::system::error_code;
using Buffers = std::array<asio::const_buffer, 2>;

enum class PeerState { maybe_sending, finished };

class Transport {
 public:
  virtual ~Transport() = default;
  virtual awaitable<void> open(error_code& error) = 0;
  virtual awaitable<std::size_t> read(asio::mutable_buffer into, error_code& error) = 0;
  virtual awaitable<void> write(Buffers buffers, error_code& error) = 0;
  /// Tells the peer that nothing more will be sent. Says whether the peer may still be sending.
  virtual awaitable<PeerState> shut_down() = 0;
  virtual tcp::socket& socket() = 0;

  /// Ends both directions at once; pending reads and writes fail.
  void close() {
    error_code ignored;
    socket().close(ignored);
  }
  /// Pending reads and writes fail, later ones work.
  void interrupt() {
    error_code ignored;
    socket().cancel(ignored);
  }
  /// Reads and forgets until the peer closes: closing with unread data would reset the connection and could destroy our
  /// last reply on its way. The session's deadline bounds it. Not for a peer whose end of file has been read: Asio does
  /// not report that twice.
  awaitable<void> discard_until_closed() {
    std::array<char, 4096> waste;
    error_code error;
    while (!error) co_await socket().async_read_some(asio::buffer(waste), asio::redirect_error(use_awaitable, error));
  }
};

class PlainTransport final : public Transport {
 public:
  explicit PlainTransport(tcp::socket socket) : socket_(std::move(socket)) {}

  awaitable<void> open(error_code&) override { co_return; }
  awaitable<std::size_t> read(asio::mutable_buffer into, error_code& error) override {
    std::size_t count = co_await socket_.async_read_some(into, asio::redirect_error(use_awaitable, error));
    co_return count;
  }
  awaitable<void> write(Buffers buffers, error_code& error) override {
    co_await asio::async_write(socket_, buffers, asio::redirect_error(use_awaitable, error));
  }
  awaitable<PeerState> shut_down() override {
    error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
    co_return PeerState::maybe_sending;
  }
  tcp::socket& socket() override { return socket_; }

 private:
  tcp::socket socket_;
};

class TlsTransport final : public Transport {
 public:
  TlsTransport(tcp::socket socket, asio::ssl::context& context) : stream_(std::move(socket), context) {}

  awaitable<void> open(error_code& error) override {
    co_await stream_.async_handshake(asio::ssl::stream_base::server, asio::redirect_error(use_awaitable, error));
  }
  awaitable<std::size_t> read(asio::mutable_buffer into, error_code& error) override {
    std::size_t count = co_await stream_.async_read_some(into, asio::redirect_error(use_awaitable, error));
    co_return count;
  }
  awaitable<void> write(Buffers buffers, error_code& error) override {
    co_await asio::async_write(stream_, buffers, asio::redirect_error(use_awaitable, error));
  }
  /// Waits for the peer's own close_notify, its end of file, or data, which OpenSSL reports as an error of its own.
  awaitable<PeerState> shut_down() override {
    error_code error;
    co_await stream_.async_shutdown(asio::redirect_error(use_awaitable, error));
    co_return error.category() == asio::error::get_ssl_category() ? PeerState::maybe_sending : PeerState::finished;
  }
  tcp::socket& socket() override { return stream_.next_layer(); }

 private:
  asio::ssl::stream<tcp::socket> stream_;
};

/// TLS 1.2 and 1.3 with the given PEM files. Throws boost::system::system_error naming what is wrong.
inline asio::ssl::context tls_context(std::string const& certificate_file, std::string const& key_file) {
  asio::ssl::context context(asio::ssl::context::tls_server);
  SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
  SSL_CTX_set_mode(context.native_handle(), SSL_MODE_RELEASE_BUFFERS);  // idle connections give ~34 KiB back
  SSL_CTX_set_options(context.native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  context.use_certificate_chain_file(certificate_file);
  context.use_private_key_file(key_file, asio::ssl::context::pem);
  return context;
}

}  // namespace zx::http
