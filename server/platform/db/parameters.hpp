#pragma once
// What a statement is given. Names are matched to the statement's `:names`; a parameter that is missing or that no
// statement wanted is a bug and throws.

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/decimal.hpp"
#include "platform/base/described.hpp"
#include "platform/base/text_value.hpp"
#include "platform/base/time.hpp"
#include "platform/base/uuid.hpp"

namespace zx::db {

/// The types both engines know. A null has one too: PostgreSQL plans a statement by its parameters' types.
enum class ValueType : std::uint8_t { boolean, integer, text, uuid, bytes };

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
concept Integer = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char> && !std::same_as<T, char8_t> && !std::same_as<T, char16_t> &&
                  !std::same_as<T, char32_t> && !std::same_as<T, wchar_t>;

/// Types that travel as one string are kept as it, but for those with a better column type.
template <class T>
concept KeptAsText = TextValue<T> && !is_id<T> && !std::same_as<T, Uuid> && !std::same_as<T, Instant> && !std::same_as<T, Decimal>;

/// How a C++ type is kept: instants, decimals and money as integers, dates, times of day and enumerators as text.
template <class T>
consteval ValueType value_type_of() {
  if constexpr (is_optional<T>) return value_type_of<typename T::value_type>();
  else if constexpr (std::same_as<T, bool>) return ValueType::boolean;
  else if constexpr (Integer<T> || std::same_as<T, Instant> || std::same_as<T, Decimal> || std::same_as<T, Money>) return ValueType::integer;
  else if constexpr (std::same_as<T, Uuid> || is_id<T>) return ValueType::uuid;
  else if constexpr (std::same_as<T, std::vector<std::uint8_t>> || std::same_as<T, std::span<std::uint8_t const>>) return ValueType::bytes;
  else return ValueType::text;
}

/// One parameter's value; owns its text and bytes.
class Value {
 public:
  template <std::same_as<bool> T>
  Value(T value) : type_(ValueType::boolean), integer_(value) {}
  template <Integer T>
  Value(T value) : type_(ValueType::integer), integer_(checked(value)) {}
  Value(char const* text) : type_(ValueType::text), text_(text) {}
  Value(std::string_view text) : type_(ValueType::text), text_(text) {}
  Value(std::string text) : type_(ValueType::text), text_(std::move(text)) {}
  Value(Uuid const& uuid) : type_(ValueType::uuid), uuid_(uuid) {}
  template <class Tag>
  Value(Id<Tag> const& id) : Value(id.uuid) {}
  Value(Instant instant) : type_(ValueType::integer), integer_(instant.ms) {}
  template <KeptAsText T>
  Value(T const& value) : Value(std::string(value.text())) {}
  Value(Decimal decimal) : Value(decimal.millionths()) {}
  Value(Money money) : Value(money.fen) {}
  template <DescribedEnum E>
  Value(E enumerator) : Value(std::string_view(enum_text(enumerator))) {}
  Value(std::span<std::uint8_t const> bytes) : type_(ValueType::bytes), text_(reinterpret_cast<char const*>(bytes.data()), bytes.size()) {}
  Value(std::vector<std::uint8_t> const& bytes) : Value(std::span<std::uint8_t const>(bytes)) {}
  template <class T>
  requires std::constructible_from<Value, T const&> Value(std::optional<T> const& value) : Value(value ? Value(*value) : null(value_type_of<T>())) {}

  static Value null(ValueType type) { return Value(type, Null{}); }

  ValueType type() const { return type_; }
  bool is_null() const { return null_; }
  bool boolean() const { return integer_ != 0; }
  std::int64_t integer() const { return integer_; }
  Uuid const& uuid() const { return uuid_; }
  /// Of text and of bytes.
  std::string_view text() const { return text_; }

 private:
  struct Null {};
  Value(ValueType type, Null) : type_(type), null_(true) {}

  template <Integer T>
  static std::int64_t checked(T value) {
    if constexpr (sizeof(T) == 8 && std::unsigned_integral<T>) return checked_unsigned(value);
    else return value;
  }
  static std::int64_t checked_unsigned(std::uint64_t value);

  ValueType type_;
  bool null_ = false;
  std::int64_t integer_ = 0;
  Uuid uuid_{};
  std::string text_;
};

/// `value` is mutable so that an initializer list can be moved out of.
struct Parameter {
  std::string_view name;
  mutable Value value;
  bool must_be_used = true;
};

/// Named values. Names are not copied: they are literals, or the names of described members.
class Parameters {
 public:
  Parameters() = default;
  Parameters(std::initializer_list<Parameter> parameters);

  /// A described struct's members under their names. The statement need not use them all; members that are no values
  /// (lists, nested structs) are left out.
  template <DescribedStruct T>
  static Parameters of(T const& row) {
    Parameters all;
    all.list_.reserve(member_count<T>);
    for_each_member<T>([&](std::string_view name, auto member) {
      if constexpr (std::constructible_from<Value, decltype(row.*member)>) all.list_.push_back({name, Value(row.*member), false});
    });
    return all;
  }

  /// Adds, or replaces the one of this name.
  Parameters& set(std::string_view name, Value value);
  Parameters& and_(std::string_view name, Value value) & { return set(name, std::move(value)); }
  Parameters&& and_(std::string_view name, Value value) && { return std::move(set(name, std::move(value))); }
  /// Adds the others; where both have a name, the other's value wins.
  Parameters& merge(Parameters others);

  std::span<Parameter const> list() const { return list_; }

 private:
  std::vector<Parameter> list_;
};

/// The values in the order of the statement's distinct `names`, for the engines. Throws std::logic_error naming the
/// statement and the parameter when one is missing or was given in vain.
void match_parameters(std::string_view statement, std::span<std::string const> names, Parameters const& given, std::vector<Value const*>& matched);

}  // namespace zx::db
