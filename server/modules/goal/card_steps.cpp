// The steps of a goal card up to the work on it: proposed, negotiated, signed, begun.

#include "modules/goal/card_rules.hpp"
#include "modules/goal/card_settings.hpp"
#include "modules/goal/card_views.hpp"
#include "modules/goal/course.hpp"
#include "modules/goal/following.hpp"
#include "modules/goal/goal_rollup.hpp"
#include "modules/goal/sql.hpp"
#include "modules/goal/style_rules.hpp"
#include "platform/auth/digest.hpp"
#include "platform/base/json.hpp"
#include "platform/base/text.hpp"

namespace zx::goal {
namespace {

/// What both sides agree on, without what becomes of it.
std::string content_hash(store::CardRow const& card, std::vector<store::ItemRow> const& items) {
  std::string content = card.number + "\n" + card.person_id.text() + "\n" + card.period_from.text() + "\n" + card.period_to.text() + "\n" +
                        std::string(enum_text(card.style)) + "\n" + card.customers.value_or("") + "\n" + card.reason.value_or("") + "\n" +
                        card.limits.value_or("") + "\n";
  for (auto item : items) {
    if (item.original_target) item.target = std::exchange(item.original_target, std::nullopt);
    item.actual.reset();
    item.actual_at.reset();
    item.confidence.reset();
    item.next_check_in_at.reset();
    item.self_actual.reset();
    item.self_note.reset();
    item.supervisor_note.reset();
    content += to_json(item) + "\n";
  }
  return auth::hex(auth::sha256(content));
}

Result<void> may_be_proposed(ReadContext const& ctx, store::CardRow const& card, std::vector<store::ItemRow> const& items) {
  if (items.empty()) return Refusal::conflict("goal.no_items");
  std::vector<Decimal> weights;
  Decimal sum;
  for (auto const& item : items) weights.push_back(item.weight), sum += item.weight;
  if (!rules::is_whole(weights)) return Refusal::conflict("goal.weights_not_100", {{"sum", sum.text()}});
  bool const explains = card.reason && !text::trim(*card.reason).empty();
  if (card.style == ManagementStyle::guiding && !explains) return Refusal::conflict("goal.reason_needed");
  if (rules::needs_supervisor(card.style) && !card.supervisor_id) return Refusal::conflict("goal.supervisor_needed");
  if (!goal_settings(ctx).smart_blocks) return {};
  std::string found;
  auto const findings = TRY(smart_findings(ctx, card.id));
  for (auto const& each : findings) {
    if (each.weight == SmartWeight::finding) found += (found.empty() ? "" : "；") + each.item_number + " " + each.text;
  }
  if (!found.empty()) return Refusal::conflict("goal.not_smart", {{"findings", found}});
  return {};
}

Result<void> is_short(std::string_view note) {
  constexpr std::size_t longest_note = 2000;
  if (text::length(note) > longest_note) return Refusal::invalid_field("note", "field.too_long", {{"most", std::to_string(longest_note)}});
  return {};
}

/// Both, unless the other has nothing to decide.
std::optional<EmployeeId> other_side(ReadContext const& ctx, store::CardRow const& card) {
  return store::role_of(ctx, card) == CardRole::person ? card.supervisor_id : std::optional(card.person_id);
}

struct UnconfirmedRow {
  DepartmentId department_id;
  std::string department_name;
  std::string what;
  SupportState state = SupportState::asked;
};
BOOST_DESCRIBE_STRUCT(UnconfirmedRow, (), (department_id, department_name, what, state))

std::vector<UnconfirmedRow> supports_of(ReadContext const& ctx, store::CardRow const& card) {
  db::Composed statement(sql::supports);
  statement += sql::supports_of_card;
  return ctx.db.all<UnconfirmedRow>(statement, {{"org", ctx.actor.organization}, {"card", card.id}});
}

/// The heads of the departments whose help is wanted.
void ask_for_support(Context const& ctx, store::CardRow const& card) {
  for (auto const& each : supports_of(ctx, card)) {
    if (each.state == SupportState::asked)
      store::notify(ctx, card, "support", org::chart_of(ctx)->head_of(each.department_id, store::today(ctx)), each.department_name + "：" + each.what);
  }
}

Result<void> is_supported(ReadContext const& ctx, store::CardRow const& card) {
  std::string missing;
  for (auto const& each : supports_of(ctx, card)) {
    if (each.state == SupportState::confirmed) continue;
    missing += (missing.empty() ? "" : "、") + each.department_name;
  }
  if (!missing.empty()) return Refusal::conflict("goal.support_unconfirmed", {{"departments", missing}});
  return {};
}

followup::NewCommitment commitment_of(Context const& ctx, store::CardRow const& card, store::ItemRow const& item) {
  auto const zone = ctx.services.calendar_of(ctx.actor.organization)->zone();
  constexpr std::int64_t week = 5 * 450, month = 21 * 450;  // working minutes
  return {.id = store::commitment_id(item.id),
          .subject_type = "goal_item",
          .subject_kind = "goal_item",
          .number = store::item_number(card.number, item.position),
          .title = item.what,
          .owner_id = card.person_id,
          .handler_id = card.person_id,
          .department_id = card.department_id,
          .stage = std::string(enum_text(card.state)),
          .importance = 2,
          .due_at = calendar::at(item.due_on.value_or(card.period_to), TimeOfDay{18 * 60}, zone),
          .next_follow_up_at = item.next_check_in_at,
          .follow_up_gap_minutes = card.rhythm == Rhythm::weekly ? week : month,
          .search_text = item.measure.value_or("") + " " + org::search_text_of(ctx, card.person_id)};
}

/// What was agreed holds from now on.
void commit(Context const& ctx, store::CardRow& card, std::vector<store::ItemRow> const& items) {
  card.state = CardState::committed;
  auto const calendar = ctx.services.calendar_of(ctx.actor.organization);
  auto const next = rules::next_check_in(card.rhythm, card.period_to, ctx.now, *calendar);
  std::vector<followup::NewCommitment> commitments;
  following::lock_sheets(ctx, items);
  for (auto item : items) {
    item.original_target = item.target;
    if (item.rollup != Rollup::by_hand) item.actual = rollup::counted(ctx, card, item), item.actual_at = ctx.now;
    item.next_check_in_at = next;
    store::update(ctx, item);
    commitments.push_back(commitment_of(ctx, card, item));
  }
  followup::open_all(ctx, commitments);
  if (!card.supervisor_id) return;
  for (auto const& each : commitments) followup::add_participant(ctx, each.id, *card.supervisor_id);
}

/// What was reached already counts for the goals above from now on.
void tell_those_above(Context const& ctx, store::CardRow const& card) {
  for (auto const& item : store::items_of(ctx, card.id))
    if (item.actual) rollup::go_up(ctx, item);
}

}  // namespace

Result<GoalCardView> propose_card(Context& ctx, GoalCardId id, std::string_view note) {
  TRY(is_short(note));
  auto card = TRY(store::find_card(ctx, id));
  TRY(store::need(ctx, card, CardAct::propose));
  TRY(may_be_proposed(ctx, card, store::items_of(ctx, id)));
  auto const before = std::exchange(card.state, CardState::proposed);
  store::take_back_signatures(card);
  store::update(ctx, card);
  // Nobody was asked by the draft.
  if (before == CardState::draft) ctx.db.enqueue(sql::begin_asking, {{"org", ctx.actor.organization}, {"card", id}, {"now", ctx.now}});
  store::tell(ctx, card, "goal_card.proposed", {{"goal_state", std::string(enum_text(before)), "proposed"}}, note);
  store::notify(ctx, card, "proposed", other_side(ctx, card), note);
  ask_for_support(ctx, card);
  return views::card(ctx, card);
}

Result<GoalCardView> negotiate_card(Context& ctx, GoalCardId id, std::string_view note) {
  if (text::trim(note).empty()) return Refusal::invalid_field("note", "goal.negotiation_note_needed");
  TRY(is_short(note));
  auto card = TRY(store::find_card(ctx, id));
  TRY(store::need(ctx, card, CardAct::negotiate));
  card.state = CardState::negotiating;
  store::take_back_signatures(card);
  store::update(ctx, card);
  store::tell(ctx, card, "goal_card.negotiating", {{"goal_state", "proposed", "negotiating"}}, note);
  store::notify(ctx, card, "negotiating", other_side(ctx, card), note);
  return views::card(ctx, card);
}

Result<GoalCardView> sign_card(Context& ctx, GoalCardId id) {
  auto card = TRY(store::find_card(ctx, id));
  TRY(store::need(ctx, card, CardAct::sign));
  auto const items = store::items_of(ctx, id);
  auto const hash = content_hash(card, items);
  bool const is_person = store::role_of(ctx, card) == CardRole::person;
  if (is_person ? card.person_signed_at.has_value() : card.supervisor_signed_at.has_value()) return Refusal::conflict("goal.signed_already");
  TRY(is_supported(ctx, card));
  if (is_person) {
    card.person_signed_at = ctx.now;
    card.person_signed_hash = hash;
    card.person_signed_name = ctx.actor.name;
  } else {
    card.supervisor_signed_at = ctx.now;
    card.supervisor_signed_hash = hash;
    card.supervisor_signed_name = ctx.actor.name;
  }
  bool const agreed = card.person_signed_at && (card.supervisor_signed_at || !rules::needs_supervisor(card.style));
  if (agreed) commit(ctx, card, items);
  store::update(ctx, card);
  if (agreed) tell_those_above(ctx, card);
  store::tell(ctx, card, is_person ? "goal_card.signed_by_person" : "goal_card.signed_by_supervisor", {{"goal_content_hash", "", hash}});
  if (agreed) store::tell(ctx, card, "goal_card.committed", {{"goal_state", "proposed", "committed"}});
  store::notify(ctx, card, agreed ? "committed" : "signed", other_side(ctx, card));
  return views::card(ctx, card);
}

Result<GoalCardView> activate_card(Context& ctx, GoalCardId id) {
  auto card = TRY(store::find_card(ctx, id));
  TRY(store::need(ctx, card, CardAct::activate));
  course::begin(ctx, card);
  return views::card(ctx, card);
}

namespace course {

void begin(Context& ctx, store::CardRow& card) {
  auto const before = std::exchange(card.state, CardState::active);
  store::update(ctx, card);
  set_stage(ctx, card);
  store::tell(ctx, card, "goal_card.activated", {{"goal_state", std::string(enum_text(before)), "active"}});
}

void set_stage(Context const& ctx, store::CardRow const& card) {
  auto const system = store::as_system(ctx);
  Context const everywhere{system, ctx.now, ctx.db, ctx.services};
  for (auto const& item : store::items_of(ctx, card.id)) {
    auto const commitment = followup::find_visible(everywhere, store::commitment_id(item.id), followup::permissions::read);
    if (commitment) followup::change(everywhere, *commitment, {.stage = std::string(enum_text(card.state))});
  }
}

void end(Context const& ctx, store::CardRow const& card) {
  auto const system = store::as_system(ctx);
  Context const everywhere{system, ctx.now, ctx.db, ctx.services};
  for (auto const& item : store::items_of(ctx, card.id)) {
    auto const commitment = followup::find_visible(everywhere, store::commitment_id(item.id), followup::permissions::read);
    if (commitment && commitment->state == followup::CommitmentState::open) followup::close(everywhere, *commitment, std::string(enum_text(card.state)));
  }
}

}  // namespace course
}  // namespace zx::goal
