#pragma once

#include "platform/db/migrate.hpp"

namespace zx::db {

/// Whether nothing is missing and nothing is newer. Reads only, and nothing but a few rows; for a database that `migrate` has seen before.
bool is_current(Database& database, std::span<Migration const> migrations);

}  // namespace zx::db
