#include "platform/pdf/canvas.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <qrencode.h>

#include <algorithm>
#include <stdexcept>

namespace zx::pdf {
namespace {

constexpr double kLineWidth = 0.5;
constexpr int kQuietZone = 4;  // modules of white the QR standard wants on every side

template <auto release>
struct Release {
  template <class T>
  void operator()(T* object) const {
    release(object);
  }
};
using Surface = std::unique_ptr<cairo_surface_t, Release<cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Release<cairo_destroy>>;
using Layout = std::unique_ptr<PangoLayout, Release<g_object_unref>>;
using Font = std::unique_ptr<PangoFontDescription, Release<pango_font_description_free>>;
using QrCode = std::unique_ptr<QRcode, Release<QRcode_free>>;

cairo_status_t append(void* bytes, unsigned char const* data, unsigned length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<char const*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

PangoAlignment alignment(Align align) {
  if (align == Align::center) return PANGO_ALIGN_CENTER;
  return align == Align::right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

}  // namespace

struct Canvas::State {
  std::string bytes;
  Surface surface;
  Context cairo;
  Layout layout;
  Font font;

  void shape(std::string_view text, double width, TextStyle const& style) {
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_width(layout.get(), static_cast<int>(std::max(width, 1.0) * PANGO_SCALE));
    pango_layout_set_alignment(layout.get(), alignment(style.align));
    char* valid = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
    pango_layout_set_text(layout.get(), valid, -1);
    g_free(valid);
  }
};

Canvas::Canvas(double width, double height, std::string const& font_families) : state_(std::make_unique<State>()) {
  state_->surface.reset(cairo_pdf_surface_create_for_stream(append, &state_->bytes, width, height));
  state_->cairo.reset(cairo_create(state_->surface.get()));
  state_->layout.reset(pango_cairo_create_layout(state_->cairo.get()));
  state_->font.reset(pango_font_description_new());
  pango_font_description_set_family(state_->font.get(), font_families.c_str());
  pango_layout_set_wrap(state_->layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_context_set_language(pango_layout_get_context(state_->layout.get()), pango_language_from_string("zh-cn"));
  cairo_set_line_width(state_->cairo.get(), kLineWidth);
}

Canvas::~Canvas() = default;

void Canvas::describe(std::string const& title, std::optional<Instant> created) {
  char* valid = g_utf8_make_valid(title.data(), static_cast<gssize>(title.size()));
  cairo_pdf_surface_set_metadata(state_->surface.get(), CAIRO_PDF_METADATA_TITLE, valid);
  g_free(valid);
  if (!created) return;
  auto const second = created->text().substr(0, 19) + "Z";
  cairo_pdf_surface_set_metadata(state_->surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, second.c_str());
}

std::size_t Canvas::count_lines(std::string_view text, double width, TextStyle const& style) {
  if (text.empty()) return 0;
  state_->shape(text, width, style);
  return static_cast<std::size_t>(pango_layout_get_line_count(state_->layout.get()));
}

void Canvas::draw_lines(std::string_view text, Box const& box, TextStyle const& style, std::size_t first, std::size_t count) {
  if (text.empty()) return;
  state_->shape(text, box.width, style);
  auto* iterator = pango_layout_get_iter(state_->layout.get());
  std::size_t index = 0;
  do {
    if (index >= first && index - first < count) {
      PangoRectangle extents;
      pango_layout_iter_get_line_extents(iterator, nullptr, &extents);
      // Lines stand on an even grid, whatever fallback font a character took; the grid is what rows are split by.
      auto const baseline = box.y + style.line_height() * static_cast<double>(index - first) + style.size * 1.08;
      cairo_move_to(state_->cairo.get(), box.x + static_cast<double>(extents.x) / PANGO_SCALE, baseline);
      pango_cairo_show_layout_line(state_->cairo.get(), pango_layout_iter_get_line_readonly(iterator));
    }
    ++index;
  } while (pango_layout_iter_next_line(iterator));
  pango_layout_iter_free(iterator);
}

void Canvas::frame(Box const& box) {
  cairo_rectangle(state_->cairo.get(), box.x, box.y, box.width, box.height);
  cairo_stroke(state_->cairo.get());
}

void Canvas::fill(Box const& box, double grey) {
  cairo_save(state_->cairo.get());
  cairo_set_source_rgb(state_->cairo.get(), grey, grey, grey);
  cairo_rectangle(state_->cairo.get(), box.x, box.y, box.width, box.height);
  cairo_fill(state_->cairo.get());
  cairo_restore(state_->cairo.get());
}

void Canvas::draw_qr(std::string const& text, Box const& square) {
  QrCode const code(QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<unsigned char const*>(text.data()), 0, QR_ECLEVEL_M));
  if (!code) return;
  auto const module = square.width / (code->width + 2 * kQuietZone);
  for (int row = 0; row < code->width; ++row) {
    for (int column = 0; column < code->width; ++column) {
      if ((code->data[row * code->width + column] & 1) == 0) continue;
      cairo_rectangle(state_->cairo.get(), square.x + (column + kQuietZone) * module, square.y + (row + kQuietZone) * module, module, module);
    }
  }
  cairo_fill(state_->cairo.get());
}

void Canvas::end_page() { cairo_show_page(state_->cairo.get()); }

std::string Canvas::bytes() {
  state_->layout.reset();
  auto const drawn = cairo_status(state_->cairo.get());
  state_->cairo.reset();
  cairo_surface_finish(state_->surface.get());
  auto const written = cairo_surface_status(state_->surface.get());
  for (auto const status : {drawn, written}) {
    if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(std::string("cannot draw the PDF: ") + cairo_status_to_string(status));
  }
  return std::move(state_->bytes);
}

}  // namespace zx::pdf
