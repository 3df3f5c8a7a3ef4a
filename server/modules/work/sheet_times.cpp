#include "modules/work/sheet_times.hpp"

#include <fmt/format.h>

#include "platform/base/text.hpp"
#include "platform/xlsx/cell_values.hpp"

namespace zx::work::sheet {
namespace {

constexpr int first_year = 1970;
constexpr int last_year = 2099;  // as far as the working calendar is exact

/// The time of day behind a date, as text; empty when there is none.
std::string clock_part(std::string_view folded) {
  auto blank = folded.find_last_of(" t");
  if (blank == std::string_view::npos) return {};
  auto clock = std::string(folded.substr(blank + 1));
  return clock.find(':') == 1 ? "0" + clock : clock;
}

/// Absent when it is malformed.
std::optional<TimeOfDay> time_of_day_in(table::Cell const& cell, TimeOfDay usual) {
  if (cell.kind == table::CellKind::date) return cell.second_of_day ? TimeOfDay{*cell.second_of_day / 60} : usual;
  auto clock = clock_part(text::fold(text::trim(cell.text)));
  if (clock.empty()) return usual;
  return TimeOfDay::parse(std::string_view(clock).substr(0, 5));
}

std::string dotted(Date date) { return fmt::format("{:04}.{:02}.{:02}", date.year, date.month, date.day); }

bool says_the_same(Moment const& moment, calendar::Zone zone) {
  auto spelled = table::Cell::of_text(moment.written);
  if (!moment.at) return is_unknown(spelled);
  auto date = table::date_in(spelled);
  return date && *date == calendar::local_date(*moment.at, zone);
}

}  // namespace

bool is_unknown(table::Cell const& cell) {
  constexpr std::size_t widest = 4;  // bytes of one character
  auto const trimmed = text::trim(cell.text);
  return trimmed.size() <= widest && text::fold(trimmed) == "?";
}

std::optional<Instant> instant_in(table::Cell const& cell, calendar::Zone zone, TimeOfDay usual) {
  auto date = table::date_in(cell);
  if (!date || date->year < first_year || date->year > last_year) return std::nullopt;
  auto time = time_of_day_in(cell, usual);
  if (!time) return std::nullopt;
  return calendar::at(*date, *time, zone);
}

table::Cell cell_of(Moment const& moment, MomentStyle const& style, TimeOfDay usual) {
  if (!moment.written.empty() && says_the_same(moment, style.zone)) return table::Cell::of_text(moment.written);
  if (!moment.at) return {};
  auto date = calendar::local_date(*moment.at, style.zone);
  auto time = calendar::local_time(*moment.at, style.zone);
  bool with_time = style.times == TimesOfDay::shown && time != usual;
  if (style.dates == DateStyle::date_cell) return table::Cell::of_date(date, with_time ? std::optional(time.minutes * 60) : std::nullopt);
  return table::Cell::of_text(with_time ? dotted(date) + " " + time.text() : dotted(date));
}

}  // namespace zx::work::sheet
