#include "platform/base/uuid.hpp"

#include <sys/random.h>

#include <chrono>
#include <mutex>
#include <system_error>

namespace zx {
namespace {

struct Stamp {
  std::int64_t ms = 0;
  std::uint16_t counter = 0;  ///< 12 bits
};

void fill_random(void* bytes, std::size_t size) {
  // Requests of up to 256 bytes are never cut short.
  if (getentropy(bytes, size) != 0) throw std::system_error(errno, std::generic_category(), "getentropy");
}

// RFC 9562 §6.2 method 1: rand_a counts within the millisecond. It starts below 2048 so that there is room to count,
// and borrows from the next millisecond when it is full or when the clock steps back.
Stamp next_stamp() {
  using namespace std::chrono;
  static std::mutex mutex;
  static Stamp last;
  std::lock_guard lock(mutex);
  auto const now = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
  if (now <= last.ms && last.counter < 0xfff) {
    ++last.counter;
    return last;
  }
  std::uint16_t start;
  fill_random(&start, sizeof start);
  last = {std::max(now, last.ms + 1), static_cast<std::uint16_t>(start & 0x7ff)};
  return last;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

constexpr bool is_hyphen_place(std::size_t i) { return i == 8 || i == 13 || i == 18 || i == 23; }

}  // namespace

Uuid Uuid::v7() {
  auto const stamp = next_stamp();
  Uuid id;
  for (int i = 0; i < 6; ++i) id.bytes[i] = static_cast<std::uint8_t>(stamp.ms >> (40 - 8 * i));
  id.bytes[6] = static_cast<std::uint8_t>(0x70 | (stamp.counter >> 8));
  id.bytes[7] = static_cast<std::uint8_t>(stamp.counter);
  fill_random(id.bytes.data() + 8, 8);
  id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3f) | 0x80);
  return id;
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  Uuid id;
  std::size_t digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_hyphen_place(i)) {
      if (text[i] != '-') return std::nullopt;
      continue;
    }
    auto const digit = hex_digit(text[i]);
    if (digit < 0) return std::nullopt;
    auto& byte = id.bytes[digits++ / 2];
    byte = static_cast<std::uint8_t>(byte << 4 | digit);
  }
  return id;
}

std::string Uuid::text() const {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string text;
  text.reserve(36);
  for (auto byte : bytes) {
    if (is_hyphen_place(text.size())) text += '-';
    text += hex[byte >> 4];
    text += hex[byte & 15];
  }
  return text;
}

}  // namespace zx
