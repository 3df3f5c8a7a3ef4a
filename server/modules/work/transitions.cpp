// From state to state.

#include <algorithm>
#include <utility>

#include "modules/work/attention.hpp"
#include "modules/work/briefs.hpp"
#include "modules/work/delaying.hpp"
#include "modules/work/dependencies.hpp"
#include "modules/work/flow_measuring.hpp"
#include "modules/work/giving_up.hpp"
#include "modules/work/rounds.hpp"
#include "modules/work/sql.hpp"
#include "modules/work/store.hpp"
#include "modules/work/sub_items.hpp"
#include "modules/work/views.hpp"
#include "platform/base/text.hpp"
#include "platform/events/events.hpp"

namespace zx::work {
namespace {

using rules::Verb;

Result<store::Item> find_for(Context const& ctx, WorkItemId id, Verb verb) {
  auto item = TRY(store::find_visible(ctx, id, permissions::read));
  TRY(rules::allow(verb, item.row.state, store::standpoint(ctx, item)));
  if (rules::begins(verb, item.row.state)) TRY(dependencies::may_start(ctx, id));
  return item;
}

Result<void> need(std::string_view field, std::string_view text) {
  if (text::trim(text).empty()) return Refusal::invalid_field(std::string(field), "field.required");
  return {};
}

/// Saves the new state on both halves and the timeline, there together with `more`.
Result<WorkItemView> move(Context& ctx, store::Item item, State to, std::string_view event, std::string_view note = {},
                          std::vector<timeline::Change> more = {}) {
  std::string from(enum_text(item.row.state));
  std::string word(enum_text(to));
  item.row.state = to;
  store::update(ctx, item.row);
  if (to == State::in_progress || to == State::submitted || to == State::done) store::mark_begun(ctx, item.row.id);
  if (rules::is_closed(to)) {
    delays::withdraw_moot(ctx, item.row.id);
    item.commitment = followup::close(ctx, item.commitment, word);
    events::publish(ctx, WorkItemClosed{.work_item = item.row.id, .state = word, .by = ctx.actor.employee});
  } else if (item.commitment.state == followup::CommitmentState::closed) {
    item.commitment = followup::reopen(ctx, item.commitment, word);
  } else {
    // The ladder of what is late goes on while it is on hold: only a delay report moves a date that has passed.
    bool const is_late = followup::is_overdue(item.commitment.state, item.commitment.due_at, ctx.now);
    auto rest = item.row.hold_until && !is_late ? Patch<Instant>(*item.row.hold_until) : Patch<Instant>::null();
    item.commitment = followup::change(ctx, item.commitment, {.stage = word, .next_follow_up_at = item.row.hold_until, .held_until = rest});
  }
  more.insert(more.begin(), {"state", from, word});
  store::tell(ctx, item.row.id, event, std::move(more), note);
  return views::item(ctx, item);
}

Result<void> no_pending_handoff(Context const& ctx, WorkItemId id) {
  if (store::pending_handoff(ctx, id)) return Refusal::conflict("work.handoff_pending");
  return {};
}

constexpr std::size_t most_named = 5;

Result<void> no_open_sub_items(Context const& ctx, WorkItemId id) {
  auto numbers = store::open_sub_items(ctx, id);
  if (numbers.empty()) return {};
  std::string named;
  for (std::size_t i = 0; i < numbers.size() && i < most_named; ++i) named += (i ? ", " : "") + numbers[i];
  if (numbers.size() > most_named) named += " …";
  return Refusal::conflict("work.sub_items_open", {{"numbers", named}});
}

/// The judged points, as a change of the history.
std::vector<timeline::Change> said_of(std::vector<JudgementView> const& judged) {
  if (judged.empty()) return {};
  return {{"standard", "", rounds::text_of(judged)}};
}

void end_hold(Context const& ctx, WorkItemId id) { ctx.db.enqueue(sql::end_hold, {{"org", ctx.actor.organization}, {"work_item", id}, {"now", ctx.now}}); }

}  // namespace

Result<WorkItemView> assign(Context& ctx, WorkItemId id, std::optional<EmployeeId> handler, std::string_view note) {
  auto item = TRY(find_for(ctx, id, Verb::assign));
  TRY(briefs::may_leave_draft(ctx, item));
  if (!handler || *handler == item.commitment.handler_id) return move(ctx, std::move(item), State::accepted, "work_item.assigned", note);
  TRY(hand_over(ctx, id, *handler, note));
  return show(ctx, id);
}

Result<WorkItemView> start(Context& ctx, WorkItemId id) { return move(ctx, TRY(find_for(ctx, id, Verb::start)), State::in_progress, "work_item.started"); }

Result<WorkItemView> submit(Context& ctx, WorkItemId id, std::string_view result) {
  TRY(need("result", result));
  auto item = TRY(find_for(ctx, id, Verb::submit));
  TRY(no_pending_handoff(ctx, id));
  rounds::open(ctx, id, result);
  ask_attention(ctx, item, "submitted", item.commitment.owner_id, result);
  return move(ctx, std::move(item), State::submitted, "work_item.submitted", result);
}

Result<WorkItemView> close(Context& ctx, WorkItemId id, std::string_view note, std::vector<JudgementForm> const& judgements) {
  auto item = TRY(find_for(ctx, id, Verb::close));
  TRY(no_pending_handoff(ctx, id));
  TRY(no_open_sub_items(ctx, id));
  auto const standard = briefs::of(ctx, id).standard;
  auto const judged = TRY(rounds::read(standard, judgements));
  TRY(rounds::all_passed(standard, judged));
  // Uses up a consent, so nothing may be refused after it.
  if (followup::is_refused(ctx, item.commitment.id)) TRY(giving_up::check(ctx, item));
  rounds::judge(ctx, id, Verdict::accepted, note, judged);
  auto const flow = flow::of(ctx, item);
  item.row.progress = 100;
  item.row.completed_at = ctx.now;
  item.row.waited_minutes = flow.waiting_minutes;
  item.row.worked_minutes = flow.working_minutes;
  return move(ctx, std::move(item), State::done, "work_item.closed", note, said_of(judged));
}

Result<WorkItemView> return_(Context& ctx, WorkItemId id, std::string_view reason, std::vector<JudgementForm> const& judgements) {
  TRY(need("reason", reason));
  auto item = TRY(find_for(ctx, id, Verb::return_));
  auto const standard = briefs::of(ctx, id).standard;
  auto const judged = TRY(rounds::read(standard, judgements));
  TRY(rounds::some_failed(standard, judged));
  rounds::judge(ctx, id, Verdict::returned, reason, judged);
  item.row.state_reason = std::string(reason);
  ask_attention(ctx, item, "returned", item.commitment.handler_id, reason);
  return move(ctx, std::move(item), State::returned, "work_item.returned", reason, said_of(judged));
}

Result<WorkItemView> hold(Context& ctx, WorkItemId id, std::string_view reason, Instant resume_at) {
  TRY(need("reason", reason));
  if (resume_at <= ctx.now) return Refusal::invalid_field("resume_at", "work.resume_in_past");
  auto item = TRY(find_for(ctx, id, Verb::hold));
  TRY(rules::may_hold(store::standpoint(ctx, item), item.commitment, ctx.now));
  item.row.state_before_hold = item.row.state;
  item.row.state_reason = std::string(reason);
  item.row.hold_until = resume_at;
  ctx.db.enqueue(sql::insert_hold, {{"org", ctx.actor.organization}, {"work_item", id}, {"now", ctx.now}});
  tell_both(ctx, item, "held", reason);
  return move(ctx, std::move(item), State::on_hold, "work_item.held", reason);
}

Result<WorkItemView> resume(Context& ctx, WorkItemId id) {
  auto item = TRY(find_for(ctx, id, Verb::resume));
  auto before = item.row.state_before_hold.value_or(State::in_progress);
  if (before == State::assigned && !store::pending_handoff(ctx, id)) before = State::accepted;
  end_hold(ctx, id);
  item.row.state_before_hold = std::nullopt;
  item.row.state_reason = std::nullopt;
  item.row.hold_until = std::nullopt;
  return move(ctx, std::move(item), before, "work_item.resumed");
}

namespace {

Result<WorkItemView> cancel_item(Context& ctx, store::Item item, std::string_view reason) {
  auto const id = item.row.id;
  TRY(giving_up::check(ctx, item));
  if (auto pending = store::pending_handoff(ctx, id)) take_back(ctx, item, *pending, reason);
  if (item.row.state == State::on_hold) end_hold(ctx, id);
  item.row.state_reason = std::string(reason);
  item.row.hold_until = std::nullopt;
  return move(ctx, std::move(item), State::cancelled, "work_item.cancelled", reason);
}

}  // namespace

Result<WorkItemView> cancel(Context& ctx, WorkItemId id, std::string_view reason) {
  TRY(need("reason", reason));
  return cancel_item(ctx, TRY(find_for(ctx, id, Verb::cancel)), reason);
}

Result<WorkItemView> give_up(Context& ctx, WorkItemId id, std::string_view reason) {
  TRY(need("reason", reason));
  auto item = TRY(store::find_visible(ctx, id, permissions::read));
  if (!store::standpoint(ctx, item).owner) return Refusal::forbidden("followup.only_owner_gives_up");
  TRY(rules::allow(Verb::cancel, item.row.state, {.may_cancel = true}));
  TRY(giving_up::may_end_alone(ctx, item));
  return cancel_item(ctx, std::move(item), reason);
}

Result<WorkItemView> reopen(Context& ctx, WorkItemId id, std::string_view reason) {
  TRY(need("reason", reason));
  auto item = TRY(find_for(ctx, id, Verb::reopen));
  TRY(sub_items::may_reopen(ctx, item));
  item.row.completed_at = std::nullopt;
  item.row.waited_minutes = std::nullopt;
  item.row.worked_minutes = std::nullopt;
  item.row.state_reason = std::string(reason);
  auto const said = store::last_progress_report(ctx, item.commitment.id);
  auto before = std::exchange(item.row.progress, rules::progress_after_reopening(item.row.progress, said ? said->progress : std::nullopt));
  std::vector<timeline::Change> changes;
  if (before != item.row.progress) changes.push_back({"progress", std::to_string(before), std::to_string(item.row.progress)});
  tell_both(ctx, item, "reopened", reason);
  return move(ctx, std::move(item), State::in_progress, "work_item.reopened", reason, std::move(changes));
}

Result<WorkItemView> show(ReadContext const& ctx, WorkItemId id) { return views::item(ctx, TRY(store::find_visible(ctx, id, permissions::read))); }

}  // namespace zx::work
