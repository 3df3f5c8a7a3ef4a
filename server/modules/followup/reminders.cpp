#include "modules/followup/reminders.hpp"

#include <algorithm>

#include "modules/followup/sql.hpp"

namespace zx::followup {

std::optional<Instant> basis_of(Commitment const& commitment, Topic topic) {
  if (commitment.state == CommitmentState::closed) return std::nullopt;
  if (topic == Topic::follow_up) return commitment.next_follow_up_at;
  if (topic == Topic::handoff || !commitment.due_at) return std::nullopt;
  return std::max(*commitment.due_at, commitment.held_until.value_or(*commitment.due_at));
}

namespace reminders {
namespace {

constexpr Topic own_topics[] = {Topic::follow_up, Topic::due};

void save(Context const& ctx, Reminder const& reminder) {
  ctx.db.enqueue(sql::save_reminder, db::Parameters::of(reminder).and_("org", ctx.actor.organization));
}

void insert(Context const& ctx, Reminder const& reminder) {
  ctx.db.enqueue(sql::insert_reminder, db::Parameters::of(reminder).and_("org", ctx.actor.organization));
}

void remove(Context const& ctx, CommitmentId id, Topic topic) {
  ctx.db.enqueue(sql::delete_reminder, {{"org", ctx.actor.organization}, {"commitment_id", id}, {"topic", topic}});
}

void put_on(Reminder& reminder, std::optional<Step> const& step) {
  if (step) reminder.rung = step->rung;
  reminder.fires_at = step ? std::optional(step->at) : std::nullopt;
}

/// A new reminder. Of a time that has passed already people are told once, now, and higher levels only if nothing happens after that.
Reminder armed(Context const& ctx, Reminder reminder, Ladder const& ladder, calendar::WorkingCalendar const& calendar) {
  reminder.counts_from = std::max(reminder.basis, ctx.now);
  put_on(reminder, Climb(ladder, calendar, reminder.basis, reminder.counts_from).first(ctx.now));
  return reminder;
}

Reminder armed(Context const& ctx, Commitment const& commitment, Topic topic, Instant basis, Policies const& policies,
               calendar::WorkingCalendar const& calendar) {
  return armed(ctx, {.commitment_id = commitment.id, .topic = topic, .source_id = Uuid::v7(), .basis = basis}, policies.of(commitment.subject_kind, topic),
               calendar);
}

/// A rung whose time has come and that nobody was told yet waits for the morning, whatever the morning is by now. What is still to
/// come goes by the present ladder.
std::optional<Step> step_after_change(Climb const& climb, Reminder const& present, calendar::WorkingCalendar const& calendar, Instant now) {
  auto const time = climb.time_of(present.rung);
  bool const waits = present.fires_at && time && *time <= now;
  return waits ? Step{present.rung, calendar.next_working_instant(now)} : climb.next(0, now);
}

void recount_topic(Context const& ctx, Commitment const& commitment, Topic topic, Reminder const* present, Policies const& policies,
                   calendar::WorkingCalendar const& calendar) {
  bool const is_handoff = topic == Topic::handoff;
  auto const basis = is_handoff && present ? std::optional(present->basis) : basis_of(commitment, topic);
  if (!basis && present) return remove(ctx, commitment.id, topic);
  if (!basis) return;
  if (!present || present->basis != *basis) return save(ctx, armed(ctx, commitment, topic, *basis, policies, calendar));
  if (present->fires_at && *present->fires_at <= ctx.now) return;  // it fires by the present ladder anyway
  auto reminder = *present;
  put_on(reminder,
         step_after_change(Climb(policies.of(commitment.subject_kind, topic), calendar, reminder.basis, reminder.counts_from), *present, calendar, ctx.now));
  if (reminder.rung != present->rung || reminder.fires_at != present->fires_at) save(ctx, reminder);
}

}  // namespace

void begin(Context const& ctx, Commitment const& opened) {
  auto const policies = known_policies(ctx);
  auto const calendar = ctx.services.calendar_of(ctx.actor.organization);
  for (auto topic : own_topics) {
    if (auto const basis = basis_of(opened, topic)) insert(ctx, armed(ctx, opened, topic, *basis, *policies, *calendar));
  }
}

void follow(Context const& ctx, Commitment const* before, Commitment const& after) {
  auto const policies = known_policies(ctx);
  auto const calendar = ctx.services.calendar_of(ctx.actor.organization);
  if (before && before->subject_kind != after.subject_kind) {
    auto present = ctx.db.all<Reminder>(sql::reminders_of, {{"org", ctx.actor.organization}, {"commitment_id", after.id}});
    return recount(ctx, after, present, *policies, *calendar);
  }
  for (auto topic : own_topics) {
    auto const was = before ? basis_of(*before, topic) : std::nullopt;
    auto const is = basis_of(after, topic);
    if (was == is) continue;
    if (is) save(ctx, armed(ctx, after, topic, *is, *policies, *calendar));
    else remove(ctx, after.id, topic);
  }
}

bool moves_a_basis(Commitment const& before, Commitment const& after) {
  return std::ranges::any_of(own_topics, [&](Topic topic) { return basis_of(before, topic) != basis_of(after, topic); });
}

void forget(Context const& ctx, CommitmentId id) { ctx.db.enqueue(sql::delete_reminders_of, {{"org", ctx.actor.organization}, {"commitment_id", id}}); }

void recount(Context const& ctx, Commitment const& commitment, std::vector<Reminder> const& present, Policies const& policies,
             calendar::WorkingCalendar const& calendar) {
  for (auto topic : {Topic::follow_up, Topic::due, Topic::handoff}) {
    auto found = std::ranges::find(present, topic, &Reminder::topic);
    recount_topic(ctx, commitment, topic, found == present.end() ? nullptr : &*found, policies, calendar);
  }
}

void recount_all(Context const& ctx, std::string_view kind) {
  ctx.db.enqueue(sql::ask_recount, {{"org", ctx.actor.organization}, {"subject_kind", kind}, {"now", ctx.now}, {"begins_at", ctx.now + recount_waits}});
}

}  // namespace reminders

void expect_answer(Context const& ctx, Commitment const& commitment, Expectation const& expected) {
  auto const policies = known_policies(ctx);
  auto const calendar = ctx.services.calendar_of(ctx.actor.organization);
  reminders::Reminder reminder{
      .commitment_id = commitment.id, .topic = Topic::handoff, .source_id = expected.source, .receiver_id = expected.receiver, .basis = expected.limit};
  reminders::save(ctx, reminders::armed(ctx, reminder, policies->of(commitment.subject_kind, Topic::handoff), *calendar));
}

void answered(Context const& ctx, CommitmentId id) { reminders::remove(ctx, id, Topic::handoff); }

}  // namespace zx::followup
