#pragma once
// Reads csv as people save it: with or without byte order mark, UTF-8, GB18030 or UTF-16, separated by comma, semicolon or tab,
// any line ending, line breaks within quotes. One row in memory at a time.

#include <filesystem>
#include <memory>
#include <string>

#include "platform/csv/text_source.hpp"
#include "platform/xlsx/table.hpp"

namespace zx::csv {

struct Limits {
  std::size_t max_rows = 1'048'576;
  std::size_t max_columns = 512;
  std::size_t max_cell_characters = 32'767;
  std::size_t max_row_bytes = 4 * 1024 * 1024;
};

enum class FormulaGuard { take_off, leave };

struct ReadOptions {
  char separator = 0;  ///< 0 finds it in the first row: the one of , ; tab that occurs most
  FormulaGuard guard = FormulaGuard::take_off;
  Limits limits;
};

/// All cells are texts. row_number counts records, as a spreadsheet program showing the file does; refusals name the line of the file.
class Reader final : public table::RowReader {
 public:
  static Result<std::unique_ptr<Reader>> open_file(std::filesystem::path const& path, ReadOptions options = {});
  static Result<std::unique_ptr<Reader>> open_bytes(std::string bytes, ReadOptions options = {});
  /// Nothing is copied: the bytes must outlive the reader.
  static Result<std::unique_ptr<Reader>> open_view(std::string_view bytes, ReadOptions options = {});

  /// Refusals, all with the line: csv.unclosed_quote, .text_after_quote, .not_text, .unknown_encoding, .cell_too_long, .row_too_long,
  /// .too_many_columns, .too_many_rows.
  Result<bool> next(std::vector<table::Cell>& cells) override;
  std::size_t row_number() const override { return row_; }

  Encoding encoding() const { return source_.encoding(); }
  char separator() const { return separator_; }

 private:
  enum class At { cell_start, plain, quoted, quote_in_quoted };

  Reader(TextSource source, ReadOptions const& options) : source_(std::move(source)), options_(options), separator_(options.separator) {}
  static Result<std::unique_ptr<Reader>> open(TextSource source, ReadOptions const& options);
  Result<bool> read_record(std::vector<table::Cell>& cells);
  Result<void> find_separator();
  Result<bool> more();
  Result<void> take(char c);
  Result<void> take_run();
  Result<void> end_cell(std::vector<table::Cell>& cells);
  Refusal refusal(std::string code, RefusalArguments arguments = {}) const;
  bool ends_cell(char c) const { return c == separator_ || c == '\n' || c == '\r'; }

  TextSource source_;
  ReadOptions options_;
  char separator_ = 0;
  std::string_view piece_;
  std::size_t at_ = 0;
  std::size_t row_ = 0;
  std::size_t line_ = 1;
  std::size_t quote_line_ = 1;
  std::size_t row_bytes_ = 0;
  std::size_t column_ = 0;
  std::size_t width_ = 0;
  bool after_cr_ = false;
  At state_ = At::cell_start;
  std::string cell_;
};

}  // namespace zx::csv
