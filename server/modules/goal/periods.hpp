#pragma once
// Months, and spans of months: the columns of a target sheet may be uneven (01 … 06 single, then 07-12 together).

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/base/time.hpp"

namespace zx::goal {

/// Whole months, both included; a month is year × 12 + month − 1.
struct Span {
  std::int64_t from = 0;
  std::int64_t to = 0;

  static Span of_year(std::int64_t year) { return {year * 12, year * 12 + 11}; }
  std::int64_t months() const { return to - from + 1; }
  std::int64_t year() const { return from / 12; }
  bool contains(Span other) const { return from <= other.from && other.to <= to; }
  bool meets(Span other) const { return from <= other.to && other.from <= to; }
  Span moved(std::int64_t months) const { return {from + months, to + months}; }
  auto operator<=>(Span const&) const = default;

  /// Within its year: "03", "07-12", "01-12" for the whole year.
  std::string text() const;
  /// "2026-07"
  std::string first_month() const;
  std::string last_month() const;
};

/// As people write a period of `year`: "3", "03", "3月", "07-12", "7–12月", "7～12月", "2026-03", "Q3", "3季度", "H1", "上半年", "year", "全年".
std::optional<Span> span_from(std::string_view text, std::int64_t year);

/// The month a day lies in.
inline std::int64_t month_of(Date day) { return static_cast<std::int64_t>(day.year) * 12 + static_cast<std::int64_t>(day.month) - 1; }

/// The columns of a sheet over `whole`, in order, without overlap or hole; refused by name at `field`.N:
/// target.period_unknown, target.period_outside, target.periods_overlap, target.periods_have_hole. None given: every month.
Result<std::vector<Span>> spans_from(std::vector<std::string> const& texts, Span whole, std::string_view field);

}  // namespace zx::goal
