#include "platform/http/event_buffer.hpp"

#include <algorithm>
#include <utility>

namespace zx::http {

namespace {

/// One line of the event; a line break inside would start another field.
void append_line(std::string& out, std::string_view field, std::string_view value) {
  out.append(field).append(": ");
  for (char c : value)
    if (c != '\r' && c != '\n' && c != '\0') out += c;
  out += '\n';
}

void append_data(std::string& out, std::string_view data) {
  for (;;) {
    auto end = data.find_first_of("\r\n");
    append_line(out, "data", data.substr(0, end));
    if (end == std::string_view::npos) return;
    bool pair = data.substr(end).starts_with("\r\n");
    data.remove_prefix(end + (pair ? 2 : 1));
  }
}

std::string format(std::string_view event, std::string_view data, std::string_view id) {
  std::string out;
  out.reserve(event.size() + data.size() + id.size() + 32);
  if (!id.empty()) append_line(out, "id", id);
  if (!event.empty()) append_line(out, "event", event);
  append_data(out, data);
  out += '\n';
  return out;
}

}  // namespace

EventBuffer::EventBuffer(std::size_t limit, std::function<void()> wake) : limit_(limit), wake_(std::move(wake)) {}

bool EventBuffer::send(std::string_view event, std::string_view data, std::string_view id) {
  std::string text = format(event, data, id);
  std::lock_guard lock(mutex_);
  if (state_ != State::open) return false;
  if (waiting_.size() + in_flight_ + text.size() > limit_) {
    state_ = State::cut;
    waiting_ = {};
    wake_();
    return false;
  }
  waiting_ += text;
  if (!woken_) {
    woken_ = true;
    wake_();
  }
  return true;
}

bool EventBuffer::open() const {
  std::lock_guard lock(mutex_);
  return state_ == State::open;
}

bool EventBuffer::is_cut() const {
  std::lock_guard lock(mutex_);
  return state_ == State::cut;
}

void EventBuffer::end() {
  std::lock_guard lock(mutex_);
  if (state_ != State::open) return;
  state_ = State::ended;
  wake_();
}

void EventBuffer::cut() {
  std::lock_guard lock(mutex_);
  state_ = State::cut;
  waiting_ = {};
  wake_ = nullptr;
}

std::optional<std::string> EventBuffer::take() {
  std::lock_guard lock(mutex_);
  woken_ = false;
  if (state_ == State::cut || (state_ == State::ended && waiting_.empty())) return std::nullopt;
  in_flight_ = waiting_.size();
  return std::exchange(waiting_, {});
}

void EventBuffer::written(std::size_t bytes) {
  std::lock_guard lock(mutex_);
  in_flight_ -= std::min(in_flight_, bytes);
}

}  // namespace zx::http
