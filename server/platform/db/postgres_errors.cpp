#include <algorithm>

#include "platform/db/postgres_connection.hpp"

namespace zx::db {
namespace {

using Kind = ConstraintViolation::Kind;

std::string field(PGresult const* result, int code) {
  auto const* text = PQresultErrorField(result, code);
  return text ? text : "";
}

}  // namespace

std::exception_ptr postgres_error(PGresult const* result, std::string_view statement) {
  auto const state = field(result, PG_DIAG_SQLSTATE);
  auto const where = "statement " + std::string(statement) + ": " + field(result, PG_DIAG_MESSAGE_PRIMARY) + " " + field(result, PG_DIAG_MESSAGE_DETAIL);
  auto violation = [&](Kind kind, std::string constraint) { return std::make_exception_ptr(ConstraintViolation(kind, std::move(constraint), where)); };
  auto const constraint = field(result, PG_DIAG_CONSTRAINT_NAME);
  if (state == "23505" || state == "23P01") return violation(Kind::unique, constraint);
  if (state == "23503") return violation(Kind::foreign_key, constraint);
  if (state == "23514") return violation(Kind::check, constraint);
  if (state == "23502") return violation(Kind::not_null, field(result, PG_DIAG_TABLE_NAME) + "." + field(result, PG_DIAG_COLUMN_NAME));
  // Serialization failure, deadlock, the two kinds of stale plan, the server going down.
  static constexpr std::string_view retryable[] = {"40001", "40P01", "26000", "0A000", "57P01", "57P02"};
  return std::make_exception_ptr(DatabaseError(where + " (" + state + ")", std::ranges::find(retryable, state) != std::end(retryable)));
}

}  // namespace zx::db
