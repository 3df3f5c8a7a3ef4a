// Recording follow-ups.

#include <algorithm>

#include "modules/followup/counterparts.hpp"
#include "modules/followup/reminders.hpp"
#include "modules/followup/rules.hpp"
#include "modules/followup/sql.hpp"
#include "modules/followup/store.hpp"
#include "platform/events/events.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::followup {
namespace {

FollowUpView follow_up_of(Context const& ctx, Commitment const& commitment, FollowUpForm const& form, rules::Touch const& touch) {
  return {.id = form.id.value_or(FollowUpId::make()),
          .commitment_id = commitment.id,
          .touch_number = commitment.touch_count + 1,
          .at = touch.at,
          .by_id = ctx.actor.employee,
          .by_name = ctx.actor.name,
          .method = form.method,
          .direction = touch.direction,
          .finding = form.finding,
          .cause = form.cause,
          .solution = form.solution,
          .asked_employee_id = form.asked_employee_id,
          .progress = form.progress,
          .outcome = form.outcome,
          .next_follow_up_at = touch.next_follow_up_at,
          .position = form.position,
          .despite_limit_reason = touch.direction == Direction::outward ? form.despite_limit_reason : std::nullopt,
          .recorded_at = ctx.now};
}

std::string text_of(std::optional<Instant> instant) { return instant ? instant->text() : std::string{}; }

void tell(Context const& ctx, Commitment const& commitment, FollowUpView const& follow_up, std::optional<Instant> next_follow_up_at) {
  std::vector<timeline::Change> changes{
      {"method", "", std::string(enum_text(follow_up.method))}, {"finding", "", follow_up.finding}, {"solution", "", follow_up.solution.value_or("")}};
  bool const holds = next_follow_up_at == follow_up.next_follow_up_at;
  if (holds) changes.push_back({"next_follow_up_at", text_of(commitment.next_follow_up_at), text_of(next_follow_up_at)});
  if (follow_up.despite_limit_reason) changes.push_back({"despite_limit_reason", "", *follow_up.despite_limit_reason});
  timeline::append(ctx, {commitment.subject_type, commitment.id.uuid}, "followup.recorded", std::move(changes));
  events::publish(ctx, FollowUpRecorded{.commitment = commitment.id,
                                        .subject_type = commitment.subject_type,
                                        .follow_up = follow_up.id,
                                        .by = follow_up.by_id,
                                        .progress = follow_up.progress,
                                        .next_at = next_follow_up_at});
  ctx.db.after_commit([&services = ctx.services, organization = ctx.actor.organization, type = commitment.subject_type, id = commitment.id.text()] {
    services.notify_pages(organization, type, id);
  });
}

/// Written offline and sent after something newer. Clocks of phones run ahead: nothing is newer than now.
bool is_late(Context const& ctx, Commitment const& commitment, rules::Touch const& touch) {
  return commitment.last_touch_at && touch.at < std::min(*commitment.last_touch_at, ctx.now);
}

/// Whoever is asked for help hears of it and can look.
void ask_for_help(Context const& ctx, Commitment const& commitment, FollowUpView const& follow_up) {
  if (!follow_up.asked_employee_id || *follow_up.asked_employee_id == ctx.actor.employee) return;
  add_participant(ctx, commitment.id, *follow_up.asked_employee_id);
  events::publish(ctx, AttentionAsked{.occasion = "help_asked",
                                      .occurrence = follow_up.id.text(),
                                      .commitment = commitment.id,
                                      .subject_type = commitment.subject_type,
                                      .number = commitment.number,
                                      .title = commitment.title,
                                      .by = ctx.actor.employee,
                                      .to = *follow_up.asked_employee_id,
                                      .note = follow_up.finding});
}

/// The follow-up an offline client has already sent with this id; another commitment's id is nobody's business.
Result<std::optional<FollowUpView>> already_recorded(Context const& ctx, CommitmentId commitment, FollowUpForm const& form) {
  if (!form.id) return std::optional<FollowUpView>{};
  auto found = store::find_follow_up(ctx.db, ctx.actor.organization, *form.id);
  if (found && found->commitment_id != commitment) return Refusal::conflict("followup.id_taken");
  return found;
}

}  // namespace

Result<FollowUpView> record(Context& ctx, CommitmentId id, FollowUpForm const& form, std::optional<std::int64_t> based_on_version) {
  auto commitment = TRY(find_visible(ctx, id, permissions::record));
  if (auto recorded = TRY(already_recorded(ctx, id, form))) return std::move(*recorded);
  if (based_on_version && *based_on_version != commitment.version) return Refusal::stale("request.stale");
  auto touch = TRY(rules::touch(commitment, form, ctx.now));
  if (touch.direction == Direction::outward) TRY(check_weekly_limit(ctx, commitment, touch.at, form.despite_limit_reason));
  auto follow_up = follow_up_of(ctx, commitment, form, touch);
  if (form.asked_employee_id) follow_up.asked_employee_name = TRY(org::active_employee(ctx, *form.asked_employee_id, "asked_employee_id")).name;
  bool const late = is_late(ctx, commitment, touch);
  auto after = commitment;
  if (!late) after.next_follow_up_at = touch.next_follow_up_at;
  store::insert(ctx, commitment, follow_up);
  store::touch(ctx, after, follow_up, late ? store::Newest::no : store::Newest::yes);
  reminders::follow(ctx, &commitment, after);
  tell(ctx, commitment, follow_up, after.next_follow_up_at);
  ask_for_help(ctx, commitment, follow_up);
  return follow_up;
}

std::vector<FollowUpView> follow_ups_of(ReadContext const& ctx, CommitmentId id) {
  return ctx.db.all<FollowUpView>(sql::follow_ups_of, {{"org", ctx.actor.organization}, {"commitment", id}});
}

namespace {

/// One behind the other: a parameter for any number of ids.
std::vector<std::uint8_t> packed(std::vector<CommitmentId> const& ids) {
  std::vector<std::uint8_t> bytes;
  bytes.reserve(ids.size() * sizeof(Uuid::bytes));
  for (auto const& id : ids) bytes.insert(bytes.end(), id.uuid.bytes.begin(), id.uuid.bytes.end());
  return bytes;
}

}  // namespace

std::vector<SheetFollowUp> sheet_follow_ups(ReadContext const& ctx, std::vector<CommitmentId> const& ids) {
  if (ids.empty()) return {};
  return ctx.db.all<SheetFollowUp>(sql::sheet_follow_ups, {{"org", ctx.actor.organization}, {"ids", packed(ids)}});
}

}  // namespace zx::followup
