#pragma once
// Days that differ from the ordinary week: public holidays, and weekend days people work to make up
// for them (调休). Known only as far as the authority has announced them.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/base/time.hpp"

namespace zx::calendar {

enum class DayKind { off, working };

struct SpecialDay {
  Date date;
  std::string name;
  DayKind kind = DayKind::off;
  bool operator==(SpecialDay const&) const = default;
};

/// One file as published by holiday-cn. `year` is the announcement's year: a few of its days may lie in
/// the December before. No days at all means that the year is not announced yet.
struct HolidayYear {
  int year = 0;
  std::vector<std::string> papers;  ///< addresses of the official announcements
  std::vector<SpecialDay> days;
  bool announced() const { return !days.empty(); }
};

/// {"year": 2026, "papers": ["https://…"], "days": [{"name", "date", "isOffDay"}]}; "$schema" and "$id"
/// are ignored, other unknown keys refused. A day more than a month outside the year is refused.
Result<HolidayYear> parse_holidays(std::string_view json);

/// Several years merged, sorted by date. Immutable.
class Holidays {
 public:
  Holidays() = default;
  /// When two years speak about one day, the later announcement holds.
  explicit Holidays(std::vector<HolidayYear> years);

  /// An organization's own days (a company holiday, a swapped Saturday) over these.
  Holidays with(std::vector<SpecialDay> own) const;

  std::vector<SpecialDay> const& days() const { return days_; }
  SpecialDay const* find(Date) const;
  /// From `first` to `last`, both included.
  std::span<SpecialDay const> between(Date first, Date last) const;
  /// The last day of the last announced year; nullopt when no year is.
  std::optional<Date> known_until() const { return known_until_; }

 private:
  std::vector<SpecialDay> days_;
  std::optional<Date> known_until_;
};

/// Mainland China from the texts of data/cn-holidays/*.json, in any order.
Result<Holidays> mainland_china(std::span<std::string_view const> files);

}  // namespace zx::calendar
