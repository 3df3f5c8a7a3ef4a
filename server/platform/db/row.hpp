#pragma once
// One row of a result, and how described structs are read from it.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/db/parameters.hpp"

namespace zx::db {

/// The row a result stands on. One object serves all rows of a result; texts and bytes are valid until the next row.
/// Reading a column as something it is not is a bug in the statement and throws std::logic_error.
class Row {
 public:
  virtual ~Row() = default;
  virtual std::string_view statement() const = 0;
  virtual int columns() const = 0;
  virtual std::string_view name(int column) const = 0;
  virtual bool is_null(int column) const = 0;
  virtual bool boolean(int column) const = 0;
  virtual std::int64_t integer(int column) const = 0;
  virtual std::string_view text(int column) const = 0;
  virtual Uuid uuid(int column) const = 0;
  virtual std::span<std::uint8_t const> bytes(int column) const = 0;

  /// The columns of these members, in their order; worked out once per result and `type`. Throws when one is missing.
  std::span<int const> columns_of(void const* type, std::span<std::string_view const> members) const;

  [[noreturn]] void complain(int column, std::string_view what) const;

 private:
  mutable void const* mapped_type_ = nullptr;
  mutable std::vector<int> mapped_columns_;
};

namespace detail {

template <class T>
inline constexpr bool is_readable_text = std::same_as<T, std::string> || KeptAsText<T> || DescribedEnum<T>;

template <class T>
T read_text(Row const& row, int column) {
  auto text = row.text(column);
  if constexpr (std::same_as<T, std::string>) {
    return std::string(text);
  } else {
    std::optional<T> parsed;
    if constexpr (DescribedEnum<T>) parsed = enum_from<T>(text);
    else parsed = T::parse(text);
    if (!parsed) row.complain(column, "holds the unexpected text '" + std::string(text) + "'");
    return *parsed;
  }
}

template <Integer T>
T narrow(Row const& row, int column) {
  auto value = row.integer(column);
  if (!std::in_range<T>(value)) row.complain(column, "holds a number too large for its member");
  return static_cast<T>(value);
}

template <class T>
T read_present(Row const& row, int column) {
  if constexpr (std::same_as<T, bool>) return row.boolean(column);
  else if constexpr (Integer<T>) return narrow<T>(row, column);
  else if constexpr (std::same_as<T, Instant>) return Instant{row.integer(column)};
  else if constexpr (std::same_as<T, Decimal>) return Decimal::from_millionths(row.integer(column));
  else if constexpr (std::same_as<T, Money>) return Money{row.integer(column)};
  else if constexpr (std::same_as<T, Uuid>) return row.uuid(column);
  else if constexpr (is_id<T>) return T{row.uuid(column)};
  else if constexpr (std::same_as<T, std::vector<std::uint8_t>>) return [](auto bytes) { return T(bytes.begin(), bytes.end()); }(row.bytes(column));
  else {
    static_assert(is_readable_text<T>, "this type is not kept in one column");
    return read_text<T>(row, column);
  }
}

}  // namespace detail

/// One column. A null fits only into a std::optional.
template <class T>
T read_column(Row const& row, int column) {
  if constexpr (is_optional<T>) {
    if (row.is_null(column)) return std::nullopt;
    return detail::read_present<typename T::value_type>(row, column);
  } else {
    if (row.is_null(column)) row.complain(column, "is null, but its member is not optional");
    return detail::read_present<T>(row, column);
  }
}

/// A described struct, its members found by column name; of any other type the first column.
template <class T>
T read_row(Row const& row) {
  if constexpr (DescribedStruct<T>) {
    static constexpr char type = 0;
    auto columns = row.columns_of(&type, member_names<T>());
    T read{};
    std::size_t at = 0;
    for_each_member<T>([&](std::string_view, auto member) { read.*member = read_column<std::remove_cvref_t<decltype(read.*member)>>(row, columns[at++]); });
    return read;
  } else {
    return read_column<T>(row, 0);
  }
}

}  // namespace zx::db
