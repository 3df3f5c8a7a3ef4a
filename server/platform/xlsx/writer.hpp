#pragma once
// Writes .xlsx workbooks people print and fill in: a declared head (title, hints, red required columns, notes, drop-downs) and rows
// streamed in constant memory. Texts are written as texts whatever they start with; nothing becomes a formula.

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/xlsx/table.hpp"

namespace zx::xlsx {

/// `code` columns (codes, phone numbers, ID numbers) have the text format, so typing 13800138000 does not end as 1.38E+10.
enum class ColumnKind { text, code, number, percent, date, date_time, boolean };
enum class Paper { a4_portrait, a4_landscape };

struct Column {
  std::string header;
  double width = 14;  ///< in characters, as spreadsheet programs measure it; a Chinese character takes two
  ColumnKind kind = ColumnKind::text;
  bool required = false;             ///< red header that begins with *
  std::string note;                  ///< comment on the header cell
  std::vector<std::string> choices;  ///< drop-down; other input is refused by the spreadsheet program
};

struct Sheet {
  std::string name = "Sheet1";  ///< made fit for a tab: at most 31 characters, no []:*?/\, unique
  std::string title;            ///< first row, merged and large; left out when empty
  std::vector<std::string> subtitles;
  std::string instruction;  ///< a wrapped row above the header; left out when empty
  std::vector<Column> columns;
  Paper paper = Paper::a4_landscape;
  std::string print_footer;            ///< bottom left of each printed page; the page number is at the right
  std::size_t rows_to_fill_in = 1000;  ///< how far drop-downs reach below the header
};

struct WorkbookOptions {
  std::filesystem::path temporary_directory;  ///< must exist; what is written there is removed again
  Instant created;
  std::string author;
};

/// Sheets are written one after another; the header is frozen and repeated on every printed page, the width fits one page.
class Workbook {
 public:
  explicit Workbook(WorkbookOptions options);
  ~Workbook();
  Workbook(Workbook const&) = delete;
  Workbook& operator=(Workbook const&) = delete;

  void begin_sheet(Sheet sheet);
  /// Cells beyond the columns are a programming error and throw. Refuses xlsx.cell_too_long and xlsx.row_out_of_range; the row is then not complete
  /// and the workbook should be thrown away. Numbers of more than 15 digits are kept exact by writing them as text.
  Result<void> add_row(std::vector<table::Cell> const& cells);
  /// 1-based row the next add_row fills.
  std::size_t next_row() const;

  /// Ends the workbook; nothing can be added afterwards. The file appears under its name only when complete.
  void save_as(std::filesystem::path const& path);
  /// Ends the workbook and gives its bytes.
  std::string bytes();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace zx::xlsx
