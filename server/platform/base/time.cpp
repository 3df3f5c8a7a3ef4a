#include "platform/base/time.hpp"

#include <fmt/format.h>

namespace zx {
namespace {

constexpr std::int64_t ms_per_minute = 60'000;
constexpr std::int64_t ms_per_day = 24 * 60 * ms_per_minute;

void write_digits(std::string& text, std::size_t at, std::size_t count, std::int64_t value) {
  for (; count > 0; value /= 10) text[at + --count] = static_cast<char>('0' + value % 10);
}

/// Eats text from the front; every step says whether it fitted.
struct Scanner {
  std::string_view rest;

  bool at_end() const { return rest.empty(); }
  bool character(char c) {
    if (!rest.starts_with(c)) return false;
    rest.remove_prefix(1);
    return true;
  }
  bool digit(int& value) {
    if (rest.empty() || rest[0] < '0' || rest[0] > '9') return false;
    value = rest[0] - '0';
    rest.remove_prefix(1);
    return true;
  }
  bool number(int digits, int& value) {
    value = 0;
    for (int one = 0; digits > 0; --digits) {
      if (!digit(one)) return false;
      value = value * 10 + one;
    }
    return true;
  }
};

bool scan_date(Scanner& scan, Date& date) {
  int year, month, day;
  if (!scan.number(4, year) || !scan.character('-') || !scan.number(2, month) || !scan.character('-') || !scan.number(2, day)) return false;
  date = {year, static_cast<unsigned>(month), static_cast<unsigned>(day)};
  return date.valid();
}

bool scan_hour_and_minute(Scanner& scan, int& minutes) {
  int hour, minute;
  if (!scan.number(2, hour) || !scan.character(':') || !scan.number(2, minute)) return false;
  minutes = hour * 60 + minute;
  return hour < 24 && minute < 60;
}

// Digits beyond the millisecond are dropped.
bool scan_fraction(Scanner& scan, int& ms) {
  int one;
  int weight = 100;
  if (!scan.digit(one)) return false;
  do {
    ms += one * weight;
    weight /= 10;
  } while (scan.digit(one));
  return true;
}

bool scan_seconds(Scanner& scan, int& ms) {
  int seconds;
  int fraction = 0;
  if (!scan.number(2, seconds) || seconds > 59) return false;
  if (scan.character('.') && !scan_fraction(scan, fraction)) return false;
  ms = seconds * 1000 + fraction;
  return true;
}

bool scan_offset(Scanner& scan, int& minutes) {
  if (scan.character('Z') || scan.character('z')) {
    minutes = 0;
    return true;
  }
  int const sign = scan.character('+') ? 1 : scan.character('-') ? -1 : 0;
  if (sign == 0 || !scan_hour_and_minute(scan, minutes)) return false;
  minutes *= sign;
  return true;
}

std::int64_t floor_divide(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0); }

std::chrono::year_month_day calendar_date(Date const& date) {
  using namespace std::chrono;
  return {year(date.year), month(date.month), day(date.day)};
}

}  // namespace

// By hand: a page of a list writes three hundred times, and a formatter took a tenth of the request.
std::string Instant::text() const {
  auto const days = floor_divide(ms, ms_per_day);
  auto const in_day = ms - days * ms_per_day;
  auto const seconds = in_day / 1000;
  auto const date = Date::from_days(days);
  if (date.year < 0 || date.year > 9999) {
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", date.text(), seconds / 3600, seconds / 60 % 60, seconds % 60, in_day % 1000);
  }
  std::string text = "0000-00-00T00:00:00.000Z";
  write_digits(text, 0, 4, date.year);
  write_digits(text, 5, 2, date.month);
  write_digits(text, 8, 2, date.day);
  write_digits(text, 11, 2, seconds / 3600);
  write_digits(text, 14, 2, seconds / 60 % 60);
  write_digits(text, 17, 2, seconds % 60);
  write_digits(text, 20, 3, in_day % 1000);
  return text;
}

std::optional<Instant> Instant::parse(std::string_view text) {
  Scanner scan{text};
  Date date;
  int minutes, offset;
  int ms = 0;
  if (!scan_date(scan, date) || !(scan.character('T') || scan.character('t')) || !scan_hour_and_minute(scan, minutes)) return std::nullopt;
  if (scan.character(':') && !scan_seconds(scan, ms)) return std::nullopt;
  if (!scan_offset(scan, offset) || !scan.at_end()) return std::nullopt;
  return Instant{date.days() * ms_per_day + (minutes - offset) * ms_per_minute + ms};
}

bool Date::valid() const { return year >= 1 && year <= 9999 && month <= 12 && day <= 31 && calendar_date(*this).ok(); }

std::int64_t Date::days() const { return std::chrono::sys_days(calendar_date(*this)).time_since_epoch().count(); }

Date Date::from_days(std::int64_t days) {
  std::chrono::year_month_day const date{std::chrono::sys_days(std::chrono::days(days))};
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())};
}

int Date::weekday() const { return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(calendar_date(*this))).iso_encoding()); }

std::string Date::text() const { return fmt::format("{:04}-{:02}-{:02}", year, month, day); }

std::optional<Date> Date::parse(std::string_view text) {
  Scanner scan{text};
  Date date;
  if (!scan_date(scan, date) || !scan.at_end()) return std::nullopt;
  return date;
}

std::string TimeOfDay::text() const { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); }

std::optional<TimeOfDay> TimeOfDay::parse(std::string_view text) {
  if (text == "24:00") return TimeOfDay{24 * 60};
  Scanner scan{text};
  TimeOfDay time;
  if (!scan_hour_and_minute(scan, time.minutes) || !scan.at_end()) return std::nullopt;
  return time;
}

Instant SystemClock::now() const {
  using namespace std::chrono;
  return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

}  // namespace zx
