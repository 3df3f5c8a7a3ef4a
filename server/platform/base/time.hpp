#pragma once
// Instants are milliseconds UTC (a bigint in the database); civil dates are ISO text.
// The clock is injected: nothing but SystemClock reads the machine's time.

#include <atomic>
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zx {

using Milliseconds = std::chrono::milliseconds;

/// A point in time, milliseconds since 1970-01-01T00:00Z.
struct Instant {
  std::int64_t ms = 0;

  auto operator<=>(Instant const&) const = default;
  Instant operator+(Milliseconds d) const { return {ms + d.count()}; }
  Instant operator-(Milliseconds d) const { return {ms - d.count()}; }
  Milliseconds operator-(Instant other) const { return Milliseconds(ms - other.ms); }

  /// "2026-11-20T09:00:00.000Z"; always UTC with milliseconds.
  std::string text() const;
  /// RFC 3339 with Z or a numeric offset; seconds and fraction optional. Anything else is nullopt.
  static std::optional<Instant> parse(std::string_view text);
};

/// A civil date without a zone.
struct Date {
  int year = 1970;
  unsigned month = 1;
  unsigned day = 1;

  auto operator<=>(Date const&) const = default;
  bool valid() const;
  /// Days since 1970-01-01; may be negative.
  std::int64_t days() const;
  static Date from_days(std::int64_t days);
  Date plus_days(std::int64_t n) const { return from_days(days() + n); }
  /// 1 = Monday … 7 = Sunday (ISO 8601).
  int weekday() const;
  /// "2026-11-20"
  std::string text() const;
  /// Exactly "YYYY-MM-DD" and a date that exists.
  static std::optional<Date> parse(std::string_view text);
};

/// A civil time of day, minutes since midnight.
struct TimeOfDay {
  int minutes = 0;
  auto operator<=>(TimeOfDay const&) const = default;
  /// "09:00"; the end of a day is "24:00".
  std::string text() const;
  /// Exactly "HH:MM", from "00:00" to "24:00".
  static std::optional<TimeOfDay> parse(std::string_view text);
};

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Instant now() const override;
};

/// Tests and simulations move time by hand. Thread-safe.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant start) : ms_(start.ms) {}
  Instant now() const override { return {ms_.load()}; }
  void set(Instant to) { ms_ = to.ms; }
  void advance(Milliseconds by) { ms_ += by.count(); }

 private:
  std::atomic<std::int64_t> ms_;
};

}  // namespace zx
