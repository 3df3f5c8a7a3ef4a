// Copies of a card, for the next period or for other people.

#include "modules/goal/card_items.hpp"
#include "modules/goal/card_sheet.hpp"
#include "modules/goal/following.hpp"
#include "modules/goal/sql.hpp"
#include "platform/base/json.hpp"

namespace zx::goal {
namespace {

constexpr std::size_t most_copies = 100;

/// Days move with the period, the last day of one to the last of the other.
Date moved(Date day, store::CardRow const& card, rules::PeriodSpan to) {
  if (day == card.period_to) return to.to;
  auto const there = to.from.plus_days(day.days() - card.period_from.days());
  return std::min(there, to.to);
}

struct SupportRow {
  GoalItemId item_id;
  DepartmentId department_id;
};
BOOST_DESCRIBE_STRUCT(SupportRow, (), (item_id, department_id))

std::vector<SupportRow> supports_of(ReadContext const& ctx, GoalCardId id) {
  db::Composed statement(sql::supports);
  statement += sql::supports_of_card;
  return ctx.db.all<SupportRow>(statement, {{"org", ctx.actor.organization}, {"card", id}});
}

/// Departments that were closed since are not asked.
GoalItemForm form_of(ReadContext const& ctx, store::CardRow const& card, store::ItemRow const& item, std::vector<SupportRow> const& supports, EmployeeId person,
                     rules::PeriodSpan to) {
  GoalItemForm form;
  form.what = item.what;
  form.purpose = item.purpose;
  form.quantity = item.quantity;
  form.quality = item.quality;
  form.time_standard = item.time_standard;
  form.cost = item.cost;
  form.how = item.how;
  if (item.due_on) form.due_on = moved(*item.due_on, card, to);
  auto const milestones = from_json<std::vector<Milestone>>(item.milestones).value();
  for (auto each : milestones) {
    each.on = moved(each.on, card, to);
    form.milestones.push_back(std::move(each));
  }
  form.measure = item.measure;
  form.unit = item.unit;
  form.better = item.better;
  form.accrual = item.accrual;
  form.base = item.base_value;
  form.commit = item.commit_value;
  form.target = item.target;
  form.stretch = item.stretch_value;
  // A revised target was pushed out of order only for its own period.
  if (!rules::in_order(item.better, {form.base, form.commit, form.target, form.stretch})) form.base = form.commit = form.stretch = std::nullopt;
  form.weight = item.weight;
  form.rollup = item.rollup;
  if (item.rollup == Rollup::sheet) {
    // Another person's row says nothing of this one.
    if (person == card.person_id && following::may_follow(ctx, item, to)) {
      form.target_sheet_id = item.target_sheet_id;
      form.target_row = item.target_row;
      form.unit.reset();  // as the row has it today
    } else {
      form.rollup = Rollup::by_hand;
    }
  }
  form.risks = item.risks;
  for (auto const& each : supports) {
    if (each.item_id == item.id && org::check_department(ctx, each.department_id, "")) form.support_department_ids.push_back(each.department_id);
  }
  if (item.parent_item_id) {
    auto const parent = store::linked(ctx, *item.parent_item_id);
    bool const same_time = parent && parent->period_from <= to.from && parent->period_to >= to.to;
    if (same_time && parent->person_id != person && items::may_link(ctx, person, *parent)) form.parent_item_id = parent->id;
  }
  return form;
}

}  // namespace

Result<CopiesView> copy_card(Context& ctx, GoalCardId id, CopyForm const& form) {
  auto const card = TRY(store::find_card(ReadContext(ctx), id));
  if (form.person_ids.size() > most_copies) return Refusal::invalid_field("person_ids", "field.too_many", {{"most", std::to_string(most_copies)}});
  auto people = form.person_ids;
  if (people.empty()) people.push_back(card.person_id);
  auto const period = form.period.value_or(card.period);
  auto const items = store::items_of(ctx, id);
  auto const supports = supports_of(ctx, id);
  CopiesView view;
  for (auto person : people) {
    auto const next = rules::period_after(card.period, card.period_from).from;
    auto const day = form.day.value_or(person == card.person_id ? next : card.period_from);
    auto const span = rules::period_of(period, day);
    NewCardForm fresh{.person_id = person, .period = period, .day = day, .customers = card.customers, .reason = card.reason};
    if (person != ctx.actor.employee) fresh.style = card.style;
    if (person == card.person_id) fresh.position = card.position;
    fresh.limits = card.limits;
    fresh.rhythm = card.rhythm;
    for (auto const& item : items) fresh.items.push_back(form_of(ctx, card, item, supports, person, span));
    auto const made = TRY(create_card(ctx, fresh));
    ctx.db.enqueue(sql::copied_from, {{"org", ctx.actor.organization}, {"id", made.id}, {"from", id}});
    view.cards.push_back({.id = made.id,
                          .number = made.number,
                          .person = made.person,
                          .supervisor = made.supervisor,
                          .department_name = made.department_name,
                          .position = made.position,
                          .period = made.period,
                          .period_from = made.period_from,
                          .period_to = made.period_to,
                          .style = made.style,
                          .state = made.state,
                          .items = static_cast<std::int64_t>(made.items.size()),
                          .weight_sum = made.weight_sum,
                          .version = made.version});
  }
  return view;
}

}  // namespace zx::goal
