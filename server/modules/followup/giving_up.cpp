#include "modules/followup/giving_up.hpp"

#include <algorithm>

#include "modules/followup/sql.hpp"
#include "modules/followup/store.hpp"
#include "platform/base/text.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/events/events.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::followup {
namespace {

constexpr std::size_t longest_reason = 2000;

struct RequestRow {
  GiveUpRequestId id;
  CommitmentId commitment_id;
  std::string subject_type;
  std::string number;
  std::string title;
  EmployeeId owner_id;
  EmployeeId asked_by;
  std::string asked_by_name;
  Instant asked_at;
  std::string reason;
  std::int64_t touch_count = 0;
  std::int64_t minimum_touches = 0;
  EmployeeId supervisor_id;
  std::string supervisor_name;
  std::optional<EmployeeId> answered_by;
  std::optional<std::string> answered_by_name;
  std::optional<Instant> answered_at;
  std::optional<bool> consented;
  std::optional<std::string> answer;
  std::optional<Instant> used_at;
};
BOOST_DESCRIBE_STRUCT(RequestRow, (),
                      (id, commitment_id, subject_type, number, title, owner_id, asked_by, asked_by_name, asked_at, reason, touch_count, minimum_touches,
                       supervisor_id, supervisor_name, answered_by, answered_by_name, answered_at, consented, answer, used_at))

Date today(ReadContext const& ctx) { return calendar::local_date(ctx.now, ctx.actor.time_zone); }

std::vector<EmployeeId> above(ReadContext const& ctx, EmployeeId owner) { return org::chart_of(ctx)->reporting_line(owner, today(ctx)); }

/// The actor stands above the owner, or in for one who does and is away.
bool stands_above(ReadContext const& ctx, EmployeeId owner) {
  auto const me = ctx.actor.employee;
  if (me.is_nil() || me == owner) return false;
  auto const line = above(ctx, owner);
  if (std::ranges::find(line, me) != line.end()) return true;
  auto const deputies = org::deputies_on(ctx, today(ctx));
  return std::ranges::any_of(line, [&](auto each) {
    auto const found = deputies.find(each);
    return found != deputies.end() && found->second == me;
  });
}

/// Whom to ask: the next above, or who stands in for them.
std::optional<EmployeeId> whom_to_ask(ReadContext const& ctx, EmployeeId owner) {
  auto const line = above(ctx, owner);
  if (line.empty()) return std::nullopt;
  auto const deputies = org::deputies_on(ctx, today(ctx));
  auto const deputy = deputies.find(line.front());
  return deputy == deputies.end() || deputy->second == owner ? line.front() : deputy->second;
}

std::string name_of(ReadContext const& ctx, EmployeeId id) {
  auto const found = org::find_employee(ctx, id);
  return found ? found->name : std::string{};
}

GiveUpRequestView view_of(ReadContext const& ctx, RequestRow row) {
  GiveUpRequestView view{.id = row.id,
                         .commitment_id = row.commitment_id,
                         .subject_type = std::move(row.subject_type),
                         .number = std::move(row.number),
                         .title = std::move(row.title),
                         .asked_by = {row.asked_by, std::move(row.asked_by_name)},
                         .asked_at = row.asked_at,
                         .reason = std::move(row.reason),
                         .touch_count = row.touch_count,
                         .minimum_touches = row.minimum_touches,
                         .supervisor = {row.supervisor_id, std::move(row.supervisor_name)},
                         .answered_by = {},
                         .answered_at = row.answered_at,
                         .consented = row.consented,
                         .answer = std::move(row.answer),
                         .used_at = row.used_at};
  if (row.answered_by) view.answered_by = PersonView{*row.answered_by, row.answered_by_name.value_or("")};
  view.may_answer = !row.answered_at && row.asked_by != ctx.actor.employee && stands_above(ctx, row.owner_id);
  return view;
}

std::vector<GiveUpRequestView> views(ReadContext const& ctx, db::Statement const& which, db::Parameters parameters) {
  db::Composed statement(sql::give_up_requests);
  statement += which;
  std::vector<GiveUpRequestView> found;
  for (auto& row : ctx.db.all<RequestRow>(statement, parameters.and_("org", ctx.actor.organization))) found.push_back(view_of(ctx, std::move(row)));
  return found;
}

std::optional<RequestRow> find(ReadContext const& ctx, GiveUpRequestId id) {
  db::Composed statement(sql::give_up_requests);
  statement += sql::of_give_up_request;
  return ctx.db.one<RequestRow>(statement, {{"org", ctx.actor.organization}, {"id", id}});
}

Result<std::string> said(std::string_view field, std::string_view text) {
  auto const trimmed = text::trim(text);
  if (trimmed.empty()) return Refusal::invalid_field(std::string(field), "field.required");
  if (text::length(trimmed) > longest_reason) return Refusal::invalid_field(std::string(field), "field.too_long", {{"most", std::to_string(longest_reason)}});
  return std::string(trimmed);
}

void ask_attention(Context const& ctx, Commitment const& commitment, std::string_view occasion, EmployeeId to, std::string note) {
  if (to == ctx.actor.employee) return;
  events::publish(ctx, AttentionAsked{.occasion = std::string(occasion),
                                      .occurrence = Uuid::v7().text(),
                                      .commitment = commitment.id,
                                      .subject_type = commitment.subject_type,
                                      .number = commitment.number,
                                      .title = commitment.title,
                                      .by = ctx.actor.employee,
                                      .to = to,
                                      .note = std::move(note)});
}

void tell_pages(Context const& ctx, Commitment const& commitment) {
  ctx.db.after_commit([&services = ctx.services, organization = ctx.actor.organization, type = commitment.subject_type, id = commitment.id.text()] {
    services.notify_pages(organization, type, id);
  });
}

void save_answer(Context const& ctx, GiveUpRequestId id, Consent consent, std::string const& answer) {
  ctx.db.execute(sql::answer_give_up_request, {{"org", ctx.actor.organization},
                                               {"id", id},
                                               {"me", ctx.actor.employee},
                                               {"my_name", ctx.actor.name},
                                               {"now", ctx.now},
                                               {"consented", consent == Consent::given},
                                               {"answer", answer}});
}

}  // namespace

