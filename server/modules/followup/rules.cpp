#include "modules/followup/rules.hpp"

#include <chrono>

#include "platform/base/text.hpp"

namespace zx::followup {

bool is_overdue(CommitmentState state, std::optional<Instant> due_at, Instant now) { return state == CommitmentState::open && due_at && *due_at < now; }

bool is_follow_up_overdue(CommitmentState state, std::optional<Instant> next_follow_up_at, Instant now) {
  return state == CommitmentState::open && next_follow_up_at && *next_follow_up_at < now;
}

namespace rules {
namespace {

constexpr std::size_t longest_text = 4000;
/// Clocks of phones differ from ours.
constexpr Milliseconds tolerated_clock_skew = std::chrono::minutes(5);

void check_text(std::vector<FieldError>& errors, std::string_view field, std::optional<std::string> const& text) {
  if (text && text::length(*text) > longest_text) errors.push_back({std::string(field), "field.too_long", {{"most", std::to_string(longest_text)}}});
}

std::vector<FieldError> wrong_fields(FollowUpForm const& form) {
  std::vector<FieldError> errors;
  if (text::trim(form.finding).empty()) errors.push_back({"finding", "followup.finding_required", {}});
  check_text(errors, "finding", form.finding);
  check_text(errors, "cause", form.cause);
  check_text(errors, "solution", form.solution);
  if (form.progress && (*form.progress < 0 || *form.progress > 100)) errors.push_back({"progress", "followup.progress_range", {}});
  if (form.outcome && form.direction != Direction::outward) errors.push_back({"outcome", "followup.outcome_only_outward", {}});
  return errors;
}

}  // namespace

Result<Touch> touch(Commitment const& commitment, FollowUpForm const& form, Instant now) {
  if (auto errors = wrong_fields(form); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  Touch touch{.at = form.at.value_or(now), .direction = form.direction.value_or(Direction::inward), .next_follow_up_at = form.next_follow_up_at};
  if (touch.at > now + tolerated_clock_skew) return Refusal::invalid_field("at", "followup.at_in_future");
  if (commitment.state == CommitmentState::closed) {
    if (form.next_follow_up_at) return Refusal::conflict("followup.closed_has_no_next");
    return touch;
  }
  if (!form.next_follow_up_at) return Refusal::invalid("followup.next_time_required");
  if (*form.next_follow_up_at <= touch.at) return Refusal::invalid_field("next_follow_up_at", "followup.next_time_not_later");
  return touch;
}

}  // namespace rules
}  // namespace zx::followup
