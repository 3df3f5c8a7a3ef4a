#include "platform/xlsx/cell_formats.hpp"

namespace zx::xlsx {
namespace {

constexpr char kFont[] = "微软雅黑";
constexpr lxw_color_t kRequired = 0xC00000;
constexpr lxw_color_t kHeaderFill = 0xEDEDED;  // prints as light grey
constexpr uint8_t kTextFormat = 49;            // "@", built into every program
constexpr lxw_color_t kHint = 0x595959;

char const* number_format(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::percent: return "0.00%";
    case ColumnKind::date: return "yyyy-mm-dd";
    case ColumnKind::date_time: return "yyyy-mm-dd hh:mm";
    case ColumnKind::text:
    case ColumnKind::code:
    case ColumnKind::number:
    case ColumnKind::boolean: break;
  }
  return nullptr;
}

lxw_format* new_format(lxw_workbook* book, double size) {
  auto* format = workbook_add_format(book);
  format_set_font_name(format, kFont);
  format_set_font_size(format, size);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  return format;
}

lxw_format* new_header(lxw_workbook* book) {
  auto* format = new_format(book, 10);
  format_set_bold(format);
  format_set_align(format, LXW_ALIGN_CENTER);
  format_set_text_wrap(format);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_bg_color(format, kHeaderFill);
  return format;
}

}  // namespace

CellFormats::CellFormats(lxw_workbook* book)
    : book_(book),
      title_(new_format(book, 16)),
      subtitle_(new_format(book, 10)),
      instruction_(new_format(book, 10)),
      header_(new_header(book)),
      required_header_(new_header(book)) {
  format_set_bold(title_);
  format_set_align(title_, LXW_ALIGN_CENTER);
  format_set_text_wrap(instruction_);
  format_set_font_color(instruction_, kHint);
  format_set_font_color(required_header_, kRequired);
}

lxw_format* CellFormats::of(ColumnKind kind, ByKind& made, Border border) {
  auto& format = made[kind];
  if (format != nullptr) return format;
  format = new_format(book_, 10);
  format_set_text_wrap(format);
  if (border == Border::thin) format_set_border(format, LXW_BORDER_THIN);
  if (kind == ColumnKind::code) format_set_num_format_index(format, kTextFormat);
  if (auto const* shown_as = number_format(kind)) format_set_num_format(format, shown_as);
  if (kind == ColumnKind::date || kind == ColumnKind::date_time || kind == ColumnKind::boolean) format_set_align(format, LXW_ALIGN_CENTER);
  return format;
}

}  // namespace zx::xlsx
