#pragma once

#include <sqlite3.h>

#include <cstring>

#include "platform/db/row.hpp"

namespace zx::db {

class SqliteRow final : public Row {
 public:
  SqliteRow(sqlite3_stmt* handle, std::string_view statement) : handle_(handle), statement_(statement) {}

  std::string_view statement() const override { return statement_; }
  int columns() const override { return sqlite3_column_count(handle_); }
  std::string_view name(int column) const override { return sqlite3_column_name(handle_, column); }
  bool is_null(int column) const override { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }
  bool boolean(int column) const override { return integer(column) != 0; }

  std::int64_t integer(int column) const override {
    expect(column, SQLITE_INTEGER, "is no integer");
    return sqlite3_column_int64(handle_, column);
  }

  std::string_view text(int column) const override {
    expect(column, SQLITE_TEXT, "is no text");
    auto const* begin = reinterpret_cast<char const*>(sqlite3_column_text(handle_, column));
    return {begin, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
  }

  Uuid uuid(int column) const override {
    auto const value = bytes(column);
    Uuid uuid;
    if (value.size() != uuid.bytes.size()) complain(column, "is no uuid");
    std::memcpy(uuid.bytes.data(), value.data(), value.size());
    return uuid;
  }

  std::span<std::uint8_t const> bytes(int column) const override {
    expect(column, SQLITE_BLOB, "holds no bytes");
    auto const* begin = static_cast<std::uint8_t const*>(sqlite3_column_blob(handle_, column));
    return {begin, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
  }

 private:
  void expect(int column, int type, char const* otherwise) const {
    if (sqlite3_column_type(handle_, column) != type) complain(column, otherwise);
  }

  sqlite3_stmt* handle_;
  std::string_view statement_;
};

}  // namespace zx::db
