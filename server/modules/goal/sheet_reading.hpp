#pragma once
// From a file's rows to the numbers they want. Private to goal.

#include <unordered_map>

#include "modules/goal/sheet_columns.hpp"
#include "modules/goal/target_editing.hpp"
#include "modules/goal/target_lines.hpp"

namespace zx::goal::targets {

/// Where a number stands in the file.
struct FilePlace {
  std::int64_t row = 0;
  std::uint32_t column = 0;
};

struct FileFault {
  FilePlace place;
  std::string header;
  std::string code;
  RefusalArguments arguments;
};

/// All that a file says.
struct FileContents {
  FileHeader header;
  std::int64_t rows = 0;
  std::vector<Wanted> wanted;  ///< origin: index into `places`
  std::vector<FilePlace> places;
  std::vector<Line> new_rows;  ///< numbered behind the sheet's own
  std::vector<FileFault> faults;
  std::int64_t fault_count = 0;
};

/// Refuses what is no table, target.file_without_numbers, target.column_unknown. `heard` is told the rows so far, of 0.
Result<FileContents> read_file(ReadContext const& ctx, Sheet const& sheet, std::string_view content, Heard const& heard = {});

}  // namespace zx::goal::targets
