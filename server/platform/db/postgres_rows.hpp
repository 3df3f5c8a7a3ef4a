#pragma once
// An INSERT of one row as an INSERT of several: PostgreSQL prepares every execution anew (indexes, checks), which for a
// small row takes longer than writing it.

#include <string>
#include <string_view>

#include "platform/db/named_parameters.hpp"

namespace zx::db {

/// "INSERT … VALUES (…)", with ON CONFLICT DO NOTHING or without: what many rows of mean the same as many of it. What
/// answers rows or changes present ones is not among them.
bool inserts_one_row(std::string_view numbered_sql);

/// The statement for `rows` rows; the parameters of the second follow those of the first. Only of what `inserts_one_row`.
std::string inserting(NumberedSql const& one_row, std::size_t rows);

}  // namespace zx::db
