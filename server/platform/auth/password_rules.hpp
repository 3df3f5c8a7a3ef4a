#pragma once
// Which passwords people may choose: long ones that nobody guesses first. No rules about kinds of characters
// (NIST SP 800-63B §5.1.1.2).

#include <string>
#include <string_view>
#include <unordered_set>

#include "platform/base/result.hpp"

namespace zx::auth {

/// Known from a list, one lower-case password a line; lines that start with "# " are comments.
class CommonPasswords {
 public:
  CommonPasswords() = default;
  explicit CommonPasswords(std::string_view list);

  /// In the list, in any case; or a listed one with digits and signs added in front or behind ("Password2026!").
  bool contains(std::string_view password) const;
  std::size_t size() const { return passwords_.size(); }

 private:
  std::unordered_set<std::string> passwords_;
};

/// Refuses, in this order: password.too_short (fewer than 10 characters, not bytes), password.too_long (more than 200),
/// password.contains_login (the login, or the part before its @, of three characters and more), password.too_common
/// (listed, one short piece over and over, a run along the alphabet or keyboard, or a number of less than 20 digits).
/// `field` is the refusal's path.
Result<void> check_password(std::string_view password, std::string_view login, CommonPasswords const& common, std::string_view field = "password");

}  // namespace zx::auth
