#pragma once
// Writes csv after RFC 4180: comma, CRLF, quotes only where needed.

#include <string>
#include <vector>

#include "platform/xlsx/table.hpp"

namespace zx::csv {

/// Excel takes UTF-8 without the mark for the local code page, so files for people carry it; machines prefer none.
enum class ByteOrderMark { none, written };
/// `put_on_guard` keeps exported texts from running as formulas; the reader takes the guard off again.
enum class Formulas { put_on_guard, as_they_are };

struct WriteOptions {
  ByteOrderMark mark = ByteOrderMark::written;
  Formulas formulas = Formulas::put_on_guard;
  char separator = ',';
};

/// Collects rows as text. Take the text away between rows to stream a long export.
class Writer {
 public:
  explicit Writer(WriteOptions options = {});
  void add_row(std::vector<table::Cell> const& cells);
  void add_row(std::vector<std::string> const& texts);
  /// What was written since the last call.
  std::string take();

 private:
  void add_cell(std::string_view text, bool guard);
  WriteOptions options_;
  std::string text_;
};

}  // namespace zx::csv
