#include "platform/db/database.hpp"

#include "platform/db/postgres_database.hpp"
#include "platform/db/sqlite_database.hpp"

namespace zx::db {

Composed::Composed(Statement const& head) : name_(head.name), sqlite_(head.sqlite), postgres_(head.postgres) {}

Composed& Composed::operator+=(Statement const& fragment) {
  name_.append("+").append(fragment.name);
  sqlite_.append("\n").append(fragment.sqlite);
  postgres_.append("\n").append(fragment.postgres);
  return *this;
}

Composed::operator Statement() const { return {name_, sqlite_, postgres_}; }

ConstraintViolation::ConstraintViolation(Kind kind, std::string constraint, std::string const& detail)
    : std::runtime_error("constraint " + constraint + " violated: " + detail), kind(kind), constraint(std::move(constraint)) {}

std::unique_ptr<Database> Database::open(Options const& options) {
  if (options.url.starts_with("sqlite:")) return open_sqlite(options);
  if (options.url.starts_with("postgres:") || options.url.starts_with("postgresql:")) return open_postgres(options);
  throw DatabaseError("a database url begins with sqlite: or postgres:", false);
}

std::optional<Refusal> Database::refusal_of(ConstraintViolation const& violation) const {
  auto known = refusals_.find(violation.constraint);
  if (known == refusals_.end()) return std::nullopt;
  return Refusal::conflict(known->second);
}

}  // namespace zx::db
