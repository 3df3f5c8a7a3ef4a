// Somebody leaves: their items go to others at once. Nobody can be asked any more whether they accept, so the chain of custody
// says that it was arranged.

#include "modules/work/leaving.hpp"

#include "modules/work/attention.hpp"
#include "modules/work/delaying.hpp"
#include "modules/work/sql.hpp"
#include "modules/work/store.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::work {
namespace {

using Things = std::vector<org::HeldView>;

Things held(ReadContext const& ctx, db::Statement const& statement, EmployeeId person) {
  return ctx.db.all<org::HeldView>(statement, {{"org", ctx.actor.organization}, {"person", person}});
}
Things owned(ReadContext const& ctx, EmployeeId person) { return held(ctx, sql::open_owned_by, person); }
Things handled(ReadContext const& ctx, EmployeeId person) { return held(ctx, sql::open_handled_by, person); }
Things offered(ReadContext const& ctx, EmployeeId person) { return held(ctx, sql::handoffs_awaited_from, person); }
Things asked(ReadContext const& ctx, EmployeeId person) { return held(ctx, sql::delay_reports_awaited_from, person); }

Result<void> hand_over_owned(Context& ctx, EmployeeId from, org::EmployeeBrief const& to, Things const& things, std::string_view note) {
  auto const actor = org::everywhere(ctx.actor);
  Context const wide{actor, ctx.now, ctx.db, ctx.services};
  auto const giver = store::name_of(ctx, from);
  for (auto const& each : things) {
    auto item = TRY(store::find_visible(wide, {each.id}, permissions::read));
    item.commitment = followup::change(wide, item.commitment, {.owner_id = to.id});
    delays::redirect(wide, item);
    store::tell(wide, item.row.id, "work_item.owner_left", {{"owner", giver, to.name}}, note);
  }
  return {};
}

/// What waited for an answer by others is over: the successor decides anew.
void withdraw_pending(Context const& ctx, store::Item const& item) {
  auto handoff = store::pending_handoff(ctx, item.row.id);
  if (!handoff) return;
  take_back(ctx, item, *handoff);
  store::tell(ctx, item.row.id, "work_item.handoff_withdrawn", {{"handler", handoff->to_name, handoff->from_name}});
}

void arrange(Context const& ctx, store::Item& item, org::EmployeeBrief const& to, std::string_view note) {
  store::HandoffRow handoff{.id = HandoffId::make(),
                            .work_item_id = item.row.id,
                            .work_item_number = item.commitment.number,
                            .work_item_title = item.commitment.title,
                            .from_id = item.commitment.handler_id,
                            .from_name = store::name_of(ctx, item.commitment.handler_id),
                            .to_id = to.id,
                            .to_name = to.name,
                            .note = std::string(note),
                            .at = ctx.now,
                            .answer_due_at = ctx.now,
                            .accepted_at = ctx.now};
  store::insert(ctx, handoff);
  store::answer(ctx, handoff);
  if (item.row.state == State::assigned) {
    item.row.state = State::accepted;
    store::update(ctx, item.row);
  }
  followup::change(ctx, item.commitment,
                   {.handler_id = to.id, .stage = std::string(enum_text(item.row.state)), .search_text = store::search_text(ctx, item.row)});
  store::tell(ctx, item.row.id, "work_item.handler_left", {{"handler", handoff.from_name, handoff.to_name}}, note);
}

Result<void> hand_over_handled(Context& ctx, EmployeeId, org::EmployeeBrief const& to, Things const& things, std::string_view note) {
  auto const actor = org::everywhere(ctx.actor);
  Context const wide{actor, ctx.now, ctx.db, ctx.services};
  for (auto const& each : things) {
    auto item = TRY(store::find_visible(wide, {each.id}, permissions::read));
    withdraw_pending(wide, item);
    arrange(wide, item, to, note);
  }
  return {};
}

/// They go back to who offered them, who hears of it as of a refusal.
Result<void> return_offers(Context& ctx, EmployeeId from, Things const& things, std::string_view note) {
  auto actor = org::everywhere(ctx.actor);
  Context wide{actor, ctx.now, ctx.db, ctx.services};
  auto const reason =
      note.empty() ? ctx.services.texts.text(ctx.actor.language, "work.receiver_left", {{"name", store::name_of(ctx, from)}}) : std::string(note);
  for (auto const& each : things) TRY(decline_handoff(wide, {each.id}, reason));
  return {};
}

/// The offer goes on to the successor, who may accept or decline it like any other.
Result<void> pass_offers_on(Context& ctx, EmployeeId, org::EmployeeBrief const& to, Things const& things, std::string_view) {
  auto const actor = org::everywhere(ctx.actor);
  Context wide{actor, ctx.now, ctx.db, ctx.services};
  for (auto const& each : things) {
    auto const offered = TRY(withdraw_handoff(wide, {each.id}));
    auto const item = TRY(store::find_visible(wide, offered.work_item_id, permissions::read));
    // Whoever offered it to the leaver may be the successor: then it is theirs already.
    if (item.commitment.handler_id != to.id) TRY(hand_over(wide, offered.work_item_id, to.id, offered.note));
  }
  return {};
}

Result<void> ask_another(Context& ctx, EmployeeId, org::EmployeeBrief const& to, Things const& things, std::string_view) {
  for (auto const& each : things) ctx.db.execute(sql::redirect_delay, {{"org", ctx.actor.organization}, {"id", each.id}, {"approver", std::optional(to.id)}});
  return {};
}

}  // namespace

std::vector<org::Holding> holdings() {
  return {{"work_owned", &owned, &hand_over_owned},
          {"work_handled", &handled, &hand_over_handled},
          {"work_offered", &offered, &pass_offers_on, &return_offers},
          {"delay_reports", &asked, &ask_another}};
}

}  // namespace zx::work
