// When the next touch should be.

#include <algorithm>
#include <chrono>

#include "modules/followup/cadence.hpp"
#include "modules/followup/rules.hpp"
#include "platform/base/decimal.hpp"
#include "platform/base/text.hpp"

namespace zx::followup::rules {
namespace {

constexpr std::int64_t most_minutes = 100'000;
constexpr std::int64_t most_touches = 100;
constexpr std::size_t longest_hint = 500;

void check_range(std::vector<FieldError>& errors, std::string path, std::int64_t value, std::int64_t least, std::int64_t most) {
  if (value < least || value > most)
    errors.push_back({std::move(path), "field.out_of_range", {{"least", std::to_string(least)}, {"most", std::to_string(most)}}});
}

void check_step(std::vector<FieldError>& errors, std::string const& path, CadenceStep const& step, Cadence const& cadence) {
  check_range(errors, path + ".after_minutes", step.after_minutes, cadence.minimum_gap_minutes, cadence.maximum_gap_minutes.value_or(most_minutes));
  if (text::length(step.hint) > longest_hint) errors.push_back({path + ".hint", "field.too_long", {{"most", std::to_string(longest_hint)}}});
}

/// "7.5"
std::string hours_of(std::int64_t minutes) { return Decimal::ratio(minutes, 60, Rounding::half_up).rounded(1, Rounding::half_up).text(); }

/// The step of the touch with this number; nothing behind the last one.
CadenceStep const* step_of(Cadence const& cadence, std::int64_t number) {
  auto const index = static_cast<std::size_t>(number - 1);
  return index < cadence.steps.size() ? &cadence.steps[index] : nullptr;
}

PlannedTouch planned(std::int64_t number, Rhythm const& rhythm) {
  PlannedTouch touch{.number = number};
  auto const& channels = rhythm.channels;
  if (!channels.empty()) touch.method = channels.front();
  if (auto const* step = step_of(rhythm.cadence, number)) {
    bool const suits = channels.empty() || std::ranges::find(channels, step->method) != channels.end();
    if (suits) touch.method = step->method;
    touch.hint = step->hint;
  }
  return touch;
}

bool counts(Punctuality const& punctuality) { return punctuality.measured >= promises_needed; }
bool is_unpunctual(Punctuality const& p) { return counts(p) && p.kept * 100 < unpunctual_below_percent * p.measured; }
bool is_punctual(Punctuality const& p) { return counts(p) && p.kept * 100 > punctual_above_percent * p.measured; }

class Proposing {
 public:
  Proposing(Commitment const& commitment, Rhythm const& rhythm, calendar::WorkingCalendar const& calendar, Instant now)
      : commitment_(commitment), rhythm_(rhythm), calendar_(calendar), now_(now) {}

  Proposal propose() {
    auto const recorded = commitment_.touch_count + (rhythm_.recording == Recording::yes ? 1 : 0);
    proposal_.next = planned(recorded + 1, rhythm_);
    if (rhythm_.recording == Recording::yes) proposal_.this_one = planned(recorded, rhythm_);
    by_cadence(recorded);
    before_due();
    if (rhythm_.direction == Direction::outward) {
      when_the_week_has_room();
      out_of_quiet_hours();
    }
    return std::move(proposal_);
  }

 private:
  void note(std::string code, std::map<std::string, std::string> arguments) { proposal_.notes.push_back({std::move(code), std::move(arguments)}); }

  void by_cadence(std::int64_t recorded) {
    auto const& cadence = rhythm_.cadence;
    auto const* step = step_of(cadence, recorded + 1);
    auto const gap = within_limits(adapted(step ? step->after_minutes : commitment_.follow_up_gap_minutes));
    proposal_.next_follow_up_at = calendar_.add_working_time(now_, std::chrono::minutes(gap));
    proposal_.reason = step ? "followup.proposal.step" : "followup.proposal.cadence";
    proposal_.arguments = {{"hours", hours_of(gap)}};
    if (step) proposal_.arguments.insert({{"step", std::to_string(recorded + 1)}, {"steps", std::to_string(cadence.steps.size())}});
    proposal_.is_enough = cadence.maximum_touches && recorded >= *cadence.maximum_touches;
    if (proposal_.is_enough) note("followup.proposal.enough", {{"touches", std::to_string(recorded)}});
  }

  std::int64_t adapted(std::int64_t gap) {
    auto const& punctuality = rhythm_.punctuality;
    auto const changed = adapted_gap(gap, punctuality);
    if (changed != gap)
      note(changed < gap ? "followup.proposal.unpunctual" : "followup.proposal.punctual", {{"name", punctuality.name},
                                                                                           {"percent", std::to_string(punctuality.percent())},
                                                                                           {"kept", std::to_string(punctuality.kept)},
                                                                                           {"measured", std::to_string(punctuality.measured)}});
    return changed;
  }

