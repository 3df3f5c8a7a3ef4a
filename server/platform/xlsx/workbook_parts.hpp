#pragma once
// The table of contents of a workbook: which part is which sheet.

#include <optional>
#include <string>
#include <vector>

#include "platform/xlsx/styles.hpp"
#include "platform/xlsx/xml.hpp"

namespace zx::xlsx {

struct SheetPart {
  std::string name;
  std::string part;
  bool hidden = false;
};

struct WorkbookParts {
  std::vector<SheetPart> sheets;  ///< worksheets only, in the order of their tabs
  std::optional<std::string> shared_strings;
  std::optional<std::string> styles;
  Epoch epoch = Epoch::from_1900;
};

/// Follows the relationships from the root. Targets outside the container are refused.
Result<WorkbookParts> read_workbook_parts(Archive& archive, Limits const& limits);

}  // namespace zx::xlsx
