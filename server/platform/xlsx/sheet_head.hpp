#pragma once
// Everything of a sheet that stands before its first row, and what belongs to its columns.

#include <string>
#include <vector>

#include "platform/xlsx/cell_formats.hpp"

namespace zx::xlsx {

/// Drop-down lists live on one hidden sheet: a list written into the cell rule itself may hold no comma and no more than 255 characters.
class ChoiceLists {
 public:
  explicit ChoiceLists(lxw_workbook* book) : book_(book) {}
  /// Remembers a list; rows `first` to `last` of `column` offer it.
  void offer(lxw_worksheet* sheet, lxw_col_t column, lxw_row_t first, lxw_row_t last, std::vector<std::string> const& choices);
  /// Writes the hidden sheet, if any list was offered.
  void write(std::string const& name);

 private:
  struct Use {
    lxw_worksheet* sheet;
    lxw_col_t column;
    lxw_row_t first;
    lxw_row_t last;
  };
  lxw_workbook* book_;
  std::vector<std::vector<std::string>> lists_;
  std::vector<Use> uses_;
};

/// Returns the 0-based row below the header.
lxw_row_t write_sheet_head(lxw_worksheet* sheet, Sheet const& head, CellFormats& formats, ChoiceLists& choices);

/// Text that needs no escaping to stand in a workbook.
bool is_fit_for_xml(std::string_view text);

}  // namespace zx::xlsx