  std::int64_t within_limits(std::int64_t gap) {
    auto const& cadence = rhythm_.cadence;
    if (gap < cadence.minimum_gap_minutes) {
      note("followup.proposal.minimum_gap", {{"hours", hours_of(cadence.minimum_gap_minutes)}});
      return cadence.minimum_gap_minutes;
    }
    if (cadence.maximum_gap_minutes && gap > *cadence.maximum_gap_minutes) {
      note("followup.proposal.maximum_gap", {{"hours", hours_of(*cadence.maximum_gap_minutes)}});
      return *cadence.maximum_gap_minutes;
    }
    return gap;
  }

  void before_due() {
    auto const& due = commitment_.due_at;
    if (!due || *due >= proposal_.next_follow_up_at || *due <= now_) return;
    auto const shortly_before = calendar_.add_working_time(*due, -std::chrono::hours(1));
    proposal_.next_follow_up_at = shortly_before > now_ ? shortly_before : *due;
    proposal_.reason = "followup.proposal.before_due";
    proposal_.arguments.clear();
    std::erase_if(proposal_.notes, [](auto const& each) { return each.code != "followup.proposal.enough"; });
  }

  void when_the_week_has_room() {
    auto before = rhythm_.outward_before;
    if (rhythm_.recording == Recording::yes) before.push_back(now_);
    auto const most = rhythm_.cadence.weekly_touches;
    if (has_room(most, before, proposal_.next_follow_up_at)) return;
    auto const oldest_that_fills = before[before.size() - static_cast<std::size_t>(most)];
    proposal_.next_follow_up_at = calendar_.next_working_instant(oldest_that_fills + touches_count_for);
    note("followup.proposal.weekly_limit", {{"most", std::to_string(most)}});
  }

  void out_of_quiet_hours() {
    // Quiet hours that leave no working time are given up after a week's days of trying.
    constexpr int most_tries = 64;
    auto at = proposal_.next_follow_up_at;
    for (int tried = 0; tried < most_tries; ++tried) {
      auto const end = end_of_quiet(at);
      if (!end) {
        if (at != proposal_.next_follow_up_at) note("followup.proposal.quiet_hours", {});
        proposal_.next_follow_up_at = at;
        return;
      }
      at = calendar_.next_working_instant(*end);
    }
  }

  /// When the quiet hours around `at` end; nothing outside of them.
  std::optional<Instant> end_of_quiet(Instant at) const {
    auto const local = calendar::local_time(at, calendar_.zone());
    for (auto const& quiet : rhythm_.quiet)
      if (quiet.from <= local && local < quiet.to) return calendar::at(calendar::local_date(at, calendar_.zone()), quiet.to, calendar_.zone());
    return std::nullopt;
  }

  Commitment const& commitment_;
  Rhythm const& rhythm_;
  calendar::WorkingCalendar const& calendar_;
  Instant now_;
  Proposal proposal_{};
};

}  // namespace

std::vector<FieldError> wrong_fields(Cadence const& cadence, std::string const& prefix) {
  std::vector<FieldError> errors;
  check_range(errors, prefix + ".minimum_gap_minutes", cadence.minimum_gap_minutes, 1, most_minutes);
  if (cadence.maximum_gap_minutes)
    check_range(errors, prefix + ".maximum_gap_minutes", *cadence.maximum_gap_minutes, std::max<std::int64_t>(cadence.minimum_gap_minutes, 1), most_minutes);
  check_range(errors, prefix + ".weekly_touches", cadence.weekly_touches, 0, most_touches);
  if (cadence.maximum_touches) check_range(errors, prefix + ".maximum_touches", *cadence.maximum_touches, 1, most_touches);
  if (static_cast<std::int64_t>(cadence.steps.size()) > most_steps)
    errors.push_back({prefix + ".steps", "field.too_many", {{"most", std::to_string(most_steps)}}});
  else
    for (std::size_t i = 0; i < cadence.steps.size(); ++i) check_step(errors, prefix + ".steps." + std::to_string(i), cadence.steps[i], cadence);
  return errors;
}

std::int64_t adapted_gap(std::int64_t gap_minutes, Punctuality const& punctuality) {
  if (is_unpunctual(punctuality)) return gap_minutes / 2;
  if (is_punctual(punctuality)) return gap_minutes + gap_minutes / 2;
  return gap_minutes;
}

bool has_room(std::int64_t weekly_touches, std::vector<Instant> const& before, Instant at) {
  if (weekly_touches == 0) return true;
  auto const counted = std::ranges::count_if(before, [&](Instant each) { return each > at - touches_count_for && each <= at; });
  return counted < weekly_touches;
}

Proposal next_touch(Commitment const& commitment, Rhythm const& rhythm, calendar::WorkingCalendar const& calendar, Instant now) {
  return Proposing(commitment, rhythm, calendar, now).propose();
}

Proposal next_look(Commitment const& commitment, calendar::WorkingCalendar const& calendar, Instant now) { return next_touch(commitment, {}, calendar, now); }

}  // namespace zx::followup::rules