bool has_consent(ReadContext const& ctx, CommitmentId id) {
  return ctx.db.one<std::int64_t>(sql::unused_consent, {{"org", ctx.actor.organization}, {"commitment", id}}).has_value();
}

bool is_refused(ReadContext const& ctx, CommitmentId id) {
  auto const outcome = ctx.db.one<std::string>(sql::last_outcome, {{"org", ctx.actor.organization}, {"commitment", id}});
  return outcome && (*outcome == enum_text(Outcome::refused) || *outcome == enum_text(Outcome::lost));
}

namespace {

/// Somebody but those who follow it up and handle it themselves.
bool has_other_side(Commitment const& commitment) {
  if (!commitment.counterpart) return commitment.counterpart_name.has_value();
  return *commitment.counterpart != counterpart_of(commitment.owner_id, {}).key && *commitment.counterpart != counterpart_of(commitment.handler_id, {}).key;
}

}  // namespace

Persistence persistence_of(Commitment const& commitment, std::int64_t minimum_touches) {
  bool const only_outward = has_other_side(commitment);
  auto const touches = only_outward ? commitment.outward_count : commitment.touch_count;
  return {minimum_touches, touches, std::max<std::int64_t>(0, minimum_touches - touches), only_outward};
}

Result<void> may_give_up(ReadContext const& ctx, Commitment const& commitment, std::int64_t minimum_touches) {
  auto const persistence = persistence_of(commitment, minimum_touches);
  if (persistence.missing == 0 || stands_above(ctx, commitment.owner_id) || has_consent(ctx, commitment.id)) return {};
  return Refusal::conflict(
      "followup.too_early_to_give_up",
      {{"touches", std::to_string(persistence.touches)}, {"minimum", std::to_string(minimum_touches)}, {"missing", std::to_string(persistence.missing)}});
}

