#pragma once
// A PDF being drawn: the only file besides its source that touches Cairo and Pango. Lengths are points from the top left.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/pdf/table_document.hpp"

namespace zx::pdf {

struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

struct TextStyle {
  double size = 9;
  bool bold = false;
  Align align = Align::left;
  double line_height() const { return size * 1.4; }
};

class Canvas {
 public:
  Canvas(double width, double height, std::string const& font_families);
  ~Canvas();
  Canvas(Canvas const&) = delete;
  Canvas& operator=(Canvas const&) = delete;

  void describe(std::string const& title, std::optional<Instant> created);

  /// Lines the text takes when wrapped at `width`.
  std::size_t count_lines(std::string_view text, double width, TextStyle const& style);
  /// Draws lines first … first+count-1 of the wrapped text from the top of the box.
  void draw_lines(std::string_view text, Box const& box, TextStyle const& style, std::size_t first, std::size_t count);
  void draw_text(std::string_view text, Box const& box, TextStyle const& style) { draw_lines(text, box, style, 0, static_cast<std::size_t>(-1)); }

  void frame(Box const& box);
  void fill(Box const& box, double grey);
  /// Draws the text as a QR code with its quiet zone; nothing when it is longer than a QR code can hold.
  void draw_qr(std::string const& text, Box const& square);
  void end_page();
  /// Ends the document.
  std::string bytes();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace zx::pdf
