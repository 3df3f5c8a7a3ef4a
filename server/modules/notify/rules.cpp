#include "modules/notify/rules.hpp"

#include <algorithm>
#include <array>

namespace zx::notify::rules {
namespace {

using namespace std::chrono_literals;
using calendar::WorkingCalendar;

constexpr std::array<Milliseconds, 7> pauses{1min, 5min, 15min, 1h, 3h, 7h, 12h};
constexpr std::int64_t failures_that_open = 5;
constexpr Milliseconds longest_open = 30min;
constexpr int shortest_day_minutes = 60;

/// FNV-1a: the same on every node and after every restart.
std::uint64_t hash_of(std::string_view seed) {
  std::uint64_t hash = 14695981039346656037u;
  for (unsigned char c : seed) hash = (hash ^ c) * 1099511628211u;
  return hash ^ (hash >> 32);
}

bool is_quiet(Quiet const& quiet, TimeOfDay time) {
  if (quiet.from < quiet.to) return time >= quiet.from && time < quiet.to;
  return time >= quiet.from || time < quiet.to;
}

Instant end_of(Quiet const& quiet, Date date, TimeOfDay time, calendar::Zone zone) {
  return calendar::at(quiet.to <= time ? date.plus_days(1) : date, quiet.to, zone);
}

/// When that day's work begins, but not before the night is over.
Instant morning_of(Date date, WorkingCalendar const& calendar) {
  auto const night_over = calendar::at(date, night_to, calendar.zone());
  auto const begin = calendar.next_working_instant(night_over);
  return calendar::local_date(begin, calendar.zone()) == date ? begin : night_over;
}

Instant after_rest(Instant wanted, Rest const& rest, WorkingCalendar const& calendar) {
  auto const zone = calendar.zone();
  if (!rest.escalation && rest.paused_until && wanted < *rest.paused_until) return *rest.paused_until;
  auto const date = calendar::local_date(wanted, zone);
  auto const time = calendar::local_time(wanted, zone);
  if (!calendar.is_working_day(date) || time >= night_from) return morning_of(calendar.add_working_days(date, 1), calendar);
  if (time < night_to) return morning_of(date, calendar);
  if (!rest.escalation && rest.quiet && is_quiet(*rest.quiet, time)) return end_of(*rest.quiet, date, time, zone);
  return wanted;
}

}  // namespace

Instant earliest_sending(Instant wanted, Rest const& rest, WorkingCalendar const& calendar) {
  // Quiet hours end at most once a day, so this settles within a few steps; check_quiet leaves an hour of every day.
  for (int step = 0; step < 1000; ++step) {
    auto const next = after_rest(wanted, rest, calendar);
    if (next == wanted) return wanted;
    wanted = next;
  }
  return wanted;
}

Result<void> check_quiet(std::optional<TimeOfDay> from, std::optional<TimeOfDay> to) {
  if (from.has_value() != to.has_value()) return Refusal::invalid_field(from ? "quiet_to" : "quiet_from", "notify.quiet_incomplete");
  if (!from) return {};
  int awake = 0;
  for (int minute = night_to.minutes; minute < night_from.minutes; ++minute) awake += !is_quiet({*from, *to}, {minute});
  if (*from == *to || awake < shortest_day_minutes) return Refusal::invalid_field("quiet_to", "notify.quiet_too_long");
  return {};
}

Instant off_the_half_hour(Instant wanted, calendar::Zone zone, std::string_view seed) {
  if (calendar::local_time(wanted, zone).minutes % 30 != 0) return wanted;
  return wanted + std::chrono::minutes(1 + static_cast<int>(hash_of(seed) % 9));
}

std::optional<Pace> pace_of(Channel channel) {
  switch (channel) {
    case Channel::email: return Pace{6, 1h};
    case Channel::push: return Pace{20, 1h};
    case Channel::sms: return Pace{4, 1h};
    case Channel::wecom:
    case Channel::dingtalk: return Pace{18, 1min};  // they block a robot at 20
    case Channel::feishu: return Pace{4, 3s};       // 5 a second, 100 a minute
    case Channel::in_app:
    case Channel::webhook: return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Milliseconds> pause_after(std::int64_t attempts, std::string_view seed) {
  if (attempts < 1 || attempts >= most_attempts) return std::nullopt;
  auto const pause = pauses[static_cast<std::size_t>(attempts - 1)].count();
  auto const fifth = pause / 5;
  auto const spread = static_cast<std::int64_t>(hash_of(std::string(seed) + std::to_string(attempts)) % static_cast<std::uint64_t>(2 * fifth + 1));
  return Milliseconds(pause - fifth + spread);
}

std::optional<Milliseconds> breaker_pause(std::int64_t failures) {
  if (failures < failures_that_open) return std::nullopt;
  auto const doublings = std::min<std::int64_t>(failures - failures_that_open, 5);
  return std::min<Milliseconds>(1min * (1 << doublings), longest_open);
}

bool is_group(Channel channel) { return channel != Channel::in_app && channel != Channel::email && channel != Channel::sms && channel != Channel::push; }

bool is_default(Kind kind, Channel channel) {
  if (channel == Channel::in_app) return true;
  // Whoever switched a browser on wants to be told there, but not of every word nor that all is well.
  if (channel == Channel::push) return kind != Kind::comment && kind != Kind::change && kind != Kind::closure && kind != Kind::digest;
  return channel == Channel::email && (kind == Kind::escalation || kind == Kind::handoff || kind == Kind::digest);
}

bool is_fixed(Kind kind, Channel channel) {
  if (kind == Kind::escalation) return channel == Channel::in_app || channel == Channel::email;
  return channel == Channel::in_app && kind == Kind::handoff;
}

bool wants(std::vector<ChosenChannel> const& chosen, Kind kind, Channel channel) {
  if (is_fixed(kind, channel)) return true;
  for (auto const& each : chosen)
    if (each.kind == kind && each.channel == channel) return each.on;
  return is_default(kind, channel);
}

}  // namespace zx::notify::rules
