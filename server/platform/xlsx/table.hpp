#pragma once
// A table as a spreadsheet holds it. The xlsx and the csv reader both hand out these rows, so an import
// is written once; the xlsx and csv writers take them back.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/base/time.hpp"

namespace zx::table {

/// `error` is a spreadsheet's "#N/A" or "#REF!": never a value, always worth telling the person.
enum class CellKind { empty, text, number, date, boolean, error };

/// One cell. `text` is always what the person sees, whatever the kind: a csv file has nothing else.
struct Cell {
  CellKind kind = CellKind::empty;
  /// Number: plain decimal, or "15%" where the sheet shows percent. Date: "2006-05-12", "2006-05-12 09:30" or, with
  /// seconds, "2006-05-12 09:30:15". Boolean: "TRUE" or "FALSE".
  std::string text;
  /// Exact decimal text of a number, never in exponent form: "13800138000", "-0.15". Empty for other kinds.
  std::string number;
  Date date;
  /// Set when a date carries a time of day.
  std::optional<int> second_of_day;
  bool boolean = false;

  bool empty() const { return kind == CellKind::empty; }
  /// Makes the cell empty but keeps its memory for the next row.
  void clear();
  void set_text(std::string_view value);
  void set_number(std::string_view decimal);
  void set_date(Date date, std::optional<int> second_of_day = std::nullopt);
  void set_boolean(bool value);

  static Cell of_text(std::string_view value);
  static Cell of_number(std::string_view decimal);
  static Cell of_date(Date date, std::optional<int> second_of_day = std::nullopt);
  static Cell of_boolean(bool value);
  bool operator==(Cell const&) const = default;
};

/// Reads a table front to back, one row in memory at a time.
class RowReader {
 public:
  virtual ~RowReader() = default;
  /// Fills `cells` with the next row that has at least one filled cell; false at the end. A refusal ends the reading.
  /// Rows may differ in length: trailing empty cells are not given.
  virtual Result<bool> next(std::vector<Cell>& cells) = 0;
  /// 1-based number of the row given last, as a spreadsheet program shows it (blank rows count).
  virtual std::size_t row_number() const = 0;
};

}  // namespace zx::table
