#pragma once
// Secrets at rest: sealed with a key that lies beside the database and not in it, so that a copy of the database alone
// tells none of them.

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace zx::auth {

class SealingKey {
 public:
  static SealingKey make();
  /// Reads the key; makes the file, for its owner only, when there is none. Throws std::runtime_error when it cannot be
  /// read or written, or holds no key.
  static SealingKey of_file(std::filesystem::path const& file);

  /// "sealed:1:…". `place` says what the secret belongs to: moved to another place it does not open.
  std::string seal(std::string_view secret, std::string_view place) const;
  /// Nothing when it was sealed with another key or for another place, or was changed.
  std::optional<std::string> open(std::string_view sealed, std::string_view place) const;
  static bool is_sealed(std::string_view text) { return text.starts_with("sealed:"); }

  /// Tells keys apart and tells nothing of the key.
  std::string fingerprint() const;

 private:
  std::array<std::uint8_t, 32> key_{};
};

}  // namespace zx::auth
