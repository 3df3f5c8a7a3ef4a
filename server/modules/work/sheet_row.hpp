#pragma once
// One row of a follow-up sheet. Private to work.

#include "modules/work/sheet_reading.hpp"

namespace zx::work::sheet {

/// The item a row says, and everything wrong with the row.
Line line_of(std::int64_t row, std::vector<table::Cell> const& cells, Header& header, Surroundings const& surroundings);

}  // namespace zx::work::sheet
