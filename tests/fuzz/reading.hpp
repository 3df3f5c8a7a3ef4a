#pragma once
// Reads tables to their end, looking at each cell as imports do.

#include "fuzz.hpp"
#include "platform/base/text.hpp"
#include "platform/xlsx/cell_values.hpp"
#include "platform/xlsx/reader.hpp"

namespace zx::fuzz {

inline void look_at(table::Cell const& cell) {
  must(text::is_valid_utf8(cell.text), "a cell's text is UTF-8");
  if (auto date = table::date_in(cell)) must(date->valid(), "a cell's date exists");
  table::decimal_in(cell);
  table::boolean_in(cell);
}

inline void read_rows(table::RowReader& reader) {
  std::vector<table::Cell> cells;
  std::size_t before = 0;
  for (auto more = reader.next(cells); more && *more; more = reader.next(cells)) {
    must(reader.row_number() > before, "rows come in their order");
    before = reader.row_number();
    for (auto const& cell : cells) look_at(cell);
  }
}

/// Small limits: so that they are met, and so that one input takes milliseconds.
inline xlsx::Limits small_limits() {
  xlsx::Limits limits;
  limits.max_parts = 50;
  limits.max_unpacked_bytes = 1 << 20;
  limits.max_row_number = 2000;
  limits.max_columns = 64;
  limits.max_row_bytes = 64 << 10;
  limits.max_shared_string_bytes = 256 << 10;
  limits.max_tag_bytes = 8 << 10;
  return limits;
}

inline void read_workbook(std::string_view bytes) {
  xlsx::ReadOptions options;
  options.limits = small_limits();
  auto reader = xlsx::Reader::open_view(bytes, options);
  if (reader) read_rows(**reader);
}

}  // namespace zx::fuzz
