#pragma once
// When a recurring item comes round: days in, days out. Private to work.

#include "modules/work/series.hpp"
#include "platform/calendar/working_calendar.hpp"

namespace zx::work::rules {

struct SeriesRule {
  std::int64_t every = 1;
  SeriesUnit unit = SeriesUnit::week;
  Date first_on;
  std::optional<Date> until_on;
  SeriesShift shift = SeriesShift::later;
};

/// The day of occurrence `number` (0 is the first) before it is shifted. Always counted from the first, so that the 31st comes back
/// after a short month.
Date occurrence_on(SeriesRule const& rule, std::int64_t number);

/// Where the working calendar moves a day to.
Date shifted(Date day, SeriesShift shift, calendar::WorkingCalendar const& calendar);

/// When the item of an occurrence is made: as work begins that day; at 09:00 of a day off that is kept. Grows with `number`.
Instant made_at(SeriesRule const& rule, std::int64_t number, calendar::WorkingCalendar const& calendar);

/// Whether the rule still has this occurrence.
bool has_occurrence(SeriesRule const& rule, std::int64_t number);

/// Of the occurrences from `number` on whose time has come the last; what was missed before it is left out. Nothing: not yet.
std::optional<std::int64_t> last_due(SeriesRule const& rule, std::int64_t number, Instant now, calendar::WorkingCalendar const& calendar);

/// The end of work, so many working days after an item was made; on the same day for 0.
Instant due_after(Instant made, std::int64_t working_days, calendar::WorkingCalendar const& calendar);

}  // namespace zx::work::rules
