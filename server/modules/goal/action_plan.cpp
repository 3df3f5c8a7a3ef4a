// Action plans and the work items they become.

#include "modules/goal/action_plan.hpp"

#include "modules/goal/action_rows.hpp"
#include "modules/goal/card_store.hpp"
#include "modules/goal/goal_reactions.hpp"
#include "modules/goal/sql.hpp"
#include "platform/base/json.hpp"
#include "platform/base/text.hpp"
#include "platform/calendar/working_calendar.hpp"

namespace zx::goal {
namespace store {

std::vector<ActionRow> actions_of(ReadContext const& ctx, GoalCardId id) {
  db::Composed statement(sql::actions);
  statement += sql::actions_of_card;
  return ctx.db.all<ActionRow>(statement, {{"org", ctx.actor.organization}, {"card", id}});
}

std::optional<ActionRow> find_action(ReadContext const& ctx, ActionId id) {
  db::Composed statement(sql::actions);
  statement += sql::action_called;
  return ctx.db.one<ActionRow>(statement, {{"org", ctx.actor.organization}, {"id", id}});
}

namespace {

/// What the work item reported back, unless it was reopened since.
bool is_settled(ActionRow const& row) { return row.outcome && (!row.work_item_state || *row.work_item_state == *row.outcome); }

}  // namespace

ActionView view_of(ActionRow const& row) {
  return {.id = row.id,
          .item_id = row.item_id,
          .what = row.what,
          .obstacle = row.obstacle,
          .customers = row.customers,
          .from_on = row.from_on,
          .to_on = row.to_on,
          .time_use = row.time_use,
          .support = from_json<std::vector<SupportKind>>(row.support).value(),
          .support_note = row.support_note,
          .preparation = row.preparation,
          .budget = row.budget_fen,
          .benefit = row.benefit,
          .work_item_id = row.work_item_id,
          .work_item_number = row.work_item_number,
          .work_item_state = row.work_item_state,
          .work_item_progress = row.work_item_progress,
          .outcome = is_settled(row) ? row.outcome : std::nullopt,
          .outcome_at = is_settled(row) ? row.outcome_at : std::nullopt};
}

}  // namespace store

namespace {

constexpr std::size_t longest_text = 2000;

std::vector<FieldError> wrong_fields(ActionForm const& form) {
  std::vector<FieldError> errors;
  auto limit = [&](char const* field, std::optional<std::string> const& text, std::size_t most = longest_text) {
    if (text && text::length(*text) > most) errors.push_back({field, "field.too_long", {{"most", std::to_string(most)}}});
  };
  if (text::trim(form.what).empty()) errors.push_back({"what", "field.required", {}});
  limit("what", form.what, 200);
  limit("obstacle", form.obstacle);
  limit("customers", form.customers);
  limit("time_use", form.time_use);
  limit("support_note", form.support_note);
  limit("preparation", form.preparation);
  limit("benefit", form.benefit);
  if (form.from_on && form.to_on && *form.to_on < *form.from_on) errors.push_back({"to_on", "goal.action_dates", {}});
  if (form.budget && form.budget->fen < 0) errors.push_back({"budget", "goal.budget_negative", {}});
  return errors;
}

store::ActionRow row_of(ActionForm const& form, store::ActionRow row) {
  row.what = text::trim(form.what);
  row.obstacle = form.obstacle;
  row.customers = form.customers;
  row.from_on = form.from_on;
  row.to_on = form.to_on;
  row.time_use = form.time_use;
  row.support = to_json(form.support);
  row.support_note = form.support_note;
  row.preparation = form.preparation;
  row.budget_fen = form.budget;
  row.benefit = form.benefit;
  return row;
}

struct Line {
  store::ActionRow row;
  store::Item goal;
};

Result<Line> find_line(Context const& ctx, ActionId id) {
  auto row = store::find_action(ctx, id);
  if (!row) return Refusal::not_found("goal.action_not_found");
  auto goal = store::find_item(ctx, row->item_id);
  if (!goal) return Refusal::not_found("goal.action_not_found");
  // Locked only now.
  row = store::find_action(ctx, id);
  if (!row) return Refusal::not_found("goal.action_not_found");
  return Line{std::move(*row), std::move(*goal)};
}

void update(Context const& ctx, store::ActionRow const& row) {
  ctx.db.enqueue(sql::update_action, db::Parameters::of(row).and_("org", ctx.actor.organization));
}

work::NewWorkItemForm item_form(Context const& ctx, Line const& line, ActionItemForm const& form) {
  auto const& [row, goal] = line;
  work::NewWorkItemForm item;
  item.kind = form.kind;
  item.title = row.what;
  std::string description;
  for (auto const* part : {&row.obstacle, &row.customers, &row.preparation, &row.support_note}) {
    if (*part && !text::trim(**part).empty()) description += (description.empty() ? "" : "\n") + **part;
  }
  if (!description.empty()) item.description = description;
  item.handler_id = form.handler_id;
  item.due_at = form.due_at;
  auto const zone = ctx.services.calendar_of(ctx.actor.organization)->zone();
  auto const last = row.to_on.value_or(goal.card.period_to);
  if (!item.due_at && calendar::at(last, TimeOfDay{18 * 60}, zone) > ctx.now) item.due_at = calendar::at(last, TimeOfDay{18 * 60}, zone);
  work::BriefForm brief;
  brief.why = goal.card.number + " " + goal.row.what;
  brief.how = row.time_use;
  if (row.benefit && !text::trim(*row.benefit).empty()) brief.standard = {*row.benefit};
  item.brief = std::move(brief);
  return item;
}

}  // namespace

Result<ActionView> add_action(Context& ctx, GoalItemId id, ActionForm const& form) {
  auto goal = TRY(store::find_item(ctx, id));
  TRY(store::need(ctx, goal.card, CardAct::plan));
  if (auto errors = wrong_fields(form); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  store::ActionRow row;
  row.id = ActionId::make();
  row.card_id = goal.card.id;
  row.item_id = id;
  for (auto const& each : store::actions_of(ctx, goal.card.id)) {
    if (each.item_id == id) row.position = each.position + 1;
  }
  row = row_of(form, std::move(row));
  ctx.db.enqueue(sql::insert_action, db::Parameters::of(row).and_("org", ctx.actor.organization));
  store::update(ctx, goal.card);
  store::tell(ctx, goal.card, "goal_card.action_added", {{"goal_what", "", goal.row.what}, {"goal_action", "", row.what}});
  return store::view_of(row);
}

Result<ActionView> replace_action(Context& ctx, ActionId id, std::int64_t version, ActionForm const& form) {
  auto line = TRY(find_line(ctx, id));
  TRY(store::check_version(line.goal.card, version));
  TRY(store::need(ctx, line.goal.card, CardAct::plan));
  if (auto errors = wrong_fields(form); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  auto const after = row_of(form, line.row);
  update(ctx, after);
  store::update(ctx, line.goal.card);
  store::tell(ctx, line.goal.card, "goal_card.action_changed", {{"goal_action", line.row.what, after.what}});
  return store::view_of(after);
}

Result<void> delete_action(Context& ctx, ActionId id, std::int64_t version) {
  auto line = TRY(find_line(ctx, id));
  TRY(store::check_version(line.goal.card, version));
  TRY(store::need(ctx, line.goal.card, CardAct::plan));
  if (line.row.work_item_id) return Refusal::conflict("goal.action_is_work", {{"number", line.row.work_item_number.value_or("")}});
  ctx.db.enqueue(sql::delete_action, {{"org", ctx.actor.organization}, {"id", id}});
  store::update(ctx, line.goal.card);
  store::tell(ctx, line.goal.card, "goal_card.action_removed", {{"goal_action", line.row.what, ""}});
  return {};
}

Result<ActionView> make_work_item(Context& ctx, ActionId id, ActionItemForm const& form) {
  auto line = TRY(find_line(ctx, id));
  TRY(store::need(ctx, line.goal.card, CardAct::plan));
  if (line.row.work_item_id) return Refusal::conflict("goal.action_is_work", {{"number", line.row.work_item_number.value_or("")}});
  auto const item = TRY(work::create(ctx, item_form(ctx, line, form), work::Source::goal_action));
  line.row.work_item_id = item.id;
  line.row.work_item_number = item.number;
  line.row.work_item_state = item.state;
  line.row.work_item_progress = item.progress;
  update(ctx, line.row);
  store::update(ctx, line.goal.card);
  store::tell(ctx, line.goal.card, "goal_card.action_started", {{"goal_action", "", line.row.what}, {"goal_work_item", "", item.number}});
  return store::view_of(line.row);
}

namespace {

/// The action reports back to its goal. It looks at the present state: a reopened item is no longer done.
Result<void> report_back(Context& ctx, work::WorkItemClosed const& event) {
  db::Composed statement(sql::actions);
  statement += sql::action_of_work;
  auto row = ctx.db.one<store::ActionRow>(statement, {{"org", ctx.actor.organization}, {"work_item", event.work_item}});
  if (!row) return {};
  ctx.db.one<GoalCardId>(sql::lock_card, {{"org", ctx.actor.organization}, {"id", row->card_id}});
  auto card = store::any_card(ctx, row->card_id).value();
  bool const ended = row->work_item_state == work::State::done || row->work_item_state == work::State::cancelled;
  if (!ended) return {};
  row->outcome = row->work_item_state;
  row->outcome_at = ctx.now;
  update(ctx, *row);
  store::update(ctx, card);
  store::tell(ctx, card, *row->outcome == work::State::done ? "goal_card.action_done" : "goal_card.action_cancelled",
              {{"goal_action", "", row->what}, {"goal_work_item", "", row->work_item_number.value_or("")}});
  store::notify(ctx, card, "action_done", card.person_id, row->what);
  return {};
}

}  // namespace

std::vector<events::Reaction> card_reactions() { return {events::on<work::WorkItemClosed>("goal.action_reports_back", &report_back)}; }

}  // namespace zx::goal
