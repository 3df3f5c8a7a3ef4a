// Beast asserts (wrongly) that a last chunk never arrives byte by byte; input must not be able to abort the server.
#define BOOST_DISABLE_ASSERTS

#include "platform/http/server.hpp"

#include <future>
#include <stdexcept>
#include <thread>

#include "platform/http/receiving.hpp"
#include "platform/http/session.hpp"
#include "platform/http/streaming.hpp"

namespace zx::http {

namespace {

/// Keeps the session alive for as long as its connection is served.
awaitable<void> serve(std::shared_ptr<Session> session) { co_await session->run(); }

awaitable<void> reap(Shard& shard, SteadyClock::duration interval) {
  asio::steady_timer timer(shard.context);
  for (;;) {
    timer.expires_after(interval);
    co_await timer.async_wait(use_awaitable);
    auto now = SteadyClock::now();
    for (Session* session : shard.sessions) session->enforce_deadline(now);
  }
}

std::chrono::milliseconds reaping_interval(ServerOptions const& o) {
  using std::chrono::milliseconds;
  auto shortest = std::min({o.idle_timeout, o.header_timeout, o.body_timeout, o.write_timeout});
  return std::clamp(shortest / 4, milliseconds(10), milliseconds(500));
}

/// Polling is enough: it happens once in a server's life.
template <class Condition>
bool wait_until(SteadyClock::time_point deadline, Condition condition) {
  while (!condition()) {
    if (SteadyClock::now() >= deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return true;
}

}  // namespace

struct Server::Impl {
  Impl(ServerOptions options, Handler handler) : edge(std::move(options), std::move(handler)) {}

  void start();
  void bind();
  void stop(std::chrono::milliseconds grace);
  awaitable<void> accept();
  void accept_pending();
  void admit(tcp::socket socket, Shard& shard);
  void turn_away(tcp::socket socket);
  void on_every_session(void (Session::*action)());
  bool is_empty() const { return edge.connections == 0; }
  Shard& next_shard() { return *shards[turn++ % shards.size()]; }

  Edge edge;
  std::optional<asio::ssl::context> tls;
  std::vector<std::unique_ptr<Shard>> shards;
  std::optional<tcp::acceptor> acceptor;  ///< lives on the first shard
  std::vector<std::thread> threads;
  std::size_t turn = 0;
  std::uint16_t port = 0;
  bool running = false;
};

void Server::Impl::bind() {
  auto const& options = edge.options;
  try {
    tcp::endpoint endpoint(asio::ip::make_address(options.address), options.port);
    acceptor.emplace(shards.front()->context);
    acceptor->open(endpoint.protocol());
    acceptor->set_option(tcp::acceptor::reuse_address(true));
    acceptor->bind(endpoint);
    acceptor->listen(4096);
    port = acceptor->local_endpoint().port();
  } catch (boost::system::system_error const& error) {
    throw std::runtime_error("cannot listen on " + options.address + ":" + std::to_string(options.port) + ": " + error.code().message());
  }
}

void Server::Impl::start() {
  auto const& options = edge.options;
  if (options.tls_certificate_file.empty() != options.tls_key_file.empty()) throw std::runtime_error("TLS needs both a certificate file and a key file");
  if (!options.tls_certificate_file.empty()) try {
      tls.emplace(tls_context(options.tls_certificate_file, options.tls_key_file));
    } catch (boost::system::system_error const& error) {
      throw std::runtime_error("cannot use TLS certificate " + options.tls_certificate_file + " with key " + options.tls_key_file + ": " +
                               error.code().message());
    }
  for (int i = 0; i < std::max(1, options.io_threads); ++i) shards.push_back(std::make_unique<Shard>());
  bind();
  asio::co_spawn(shards.front()->context, accept(), asio::detached);
  for (auto& shard : shards) {
    asio::co_spawn(shard->context, reap(*shard, reaping_interval(options)), asio::detached);
    threads.emplace_back([&context = shard->context] { context.run(); });
  }
  running = true;
}

awaitable<void> Server::Impl::accept() {
  asio::steady_timer pause(shards.front()->context);
  for (;;) {
    Shard& shard = next_shard();
    error_code error;
    tcp::socket socket = co_await acceptor->async_accept(shard.context, asio::redirect_error(use_awaitable, error));
    if (!acceptor->is_open()) co_return;
    if (!error) {
      admit(std::move(socket), shard);
      continue;
    }
    pause.expires_after(std::chrono::milliseconds(50));  // out of descriptors: others will be closed
    co_await pause.async_wait(asio::redirect_error(use_awaitable, error));
  }
}

/// On the way down: clients the kernel has already accepted for us may have sent a request.
void Server::Impl::accept_pending() {
  error_code error;
  acceptor->non_blocking(true, error);
  while (!error) {
    Shard& shard = next_shard();
    tcp::socket socket = acceptor->accept(shard.context, error);
    if (!error) admit(std::move(socket), shard);
  }
  acceptor->close(error);
}

void Server::Impl::admit(tcp::socket socket, Shard& shard) {
  if (edge.connections >= edge.options.max_connections) return turn_away(std::move(socket));
  edge.connections.fetch_add(1);
  error_code ignored;
  socket.set_option(tcp::no_delay(true), ignored);
  asio::post(shard.context, [this, &shard, socket = std::move(socket)]() mutable {
    std::unique_ptr<Transport> transport;
    if (tls) transport = std::make_unique<TlsTransport>(std::move(socket), *tls);
    else transport = std::make_unique<PlainTransport>(std::move(socket));
    auto session = std::make_shared<Session>(edge, shard, std::move(transport), tls.has_value());
    asio::co_spawn(shard.context, serve(session), asio::detached);
  });
}

void Server::Impl::turn_away(tcp::socket socket) {
  edge.rejected.fetch_add(1);
  if (tls) return;
  WireReply refusal = to_wire(Request{}, edge_reply(EdgeError::too_busy, edge.options.text, {}), Persistence::close, Part::whole);
  error_code ignored;
  socket.non_blocking(true, ignored);
  socket.write_some(asio::buffer(refusal.head), ignored);  // a fresh socket's buffer is empty: it fits
  socket.shutdown(tcp::socket::shutdown_send, ignored);
}

void Server::Impl::on_every_session(void (Session::*action)()) {
  for (auto& shard : shards)
    asio::post(shard->context, [&sessions = shard->sessions, action] {
      for (Session* session : sessions) (session->*action)();
    });
}

void Server::Impl::stop(std::chrono::milliseconds grace) {
  if (!std::exchange(running, false)) return;
  auto deadline = SteadyClock::now() + grace;
  edge.draining = true;
  std::promise<void> closed;
  asio::post(shards.front()->context, [&] {
    accept_pending();
    closed.set_value();
  });
  closed.get_future().wait();
  on_every_session(&Session::drain);
  bool drained = wait_until(deadline, [&] { return is_empty(); });
  if (!drained) on_every_session(&Session::close);
  edge.pool.stop();  // a handler cannot be interrupted: this waits for it, whatever the grace
  wait_until(SteadyClock::now() + std::chrono::seconds(2), [&] { return is_empty(); });
  for (auto& shard : shards) shard->context.stop();
  for (auto& thread : threads) thread.join();
  threads.clear();
  acceptor.reset();
  shards.clear();
}

Server::Server(ServerOptions options, Handler handler) : impl_(std::make_unique<Impl>(std::move(options), std::move(handler))) {}

Server::~Server() { stop(); }

void Server::start() { impl_->start(); }

std::uint16_t Server::port() const { return impl_->port; }

void Server::stop(std::chrono::milliseconds grace) { impl_->stop(grace); }

std::map<std::string, double> Server::figures() const {
  auto const& edge = impl_->edge;
  return {{"connections", edge.connections},
          {"in_flight", edge.pool.running()},
          {"queued", edge.pool.waiting()},
          {"rejected_total", static_cast<double>(edge.rejected)},
          {"streams", edge.streams}};
}

}  // namespace zx::http
