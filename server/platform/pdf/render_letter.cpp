#include <algorithm>

#include "platform/pdf/canvas.hpp"
#include "platform/pdf/letter_document.hpp"

namespace zx::pdf {
namespace {

constexpr double width = 595.3;  // A4
constexpr double height = 841.9;
constexpr double margin = 68;
constexpr double bottom = height - 74;
constexpr double body_width = width - 2 * margin;
constexpr double name_share = 0.24;
constexpr double padding = 5;
constexpr double box_height = 58;
constexpr double qr_side = 76;

constexpr TextStyle body{10.5, false, Align::left};
constexpr TextStyle small{8, false, Align::left};

/// The room between two lines of the body is half a line more than in a table.
constexpr double paragraph_gap = 7;

class Letter {
 public:
  /// With `pages` unknown nothing is kept of what is drawn: a first run finds out how many there are.
  Letter(LetterDocument const& document, std::size_t pages) : document_(document), pages_(pages), canvas_(width, height, document.font_families) {}

  std::size_t draw() {
    canvas_.describe(document_.title, document_.created);
    draw_head();
    draw_paragraph(document_.addressee, {body.size, true, Align::left});
    for (auto const& text : document_.paragraphs) draw_paragraph(text, body);
    draw_facts();
    for (auto const& text : document_.after_facts) draw_paragraph(text, body);
    draw_signature();
    draw_boxes();
    end_page();
    return page_ - 1;
  }

  std::string bytes() { return canvas_.bytes(); }

 private:
  void draw_head() {
    y_ = 54;
    line(document_.letterhead, {16, true, Align::center});
    y_ += 6;
    canvas_.fill({margin, y_, body_width, 1.2}, 0.15);
    canvas_.fill({margin, y_ + 2.6, body_width, 0.5}, 0.15);
    y_ += 22;
    line(document_.title, {20, true, Align::center});
    y_ += 8;
    for (auto const& text : document_.references) line(text, {9.5, false, Align::right});
    y_ += 12;
  }

  /// Of as many lines as it takes, over as many pages.
  void line(std::string const& text, TextStyle const& style) {
    auto const lines = canvas_.count_lines(text, body_width, style);
    for (std::size_t i = 0; i < lines; ++i) {
      make_room(style.line_height());
      canvas_.draw_lines(text, {margin, y_, body_width, style.line_height()}, style, i, 1);
      y_ += style.line_height() * 1.2;
    }
  }

  void draw_paragraph(std::string const& text, TextStyle const& style) {
    if (text.empty()) return;
    line(text, style);
    y_ += paragraph_gap;
  }

  void draw_facts() {
    if (document_.facts.empty()) return;
    y_ += 2;
    for (auto const& [name, value] : document_.facts) draw_fact(name, value);
    y_ += paragraph_gap + 6;
  }

  /// A row stays on one page; what is longer than a page is cut by whoever writes the letter, not here.
  void draw_fact(std::string const& name, std::string const& value) {
    auto const name_width = body_width * name_share;
    auto const value_width = body_width - name_width;
    auto const lines =
        std::max<std::size_t>({1, canvas_.count_lines(name, name_width - 2 * padding, body), canvas_.count_lines(value, value_width - 2 * padding, body)});
    auto const row = static_cast<double>(lines) * body.line_height() + 2 * padding;
    make_room(row);
    Box const left{margin, y_, name_width, row};
    Box const right{margin + name_width, y_, value_width, row};
    canvas_.fill(left, 0.95);
    canvas_.frame(left);
    canvas_.frame(right);
    canvas_.draw_text(name, inside(left), body);
    canvas_.draw_text(value, inside(right), body);
    y_ += row;
  }

  void draw_signature() {
    make_room(static_cast<double>(document_.signature.size()) * body.line_height() * 1.2 + 12);
    y_ += 12;
    for (auto const& text : document_.signature) line(text, {body.size, false, Align::right});
    y_ += 14;
  }

  void draw_boxes() {
    bool const has_qr = !document_.qr_text.empty();
    if (document_.boxes.empty() && !has_qr) return;
    auto const space = has_qr ? std::max(box_height, qr_side + 2 * small.line_height()) : box_height;
    make_room(space);
    auto const boxes_width = body_width - (has_qr ? qr_side + 10 : 0);
    auto const each = boxes_width / static_cast<double>(std::max<std::size_t>(document_.boxes.size(), 1));
    for (std::size_t i = 0; i < document_.boxes.size(); ++i) {
      Box const box{margin + each * static_cast<double>(i), y_, each, box_height + 18};
      canvas_.frame(box);
      canvas_.draw_lines(document_.boxes[i], inside(box), {9, false, Align::left}, 0, 2);
    }
    if (has_qr) {
      Box const square{width - margin - qr_side, y_, qr_side, qr_side};
      canvas_.draw_qr(document_.qr_text, square);
      canvas_.draw_lines(document_.qr_caption, {square.x - 8, square.y + qr_side, qr_side + 16, 0}, {small.size, false, Align::center}, 0, 2);
    }
    y_ += space;
  }

  void make_room(double wanted) {
    if (y_ + wanted <= bottom) return;
    end_page();
    y_ = margin;
  }

  void end_page() {
    Box const foot{margin, height - 44, body_width * 0.8, small.line_height()};
    canvas_.draw_lines(document_.footer, foot, small, 0, 1);
    canvas_.draw_lines(label(), {margin + body_width * 0.8, foot.y, body_width * 0.2, foot.height}, {small.size, false, Align::right}, 0, 1);
    canvas_.end_page();
    ++page_;
  }

  std::string label() const {
    auto text = document_.page_label;
    auto const put = [&](std::string_view placeholder, std::size_t value) {
      if (auto const at = text.find(placeholder); at != std::string::npos) text.replace(at, placeholder.size(), std::to_string(value));
    };
    put("{page}", page_);
    put("{pages}", pages_);
    return text;
  }

  static Box inside(Box const& box) { return {box.x + padding, box.y + padding, box.width - 2 * padding, box.height - 2 * padding}; }

  LetterDocument const& document_;
  std::size_t pages_;
  Canvas canvas_;
  double y_ = 0;
  std::size_t page_ = 1;
};

}  // namespace

std::string render_letter_pdf(LetterDocument const& document) {
  auto const pages = Letter(document, 0).draw();
  Letter letter(document, pages);
  letter.draw();
  return letter.bytes();
}

}  // namespace zx::pdf
