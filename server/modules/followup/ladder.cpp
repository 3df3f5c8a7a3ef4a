#include "modules/followup/ladder.hpp"

#include <algorithm>
#include <chrono>

namespace zx::followup {
namespace {

using enum Standpoint;
using std::chrono::minutes;

constexpr std::size_t most_rungs = 20;
constexpr std::int64_t most_days = 250;
constexpr std::int64_t most_minutes = 10'000;
/// No organization is deeper; beyond it an outage of years costs no time either.
constexpr std::int64_t most_levels = 50;

std::int64_t rungs_of(Ladder const& ladder) { return static_cast<std::int64_t>(ladder.rungs.size()); }

Milliseconds day_of(calendar::WorkingHours const& hours) {
  std::int64_t total = 0, days = 0;
  for (auto const& day : hours.days) {
    for (auto const& interval : day) total += interval.to.minutes - interval.from.minutes;
    days += !day.empty();
  }
  return minutes(total / days);
}

Milliseconds offset_of(Rung const& rung, Milliseconds day) { return day * rung.after_days + minutes(rung.after_minutes); }

bool is_before_basis(Rung const& rung) { return rung.after_days < 0 || rung.after_minutes < 0; }

void check_range(std::vector<FieldError>& errors, std::string path, std::int64_t value, std::int64_t least, std::int64_t most) {
  if (value < least || value > most)
    errors.push_back({std::move(path), "field.out_of_range", {{"least", std::to_string(least)}, {"most", std::to_string(most)}}});
}

void check_rung(std::vector<FieldError>& errors, Rung const& rung, std::string const& path, Topic topic) {
  check_range(errors, path + ".after_days", rung.after_days, -most_days, most_days);
  check_range(errors, path + ".after_minutes", rung.after_minutes, -most_minutes, most_minutes);
  if (rung.who.empty()) errors.push_back({path + ".who", "followup.ladder_tells_nobody", {}});
  if (topic != Topic::handoff && std::ranges::count(rung.who, receiver) > 0) errors.push_back({path + ".who", "followup.ladder_receiver_only_of_handoffs", {}});
  if (is_before_basis(rung) && std::ranges::any_of(rung.who, is_above)) errors.push_back({path + ".who", "followup.ladder_no_escalation_before", {}});
  bool const both_ways = (rung.after_days < 0 && rung.after_minutes > 0) || (rung.after_days > 0 && rung.after_minutes < 0);
  if (both_ways) errors.push_back({path + ".after_minutes", "followup.ladder_out_of_order", {}});
}

}  // namespace

Ladder const& shipped_ladder(Topic topic) {
  static Ladder const follow_up{{{0, -60, {owner}}, {0, 0, {owner}}, {0, 240, {owner}}, {1, 0, {supervisor}}, {3, 0, {department_head}}}, 2};
  static Ladder const due{
      {{0, -60, {owner, handler}}, {0, 0, {owner, handler}}, {0, 240, {owner, handler}}, {1, 0, {handler, supervisor}}, {3, 0, {handler, department_head}}}, 2};
  static Ladder const handoff{{{0, 0, {receiver, handler}}, {0, 240, {receiver, supervisor}}, {1, 0, {receiver, department_head}}}, 2};
  switch (topic) {
    case Topic::follow_up: return follow_up;
    case Topic::due: return due;
    case Topic::handoff: return handoff;
  }
  return follow_up;
}

Result<void> check(Ladder const& ladder, Topic topic, calendar::WorkingHours const& hours) {
  std::vector<FieldError> errors;
  auto const day = day_of(hours);
  if (ladder.rungs.size() > most_rungs) errors.push_back({"ladder.rungs", "field.too_many", {{"most", std::to_string(most_rungs)}}});
  for (std::size_t i = 0; i < ladder.rungs.size() && i < most_rungs; ++i) {
    auto const path = "ladder.rungs." + std::to_string(i);
    check_rung(errors, ladder.rungs[i], path, topic);
    bool const in_order = i == 0 || offset_of(ladder.rungs[i - 1], day) < offset_of(ladder.rungs[i], day);
    if (!in_order) errors.push_back({path + ".after_minutes", "followup.ladder_out_of_order", {}});
  }
  if (ladder.further_every_days) {
    check_range(errors, "ladder.further_every_days", *ladder.further_every_days, 1, most_days);
    bool const starts_after = !ladder.rungs.empty() && !is_before_basis(ladder.rungs.back());
    if (!starts_after) errors.push_back({"ladder.further_every_days", "followup.ladder_no_escalation_before", {}});
  }
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  return {};
}

bool is_above(Standpoint who) { return who == supervisor || who == department_head || who == above; }

std::vector<Standpoint> who_at(Ladder const& ladder, std::int64_t rung) {
  return rung < rungs_of(ladder) ? ladder.rungs[static_cast<std::size_t>(rung)].who : std::vector{above};
}

std::int64_t level_at(Ladder const& ladder, std::int64_t rung) {
  std::int64_t level = std::max<std::int64_t>(0, rung + 1 - rungs_of(ladder));
  for (std::int64_t i = 0; i <= rung && i < rungs_of(ladder); ++i) level += std::ranges::count(ladder.rungs[static_cast<std::size_t>(i)].who, above) > 0;
  return level;
}

bool Climb::reaches(std::int64_t rung) const {
  auto const last = rungs_of(ladder_) - 1;
  return last >= 0 && (rung <= last || (ladder_.further_every_days && rung <= last + most_levels));
}

std::optional<Instant> Climb::time_of(std::int64_t rung) const {
  if (!reaches(rung)) return std::nullopt;
  auto const last = rungs_of(ladder_) - 1;
  auto const day = day_of(calendar_.hours());
  auto after = offset_of(ladder_.rungs[static_cast<std::size_t>(std::min(rung, last))], day);
  if (rung > last) after += day * (*ladder_.further_every_days * (rung - last));
  auto const start = after < Milliseconds(0) ? basis_ : counts_from_;
  auto const compute = [&] { return calendar_.next_working_instant(calendar_.add_working_time(start, after)); };
  return times_ ? times_->of(ladder_, rung, start, compute) : compute();
}

std::optional<Step> Climb::first(Instant now) const {
  for (std::int64_t rung = 0;; ++rung) {
    auto const at = time_of(rung);
    if (!at) return std::nullopt;
    bool const before_basis = rung < rungs_of(ladder_) && is_before_basis(ladder_.rungs[static_cast<std::size_t>(rung)]);
    if (!before_basis || *at > now) return Step{rung, *at};
  }
}

std::optional<Step> Climb::next(std::int64_t rung, Instant now) const {
  for (;; ++rung) {
    auto const at = time_of(rung);
    if (!at) return std::nullopt;
    if (*at > now) return Step{rung, *at};
  }
}

std::int64_t Climb::highest_passed(std::int64_t rung, Instant now) const {
  for (;; ++rung) {
    auto const following = time_of(rung + 1);
    if (!following || *following > now) return rung;
  }
}

}  // namespace zx::followup
