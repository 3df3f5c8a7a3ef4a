#pragma once
// Reads one worksheet of an .xlsx workbook as a stream of rows in bounded memory: 100,000 rows × 10 columns or a bomb alike.
// Formulas give the value the program stored last; they are never computed. Merged cells hold their value in the first cell.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "platform/xlsx/limits.hpp"
#include "platform/xlsx/table.hpp"

namespace zx::xlsx {

struct ReadOptions {
  std::optional<std::string> sheet;  ///< by name; otherwise the first visible worksheet
  Limits limits;
};

class Reader final : public table::RowReader {
 public:
  /// Refusals: xlsx.not_a_workbook, .legacy_format, .encrypted, .damaged, .unsafe_path, .document_type, .no_sheet, .sheet_not_found, and those of
  /// size. A file that cannot be opened throws.
  static Result<std::unique_ptr<Reader>> open_file(std::filesystem::path const& path, ReadOptions options = {});
  static Result<std::unique_ptr<Reader>> open_bytes(std::string bytes, ReadOptions options = {});
  /// Nothing is copied: the bytes must outlive the reader.
  static Result<std::unique_ptr<Reader>> open_view(std::string_view bytes, ReadOptions options = {});
  ~Reader() override;

  /// Also refuses rows, columns or cells beyond the limits: xlsx.row_out_of_range, .column_out_of_range, .cell_too_long, .row_too_long.
  Result<bool> next(std::vector<table::Cell>& cells) override;
  std::size_t row_number() const override;

  std::vector<std::string> const& sheet_names() const;
  std::string const& sheet_name() const;

 private:
  struct Book;
  explicit Reader(std::unique_ptr<Book> book);
  static Result<std::unique_ptr<Reader>> open(std::unique_ptr<Book> book);
  std::unique_ptr<Book> book_;
};

}  // namespace zx::xlsx