Result<void> check_persistence(Context const& ctx, Commitment const& commitment, std::int64_t minimum_touches) {
  TRY(may_give_up(ctx, commitment, minimum_touches));
  if (persistence_of(commitment, minimum_touches).missing > 0)
    ctx.db.execute(sql::use_consent, {{"org", ctx.actor.organization}, {"commitment", commitment.id}, {"now", ctx.now}});
  return {};
}

Result<GiveUpRequestView> ask_to_give_up(Context& ctx, Commitment const& commitment, std::int64_t minimum_touches, std::string_view reason) {
  auto const why = TRY(said("reason", reason));
  if (commitment.owner_id != ctx.actor.employee) return Refusal::forbidden("followup.only_owner_gives_up");
  if (commitment.state == CommitmentState::closed || may_give_up(ctx, commitment, minimum_touches).ok())
    return Refusal::conflict("followup.give_up_not_needed");
  auto const touches = persistence_of(commitment, minimum_touches).touches;
  auto const asked = whom_to_ask(ctx, commitment.owner_id);
  auto const supervisor = asked.value_or(ctx.actor.employee);
  auto const id = GiveUpRequestId::make();
  auto const supervisor_name = name_of(ctx, supervisor);
  ctx.db.execute(sql::insert_give_up_request, {{"org", ctx.actor.organization},
                                               {"id", id},
                                               {"commitment", commitment.id},
                                               {"me", ctx.actor.employee},
                                               {"my_name", ctx.actor.name},
                                               {"now", ctx.now},
                                               {"reason", why},
                                               {"touch_count", touches},
                                               {"minimum_touches", minimum_touches},
                                               {"supervisor", supervisor},
                                               {"supervisor_name", supervisor_name}});
  timeline::append(ctx, {commitment.subject_type, commitment.id.uuid}, "followup.give_up_asked",
                   {{"touch_count", "", std::to_string(touches) + "/" + std::to_string(minimum_touches)}, {"supervisor", "", supervisor_name}}, why);
  if (!asked) save_answer(ctx, id, Consent::given, why);
  else {
    add_participant(ctx, commitment.id, supervisor);  // to be able to look
    ask_attention(ctx, commitment, "give_up_asked", supervisor, why);
  }
  tell_pages(ctx, commitment);
  return view_of(ctx, find(ctx, id).value());
}

Result<GiveUpRequestView> answer_give_up(Context& ctx, GiveUpRequestId id, Consent consent, std::string_view answer) {
  auto const row = find(ctx, id);
  if (!row) return Refusal::not_found("followup.give_up_not_found");
  auto const commitment = find_visible(ctx, row->commitment_id, permissions::read);
  if (!commitment) return Refusal::not_found("followup.give_up_not_found");
  if (row->asked_by == ctx.actor.employee || !stands_above(ctx, row->owner_id)) return Refusal::forbidden("followup.give_up_not_yours");
  // Read again under the commitment's lock: two may answer at once.
  if (find(ctx, id)->answered_at) return Refusal::conflict("followup.give_up_answered");
  auto const words = consent == Consent::refused ? TRY(said("answer", answer)) : std::string(text::trim(answer));
  save_answer(ctx, id, consent, words);
  auto const event = consent == Consent::given ? "followup.give_up_consented" : "followup.give_up_refused";
  timeline::append(ctx, {commitment->subject_type, commitment->id.uuid}, event, {{"asked_by", "", row->asked_by_name}}, words);
  ask_attention(ctx, *commitment, consent == Consent::given ? "give_up_consented" : "give_up_refused", row->asked_by, words.empty() ? row->reason : words);
  tell_pages(ctx, *commitment);
  return view_of(ctx, find(ctx, id).value());
}

Result<std::vector<GiveUpRequestView>> give_up_requests_of(ReadContext const& ctx, CommitmentId id) {
  TRY(find_visible(ctx, id, permissions::read));
  return views(ctx, sql::give_up_requests_of, {{"commitment", id}});
}

std::vector<GiveUpRequestView> give_up_requests_waiting(ReadContext const& ctx) {
  return views(ctx, sql::give_up_requests_waiting, {{"me", ctx.actor.employee}});
}

}  // namespace zx::followup
