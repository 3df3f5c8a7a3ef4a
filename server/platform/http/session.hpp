#pragma once
// Private to server.cpp. One connection: requests in order, each read, worked on by the pool and answered; or, at the
// end, an event stream. Everything but `run_handler` runs on the connection's own I/O thread, so nothing here is locked.
//
// GCC 12 miscompiles some coroutines: lambdas and temporaries inside co_await expressions are named first, and a
// co_await stands alone in its statement.

#include <chrono>
#include <memory>
#include <optional>
#include <unordered_set>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include "platform/http/event_buffer.hpp"
#include "platform/http/request_head.hpp"
#include "platform/http/transport.hpp"
#include "platform/http/wire.hpp"

namespace zx::http {

using SteadyClock = std::chrono::steady_clock;

class Session;

/// One I/O thread with the connections that live on it. `sessions` outlives `context`, whose destruction may end some.
struct Shard {
  std::unordered_set<Session*> sessions;
  asio::io_context context{1};
};

class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(Edge& edge, Shard& shard, std::unique_ptr<Transport> transport, bool tls);
  ~Session();

  /// The connection's whole life. The caller keeps the session alive.
  awaitable<void> run();
  /// Called by the reaper: does what being late means in this phase.
  void enforce_deadline(SteadyClock::time_point now);
  /// The server stops: finish what was begun, begin nothing.
  void drain();
  void close() { transport_->close(); }

 private:
  enum class Phase { handshake, idle, receiving, working, sending, streaming, closing };
  enum class Received { request, refused, nothing };

  // receiving.hpp
  awaitable<Received> receive();
  awaitable<Received> receive_head();
  awaitable<Received> receive_body();
  awaitable<std::size_t> read_more(std::size_t at_most);
  awaitable<void> invite_body();
  std::optional<EdgeError> adopt_head();
  bool skip_blank_lines();
  Received refuse(EdgeError error);
  Received ended() { return timed_out_ ? refuse(EdgeError::timeout) : Received::nothing; }

  // session.hpp
  awaitable<void> serve();
  awaitable<void> work();
  void run_handler(Turn turn, std::function<void()> const& resume);
  void prepare(Reply reply, Persistence after = Persistence::keep_alive);
  Reply refusal(EdgeError error) const { return edge_reply(error, edge_.options.text, request_.header("accept-language")); }
  awaitable<bool> send();
  awaitable<void> say_goodbye();

  // streaming.hpp
  awaitable<void> stream_events();
  awaitable<void> watch_client(std::shared_ptr<Session> self);
  awaitable<void> stop_watching();
  std::shared_ptr<EventBuffer> make_event_buffer();
  void wake();

  void within(SteadyClock::duration allowance) { deadline_ = SteadyClock::now() + allowance; }
  void without_deadline() { deadline_ = SteadyClock::time_point::max(); }

  Edge& edge_;
  Shard& shard_;
  std::unique_ptr<Transport> transport_;
  bool const tls_;
  std::string peer_;

  Phase phase_ = Phase::handshake;
  /// One deadline for the phase as a whole: a client that sends a byte now and then does not move it.
  SteadyClock::time_point deadline_ = SteadyClock::time_point::max();
  bool timed_out_ = false;

  beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  Request request_;
  Part part_ = Part::whole;
  EdgeError refusal_ = EdgeError::bad_request;
  WireReply wire_;

  asio::steady_timer alarm_;
  std::shared_ptr<EventBuffer> events_;
  bool watching_ = false;
  bool client_left_ = false;
};

inline Session::Session(Edge& edge, Shard& shard, std::unique_ptr<Transport> transport, bool tls)
    : edge_(edge), shard_(shard), transport_(std::move(transport)), tls_(tls), alarm_(shard.context) {
  shard_.sessions.insert(this);
  error_code error;
  auto address = transport_->socket().remote_endpoint(error).address();
  if (address.is_v6() && address.to_v6().is_v4_mapped()) address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
  if (!error) peer_ = address.to_string();
}

inline Session::~Session() {
  if (events_) events_->cut();
  shard_.sessions.erase(this);
  edge_.connections.fetch_sub(1);
}

