#pragma once
// The events a client has not been sent yet: filled by any thread, emptied by the connection that owns it.

#include <functional>
#include <mutex>
#include <optional>
#include <string>

#include "platform/http/message.hpp"

namespace zx::http {

class EventBuffer : public EventStream {
 public:
  /// `wake` tells the connection that there is something to do (or that the client fell behind). It is called under this
  /// buffer's lock, never after `cut`, and so must only post.
  EventBuffer(std::size_t limit, std::function<void()> wake);

  bool send(std::string_view event, std::string_view data, std::string_view id) override;
  bool open() const override;

  /// No more events; what is waiting may still be written.
  void end();
  /// The client is gone or too slow; what is waiting is thrown away.
  void cut();

  bool is_cut() const;

  /// Everything waiting; empty = nothing yet; nullopt = finished, close the connection.
  std::optional<std::string> take();
  /// The taken bytes have been written: they no longer count against the limit.
  void written(std::size_t bytes);

 private:
  enum class State { open, ended, cut };

  std::size_t const limit_;
  mutable std::mutex mutex_;
  std::function<void()> wake_;
  State state_ = State::open;
  std::string waiting_;
  std::size_t in_flight_ = 0;
  bool woken_ = false;
};

}  // namespace zx::http
