#pragma once
// Digests for hash chains, ETags and signatures, and comparison that takes the same time whatever differs.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace zx::auth {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::span<std::uint8_t const> bytes);
Digest sha256(std::string_view text);

/// A digest of what does not fit into memory.
class Sha256 {
 public:
  Sha256();
  void add(std::string_view bytes);
  /// Once, at the end.
  Digest finish();

 private:
  alignas(8) std::array<std::uint8_t, 128> state_;
};

/// For webhook signatures; keys of any length.
Digest hmac_sha256(std::string_view key, std::string_view text);

/// Lower case.
std::string hex(std::span<std::uint8_t const> bytes);
/// 64 hexadecimal digits of either case.
std::optional<Digest> digest_from_hex(std::string_view text);

/// Takes time by the length alone; unequal lengths are unequal at once.
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace zx::auth
