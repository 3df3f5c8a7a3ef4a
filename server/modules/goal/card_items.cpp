#include "modules/goal/card_items.hpp"

#include <algorithm>

#include "modules/goal/card_views.hpp"
#include "modules/goal/following.hpp"
#include "modules/goal/sql.hpp"
#include "platform/base/json.hpp"
#include "platform/base/text.hpp"

namespace zx::goal {
namespace {

template <class Range, class T, class Projection = std::identity>
bool contains(Range const& range, T const& value, Projection projection = {}) {
  return std::ranges::find(range, value, projection) != std::ranges::end(range);
}

}  // namespace

namespace items {
namespace {

struct AskedRow {
  Uuid id;
  GoalItemId item_id;
  DepartmentId department_id;
  std::string department_name;
};
BOOST_DESCRIBE_STRUCT(AskedRow, (), (id, item_id, department_id, department_name))

std::vector<AskedRow> asked_of(Context const& ctx, store::ItemRow const& item) {
  db::Composed statement(sql::supports);
  statement += sql::supports_of_card;
  auto all = ctx.db.all<AskedRow>(statement, {{"org", ctx.actor.organization}, {"card", item.card_id}});
  std::erase_if(all, [&](AskedRow const& each) { return each.item_id != item.id; });
  return all;
}

/// The names of the departments asked.
std::string supports_text(Context const& ctx, store::ItemRow const& item) {
  std::string names;
  for (auto const& each : asked_of(ctx, item)) names += (names.empty() ? "" : "、") + each.department_name;
  return names;
}

/// As far as a department that is asked sees the goal.
bool asks_for_the_same(store::ItemRow const& before, store::ItemRow const& after) {
  return before.what == after.what && before.quantity == after.quantity && before.how == after.how;
}

bool is_above(ReadContext const& ctx, GoalItemId below, GoalItemId above) {
  return ctx.db.one<GoalItemId>(sql::item_is_above, {{"org", ctx.actor.organization}, {"id", below}, {"above", above}}).has_value();
}

Result<void> check_parent(Context const& ctx, EmployeeId person, std::optional<GoalItemId> self, GoalItemId parent, std::string const& path) {
  auto const above = store::linked(ctx, parent);
  if (!above || !may_link(ctx, person, *above)) return Refusal::invalid_field(path + "parent_item_id", "goal.parent_unknown");
  if (self && (*self == parent || is_above(ctx, parent, *self))) return Refusal::invalid_field(path + "parent_item_id", "goal.parent_circle");
  return {};
}

}  // namespace

bool may_link(ReadContext const& ctx, EmployeeId person, store::LinkedRow const& above) {
  if (store::find_card(ctx, above.card_id)) return true;
  return contains(org::chart_of(ctx)->reporting_line(person, store::today(ctx)), above.person_id);
}

Result<void> check_references(Context const& ctx, EmployeeId person, std::optional<GoalItemId> self, GoalItemForm const& form, std::string const& path) {
  for (std::size_t i = 0; i < form.support_department_ids.size(); ++i)
    TRY(org::check_department(ctx, form.support_department_ids[i], path + "support_department_ids." + std::to_string(i)));
  if (form.parent_item_id) TRY(check_parent(ctx, person, self, *form.parent_item_id, path));
  return {};
}

store::ItemRow row_of(GoalItemForm const& form, store::ItemRow row) {
  row.what = text::trim(form.what);
  row.purpose = form.purpose;
  row.quantity = form.quantity;
  row.quality = form.quality;
  row.time_standard = form.time_standard;
  row.cost = form.cost;
  row.how = form.how;
  row.due_on = form.due_on;
  auto milestones = form.milestones;
  std::ranges::stable_sort(milestones, {}, &Milestone::on);
  row.milestones = to_json(milestones);
  row.measure = form.measure;
  row.unit = form.unit;
  row.better = form.better.value_or(BetterWhen::higher);
  row.accrual = form.accrual.value_or(Accrual::accumulating);
  row.base_value = form.base;
  row.commit_value = form.commit;
  row.target = form.target;
  row.stretch_value = form.stretch;
  row.weight = form.weight.value_or(Decimal{});
  row.parent_item_id = form.parent_item_id;
  row.rollup = form.rollup.value_or(Rollup::by_hand);
  row.target_sheet_id = form.target_sheet_id;
  row.target_row = form.target_row;
  row.risks = form.risks;
  return row;
}

void insert(Context const& ctx, store::CardRow const& card, GoalItemForm const& form, std::int64_t position) {
  store::ItemRow fresh;
  fresh.id = form.id.value_or(GoalItemId::make());
  fresh.card_id = card.id;
  fresh.position = position;
  fresh.created_at = ctx.now;
  auto const row = row_of(form, std::move(fresh));
  store::insert(ctx, row);
  keep_supports(ctx, row, form.support_department_ids);
}

void keep_supports(Context const& ctx, store::ItemRow const& item, std::vector<DepartmentId> const& departments) {
  auto const asked = asked_of(ctx, item);
  for (auto const& each : asked) {
    if (!contains(departments, each.department_id)) ctx.db.enqueue(sql::delete_support, {{"org", ctx.actor.organization}, {"id", each.id}});
  }
  for (auto department : departments) {
    if (contains(asked, department, &AskedRow::department_id)) continue;
    ctx.db.enqueue(sql::insert_support, {{"org", ctx.actor.organization},
                                         {"id", Uuid::v7()},
                                         {"card_id", item.card_id},
                                         {"item_id", item.id},
                                         {"department_id", department},
                                         {"state", SupportState::asked},
                                         {"reason", db::Value(std::optional<std::string>{})},
                                         {"asked_at", ctx.now},
                                         {"answered_by_name", db::Value(std::optional<std::string>{})},
                                         {"answered_at", db::Value(std::optional<Instant>{})}});
  }
}

}  // namespace items

namespace {

std::vector<FieldError> wrong_item(store::CardRow const& card, GoalItemForm const& form) {
  return rules::wrong_fields(form, {card.period_from, card.period_to}, "");
}

std::string milestones_text(store::ItemRow const& item) {
  auto const milestones = from_json<std::vector<Milestone>>(item.milestones).value();
  std::string text;
  for (auto const& each : milestones) text += (text.empty() ? "" : "、") + each.on.text() + " " + each.text;
  return text;
}

/// The number tells two goals of the same words apart.
std::string parent_text(ReadContext const& ctx, store::ItemRow const& item) {
  if (!item.parent_item_id) return {};
  auto const parent = store::linked(ctx, *item.parent_item_id);
  return parent ? store::item_number(parent->card_number, parent->position) + " " + parent->what : std::string{};
}

std::string row_followed(ReadContext const& ctx, store::ItemRow const& item) {
  auto const row = following::view_of(ctx, item);
  return row ? row->title + " · " + row->label : std::string{};
}

std::vector<timeline::Change> changes_between(ReadContext const& ctx, store::ItemRow const& before, store::ItemRow const& after) {
  std::vector<timeline::Change> changes;
  auto note = [&](std::string field, std::string from, std::string to) {
    if (from != to) changes.push_back({std::move(field), std::move(from), std::move(to)});
  };
  auto words = [&](std::string field, std::optional<std::string> const& from, std::optional<std::string> const& to) {
    note(std::move(field), from.value_or(""), to.value_or(""));
  };
  auto number = [&](std::string field, std::optional<Decimal> const& from, std::optional<Decimal> const& to) {
    note(std::move(field), store::text_of(from), store::text_of(to));
  };
  note("goal_what", before.what, after.what);
  words("goal_purpose", before.purpose, after.purpose);
  number("goal_base", before.base_value, after.base_value);
  number("goal_commit", before.commit_value, after.commit_value);
  number("goal_target", before.target, after.target);
  number("goal_stretch", before.stretch_value, after.stretch_value);
  words("goal_unit", before.unit, after.unit);
  note("goal_better", std::string(enum_text(before.better)), std::string(enum_text(after.better)));
  note("goal_accrual", std::string(enum_text(before.accrual)), std::string(enum_text(after.accrual)));
  note("goal_weight", before.weight.text(), after.weight.text());
  words("goal_measure", before.measure, after.measure);
  words("goal_quantity", before.quantity, after.quantity);
  words("goal_quality", before.quality, after.quality);
  words("goal_time_standard", before.time_standard, after.time_standard);
  words("goal_cost", before.cost, after.cost);
  words("goal_how", before.how, after.how);
  note("goal_due_on", before.due_on ? before.due_on->text() : "", after.due_on ? after.due_on->text() : "");
  note("goal_milestones", milestones_text(before), milestones_text(after));
  if (before.parent_item_id != after.parent_item_id) note("goal_parent", parent_text(ctx, before), parent_text(ctx, after));
  note("goal_rollup", std::string(enum_text(before.rollup)), std::string(enum_text(after.rollup)));
  bool const follows_other = before.target_sheet_id != after.target_sheet_id || before.target_row != after.target_row;
  if (follows_other) note("goal_target_row", row_followed(ctx, before), row_followed(ctx, after));
  words("goal_risks", before.risks, after.risks);
  return changes;
}

}  // namespace

Result<GoalCardView> add_item(Context& ctx, GoalCardId id, std::optional<std::int64_t> version, GoalItemForm const& asked) {
  auto card = TRY(store::find_card(ctx, id));
  TRY(store::check_version(card, version));
  TRY(store::need(ctx, card, CardAct::write));
  if (asked.id && store::item_called(ctx, *asked.id)) return views::card(ctx, card);
  auto const before = store::items_of(ctx, id);
  if (before.size() >= rules::most_items) return Refusal::conflict("goal.too_many_items", {{"most", std::to_string(rules::most_items)}});
  auto const form = TRY(following::filled(ctx, asked, {card.period_from, card.period_to}, nullptr, ""));
  if (auto errors = wrong_item(card, form); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  TRY(items::check_references(ctx, card.person_id, {}, form, ""));
  items::insert(ctx, card, form, before.empty() ? 1 : before.back().position + 1);
  store::update(ctx, card);
  store::tell(ctx, card, "goal_card.item_added", {{"goal_what", "", form.what}, {"goal_target", "", store::text_of(form.target)}});
  return views::card(ctx, card);
}

Result<GoalCardView> replace_item(Context& ctx, GoalItemId id, std::int64_t version, GoalItemForm const& asked) {
  auto item = TRY(store::find_item(ctx, id));
  TRY(store::check_version(item.card, version));
  TRY(store::need(ctx, item.card, CardAct::write));
  auto const form = TRY(following::filled(ctx, asked, {item.card.period_from, item.card.period_to}, &item.row, ""));
  if (auto errors = wrong_item(item.card, form); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  TRY(items::check_references(ctx, item.card.person_id, id, form, ""));
  auto const after = items::row_of(form, item.row);
  auto changes = changes_between(ctx, item.row, after);
  auto const supports_before = items::supports_text(ctx, item.row);
  store::update(ctx, after);
  items::keep_supports(ctx, after, form.support_department_ids);
  // Who confirmed, or declined, did so to something else.
  if (!items::asks_for_the_same(item.row, after)) ctx.db.enqueue(sql::ask_support_again, {{"org", ctx.actor.organization}, {"item", id}, {"now", ctx.now}});
  if (auto const supports = items::supports_text(ctx, after); supports != supports_before) changes.push_back({"goal_supports", supports_before, supports});
  store::update(ctx, item.card);
  store::tell(ctx, item.card, "goal_card.item_changed", std::move(changes), after.what);
  return views::card(ctx, item.card);
}

Result<GoalCardView> delete_item(Context& ctx, GoalItemId id, std::int64_t version) {
  auto item = TRY(store::find_item(ctx, id));
  TRY(store::check_version(item.card, version));
  TRY(store::need(ctx, item.card, CardAct::write));
  for (auto const* statement : {&sql::delete_support_of_item, &sql::delete_action_of_item, &sql::delete_motivation_of_item})
    ctx.db.enqueue(*statement, {{"org", ctx.actor.organization}, {"item", id}});
  ctx.db.enqueue(sql::delete_item, {{"org", ctx.actor.organization}, {"id", id}});
  store::update(ctx, item.card);
  store::tell(ctx, item.card, "goal_card.item_removed", {{"goal_what", item.row.what, ""}});
  return views::card(ctx, item.card);
}

Result<std::vector<LinkedItemView>> linkable_items(ReadContext const& ctx, ParentQuery const& query) {
  auto const person = query.person_id.value_or(ctx.actor.employee);
  auto const day = query.on.value_or(store::today(ctx));
  std::vector<LinkedItemView> views;
  auto add = [&](std::vector<store::LinkedRow> const& rows) {
    for (auto const& row : rows) {
      bool const is_new = !contains(views, row.id, &LinkedItemView::id);
      if (is_new && row.person_id != person) views.push_back(views::linked(row));
    }
  };
  for (auto above : org::chart_of(ctx)->reporting_line(person, store::today(ctx))) {
    db::Composed statement(sql::linked_items);
    statement += sql::linked_of_person;
    statement += sql::linked_first;
    add(ctx.db.all<store::LinkedRow>(statement, {{"org", ctx.actor.organization}, {"person", above}, {"day", day}}));
  }
  db::Composed statement(sql::linked_items);
  statement += store::sees_cards(ctx.actor, permissions::read);
  statement += sql::linked_current;
  statement += sql::linked_first;
  add(ctx.db.all<store::LinkedRow>(statement, store::viewer(ctx.actor).and_("day", day)));
  return views;
}

}  // namespace zx::goal
