#pragma once
// A printed table: declared as data, rendered to PDF with embedded fonts and text that can be searched and copied.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/time.hpp"

namespace zx::pdf {

enum class Orientation { portrait, landscape };
enum class Align { left, center, right };
enum class GroupShading { none, alternating };

struct TableColumn {
  std::string header;
  double share = 1;  ///< of the page width, relative to the other columns
  Align align = Align::left;
};

struct TableRow {
  std::vector<std::string> cells;  ///< missing ones are empty, surplus ones are left out
  int group = 0;                   ///< rows of one group follow each other; used by GroupShading
};

struct TableDocument {
  Orientation orientation = Orientation::landscape;
  std::string title;
  std::vector<std::string> subtitles;
  std::vector<TableColumn> columns;
  std::vector<TableRow> rows;
  /// Alternating groups get a light grey that survives a black-and-white copier; off, the form prints as plain lines.
  GroupShading shading = GroupShading::none;
  /// Columns repeated at the left when there are too many for one page and the rest continues on further pages.
  std::size_t key_columns = 1;
  std::vector<std::string> signatures;  ///< a box each, in one row below the table, never split from each other
  std::vector<std::string> footers;     ///< at the bottom left of every page: print time, printed by
  std::string page_label = "{page} / {pages}";
  std::string qr_text;   ///< address of the record, drawn as a QR code at the top right of the first page; none when empty
  double font_size = 9;  ///< points
  /// The first installed one that has the character is used.
  std::string font_families = "Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Micro Hei, Droid Sans Fallback, sans-serif";
  std::optional<Instant> created;
};

/// The bytes of the PDF. Rows higher than a page continue on the next; columns too many for a page continue on further pages.
/// Broken UTF-8 is shown as U+FFFD. Throws only when drawing itself fails.
std::string render_table_pdf(TableDocument const& document);

}  // namespace zx::pdf
