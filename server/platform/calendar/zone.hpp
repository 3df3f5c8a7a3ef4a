#pragma once
// Civil time of a place: which date and time of day an instant is there, and back.
// Data: the operating system's IANA database (package tzdata). A missing database throws.

#include <optional>
#include <string>
#include <string_view>

#include "platform/base/time.hpp"

namespace date {
class time_zone;
}

namespace zx::calendar {

/// A time zone known to the system, as small as a pointer. Names convert implicitly, so that
/// `local_date(now, "Asia/Shanghai")` reads well; an unknown name then throws std::invalid_argument.
/// Check names that people typed with `zone_exists` or `Zone::find` first.
class Zone {
 public:
  Zone(std::string_view name);
  Zone(std::string const& name) : Zone(std::string_view(name)) {}
  Zone(char const* name) : Zone(std::string_view(name)) {}
  static std::optional<Zone> find(std::string_view name);

  std::string const& name() const;
  /// How far civil time is ahead of UTC at that instant.
  Milliseconds offset_at(Instant) const;
  bool operator==(Zone const&) const = default;

 private:
  explicit Zone(date::time_zone const* zone) : zone_(zone) {}
  friend Instant at(Date, TimeOfDay, Zone);
  date::time_zone const* zone_;
};

/// IANA names only ("Asia/Shanghai", "UTC"), case-sensitive.
bool zone_exists(std::string_view name);

/// Cheap enough for every row of a report: neighbouring instants in one zone skip the search.
Date local_date(Instant, Zone);
/// Whole minutes; seconds are cut off.
TimeOfDay local_time(Instant, Zone);

/// The instant of a civil time. When clocks were put forward over it: the first instant after the
/// gap. When it happened twice: the first of the two. 24:00 is the next day's midnight.
Instant at(Date, TimeOfDay, Zone);

inline Instant start_of(Date date, Zone zone) { return at(date, TimeOfDay{0}, zone); }

}  // namespace zx::calendar
