// From state to state.

#include "modules/work/store.hpp"
#include "modules/work/views.hpp"
#include "platform/base/text.hpp"
#include "platform/events/events.hpp"

namespace zx::work {
namespace {

using rules::Verb;

Result<store::Item> find_for(Context const& ctx, WorkItemId id, Verb verb) {
  auto item = TRY(store::find_visible(ctx, id, permissions::read));
  TRY(rules::allow(verb, item.row.state, store::standpoint(ctx, item)));
  return item;
}

Result<void> need(std::string_view field, std::string_view text) {
  if (text::trim(text).empty()) return Refusal::invalid_field(std::string(field), "field.required");
  return {};
}

/// Saves the new state on both halves and the timeline.
Result<WorkItemView> move(Context& ctx, store::Item item, State to, std::string_view event, std::string_view note = {}) {
  std::string from(enum_text(item.row.state));
  std::string word(enum_text(to));
  item.row.state = to;
  store::update(ctx, item.row);
  if (rules::is_closed(to)) {
    item.commitment = followup::close(ctx, item.commitment, word);
    events::publish(ctx, WorkItemClosed{.work_item = item.row.id, .state = word, .by = ctx.actor.employee});
  } else if (item.commitment.state == followup::CommitmentState::closed) {
    item.commitment = followup::reopen(ctx, item.commitment, word);
  } else {
    item.commitment = followup::change(ctx, item.commitment, {.stage = word, .next_follow_up_at = item.row.hold_until});
  }
  store::tell(ctx, item.row.id, event, {{"state", from, word}}, note);
  return views::item(ctx, item);
}

Result<void> no_pending_handoff(Context const& ctx, WorkItemId id) {
  if (store::pending_handoff(ctx, id)) return Refusal::conflict("work.handoff_pending");
  return {};
}

}  // namespace

Result<WorkItemView> assign(Context& ctx, WorkItemId id, std::optional<EmployeeId> handler, std::string_view note) {
  auto item = TRY(find_for(ctx, id, Verb::assign));
  if (!handler || *handler == item.commitment.handler_id) return move(ctx, std::move(item), State::accepted, "work_item.assigned", note);
  TRY(hand_over(ctx, id, *handler, note));
  return show(ctx, id);
}

Result<WorkItemView> start(Context& ctx, WorkItemId id) { return move(ctx, TRY(find_for(ctx, id, Verb::start)), State::in_progress, "work_item.started"); }

Result<WorkItemView> submit(Context& ctx, WorkItemId id, std::string_view result) {
  TRY(need("result", result));
  auto item = TRY(find_for(ctx, id, Verb::submit));
  TRY(no_pending_handoff(ctx, id));
  return move(ctx, std::move(item), State::submitted, "work_item.submitted", result);
}

Result<WorkItemView> close(Context& ctx, WorkItemId id, std::string_view note) {
  auto item = TRY(find_for(ctx, id, Verb::close));
  TRY(no_pending_handoff(ctx, id));
  item.row.progress = 100;
  item.row.completed_at = ctx.now;
  return move(ctx, std::move(item), State::done, "work_item.closed", note);
}

Result<WorkItemView> return_(Context& ctx, WorkItemId id, std::string_view reason) {
  TRY(need("reason", reason));
  auto item = TRY(find_for(ctx, id, Verb::return_));
  item.row.state_reason = std::string(reason);
  return move(ctx, std::move(item), State::returned, "work_item.returned", reason);
}

Result<WorkItemView> hold(Context& ctx, WorkItemId id, std::string_view reason, Instant resume_at) {
  TRY(need("reason", reason));
  if (resume_at <= ctx.now) return Refusal::invalid_field("resume_at", "work.resume_in_past");
  auto item = TRY(find_for(ctx, id, Verb::hold));
  item.row.state_before_hold = item.row.state;
  item.row.state_reason = std::string(reason);
  item.row.hold_until = resume_at;
  return move(ctx, std::move(item), State::on_hold, "work_item.held", reason);
}

Result<WorkItemView> resume(Context& ctx, WorkItemId id) {
  auto item = TRY(find_for(ctx, id, Verb::resume));
  auto before = item.row.state_before_hold.value_or(State::in_progress);
  if (before == State::assigned && !store::pending_handoff(ctx, id)) before = State::accepted;
  item.row.state_before_hold = std::nullopt;
  item.row.state_reason = std::nullopt;
  item.row.hold_until = std::nullopt;
  return move(ctx, std::move(item), before, "work_item.resumed");
}

Result<WorkItemView> cancel(Context& ctx, WorkItemId id, std::string_view reason) {
  TRY(need("reason", reason));
  auto item = TRY(find_for(ctx, id, Verb::cancel));
  if (auto pending = store::pending_handoff(ctx, id)) {
    pending->withdrawn_at = ctx.now;
    store::answer(ctx, *pending);
  }
  item.row.state_reason = std::string(reason);
  item.row.hold_until = std::nullopt;
  return move(ctx, std::move(item), State::cancelled, "work_item.cancelled", reason);
}

Result<WorkItemView> reopen(Context& ctx, WorkItemId id, std::string_view reason) {
  TRY(need("reason", reason));
  auto item = TRY(find_for(ctx, id, Verb::reopen));
  item.row.completed_at = std::nullopt;
  item.row.state_reason = std::string(reason);
  return move(ctx, std::move(item), State::in_progress, "work_item.reopened", reason);
}

Result<WorkItemView> show(ReadContext const& ctx, WorkItemId id) { return views::item(ctx, TRY(store::find_visible(ctx, id, permissions::read))); }

}  // namespace zx::work
