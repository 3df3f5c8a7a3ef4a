#include "platform/db/row.hpp"

namespace zx::db {
namespace {

/// Statements mostly list their columns in the struct's order, so look behind the last one found first.
std::optional<int> find_column(Row const& row, int expected_at, std::string_view name) {
  auto const count = row.columns();
  for (int i = 0; i < count; ++i) {
    auto column = (expected_at + i) % count;
    if (row.name(column) == name) return column;
  }
  return std::nullopt;
}

}  // namespace

std::span<int const> Row::columns_of(void const* type, std::span<std::string_view const> members) const {
  if (mapped_type_ == type) return mapped_columns_;
  mapped_columns_.clear();
  int next = 0;
  for (auto member : members) {
    auto column = find_column(*this, next, member);
    if (!column) throw std::logic_error("statement " + std::string(statement()) + " has no column " + std::string(member));
    mapped_columns_.push_back(*column);
    next = *column + 1;
  }
  mapped_type_ = type;
  return mapped_columns_;
}

void Row::complain(int column, std::string_view what) const {
  throw std::logic_error("statement " + std::string(statement()) + ": column " + std::string(name(column)) + " " + std::string(what));
}

}  // namespace zx::db
