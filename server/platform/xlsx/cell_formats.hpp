#pragma once
// The looks of a workbook's cells, each made once per workbook.

#include <xlsxwriter.h>

#include <map>

#include "platform/xlsx/writer.hpp"

namespace zx::xlsx {

class CellFormats {
 public:
  explicit CellFormats(lxw_workbook* book);
  lxw_format* title() const { return title_; }
  lxw_format* subtitle() const { return subtitle_; }
  lxw_format* instruction() const { return instruction_; }
  lxw_format* header(bool required) const { return required ? required_header_ : header_; }
  /// Bordered cell of a printed row.
  lxw_format* body(ColumnKind kind) { return of(kind, bordered_, Border::thin); }
  /// The same without border, for rows nobody filled yet.
  lxw_format* blank(ColumnKind kind) { return of(kind, plain_, Border::none); }

 private:
  enum class Border { none, thin };
  using ByKind = std::map<ColumnKind, lxw_format*>;
  lxw_format* of(ColumnKind kind, ByKind& made, Border border);

  lxw_workbook* book_;
  lxw_format* title_;
  lxw_format* subtitle_;
  lxw_format* instruction_;
  lxw_format* header_;
  lxw_format* required_header_;
  ByKind bordered_;
  ByKind plain_;
};

}  // namespace zx::xlsx
