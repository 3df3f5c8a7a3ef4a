// Opening, changing and closing commitments: called by the modules whose things are followed.

#include "modules/followup/cadence.hpp"
#include "modules/followup/reminders.hpp"
#include "modules/followup/rules.hpp"
#include "modules/followup/sql.hpp"
#include "modules/followup/store.hpp"
#include "platform/events/events.hpp"

namespace zx::followup {
namespace {

/// Nothing is looked up for each: an import opens ten thousand. The first look is the kind's; from the second on it is the people's.
Instant first_look(Context const& ctx, Commitment const& commitment) {
  Rhythm rhythm{.cadence = cadence_of_kind(ctx, commitment.subject_kind).cadence};
  return rules::next_touch(commitment, rhythm, *ctx.services.calendar_of(ctx.actor.organization), ctx.now).next_follow_up_at;
}

void set_counterpart(Commitment& commitment, Counterpart const& counterpart) {
  auto const said = [](std::string const& text) { return text.empty() ? std::nullopt : std::optional(text); };
  commitment.counterpart = said(counterpart.key);
  commitment.counterpart_name = said(counterpart.name);
}

Commitment commitment_of(Context const& ctx, NewCommitment const& form) {
  Commitment commitment{.id = form.id,
                        .subject_type = form.subject_type,
                        .subject_kind = form.subject_kind,
                        .number = form.number,
                        .title = form.title,
                        .owner_id = form.owner_id,
                        .handler_id = form.handler_id,
                        .department_id = form.department_id,
                        .stage = form.stage,
                        .importance = form.importance,
                        .due_at = form.due_at,
                        .next_follow_up_at = form.next_follow_up_at,
                        .follow_up_gap_minutes = form.follow_up_gap_minutes,
                        .touch_count = static_cast<std::int64_t>(form.history.size()),
                        .created_at = ctx.now};
  if (!form.history.empty()) commitment.last_touch_at = form.history.back().at;
  set_counterpart(commitment, form.counterpart);
  if (form.closed_at) {
    commitment.state = CommitmentState::closed;
    commitment.closed_at = form.closed_at;
    commitment.next_follow_up_at = std::nullopt;
  } else if (!commitment.next_follow_up_at) {
    commitment.next_follow_up_at = first_look(ctx, commitment);
  }
  return commitment;
}

/// Returns the last one's id.
std::optional<FollowUpId> insert_history(Context const& ctx, NewCommitment const& form) {
  FollowUpView follow_up{.commitment_id = form.id, .by_id = form.owner_id, .by_name = form.history_by, .method = Method::other, .recorded_at = ctx.now};
  for (auto const& imported : form.history) {
    follow_up.id = FollowUpId::make();
    follow_up.touch_number += 1;
    follow_up.at = imported.at;
    follow_up.finding = imported.finding;
    follow_up.solution = imported.solution;
    follow_up.next_follow_up_at = imported.next_follow_up_at;
    store::insert_imported(ctx, follow_up, imported.written_at, imported.written_next);
  }
  return form.history.empty() ? std::nullopt : std::optional(follow_up.id);
}

void apply(CommitmentChange const& change, Commitment& commitment) {
  if (change.title) commitment.title = *change.title;
  if (change.subject_kind) commitment.subject_kind = *change.subject_kind;
  if (change.owner_id) commitment.owner_id = *change.owner_id;
  if (change.handler_id) commitment.handler_id = *change.handler_id;
  change.department_id.apply_to(commitment.department_id);
  if (change.stage) commitment.stage = *change.stage;
  if (change.importance) commitment.importance = *change.importance;
  change.due_at.apply_to(commitment.due_at);
  if (change.follow_up_gap_minutes) commitment.follow_up_gap_minutes = *change.follow_up_gap_minutes;
  if (change.next_follow_up_at) commitment.next_follow_up_at = change.next_follow_up_at;
  change.held_until.apply_to(commitment.held_until);
  if (change.counterpart) set_counterpart(commitment, *change.counterpart);
}

Result<Commitment> visible_or_refused(std::optional<Commitment> found) {
  if (!found) return Refusal::not_found("followup.not_found");
  return std::move(*found);
}

}  // namespace

Commitment open(Context const& ctx, NewCommitment const& form) {
  auto commitment = commitment_of(ctx, form);
  store::insert(ctx, commitment, insert_history(ctx, form));
  store::PeopleTexts people(ctx);
  store::put_first_into_search(ctx, commitment, form.search_text, people);
  reminders::begin(ctx, commitment);
  return commitment;
}

std::vector<Commitment> open_all(Context const& ctx, std::vector<NewCommitment> const& forms) {
  std::vector<Commitment> opened;
  std::vector<std::optional<FollowUpId>> last_follow_ups;
  opened.reserve(forms.size());
  last_follow_ups.reserve(forms.size());
  // Table by table: the pages of each stay at hand.
  for (auto const& form : forms) opened.push_back(commitment_of(ctx, form));
  for (auto const& form : forms) last_follow_ups.push_back(insert_history(ctx, form));
  for (std::size_t i = 0; i < forms.size(); ++i) store::insert(ctx, opened[i], last_follow_ups[i]);
  store::PeopleTexts people(ctx);
  for (std::size_t i = 0; i < forms.size(); ++i) store::put_first_into_search(ctx, opened[i], forms[i].search_text, people);
  for (auto const& commitment : opened) reminders::begin(ctx, commitment);
  return opened;
}

Commitment change(Context const& ctx, Commitment const& before, CommitmentChange const& change) {
  auto after = before;
  apply(change, after);
  store::update(ctx, after);
  if (change.search_text) store::put_into_search(ctx, after, *change.search_text);
  reminders::follow(ctx, &before, after);
  if (reminders::moves_a_basis(before, after)) events::publish(ctx, TimesMoved{after.id});
  after.version += 1;
  return after;
}

Commitment close(Context const& ctx, Commitment const& before, std::string stage) {
  auto after = before;
  after.state = CommitmentState::closed;
  after.stage = std::move(stage);
  after.next_follow_up_at = std::nullopt;
  after.closed_at = ctx.now;
  after.held_until = std::nullopt;
  store::update(ctx, after);
  reminders::forget(ctx, after.id);
  events::publish(ctx, TimesMoved{after.id});
  after.version += 1;
  return after;
}

Commitment reopen(Context const& ctx, Commitment const& before, std::string stage) {
  auto after = before;
  after.state = CommitmentState::open;
  after.stage = std::move(stage);
  after.closed_at = std::nullopt;
  after.next_follow_up_at = propose_next(ctx, after).next_follow_up_at;
  store::update(ctx, after);
  reminders::follow(ctx, nullptr, after);
  after.version += 1;
  return after;
}

Result<Commitment> find_visible(Context const& ctx, CommitmentId id, Permission permission) {
  return visible_or_refused(store::find(ctx.db, ctx.actor, id, ctx.actor.reach(permission), store::Lock::for_update));
}

Result<Commitment> find_visible(ReadContext const& ctx, CommitmentId id, Permission permission) {
  return visible_or_refused(store::find(ctx.db, ctx.actor, id, ctx.actor.reach(permission), store::Lock::none));
}

void add_participant(Context const& ctx, CommitmentId id, EmployeeId employee) {
  ctx.db.enqueue(sql::add_participant, {{"org", ctx.actor.organization}, {"commitment", id}, {"employee", employee}, {"now", ctx.now}});
}

void remove_participant(Context const& ctx, CommitmentId id, EmployeeId employee) {
  ctx.db.enqueue(sql::remove_participant, {{"org", ctx.actor.organization}, {"commitment", id}, {"employee", employee}});
}

std::vector<PersonView> participants_of(ReadContext const& ctx, CommitmentId id) {
  return ctx.db.all<PersonView>(sql::participants_of, {{"org", ctx.actor.organization}, {"commitment", id}});
}

}  // namespace zx::followup