inline awaitable<void> Session::run() {
  within(edge_.options.header_timeout);
  error_code error;
  co_await transport_->open(error);
  if (!error) co_await serve();
  transport_->close();
}

inline awaitable<void> Session::serve() {
  for (;;) {
    Received received = co_await receive();
    if (received == Received::nothing) co_return;
    if (received == Received::refused) prepare(refusal(refusal_), Persistence::close);  // where the next would begin is unknown
    else co_await work();
    bool sent = co_await send();
    if (!sent) co_return;
    if (events_) co_await stream_events();
    if (wire_.after == Persistence::close) break;
  }
  co_await say_goodbye();
}

/// Hands the request to the pool and resumes here, on the I/O thread, when it has been answered. The suspended coroutine
/// keeps the session alive; the job must not, or a worker could be the last to let go of it.
inline awaitable<void> Session::work() {
  phase_ = Phase::working;
  without_deadline();
  auto start = [this](auto completion) {
    auto shared = std::make_shared<decltype(completion)>(std::move(completion));
    auto resume = [&context = shard_.context, shared] {
      asio::post(context, [shared] {
        auto complete = std::move(*shared);
        complete();
      });
    };
    auto job = [this, resume](Turn turn) { run_handler(turn, resume); };
    if (edge_.pool.submit(job)) return;
    edge_.rejected.fetch_add(1);
    prepare(refusal(EdgeError::too_busy));
    resume();
  };
  co_await asio::async_initiate<asio::use_awaitable_t<> const, void()>(start, use_awaitable);
}

/// On a worker thread; the connection waits. After `resume` only locals may be touched.
inline void Session::run_handler(Turn turn, std::function<void()> const& resume) {
  if (turn == Turn::give_up) {
    prepare(refusal(EdgeError::too_busy));
    return resume();
  }
  std::shared_ptr<EventBuffer> events;
  std::function<void(std::shared_ptr<EventStream>)> feed;
  try {
    Reply reply = edge_.handler(request_);
    if (part_ == Part::whole) feed = reply.stream;
    if (feed) events = events_ = make_event_buffer();
    prepare(std::move(reply));
  } catch (...) { prepare(refusal(EdgeError::internal)); }
  resume();
  if (!events) return;
  try {
    feed(events);
  } catch (...) { events->end(); }
}

inline void Session::prepare(Reply reply, Persistence after) {
  bool keep = after == Persistence::keep_alive && parser_->get().keep_alive() && !edge_.draining;
  wire_ = to_wire(request_, std::move(reply), keep ? Persistence::keep_alive : Persistence::close, part_);
}

/// False when the client is gone. The deadline holds for each slice: what the kernel buffers at once earns no credit.
inline awaitable<bool> Session::send() {
  constexpr std::size_t slice = 256 << 10;
  phase_ = Phase::sending;
  std::string_view head = wire_.head, rest = wire_.content();
  do {
    within(edge_.options.write_timeout);
    std::string_view piece = rest.substr(0, slice);
    rest.remove_prefix(piece.size());
    Buffers buffers = {asio::buffer(head), asio::buffer(piece)};
    error_code error;
    co_await transport_->write(buffers, error);
    if (error) co_return false;
    head = {};
  } while (!rest.empty());
  co_return true;
}

inline awaitable<void> Session::say_goodbye() {
  phase_ = Phase::closing;
  within(std::chrono::seconds(2));
  if (watching_) co_await stop_watching();
  if (client_left_) co_return;
  PeerState peer = co_await transport_->shut_down();
  if (peer == PeerState::maybe_sending) co_await transport_->discard_until_closed();
}

inline void Session::enforce_deadline(SteadyClock::time_point now) {
  if (now < deadline_) return;
  without_deadline();
  if (phase_ != Phase::receiving) return close();
  timed_out_ = true;  // the reader wakes and answers 408
  transport_->interrupt();
}

inline void Session::drain() {
  error_code error;
  if (phase_ == Phase::streaming) events_->end();  // `events_` belongs to the worker until then
  else if (phase_ == Phase::idle && transport_->socket().available(error) == 0) {
    // What was read already and waits for its turn behind this has nobody left to answer to: it is not begun.
    phase_ = Phase::closing;
    close();
  }
}

}  // namespace zx::http
