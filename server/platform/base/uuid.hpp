#pragma once
// UUIDv7 (RFC 9562 §5.7): sorts by creation time, made by the application or by an offline client.

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace zx {

struct Uuid {
  std::array<std::uint8_t, 16> bytes{};

  /// A fresh version-7 id from the system clock; monotonic within this process.
  static Uuid v7();
  /// Lower- or upper-case canonical form with hyphens; anything else is nullopt.
  static std::optional<Uuid> parse(std::string_view text);
  std::string text() const;
  bool is_nil() const { return bytes == std::array<std::uint8_t, 16>{}; }
  auto operator<=>(Uuid const&) const = default;
};

/// A strong id: WorkItemId is not EmployeeId. `Tag` is never defined.
template <class Tag>
struct Id {
  Uuid uuid;

  static Id make() { return {Uuid::v7()}; }
  static std::optional<Id> parse(std::string_view text) {
    if (auto uuid = Uuid::parse(text)) return Id{*uuid};
    return std::nullopt;
  }
  std::string text() const { return uuid.text(); }
  bool is_nil() const { return uuid.is_nil(); }
  auto operator<=>(Id const&) const = default;
};

template <class T>
inline constexpr bool is_id = false;
template <class Tag>
inline constexpr bool is_id<Id<Tag>> = true;

}  // namespace zx

template <>
struct std::hash<zx::Uuid> {
  std::size_t operator()(zx::Uuid const& id) const noexcept {
    return std::hash<std::string_view>{}({reinterpret_cast<char const*>(id.bytes.data()), id.bytes.size()});
  }
};
template <class Tag>
struct std::hash<zx::Id<Tag>> {
  std::size_t operator()(zx::Id<Tag> const& id) const noexcept { return std::hash<zx::Uuid>{}(id.uuid); }
};
