#pragma once

#include <libpq-fe.h>

#include <cstring>

#include "platform/db/row.hpp"

namespace zx::db {

/// Binary results. A sum or a quotient is `numeric` to PostgreSQL: the statement must CAST it to bigint.
class PostgresRow final : public Row {
 public:
  PostgresRow(PGresult const* result, std::string_view statement) : result_(result), statement_(statement) {}
  void stand_on(int row) { row_ = row; }

  std::string_view statement() const override { return statement_; }
  int columns() const override { return PQnfields(result_); }
  std::string_view name(int column) const override { return PQfname(result_, column); }
  bool is_null(int column) const override { return PQgetisnull(result_, row_, column); }

  bool boolean(int column) const override {
    if (type(column) != 16) complain(column, "is no boolean");
    return *value(column).data() != 0;
  }

  std::int64_t integer(int column) const override {
    auto const bytes = value(column);
    switch (type(column)) {
      case 20: return __builtin_bswap64(load<std::uint64_t>(bytes));
      case 23: return static_cast<std::int32_t>(__builtin_bswap32(load<std::uint32_t>(bytes)));
      case 21: return static_cast<std::int16_t>(__builtin_bswap16(load<std::uint16_t>(bytes)));
      default: complain(column, "is no integer; CAST it to bigint");
    }
  }

  std::string_view text(int column) const override {
    switch (type(column)) {
      case 25:
      case 1043:
      case 1042:
      case 19:
      case 18:
      case 114: return value(column);
      default: complain(column, "is no text");
    }
  }

  Uuid uuid(int column) const override {
    if (type(column) != 2950) complain(column, "is no uuid");
    Uuid uuid;
    std::memcpy(uuid.bytes.data(), value(column).data(), uuid.bytes.size());
    return uuid;
  }

  std::span<std::uint8_t const> bytes(int column) const override {
    if (type(column) != 17) complain(column, "holds no bytes");
    auto const held = value(column);
    return {reinterpret_cast<std::uint8_t const*>(held.data()), held.size()};
  }

 private:
  Oid type(int column) const { return PQftype(result_, column); }
  std::string_view value(int column) const { return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))}; }

  template <class T>
  static T load(std::string_view bytes) {
    T number;
    std::memcpy(&number, bytes.data(), sizeof number);
    return number;
  }

  PGresult const* result_;
  std::string_view statement_;
  int row_ = 0;
};

}  // namespace zx::db
