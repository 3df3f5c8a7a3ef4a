#pragma once
// Times as a follow-up sheet writes them. Private to work.

#include <optional>
#include <string>

#include "platform/base/time.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/xlsx/table.hpp"

namespace zx::work::sheet {

/// What a date without a time of day stands for.
inline constexpr TimeOfDay usual_time{9 * 60};
inline constexpr TimeOfDay usual_due_time{18 * 60};

/// A time of the sheet with the cell's own spelling, which is empty for a real date cell. "?" has a spelling but no time.
struct Moment {
  std::optional<Instant> at;
  std::string written;
};

/// "?" in either width: not known.
bool is_unknown(table::Cell const& cell);

/// Nothing when the cell holds no date between 1970 and 2099.
std::optional<Instant> instant_in(table::Cell const& cell, calendar::Zone zone, TimeOfDay usual);

enum class DateStyle {
  dotted,     ///< text: 2006.05.12
  date_cell,  ///< a spreadsheet's date
};
enum class TimesOfDay { left_out, shown };  ///< shown: only where it is not the usual one

struct MomentStyle {
  DateStyle dates = DateStyle::dotted;
  TimesOfDay times = TimesOfDay::left_out;
  calendar::Zone zone;
};

/// The cell of a time: its own spelling while that still says the same day, otherwise the style's.
table::Cell cell_of(Moment const& moment, MomentStyle const& style, TimeOfDay usual = usual_time);

}  // namespace zx::work::sheet
