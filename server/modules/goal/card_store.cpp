#include "modules/goal/card_store.hpp"

#include "modules/goal/events.hpp"
#include "modules/goal/exceptions.hpp"
#include "modules/goal/sql.hpp"
#include "modules/goal/style_rules.hpp"
#include "platform/calendar/working_calendar.hpp"
#include "platform/events/events.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::goal::store {
namespace {

db::Statement const& seen_within(Scope reach) {
  switch (reach) {
    case Scope::none:
    case Scope::self: return sql::sees_cards_self;
    case Scope::direct_reports: return sql::sees_cards_direct_reports;
    case Scope::department: return sql::sees_cards_department;
    case Scope::department_and_below: return sql::sees_cards_department_and_below;
    case Scope::organization: return sql::sees_cards_organization;
  }
  return sql::sees_cards_none;
}

std::optional<CardRow> card_within(ReadContext const& ctx, GoalCardId id, db::Statement const& seen) {
  db::Composed statement(sql::cards);
  statement += seen;
  statement += sql::card_called;
  return ctx.db.one<CardRow>(statement, viewer(ctx.actor).and_("id", id));
}

template <class AnyContext>
Result<Item> find_item_of(AnyContext const& ctx, GoalItemId id) {
  auto row = item_called(ctx, id);
  if (!row) return Refusal::not_found("goal.item_not_found");
  auto card = find_card(ctx, row->card_id);
  if (!card) return Refusal::not_found("goal.item_not_found");
  // Locked only now: what was read before may have changed meanwhile.
  row = item_called(ctx, id);
  if (!row) return Refusal::not_found("goal.item_not_found");
  return Item{std::move(*row), std::move(*card)};
}

std::string legal_states(ReadContext const& ctx, CardState state) {
  std::string names;
  for (auto next : rules::next_states(state)) names += (names.empty() ? "" : "、") + text(ctx, "goal.state." + std::string(enum_text(next)));
  return names.empty() ? text(ctx, "goal.no_step_left") : names;
}

}  // namespace

db::Statement const& sees_cards(Actor const& actor, Permission permission) { return seen_within(actor.reach(permission)); }

db::Parameters viewer(Actor const& actor) { return db::Parameters::of(followup::viewer(actor)); }

Result<CardRow> find_card(ReadContext const& ctx, GoalCardId id) {
  auto card = card_within(ctx, id, sees_cards(ctx.actor, permissions::read));
  if (!card) return Refusal::not_found("goal.not_found");
  return std::move(*card);
}

Result<CardRow> find_card(Context const& ctx, GoalCardId id) {
  ctx.db.one<GoalCardId>(sql::lock_card, {{"org", ctx.actor.organization}, {"id", id}});
  return find_card(ReadContext(ctx), id);
}

Result<Item> find_item(Context const& ctx, GoalItemId id) { return find_item_of(ctx, id); }
Result<Item> find_item(ReadContext const& ctx, GoalItemId id) { return find_item_of(ctx, id); }

std::optional<ItemRow> item_called(ReadContext const& ctx, GoalItemId id) {
  db::Composed statement(sql::items);
  statement += sql::item_called;
  return ctx.db.one<ItemRow>(statement, {{"org", ctx.actor.organization}, {"id", id}});
}

std::optional<CardRow> any_card(ReadContext const& ctx, GoalCardId id) { return card_within(ctx, id, sql::sees_cards_organization); }

std::optional<LinkedRow> linked(ReadContext const& ctx, GoalItemId id) {
  db::Composed statement(sql::linked_items);
  statement += sql::linked_called;
  return ctx.db.one<LinkedRow>(statement, {{"org", ctx.actor.organization}, {"id", id}});
}

std::vector<ItemRow> items_of(ReadContext const& ctx, GoalCardId id) {
  db::Composed statement(sql::items);
  statement += sql::items_of_card;
  return ctx.db.all<ItemRow>(statement, {{"org", ctx.actor.organization}, {"card", id}});
}

void take_back_signatures(CardRow& card) {
  card.person_signed_at.reset();
  card.person_signed_hash.reset();
  card.person_signed_name.reset();
  take_back_supervisor_signature(card);
}

void take_back_supervisor_signature(CardRow& card) {
  card.supervisor_signed_at.reset();
  card.supervisor_signed_hash.reset();
  card.supervisor_signed_name.reset();
}

