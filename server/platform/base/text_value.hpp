#pragma once
// Value types that travel as one string: in JSON, in schemas, in command lines and in spreadsheets.
// To make an own type travel so, give it `text()` and `parse()` and specialise TextFormat beside it.

#include <concepts>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/decimal.hpp"
#include "platform/base/time.hpp"
#include "platform/base/uuid.hpp"

namespace zx {

/// `refusal`: the code of the field error when parse() says no. `schema`: members of the JSON Schema object.
template <class T>
struct TextFormat {};

template <class T>
concept TextValue = requires(T const& value, std::string_view text) {
  { value.text() } -> std::convertible_to<std::string>;
  { T::parse(text) } -> std::same_as<std::optional<T>>;
  { TextFormat<T>::refusal } -> std::convertible_to<std::string_view>;
  { TextFormat<T>::schema } -> std::convertible_to<std::string_view>;
};

template <>
struct TextFormat<Uuid> {
  static constexpr std::string_view refusal = "json.expected_id";
  static constexpr std::string_view schema = R"("type":"string","format":"uuid")";
};
template <class Tag>
struct TextFormat<Id<Tag>> : TextFormat<Uuid> {};
template <>
struct TextFormat<Instant> {
  static constexpr std::string_view refusal = "json.expected_instant";
  static constexpr std::string_view schema = R"("type":"string","format":"date-time")";
};
template <>
struct TextFormat<Date> {
  static constexpr std::string_view refusal = "json.expected_date";
  static constexpr std::string_view schema = R"("type":"string","format":"date")";
};
template <>
struct TextFormat<TimeOfDay> {
  static constexpr std::string_view refusal = "json.expected_time_of_day";
  static constexpr std::string_view schema = R"("type":"string","pattern":"^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$")";
};
template <>
struct TextFormat<Decimal> {
  static constexpr std::string_view refusal = "json.expected_decimal";
  static constexpr std::string_view schema = R"("type":"string","pattern":"^-?[0-9]+([.][0-9]{1,6})?$")";
};

}  // namespace zx
