#pragma once
// What every target begins with: the input in pieces, and a way to say what must hold.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace zx::fuzz {

/// Ends the run with the sentence that does not hold; libFuzzer keeps the input.
inline void must(bool holds, char const* sentence) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", sentence);
  std::abort();
}

/// Takes the input apart. Texts end with a NUL in the input, so that a corpus file can be read.
class Input {
 public:
  Input(std::uint8_t const* data, std::size_t size) : rest_(reinterpret_cast<char const*>(data), size) {}

  unsigned number() {
    if (rest_.empty()) return 0;
    auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return byte;
  }
  std::string text() {
    auto end = rest_.find('\0');
    auto piece = rest_.substr(0, end);
    rest_ = end == std::string_view::npos ? std::string_view{} : rest_.substr(end + 1);
    return std::string(piece);
  }
  std::string rest() { return std::string(std::exchange(rest_, {})); }

 private:
  std::string_view rest_;
};

}  // namespace zx::fuzz
