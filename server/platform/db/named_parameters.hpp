#pragma once
// PostgreSQL numbers its parameters ($1); our SQL names them (:id).

#include <string>
#include <string_view>
#include <vector>

namespace zx::db {

struct NumberedSql {
  std::string text;
  std::vector<std::string> names;  ///< names[0] is $1
};

/// Turns every `:name` outside of quotes and comments into `$n`, the same name always into the same number. A `::` is
/// PostgreSQL's cast and stays.
NumberedSql number_parameters(std::string_view sql);

}  // namespace zx::db
