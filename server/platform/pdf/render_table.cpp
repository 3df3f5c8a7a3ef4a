#include <algorithm>

#include "platform/pdf/page_plan.hpp"
#include "platform/pdf/table_document.hpp"

namespace zx::pdf {
namespace {

constexpr double kHeaderGrey = 0.93;
constexpr double kGroupGrey = 0.95;
constexpr double kSignatureGap = 6;

class Rendering {
 public:
  Rendering(TableDocument const& document, Styles const& styles, PagePlan const& plan, Canvas& canvas)
      : document_(document), styles_(styles), plan_(plan), canvas_(canvas) {}

  void draw_page(std::size_t number) {
    auto const& page = plan_.pages[number];
    auto const& band = plan_.bands[page.band];
    double y = kMargin;
    if (page.has_head) {
      draw_head();
      y += plan_.head_height;
    }
    y = draw_header(band, page.band, y);
    for (auto const& slice : page.slices) {
      draw_slice(band, slice, y);
      y += slice.height;
    }
    if (page.has_signatures) draw_signatures(y + kSignatureGap);
    draw_footer(number);
    canvas_.end_page();
  }

 private:
  void draw_head() {
    auto const qr_width = document_.qr_text.empty() ? 0 : kQrSize;
    Box box{kMargin + qr_width, kMargin, plan_.body_width() - 2 * qr_width, plan_.head_height};
    auto const centered = TextStyle{styles_.body.size, false, Align::center};
    draw_and_advance(document_.title, box, styles_.title);
    for (auto const& line : document_.subtitles) draw_and_advance(line, box, centered);
    if (qr_width > 0) canvas_.draw_qr(document_.qr_text, {plan_.width - kMargin - kQrSize, kMargin, kQrSize, kQrSize});
  }

  void draw_and_advance(std::string const& text, Box& box, TextStyle const& style) {
    auto const lines = canvas_.count_lines(text, box.width, style);
    canvas_.draw_text(text, box, style);
    box.y += style.line_height() * static_cast<double>(lines);
  }

  double draw_header(Band const& band, std::size_t index, double y) {
    auto const height = header_height(plan_, index, styles_);
    double x = kMargin;
    for (std::size_t i = 0; i < band.columns.size(); ++i) {
      Box const cell{x, y, band.widths[i], height};
      canvas_.fill(cell, kHeaderGrey);
      canvas_.frame(cell);
      canvas_.draw_lines(document_.columns[band.columns[i]].header, inside(cell), styles_.header, 0, plan_.header_lines[index]);
      x += band.widths[i];
    }
    return y + height;
  }

  void draw_slice(Band const& band, Slice const& slice, double y) {
    auto const& row = document_.rows[slice.row];
    bool const shaded = document_.shading == GroupShading::alternating && row.group % 2 != 0;
    double x = kMargin;
    for (std::size_t i = 0; i < band.columns.size(); ++i) {
      Box const cell{x, y, band.widths[i], slice.height};
      if (shaded) canvas_.fill(cell, kGroupGrey);
      canvas_.frame(cell);
      auto const style = TextStyle{styles_.body.size, false, document_.columns[band.columns[i]].align};
      if (band.columns[i] < row.cells.size()) canvas_.draw_lines(row.cells[band.columns[i]], inside(cell), style, slice.first_line, slice.lines);
      x += band.widths[i];
    }
  }

  void draw_signatures(double y) {
    auto const width = plan_.body_width() / static_cast<double>(document_.signatures.size());
    for (std::size_t i = 0; i < document_.signatures.size(); ++i) {
      Box const cell{kMargin + width * static_cast<double>(i), y, width, kSignatureHeight};
      canvas_.frame(cell);
      auto const lines = static_cast<std::size_t>((kSignatureHeight - 2 * kPadding) / styles_.body.line_height());
      canvas_.draw_lines(document_.signatures[i], inside(cell), styles_.body, 0, lines);
    }
  }

  void draw_footer(std::size_t number) {
    std::string left;
    for (auto const& text : document_.footers) left += (left.empty() ? "" : "    ") + text;
    Box const line{kMargin, plan_.footer_top(styles_.footer), plan_.body_width(), styles_.footer.line_height()};
    canvas_.draw_lines(left, {line.x, line.y, line.width * 0.8, line.height}, styles_.footer, 0, 1);
    auto const right = TextStyle{styles_.footer.size, false, Align::right};
    canvas_.draw_lines(page_label(number + 1), {line.x + line.width * 0.8, line.y, line.width * 0.2, line.height}, right, 0, 1);
  }

  std::string page_label(std::size_t number) const {
    auto label = document_.page_label;
    auto const put = [&](std::string_view placeholder, std::size_t value) {
      if (auto const at = label.find(placeholder); at != std::string::npos) label.replace(at, placeholder.size(), std::to_string(value));
    };
    put("{page}", number);
    put("{pages}", plan_.pages.size());
    return label;
  }

  static Box inside(Box const& cell) { return {cell.x + kPadding, cell.y + kPadding, cell.width - 2 * kPadding, cell.height - 2 * kPadding}; }

  TableDocument const& document_;
  Styles const& styles_;
  PagePlan const& plan_;
  Canvas& canvas_;
};

}  // namespace

std::string render_table_pdf(TableDocument const& document) {
  Styles const styles(document.font_size);
  Canvas measure(1, 1, document.font_families);
  auto const plan = plan_pages(document, styles, measure);
  Canvas canvas(plan.width, plan.height, document.font_families);
  canvas.describe(document.title, document.created);
  Rendering rendering(document, styles, plan, canvas);
  for (std::size_t number = 0; number < plan.pages.size(); ++number) rendering.draw_page(number);
  return canvas.bytes();
}

}  // namespace zx::pdf