void insert(Context const& ctx, CardRow const& row) { ctx.db.execute(sql::insert_card, db::Parameters::of(row).and_("org", ctx.actor.organization)); }

void update(Context const& ctx, CardRow& row) {
  if (ctx.db.execute(sql::update_card, db::Parameters::of(row).and_("org", ctx.actor.organization)) != 1) throw std::logic_error("a locked goal card changed");
  ++row.version;
}

void insert(Context const& ctx, ItemRow const& row) { ctx.db.enqueue(sql::insert_item, db::Parameters::of(row).and_("org", ctx.actor.organization)); }
void update(Context const& ctx, ItemRow const& row) { ctx.db.enqueue(sql::update_item, db::Parameters::of(row).and_("org", ctx.actor.organization)); }

CardRole role_of(ReadContext const& ctx, CardRow const& card) {
  bool const is_person = !ctx.actor.employee.is_nil();
  if (is_person && card.person_id == ctx.actor.employee) return CardRole::person;
  if (is_person && card.supervisor_id == ctx.actor.employee) return CardRole::supervisor;
  if (ctx.actor.reach(permissions::write) <= Scope::self) return CardRole::other;
  return card_within(ctx, card.id, sees_cards(ctx.actor, permissions::write)) ? CardRole::above : CardRole::other;
}

Result<void> need(ReadContext const& ctx, CardRow const& card, CardAct act) {
  if (!rules::possible(card.state, act)) {
    bool const is_step = act == CardAct::propose || act == CardAct::negotiate || act == CardAct::sign || act >= CardAct::activate;
    RefusalArguments arguments{{"state", text(ctx, "goal.state." + std::string(enum_text(card.state)))}, {"legal", legal_states(ctx, card.state)}};
    return Refusal::conflict(is_step ? "goal.illegal_step" : "goal.fixed", std::move(arguments));
  }
  if (!rules::may(role_of(ctx, card), card.style, card.state, act))
    return Refusal::forbidden("goal.not_yours", {{"style", text(ctx, "goal.style." + std::string(enum_text(card.style)))}});
  return {};
}

Result<void> check_version(CardRow const& card, std::optional<std::int64_t> version) {
  if (version && *version != card.version) return Refusal::stale("request.stale");
  return {};
}

void tell(Context const& ctx, CardRow const& card, std::string_view event, std::vector<timeline::Change> changes, std::string_view note) {
  timeline::append(ctx, {"goal_card", card.id.uuid}, event, std::move(changes), note);
  ctx.db.after_commit(
      [&services = ctx.services, organization = ctx.actor.organization, id = card.id.text()] { services.notify_pages(organization, "goal_card", id); });
}

void notify(Context const& ctx, CardRow const& card, std::string_view occasion, std::optional<EmployeeId> to, std::string_view note) {
  if (!to || *to == ctx.actor.employee) return;
  events::publish(ctx, GoalAttentionAsked{.occasion = std::string(occasion),
                                          .occurrence = Uuid::v7().text(),
                                          .card = card.id.uuid,
                                          .number = card.number,
                                          .title = card.person_name + " " + card.period_from.text() + "—" + card.period_to.text(),
                                          .by = ctx.actor.employee,
                                          .to = *to,
                                          .note = std::string(note)});
}

std::string item_number(std::string const& card_number, std::int64_t position) { return card_number + "/" + std::to_string(position); }

Actor as_system(Context const& ctx) {
  return {.organization = ctx.actor.organization, .user = ctx.actor.user, .employee = ctx.actor.employee, .name = ctx.actor.name, .is_system = true};
}

Date today(ReadContext const& ctx) { return calendar::local_date(ctx.now, ctx.services.calendar_of(ctx.actor.organization)->zone()); }

Date line_day(ReadContext const& ctx, std::optional<Instant> actual_at, std::optional<Instant> next_check_in_at) {
  auto const zone = ctx.services.calendar_of(ctx.actor.organization)->zone();
  auto const said_on = actual_at ? std::optional(calendar::local_date(*actual_at, zone)) : std::nullopt;
  return rules::line_day(said_on, next_check_in_at && *next_check_in_at < ctx.now, calendar::local_date(ctx.now, zone));
}

std::string text_of(std::optional<Decimal> const& value) { return value ? value->text() : std::string{}; }

std::string text(ReadContext const& ctx, std::string_view code, RefusalArguments const& arguments) {
  return ctx.services.texts.text(ctx.actor.language, code, arguments);
}

}  // namespace zx::goal::store
