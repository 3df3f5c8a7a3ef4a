// Making and changing goal cards.

#include "modules/goal/cards.hpp"

#include "modules/goal/card_items.hpp"
#include "modules/goal/card_settings.hpp"
#include "modules/goal/card_views.hpp"
#include "modules/goal/following.hpp"
#include "modules/goal/sql.hpp"
#include "modules/goal/style_rules.hpp"
#include "platform/numbering/numbering.hpp"

namespace zx::goal {
namespace {

/// Whether goal.write reaches the person, of whom there may be no card yet.
bool reaches(ReadContext const& ctx, org::EmployeeBrief const& person) {
  switch (ctx.actor.reach(permissions::write)) {
    case Scope::organization: return true;
    case Scope::department_and_below:
      if (!person.department_id || ctx.actor.department.is_nil()) break;
      if (ctx.db.one<DepartmentId>(sql::department_is_below, {{"org", ctx.actor.organization}, {"above", ctx.actor.department}, {"id", *person.department_id}}))
        return true;
      break;
    case Scope::department:
      if (person.department_id == ctx.actor.department && !ctx.actor.department.is_nil()) return true;
      break;
    case Scope::direct_reports: break;
    case Scope::self:
    case Scope::none: return false;
  }
  return person.supervisor_id == ctx.actor.employee;
}

std::optional<EmployeeId> supervisor_of(ReadContext const& ctx, EmployeeId person) {
  auto const line = org::chart_of(ctx)->reporting_line(person, store::today(ctx));
  return line.empty() ? std::nullopt : std::optional(line.front());
}

struct People {
  org::EmployeeBrief person;
  std::optional<EmployeeId> supervisor;
  bool is_own = false;
};

Result<People> people_of(Context const& ctx, NewCardForm const& form) {
  auto const id = form.person_id.value_or(ctx.actor.employee);
  if (id.is_nil()) return Refusal::invalid_field("person_id", "field.required");
  People people{.person = TRY(org::active_employee(ctx, id, "person_id")), .supervisor = form.supervisor_id, .is_own = id == ctx.actor.employee};
  if (people.supervisor) TRY(org::active_employee(ctx, *people.supervisor, "supervisor_id"));
  else people.supervisor = supervisor_of(ctx, id);
  if (people.supervisor == id) return Refusal::invalid_field("supervisor_id", "goal.supervisor_self");
  bool const supervises = supervisor_of(ctx, id) == ctx.actor.employee;
  if (!people.is_own && !supervises && !reaches(ctx, people.person)) return Refusal::forbidden("goal.not_for_others");
  // Whom somebody reports to is not for themselves to say.
  if (people.is_own && form.supervisor_id && form.supervisor_id != supervisor_of(ctx, id)) return Refusal::forbidden("goal.supervisor_not_yours");
  return people;
}

Result<ManagementStyle> style_for(Context const& ctx, NewCardForm const& form, People const& people) {
  auto const usual = style_of(ctx, people.person.id);
  auto const style = form.style.value_or(usual);
  if (people.is_own && style != usual) return Refusal::forbidden("goal.style_not_yours");
  if (people.is_own && !rules::may(CardRole::person, style, CardState::draft, CardAct::write))
    return Refusal::forbidden("goal.not_yours", {{"style", store::text(ctx, "goal.style." + std::string(enum_text(style)))}});
  return style;
}

store::CardRow row_of(Context const& ctx, NewCardForm const& form, People const& people, ManagementStyle style) {
  auto const period = rules::period_of(form.period, form.day);
  store::CardRow row;
  row.id = form.id.value_or(GoalCardId::make());
  row.number = numbering::next(ctx, "G");
  row.person_id = people.person.id;
  row.supervisor_id = people.supervisor;
  row.department_id = people.person.department_id;
  row.position = form.position;
  if (!row.position) row.position = ctx.db.one<std::string>(sql::position_of, {{"org", ctx.actor.organization}, {"employee", people.person.id}});
  row.period = form.period;
  row.period_from = period.from;
  row.period_to = period.to;
  row.customers = form.customers;
  row.style = style;
  row.reason = form.reason;
  row.limits = form.limits;
  row.rhythm = form.rhythm.value_or(rules::default_rhythm(form.period));
  row.created_by_name = ctx.actor.name;
  row.created_at = ctx.now;
  row.person_name = people.person.name;
  return row;
}

/// With what the rows that goals follow say.
Result<NewCardForm> filled(Context const& ctx, NewCardForm form) {
  auto const period = rules::period_of(form.period, form.day);
  for (std::size_t i = 0; i < std::min(form.items.size(), rules::most_items); ++i)
    form.items[i] = TRY(following::filled(ctx, std::move(form.items[i]), period, nullptr, "items." + std::to_string(i) + "."));
  return form;
}

}  // namespace

Result<GoalCardView> create_card(Context& ctx, NewCardForm const& asked) {
  if (!asked.day.valid()) return Refusal::invalid_field("day", "field.required");
  auto const form = TRY(filled(ctx, asked));
  if (auto errors = rules::wrong_fields(form); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  if (form.id && store::any_card(ctx, *form.id)) return show_card(ctx, *form.id);
  auto const people = TRY(people_of(ctx, form));
  auto const style = TRY(style_for(ctx, form, people));
  for (std::size_t i = 0; i < form.items.size(); ++i)
    TRY(items::check_references(ctx, people.person.id, {}, form.items[i], "items." + std::to_string(i) + "."));
  auto const row = row_of(ctx, form, people, style);
  store::insert(ctx, row);
  for (std::size_t i = 0; i < form.items.size(); ++i) items::insert(ctx, row, form.items[i], static_cast<std::int64_t>(i) + 1);
  store::tell(ctx, row, "goal_card.created",
              {{"goal_person", "", people.person.name},
               {"goal_period", "", row.period_from.text() + "—" + row.period_to.text()},
               {"goal_style", "", std::string(enum_text(row.style))}});
  return views::card(ctx, store::any_card(ctx, row.id).value());
}

Result<GoalCardView> show_card(ReadContext const& ctx, GoalCardId id) { return views::card(ctx, TRY(store::find_card(ctx, id))); }

namespace {

std::string name_of(ReadContext const& ctx, std::optional<EmployeeId> id) {
  if (!id) return {};
  auto found = org::find_employee(ctx, *id);
  return found ? found->name : std::string{};
}

/// The supervisor sees the goals' commitments as a participant.
void move_participation(Context const& ctx, store::CardRow const& card, std::optional<EmployeeId> before) {
  if (card.state < CardState::committed) return;
  for (auto const& item : store::items_of(ctx, card.id)) {
    if (before) followup::remove_participant(ctx, store::commitment_id(item.id), *before);
    if (card.supervisor_id) followup::add_participant(ctx, store::commitment_id(item.id), *card.supervisor_id);
  }
}

Result<void> move_supervisor(Context const& ctx, store::CardRow& card, EmployeeId to, std::vector<timeline::Change>& changes) {
  if (card.supervisor_id == to) return {};
  TRY(store::need(ctx, card, CardAct::change_supervisor));
  TRY(org::active_employee(ctx, to, "supervisor_id"));
  if (to == card.person_id) return Refusal::invalid_field("supervisor_id", "goal.supervisor_self");
  changes.push_back({"goal_supervisor", name_of(ctx, card.supervisor_id), name_of(ctx, to)});
  auto const before = std::exchange(card.supervisor_id, to);
  // What the one before signed binds nobody who did not, while it is still being agreed.
  if (card.state == CardState::proposed) store::take_back_supervisor_signature(card);
  ctx.db.execute(sql::ask_another_supervisor, {{"org", ctx.actor.organization}, {"card", card.id}, {"to", to}, {"name", name_of(ctx, to)}});
  move_participation(ctx, card, before);
  return {};
}

void change_text(std::string field, std::optional<std::string>& text, Patch<std::string> const& patch, std::vector<timeline::Change>& changes) {
  if (patch.is_absent()) return;
  auto const before = text.value_or("");
  patch.apply_to(text);
  if (before != text.value_or("")) changes.push_back({std::move(field), before, text.value_or("")});
}

}  // namespace

Result<GoalCardView> change_card(Context& ctx, GoalCardId id, std::int64_t version, CardPatch const& patch) {
  auto card = TRY(store::find_card(ctx, id));
  TRY(store::check_version(card, version));
  if (auto errors = rules::wrong_fields(patch); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  std::vector<timeline::Change> changes;
  bool const writes = !patch.position.is_absent() || !patch.customers.is_absent() || !patch.reason.is_absent() || patch.rhythm;
  if (writes) TRY(store::need(ctx, card, CardAct::write));
  if (patch.style || !patch.limits.is_absent()) TRY(store::need(ctx, card, CardAct::set_style));
  if (patch.style && *patch.style != card.style) {
    changes.push_back({"goal_style", std::string(enum_text(card.style)), std::string(enum_text(*patch.style))});
    card.style = *patch.style;
  }
  change_text("goal_position", card.position, patch.position, changes);
  change_text("goal_customers", card.customers, patch.customers, changes);
  change_text("goal_reason", card.reason, patch.reason, changes);
  change_text("goal_limits", card.limits, patch.limits, changes);
  if (patch.rhythm && *patch.rhythm != card.rhythm) {
    changes.push_back({"goal_rhythm", std::string(enum_text(card.rhythm)), std::string(enum_text(*patch.rhythm))});
    card.rhythm = *patch.rhythm;
  }
  if (patch.supervisor_id) TRY(move_supervisor(ctx, card, *patch.supervisor_id, changes));
  if (changes.empty()) return views::card(ctx, card);
  store::update(ctx, card);
  store::tell(ctx, card, "goal_card.changed", std::move(changes));
  return views::card(ctx, store::any_card(ctx, id).value());
}

Result<void> delete_card(Context& ctx, GoalCardId id, std::int64_t version) {
  auto const card = TRY(store::find_card(ctx, id));
  TRY(store::check_version(card, version));
  if (card.state != CardState::draft) return Refusal::conflict("goal.only_drafts");
  TRY(store::need(ctx, card, CardAct::write));
  for (auto const* statement : {&sql::delete_support_of_card, &sql::delete_actions_of_card, &sql::delete_motivation_of_card, &sql::delete_items_of_card})
    ctx.db.enqueue(*statement, {{"org", ctx.actor.organization}, {"card", id}});
  ctx.db.enqueue(sql::delete_card, {{"org", ctx.actor.organization}, {"id", id}});
  store::tell(ctx, card, "goal_card.deleted", {{"goal_person", card.person_name, ""}});
  return {};
}

}  // namespace zx::goal
