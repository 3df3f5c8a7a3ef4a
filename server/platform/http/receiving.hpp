#pragma once
// Private to server.cpp. Session: from bytes to a request, within its limits and deadlines.

#include "platform/http/session.hpp"

namespace zx::http {

inline Session::Received Session::refuse(EdgeError error) {
  refusal_ = error;
  return Received::refused;
}

inline EdgeError edge_error_of(error_code error) {
  if (error == beast::http::error::header_limit) return EdgeError::headers_too_large;
  if (error == beast::http::error::body_limit) return EdgeError::body_too_large;
  return EdgeError::bad_request;
}

/// 0 when nothing more comes: the client left, or was too slow.
inline awaitable<std::size_t> Session::read_more(std::size_t at_most) {
  error_code error;
  std::size_t count = co_await transport_->read(buffer_.prepare(at_most), error);
  if (error || timed_out_) co_return 0;
  buffer_.commit(count);
  co_return count;
}

inline awaitable<Session::Received> Session::receive() {
  request_ = {};
  part_ = Part::whole;
  wire_ = {};
  parser_.reset();
  parser_.emplace();
  parser_->header_limit(static_cast<std::uint32_t>(edge_.options.header_limit));
  parser_->body_limit(boost::none);  // set once the path is known
  Received head = co_await receive_head();
  if (head != Received::request) co_return head;
  if (auto error = adopt_head()) co_return refuse(*error);
  if (parser_->is_done()) co_return Received::request;
  co_await invite_body();
  Received body = co_await receive_body();
  co_return body;
}

/// A client may send empty lines before a request (RFC 9112 §2.2). True when there is something to parse.
inline bool Session::skip_blank_lines() {
  auto data = [this] { return std::string_view(static_cast<char const*>(buffer_.data().data()), buffer_.size()); };
  while (data().starts_with("\r\n")) buffer_.consume(2);
  return !data().empty() && data() != "\r";
}

inline awaitable<Session::Received> Session::receive_head() {
  constexpr std::size_t read_size = 4096;
  bool begun = buffer_.size() > 0;
  phase_ = begun ? Phase::receiving : Phase::idle;
  within(begun ? edge_.options.header_timeout : edge_.options.idle_timeout);
  error_code error;
  if (!begun && edge_.draining && transport_->socket().available(error) == 0) co_return Received::nothing;

  // Beast's header_limit holds for what it has not consumed yet, so headers that arrive in pieces escape it: we count.
  std::size_t head_size = 0;
  for (;;) {
    if (head_size > 0 ? buffer_.size() > 0 : skip_blank_lines()) {
      std::size_t used = parser_->put(buffer_.data(), error);
      buffer_.consume(used);
      head_size += used;
      if (error && error != beast::http::error::need_more) co_return refuse(edge_error_of(error));
      std::size_t pending = parser_->is_header_done() ? 0 : buffer_.size();
      if (head_size + pending > edge_.options.header_limit) co_return refuse(EdgeError::headers_too_large);
      if (parser_->is_header_done()) co_return Received::request;
    }
    std::size_t count = co_await read_more(read_size);
    if (phase_ == Phase::closing) co_return Received::nothing;
    if (count == 0) co_return ended();
    if (begun) continue;
    begun = true;
    phase_ = Phase::receiving;
    within(edge_.options.header_timeout);
  }
}

inline std::optional<EdgeError> Session::adopt_head() {
  auto error = read_head(parser_->get(), request_);
  identify(request_, edge_, peer_, tls_);
  if (error) return error;
  if (request_.method == Method::head) {
    request_.method = Method::get;
    part_ = Part::head_only;
  }
  std::size_t limit = body_limit_of(edge_.options, request_.path);
  if (parser_->content_length().value_or(0) > limit) return EdgeError::body_too_large;
  parser_->body_limit(limit);
  return std::nullopt;
}

/// Answers Expect: 100-continue, unless the body is on its way already.
inline awaitable<void> Session::invite_body() {
  if (request_.header("expect").empty() || parser_->get().version() < 11 || buffer_.size() > 0) co_return;
  constexpr std::string_view invitation = "HTTP/1.1 100 Continue\r\n\r\n";
  Buffers buffers = {asio::buffer(invitation), asio::const_buffer()};
  error_code ignored;  // the next read reports it
  co_await transport_->write(buffers, ignored);
}

/// A big body may take longer than the timeout, but not come slower than this.
inline SteadyClock::duration grace_for(std::size_t bytes) {
  constexpr std::size_t free_bytes = 1 << 20, floor_per_second = 64 << 10;
  return std::chrono::milliseconds(bytes <= free_bytes ? 0 : (bytes - free_bytes) * 1000 / floor_per_second);
}

inline awaitable<Session::Received> Session::receive_body() {
  constexpr std::size_t read_size = 32 << 10;
  auto started = SteadyClock::now();
  std::size_t received = 0;
  parser_->eager(true);
  for (;;) {
    while (buffer_.size() > 0) {
      error_code error;
      std::size_t used = parser_->put(buffer_.data(), error);
      buffer_.consume(used);
      if (error && error != beast::http::error::need_more) co_return refuse(edge_error_of(error));
      if (parser_->is_done()) {
        request_.body = std::move(parser_->get().body());
        if (buffer_.size() == 0) buffer_.shrink_to_fit();
        co_return Received::request;
      }
      if (used == 0) break;
    }
    // Only a chunk's size line or trailer can be left over; one that never ends is an attack on our memory.
    if (buffer_.size() > edge_.options.header_limit) co_return refuse(EdgeError::headers_too_large);
    deadline_ = started + edge_.options.body_timeout + grace_for(received);
    std::size_t count = co_await read_more(read_size);
    if (count == 0) co_return ended();
    received += count;
  }
}

}  // namespace zx::http
