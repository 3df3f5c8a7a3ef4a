#include "platform/csv/writer.hpp"

#include <utility>

#include "platform/csv/formula_guard.hpp"

namespace zx::csv {
namespace {

bool needs_quotes(std::string_view text, char separator) {
  if (text.empty()) return false;
  // Blanks at the ends are lost by many readers when bare.
  if (text.front() == ' ' || text.back() == ' ') return true;
  for (char const c : text) {
    if (c == separator || c == '"' || c == '\n' || c == '\r') return true;
  }
  return false;
}

}  // namespace

Writer::Writer(WriteOptions options) : options_(options) {
  if (options_.mark == ByteOrderMark::written) text_ = "\xEF\xBB\xBF";
}

void Writer::add_row(std::vector<table::Cell> const& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) text_ += options_.separator;
    add_cell(cells[i].text, cells[i].kind == table::CellKind::text || cells[i].kind == table::CellKind::error);
  }
  text_ += "\r\n";
}

void Writer::add_row(std::vector<std::string> const& texts) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) text_ += options_.separator;
    add_cell(texts[i], true);
  }
  text_ += "\r\n";
}

void Writer::add_cell(std::string_view text, bool guard) {
  std::string const safe = guard && options_.formulas == Formulas::put_on_guard ? guarded(text) : std::string(text);
  if (!needs_quotes(safe, options_.separator)) {
    text_ += safe;
    return;
  }
  text_ += '"';
  for (char const c : safe) {
    if (c == '"') text_ += '"';
    text_ += c;
  }
  text_ += '"';
}

std::string Writer::take() { return std::exchange(text_, {}); }

}  // namespace zx::csv
