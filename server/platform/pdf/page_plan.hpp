#pragma once
// Which rows and columns stand on which page: decided completely before anything is drawn, so every page can say "3 / 12".

#include <cstddef>
#include <vector>

#include "platform/pdf/canvas.hpp"
#include "platform/pdf/table_document.hpp"

namespace zx::pdf {

inline constexpr double kMargin = 28;  // 10 mm
inline constexpr double kPadding = 3;  // between a cell's frame and its text
inline constexpr double kQrSize = 72;  // 25 mm with the quiet zone: readable by any phone from paper
inline constexpr double kSignatureHeight = 44;

/// The columns of one page, with their widths in points.
struct Band {
  std::vector<std::size_t> columns;
  std::vector<double> widths;
};

/// A row, or as many of its lines as fit.
struct Slice {
  std::size_t row = 0;
  std::size_t first_line = 0;
  std::size_t lines = 0;
  double height = 0;
};

struct Page {
  std::size_t band = 0;
  bool has_head = false;  ///< title, subtitles, QR code
  bool has_signatures = false;
  std::vector<Slice> slices;
};

struct PagePlan {
  double width = 0;
  double height = 0;
  double head_height = 0;
  std::vector<Band> bands;
  std::vector<std::size_t> header_lines;  ///< per band
  std::vector<Page> pages;

  double body_width() const { return width - 2 * kMargin; }
  double footer_top(TextStyle const& style) const { return height - kMargin - style.line_height(); }
};

struct Styles {
  TextStyle body;
  TextStyle header;
  TextStyle title;
  TextStyle footer;
  explicit Styles(double size);
};

double header_height(PagePlan const& plan, std::size_t band, Styles const& styles);

/// `measure` only measures text here; nothing is drawn on it.
PagePlan plan_pages(TableDocument const& document, Styles const& styles, Canvas& measure);

}  // namespace zx::pdf
