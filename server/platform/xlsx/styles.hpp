#pragma once
// What a cell's style says about its number: an Excel date is a number that only its format tells apart.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "platform/xlsx/table.hpp"
#include "platform/xlsx/xml.hpp"

namespace zx::xlsx {

enum class NumberStyle : std::uint8_t { plain, date, time_of_day, elapsed, percent };

/// "yyyy年m月d日" is a date, "h:mm" a time of day, "[h]:mm" an elapsed time, "0.0%" a percentage.
/// Quoted text, escaped characters, colours and locales in brackets don't count.
NumberStyle style_of_format(std::string_view format_code);

/// The style of each cell format (cellXfs) in order.
Result<std::vector<NumberStyle>> read_styles(Archive& archive, std::string const& part, Limits const& limits);

enum class Epoch { from_1900, from_1904 };

/// Sets `cell` from the text of a numeric cell. Dates outside 1900…9999 and the day that never was (1900-02-29) stay numbers.
void set_number_cell(table::Cell& cell, std::string_view raw, NumberStyle style, Epoch epoch);

}  // namespace zx::xlsx
