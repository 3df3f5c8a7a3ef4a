#pragma once
// What a person meant by a cell, the same for a typed cell of a workbook and for the bare text of a csv file.
// nullopt means "not understood" (or empty): the import says so with the row and column.

#include <optional>
#include <string>

#include "platform/xlsx/table.hpp"

namespace zx::table {

/// A date cell, or text as 2006-05-12, 2006.05.12, 2006.9.25, 2006/5/12, 2006年5月12日 or 20060512, also in full-width digits.
/// A time of day behind it is ignored.
std::optional<Date> date_in(Cell const& cell);

/// Plain decimal text of a number cell, or of text such as "1,234.50", "￥100" or "15%" (which is 0.15).
std::optional<std::string> decimal_in(Cell const& cell);

/// TRUE/FALSE, 是/否, 有/无, 对/错, yes/no, y/n, 1/0, ✓/✗, √/×.
std::optional<bool> boolean_in(Cell const& cell);

}  // namespace zx::table
