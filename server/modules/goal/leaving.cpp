// Somebody leaves: their goal cards go to somebody who has none for the period, or end; those they supervise get another supervisor.

#include "modules/goal/leaving.hpp"

#include "modules/goal/card_store.hpp"
#include "modules/goal/course.hpp"
#include "modules/goal/sql.hpp"

namespace zx::goal {
namespace {

using Things = std::vector<org::HeldView>;

Things held(ReadContext const& ctx, db::Statement const& statement, EmployeeId person) {
  return ctx.db.all<org::HeldView>(statement, {{"org", ctx.actor.organization}, {"person", person}});
}
Things own(ReadContext const& ctx, EmployeeId person) { return held(ctx, sql::cards_held_by, person); }
Things supervised(ReadContext const& ctx, EmployeeId person) { return held(ctx, sql::cards_supervised_by, person); }

/// The goals' commitments follow the card.
void give_commitments(Context const& ctx, GoalCardId id, EmployeeId to) {
  for (auto const& item : store::items_of(ctx, id)) {
    auto const commitment = followup::find_visible(ctx, store::commitment_id(item.id), followup::permissions::read);
    if (commitment && commitment->state == followup::CommitmentState::open) followup::change(ctx, *commitment, {.owner_id = to, .handler_id = to});
  }
}

void set_supervisor(Context const& ctx, store::CardRow& card, std::optional<org::EmployeeBrief> const& to) {
  auto const before = card.supervisor_name.value_or("");
  card.supervisor_id = to ? std::optional(to->id) : std::nullopt;
  if (card.state < CardState::committed) store::take_back_supervisor_signature(card);
  store::update(ctx, card);
  ctx.db.execute(sql::ask_another_supervisor,
                 {{"org", ctx.actor.organization}, {"card", card.id}, {"to", card.supervisor_id}, {"name", to ? std::optional(to->name) : std::nullopt}});
  if (to)
    for (auto const& item : store::items_of(ctx, card.id)) {
      if (followup::find_visible(ctx, store::commitment_id(item.id), followup::permissions::read))
        followup::add_participant(ctx, store::commitment_id(item.id), to->id);
    }
  store::tell(ctx, card, "goal_card.supervisor_left", {{"supervisor", before, to ? to->name : ""}});
}

/// Nobody supervises themselves: then it is who stands above them, or nobody.
std::optional<org::EmployeeBrief> supervisor_for(ReadContext const& ctx, store::CardRow const& card, org::EmployeeBrief const& wanted) {
  if (wanted.id != card.person_id) return wanted;
  for (auto above : org::chart_of(ctx)->reporting_line(card.person_id, store::today(ctx))) {
    auto found = org::find_employee(ctx, above);
    if (found && found->active && above != card.supervisor_id && above != card.person_id) return found;
  }
  return std::nullopt;
}

/// Already looked at by both sides: there is nothing to go on with.
bool is_evaluated(CardState state) { return state == CardState::self_evaluated || state == CardState::evaluated; }

void end_card(Context const& ctx, store::CardRow card, std::string_view note) {
  auto const before = std::exchange(card.state, CardState::closed);
  card.closed_at = ctx.now;
  store::update(ctx, card);
  course::end(ctx, card);
  store::tell(ctx, card, "goal_card.person_left", {{"goal_state", std::string(enum_text(before)), "closed"}}, note);
}

Result<void> give_card(Context const& ctx, store::CardRow card, org::EmployeeBrief const& to, std::string_view note) {
  auto const other = ctx.db.one<std::string>(sql::card_for_same_period, {{"org", ctx.actor.organization}, {"to", to.id}, {"id", card.id}});
  if (other) return Refusal::invalid_field("to_id", "goal.successor_has_card", {{"name", to.name}, {"number", *other}, {"card", card.number}});
  // What the one before signed binds nobody else, while it is still being agreed; what they said of themselves is for nobody else.
  if (card.state < CardState::committed) {
    store::take_back_signatures(card);
    store::update(ctx, card);
  }
  ctx.db.enqueue(sql::delete_motivation_of_card, {{"org", ctx.actor.organization}, {"card", card.id}});
  ctx.db.execute(sql::set_card_person, {{"org", ctx.actor.organization}, {"id", card.id}, {"to", to.id}, {"department", to.department_id}});
  give_commitments(ctx, card.id, to.id);
  store::tell(ctx, card, "goal_card.taken_over", {{"person", card.person_name, to.name}}, note);
  if (card.supervisor_id != to.id) return {};
  auto given = TRY(store::find_card(ctx, card.id));
  set_supervisor(ctx, given, supervisor_for(ctx, given, to));
  return {};
}

Result<void> hand_over_own(Context& ctx, EmployeeId from, org::EmployeeBrief const& to, Things const& things, std::string_view note) {
  auto const actor = org::everywhere(ctx.actor);
  Context const wide{actor, ctx.now, ctx.db, ctx.services};
  for (auto const& each : things) {
    auto card = TRY(store::find_card(wide, {each.id}));
    if (is_evaluated(card.state)) end_card(wide, std::move(card), note);
    else TRY(give_card(wide, std::move(card), to, note));
  }
  ctx.db.execute(sql::ask_another_parent_owner, {{"org", ctx.actor.organization}, {"from", from}, {"to", to.id}, {"name", to.name}});
  return {};
}

Result<void> end_own(Context& ctx, EmployeeId, Things const& things, std::string_view note) {
  auto const actor = org::everywhere(ctx.actor);
  Context const wide{actor, ctx.now, ctx.db, ctx.services};
  for (auto const& each : things) end_card(wide, TRY(store::find_card(wide, {each.id})), note);
  return {};
}

Result<void> hand_over_supervised(Context& ctx, EmployeeId, org::EmployeeBrief const& to, Things const& things, std::string_view) {
  auto const actor = org::everywhere(ctx.actor);
  Context const wide{actor, ctx.now, ctx.db, ctx.services};
  for (auto const& each : things) {
    auto card = TRY(store::find_card(wide, {each.id}));
    set_supervisor(wide, card, supervisor_for(wide, card, to));
  }
  return {};
}

}  // namespace

std::vector<org::Holding> holdings() { return {{"goal_cards", &own, &hand_over_own, &end_own}, {"goal_cards_supervised", &supervised, &hand_over_supervised}}; }

}  // namespace zx::goal
