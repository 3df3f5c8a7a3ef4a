#pragma once
// Turns the XML of one worksheet into rows: pauses its part at the end of each row that has a filled cell.

#include <string>
#include <vector>

#include "platform/xlsx/strings.hpp"
#include "platform/xlsx/styles.hpp"
#include "platform/xlsx/table.hpp"

namespace zx::xlsx {

/// What the cells of a sheet refer to.
struct SheetContext {
  SharedStrings const& strings;
  std::vector<NumberStyle> const& styles;
  Epoch epoch;
  std::string part;
};

class SheetHandler final : public XmlHandler {
 public:
  SheetHandler(PartReader& reader, Limits const& limits, SheetContext context) : reader_(reader), limits_(limits), context_(std::move(context)) {}

  /// The next row goes here. Must be called before the part advances.
  void fill(std::vector<table::Cell>& cells) { cells_ = &cells; }
  std::size_t row_number() const { return row_; }

  void start(std::string_view name, char const** attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view piece) override;

 private:
  enum class Type { number, shared, inline_text, formula_text, boolean, error, iso_date };
  enum class Within { nothing, value, item };

  void start_row(char const** attributes);
  void start_cell(char const** attributes);
  void end_cell();
  void end_row();
  void set_cell(table::Cell& cell);
  void set_shared(table::Cell& cell);
  void set_long_text(table::Cell& cell, std::string_view text);
  std::string cell_name() const;
  void refuse(RefusalKind kind, std::string code, RefusalArguments arguments);

  PartReader& reader_;
  Limits limits_;
  SheetContext context_;
  std::vector<table::Cell>* cells_ = nullptr;
  std::size_t row_ = 0;
  std::size_t column_ = 0;  ///< of the cell at work, 1-based
  std::size_t width_ = 0;   ///< of the row at work: its last filled column
  std::size_t row_bytes_ = 0;
  std::uint64_t shared_bytes_ = 0;  ///< copied out of the shared strings so far
  bool in_row_ = false;
  bool in_cell_ = false;
  Type type_ = Type::number;
  Within within_ = Within::nothing;
  NumberStyle style_ = NumberStyle::plain;
  StringItem item_;
  std::string value_;
};

}  // namespace zx::xlsx
