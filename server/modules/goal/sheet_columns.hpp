#pragma once
// The columns of a target file. Private to goal.

#include <variant>

#include "modules/goal/target_names.hpp"
#include "platform/xlsx/table.hpp"

namespace zx::goal::targets {

/// What stands in a column beside the numbers.
enum class FileWord { number, owner, period, measure, product_code, product, customer_number, customer };

std::string_view word_of(FileWord word, std::string_view language);
std::string_view word_of(TargetField field, std::string_view language);

/// What stands below the rows, and behind them.
enum class FileSum { total, cumulative, given, gap };
std::string_view word_of(FileSum sum, std::string_view language);
/// What a line of sums is called in either language, for each measure, too: such a line is no row.
std::set<std::string, std::less<>> sum_labels(Sheet const& sheet);

struct FileColumn {
  std::string header;
  std::optional<FileWord> word;
  std::optional<TargetField> field;  ///< a number
  std::int64_t column = 0;           ///< of the sheet; 0 in the long form
};

struct FileHeader {
  std::vector<FileColumn> columns;
  bool is_long = false;
};

/// Nothing when this row is no header. A column nobody understands is left out, but for one with numbers of no column of the
/// sheet: target.column_unknown.
std::optional<Result<FileHeader>> header_from(std::vector<table::Cell> const& cells, Sheet const& sheet, Names const& column_names);

}  // namespace zx::goal::targets
