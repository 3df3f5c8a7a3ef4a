#include "modules/followup/rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

#include "platform/base/text.hpp"

namespace zx::followup {

bool is_overdue(CommitmentState state, std::optional<Instant> due_at, Instant now) { return state == CommitmentState::open && due_at && *due_at < now; }

bool is_follow_up_overdue(CommitmentState state, std::optional<Instant> next_follow_up_at, Instant now) {
  return state == CommitmentState::open && next_follow_up_at && *next_follow_up_at < now;
}

namespace rules {
namespace {

constexpr std::size_t longest_text = 4000;
/// Subject type → the refusal that says what to do instead.
constexpr std::array looks_of_their_own = {std::pair<std::string_view, char const*>{"goal_item", "followup.check_in_instead"}};
/// Clocks of phones differ from ours.
constexpr Milliseconds tolerated_clock_skew = std::chrono::minutes(5);

void check_text(std::vector<FieldError>& errors, std::string_view field, std::optional<std::string> const& text) {
  if (text && text::length(*text) > longest_text) errors.push_back({std::string(field), "field.too_long", {{"most", std::to_string(longest_text)}}});
}

/// A number of degrees, and that is all.
bool is_degree(std::string_view text, double most) {
  double degrees = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), degrees, std::chars_format::fixed);
  return error == std::errc{} && end == text.data() + text.size() && std::abs(degrees) <= most;
}

/// "31.2304,121.4737"
bool is_position(std::string_view text) {
  auto const comma = text.find(',');
  return comma != text.npos && is_degree(text.substr(0, comma), 90) && is_degree(text.substr(comma + 1), 180);
}

std::vector<FieldError> wrong_fields(FollowUpForm const& form) {
  std::vector<FieldError> errors;
  if (text::trim(form.finding).empty()) errors.push_back({"finding", "followup.finding_required", {}});
  check_text(errors, "finding", form.finding);
  check_text(errors, "cause", form.cause);
  check_text(errors, "solution", form.solution);
  if (form.progress && (*form.progress < 0 || *form.progress > 100)) errors.push_back({"progress", "followup.progress_range", {}});
  if (form.position && !is_position(*form.position)) errors.push_back({"position", "followup.position_invalid", {}});
  if (form.outcome && form.direction != Direction::outward) errors.push_back({"outcome", "followup.outcome_only_outward", {}});
  return errors;
}

/// The refusal people meet most has a code of its own and names its field.
Refusal next_time_required() {
  constexpr auto code = "followup.next_time_required";
  return {.kind = RefusalKind::invalid, .code = code, .arguments = {}, .fields = {{"next_follow_up_at", code, {}}}};
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
  if (!form.next_follow_up_at) return next_time_required();
  if (*form.next_follow_up_at <= touch.at) return Refusal::invalid_field("next_follow_up_at", "followup.next_time_not_later");
  return touch;
}

Result<void> takes_plain_touches(Commitment const& commitment) {
  auto const* found = std::ranges::find(looks_of_their_own, std::string_view(commitment.subject_type), &decltype(looks_of_their_own)::value_type::first);
  if (found != looks_of_their_own.end() && commitment.state == CommitmentState::open) return Refusal::conflict(found->second, {{"number", commitment.number}});
  return {};
}

}  // namespace rules
}  // namespace zx::followup
