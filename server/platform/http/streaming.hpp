#pragma once
// Private to server.cpp. Session: a connection that has become an event stream.

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "platform/http/session.hpp"

namespace zx::http {

/// The application may hold the buffer longer than the connection or even the server lives; it is cut when they end,
/// after which `wake` is never called.
inline std::shared_ptr<EventBuffer> Session::make_event_buffer() {
  auto wake = [weak = weak_from_this(), &context = shard_.context] {
    asio::post(context, [weak] {
      if (auto session = weak.lock()) session->wake();
    });
  };
  return std::make_shared<EventBuffer>(edge_.options.stream_buffer_limit, wake);
}

inline void Session::wake() {
  alarm_.cancel();
  if (events_ && events_->is_cut()) close();  // it may hang in a write that will never finish
}

/// Clients say nothing on a stream; this notices when they leave.
inline awaitable<void> Session::watch_client(std::shared_ptr<Session> self) {
  std::array<char, 512> waste;
  error_code error;
  while (!error) co_await transport_->read(asio::buffer(waste), error);
  self->client_left_ = error != asio::error::operation_aborted;
  self->watching_ = false;
  self->events_->cut();
  self->alarm_.cancel();
}

/// The goodbye reads too, and of two readers Asio tells only one that the client has closed.
inline awaitable<void> Session::stop_watching() {
  error_code ignored;
  transport_->interrupt();
  alarm_.expires_at(deadline_);
  co_await alarm_.async_wait(asio::redirect_error(use_awaitable, ignored));
}

inline awaitable<void> Session::stream_events() {
  phase_ = Phase::streaming;
  edge_.streams.fetch_add(1);
  watching_ = true;
  asio::co_spawn(shard_.context, watch_client(shared_from_this()), asio::detached);
  if (edge_.draining) events_->end();
  error_code error;
  while (!error) {
    std::optional<std::string> events = events_->take();
    if (!events) break;
    if (events->empty()) {
      without_deadline();
      alarm_.expires_after(edge_.options.heartbeat);
      error_code woken;
      co_await alarm_.async_wait(asio::redirect_error(use_awaitable, woken));
      if (woken) continue;
      *events = ": still here\n\n";
    }
    within(edge_.options.write_timeout);
    Buffers buffers = {asio::buffer(*events), asio::const_buffer()};
    co_await transport_->write(buffers, error);
    events_->written(events->size());
  }
  events_->cut();
  edge_.streams.fetch_sub(1);
}

}  // namespace zx::http
