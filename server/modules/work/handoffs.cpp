// Handing over: the giver stays answerable until the receiver accepts.

#include <algorithm>

#include "modules/work/attention.hpp"
#include "modules/work/briefs.hpp"
#include "modules/work/sql.hpp"
#include "modules/work/store.hpp"
#include "modules/work/views.hpp"
#include "platform/base/text.hpp"
#include "platform/calendar/working_calendar.hpp"
#include "platform/events/events.hpp"

namespace zx::work {
namespace {

constexpr std::size_t longest_understanding = 2000;

constexpr std::string_view stage(State state) { return enum_text(state); }

struct Pending {
  store::HandoffRow handoff;
  store::Item item;
};

bool is_receiver(Context const& ctx, store::HandoffRow const& handoff) { return ctx.actor.is_system || handoff.to_id == ctx.actor.employee; }

bool is_answered(store::HandoffRow const& handoff) { return handoff.accepted_at || handoff.declined_at || handoff.withdrawn_at; }

/// The pending handoff with its item, both visible to the actor. Who was asked hears that it is over even when the item is
/// out of sight again.
Result<Pending> find_pending(Context const& ctx, HandoffId id) {
  auto handoff = store::find_handoff(ctx, id);
  if (!handoff) return Refusal::not_found("work.handoff_not_found");
  auto item = store::find_visible(ctx, handoff->work_item_id, permissions::read);
  // Read again under the item's lock: somebody may have answered meanwhile.
  handoff = store::find_handoff(ctx, id);
  if (is_answered(*handoff) && (item || is_receiver(ctx, *handoff))) return Refusal::conflict("work.handoff_answered");
  return Pending{std::move(*handoff), TRY(std::move(item))};
}

void set_state(Context const& ctx, store::Item& item, State state) {
  item.row.state = state;
  store::update(ctx, item.row);
}

bool takes_part(Context const& ctx, store::Item const& item, EmployeeId id) {
  auto participants = followup::participants_of(ctx, item.commitment.id);
  return std::ranges::find(participants, id, &followup::PersonView::id) != participants.end();
}

/// Nobody took it: an item that had only been assigned is its holder's own again.
void give_back(Context const& ctx, store::Item& item) {
  if (item.row.state == State::assigned) set_state(ctx, item, State::accepted);
  followup::change(ctx, item.commitment, {.stage = std::string(stage(item.row.state))});
}

store::HandoffRow handoff_of(Context const& ctx, store::Item const& item, org::EmployeeBrief const& receiver, std::string_view note) {
  auto calendar = ctx.services.calendar_of(ctx.actor.organization);
  auto limit = std::chrono::minutes(kind_called(ctx, item.commitment.subject_kind).handoff_limit_minutes);
  return {.id = HandoffId::make(),
          .work_item_id = item.row.id,
          .work_item_number = item.commitment.number,
          .work_item_title = item.commitment.title,
          .from_id = item.commitment.handler_id,
          .from_name = store::name_of(ctx, item.commitment.handler_id),
          .to_id = receiver.id,
          .to_name = receiver.name,
          .note = std::string(note),
          .at = ctx.now,
          .answer_due_at = calendar->add_working_time(ctx.now, limit)};
}

}  // namespace

Result<HandoffView> hand_over(Context& ctx, WorkItemId id, EmployeeId to, std::string_view note) {
  auto item = TRY(store::find_visible(ctx, id, permissions::read));
  if (rules::is_closed(item.row.state)) return Refusal::conflict("work.closed");
  auto standpoint = store::standpoint(ctx, item);
  if (!standpoint.owner && !standpoint.handler && !standpoint.may_assign) return Refusal::forbidden("work.handoff_not_yours");
  if (store::pending_handoff(ctx, id)) return Refusal::conflict("work.handoff_pending");
  auto receiver = TRY(org::active_employee(ctx, to, "to_id"));
  if (receiver.id == item.commitment.handler_id) return Refusal::invalid_field("to_id", "work.handoff_to_holder");
  if (item.row.state == State::draft) TRY(briefs::may_leave_draft(ctx, item));
  auto handoff = handoff_of(ctx, item, receiver, note);
  handoff.made_participant = !takes_part(ctx, item, receiver.id);
  store::insert(ctx, handoff);
  // The receiver has to be able to look before accepting.
  followup::add_participant(ctx, item.commitment.id, receiver.id);
  followup::expect_answer(ctx, item.commitment, {.source = handoff.id.uuid, .receiver = receiver.id, .limit = handoff.answer_due_at});
  if (item.row.state == State::draft) set_state(ctx, item, State::assigned);
  followup::change(ctx, item.commitment, {.stage = std::string(stage(item.row.state))});
  store::tell(ctx, id, "work_item.handed_over", {{"handler", handoff.from_name, handoff.to_name}}, note);
  events::publish(ctx, HandoffOffered{.work_item = id,
                                      .number = item.commitment.number,
                                      .title = item.commitment.title,
                                      .handoff = handoff.id,
                                      .from = handoff.from_id,
                                      .to = handoff.to_id,
                                      .note = std::string(note)});
  return views::handoff(ctx, handoff);
}

Result<HandoffView> accept_handoff(Context& ctx, HandoffId id, std::string_view understanding) {
  if (text::length(understanding) > longest_understanding)
    return Refusal::invalid_field("understanding", "field.too_long", {{"most", std::to_string(longest_understanding)}});
  auto [handoff, item] = TRY(find_pending(ctx, id));
  if (!is_receiver(ctx, handoff)) return Refusal::forbidden("work.handoff_not_for_you");
  handoff.accepted_at = ctx.now;
  if (!text::trim(understanding).empty()) handoff.understanding = std::string(understanding);
  store::answer(ctx, handoff);
  set_state(ctx, item, rules::after_acceptance(item.row.state));
  followup::change(ctx, item.commitment,
                   {.handler_id = handoff.to_id, .stage = std::string(stage(item.row.state)), .search_text = store::search_text(ctx, item.row)});
  store::tell(ctx, item.row.id, "work_item.accepted", {{"handler", handoff.from_name, handoff.to_name}}, understanding);
  events::publish(ctx, HandoffAccepted{.work_item = item.row.id, .handoff = id, .from = handoff.from_id, .to = handoff.to_id});
  return views::handoff(ctx, handoff);
}

Result<HandoffView> decline_handoff(Context& ctx, HandoffId id, std::string_view reason) {
  if (text::trim(reason).empty()) return Refusal::invalid_field("reason", "field.required");
  auto [handoff, item] = TRY(find_pending(ctx, id));
  if (!is_receiver(ctx, handoff)) return Refusal::forbidden("work.handoff_not_for_you");
  handoff.declined_at = ctx.now;
  handoff.reason = std::string(reason);
  store::end_unaccepted(ctx, handoff);
  give_back(ctx, item);
  store::tell(ctx, item.row.id, "work_item.handoff_declined", {{"handler", handoff.to_name, handoff.from_name}}, reason);
  events::publish(ctx, HandoffDeclined{.work_item = item.row.id,
                                       .number = item.commitment.number,
                                       .title = item.commitment.title,
                                       .handoff = id,
                                       .from = handoff.from_id,
                                       .to = handoff.to_id,
                                       .reason = std::string(reason)});
  return views::handoff(ctx, handoff);
}

Result<HandoffView> withdraw_handoff(Context& ctx, HandoffId id) {
  auto [handoff, item] = TRY(find_pending(ctx, id));
  auto standpoint = store::standpoint(ctx, item);
  if (!standpoint.owner && !standpoint.handler && !standpoint.may_assign) return Refusal::forbidden("work.handoff_not_yours");
  take_back(ctx, item, handoff);
  give_back(ctx, item);
  store::tell(ctx, item.row.id, "work_item.handoff_withdrawn", {{"handler", handoff.to_name, handoff.from_name}});
  return views::handoff(ctx, handoff);
}

std::vector<HandoffView> handoffs_waiting(ReadContext const& ctx) {
  db::Composed statement(sql::handoffs);
  statement += sql::waiting_for_me;
  std::vector<HandoffView> waiting;
  for (auto const& row : ctx.db.all<store::HandoffRow>(statement, {{"org", ctx.actor.organization}, {"me", ctx.actor.employee}})) {
    waiting.push_back(views::handoff(ctx, row));
  }
  return waiting;
}

}  // namespace zx::work
