#include "platform/calendar/zone.hpp"

#include <date/tz.h>

#include <algorithm>
#include <shared_mutex>
#include <stdexcept>
#include <unordered_map>

namespace zx::calendar {
namespace {

using std::chrono::floor;
using std::chrono::seconds;

struct NameHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>{}(name); }
};

// locate_zone compares some ten strings and throws for unknown names; rows ask for the same few zones.
date::time_zone const* located(std::string_view name) {
  static std::shared_mutex mutex;
  static std::unordered_map<std::string, date::time_zone const*, NameHash, std::equal_to<>> known;
  {
    std::shared_lock lock(mutex);
    if (auto found = known.find(name); found != known.end()) return found->second;
  }
  auto const& zones = date::get_tzdb().zones;
  auto found = std::lower_bound(zones.begin(), zones.end(), name, [](auto const& zone, std::string_view n) { return zone.name() < n; });
  // Unknown names are not remembered: they come from people, and would grow without bound.
  if (found == zones.end() || found->name() != name) return nullptr;
  std::unique_lock lock(mutex);
  return known.emplace(name, &*found).first->second;
}

struct OffsetRange {
  date::time_zone const* zone = nullptr;
  std::int64_t begin_ms = 0;
  std::int64_t end_ms = 0;
  Milliseconds offset{};
};

// The database marks an open end with ±2^15 years, far inside the range of 64-bit milliseconds.
OffsetRange offset_range(date::time_zone const* zone, Instant instant) {
  auto const info = zone->get_info(date::sys_seconds(floor<seconds>(Milliseconds(instant.ms))));
  return {zone, Milliseconds(info.begin.time_since_epoch()).count(), Milliseconds(info.end.time_since_epoch()).count(), Milliseconds(info.offset)};
}

std::int64_t floor_divide(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t day_ms = 24 * 60 * minute_ms;

}  // namespace

Zone::Zone(std::string_view name) : zone_(located(name)) {
  if (!zone_) throw std::invalid_argument("unknown time zone: " + std::string(name));
}

std::optional<Zone> Zone::find(std::string_view name) {
  if (auto const* zone = located(name)) return Zone(zone);
  return std::nullopt;
}

std::string const& Zone::name() const { return zone_->name(); }

Milliseconds Zone::offset_at(Instant instant) const {
  thread_local OffsetRange last;
  if (last.zone != zone_ || instant.ms < last.begin_ms || instant.ms >= last.end_ms) last = offset_range(zone_, instant);
  return last.offset;
}

bool zone_exists(std::string_view name) { return located(name) != nullptr; }

Date local_date(Instant instant, Zone zone) { return Date::from_days(floor_divide(instant.ms + zone.offset_at(instant).count(), day_ms)); }

TimeOfDay local_time(Instant instant, Zone zone) {
  auto const local_ms = instant.ms + zone.offset_at(instant).count();
  return {static_cast<int>((local_ms - floor_divide(local_ms, day_ms) * day_ms) / minute_ms)};
}

Instant at(Date date, TimeOfDay time, Zone zone) {
  auto const local_ms = date.days() * day_ms + time.minutes * minute_ms;
  // Far from any change of offset (nearly always) both neighbours agree and the search is saved.
  Instant const a_day_before{local_ms - day_ms};
  Instant const a_day_after{local_ms + day_ms};
  if (auto const offset = zone.offset_at(a_day_before); offset == zone.offset_at(a_day_after)) return Instant{local_ms} - offset;

  auto const info = zone.zone_->get_info(date::local_seconds(std::chrono::duration_cast<seconds>(Milliseconds(local_ms))));
  if (info.result == date::local_info::nonexistent) return {Milliseconds(info.first.end.time_since_epoch()).count()};
  return Instant{local_ms} - Milliseconds(info.first.offset);
}

}  // namespace zx::calendar
