// Evaluating a card: oneself first, then the supervisor, then the talk.

#include "modules/goal/evaluating.hpp"

#include <algorithm>
#include <set>

#include "modules/goal/card_numbers.hpp"
#include "modules/goal/card_settings.hpp"
#include "modules/goal/card_views.hpp"
#include "modules/goal/course.hpp"
#include "platform/base/json.hpp"
#include "platform/base/text.hpp"

namespace zx::goal {
namespace {

constexpr std::size_t longest_text = 4000;

bool is_blank(std::string_view text) { return text::trim(text).empty(); }

void check_text(std::vector<FieldError>& errors, std::string field, std::string const& text) {
  if (is_blank(text)) errors.push_back({std::move(field), "field.required", {}});
  else if (text::length(text) > longest_text) errors.push_back({std::move(field), "field.too_long", {{"most", std::to_string(longest_text)}}});
}

/// Each of the card, none twice.
void check_items(std::vector<FieldError>& errors, std::vector<ItemEvaluationForm> const& forms, std::vector<store::ItemRow> const& items) {
  std::set<GoalItemId> seen;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    auto const path = "items." + std::to_string(i) + ".";
    if (std::ranges::find(items, forms[i].item_id, &store::ItemRow::id) == items.end()) errors.push_back({path + "item_id", "goal.item_not_on_card", {}});
    else if (!seen.insert(forms[i].item_id).second) errors.push_back({path + "item_id", "goal.twice", {}});
    if (rules::is_too_large(forms[i].actual)) errors.push_back(rules::too_large(path + "actual"));
    if (forms[i].note && text::length(*forms[i].note) > longest_text)
      errors.push_back({path + "note", "field.too_long", {{"most", std::to_string(longest_text)}}});
  }
}

ItemEvaluationForm const* about(std::vector<ItemEvaluationForm> const& forms, GoalItemId id) {
  auto found = std::ranges::find(forms, id, &ItemEvaluationForm::item_id);
  return found == forms.end() ? nullptr : &*found;
}

/// A goal without any number cannot be evaluated.
Refusal actual_missing(std::vector<std::string> const& numbers) {
  std::string list;
  for (auto const& each : numbers) list += (list.empty() ? "" : "、") + each;
  return Refusal::conflict("goal.actual_missing", {{"items", list}});
}

std::vector<FieldError> wrong_fields(EvaluationForm const& form, GoalSettingsView const& settings, std::vector<store::ItemRow> const& items) {
  std::vector<FieldError> errors;
  check_text(errors, "summary", form.summary);
  check_text(errors, "difficulty_reason", form.difficulty_reason);
  check_text(errors, "effort_reason", form.effort_reason);
  auto check_factor = [&](char const* field, Decimal factor) {
    if (factor < settings.factor_least || factor > settings.factor_most)
      errors.push_back({field, "goal.factor_bounds", {{"least", settings.factor_least.text()}, {"most", settings.factor_most.text()}}});
  };
  check_factor("difficulty", form.difficulty);
  check_factor("effort", form.effort);
  check_items(errors, form.items, items);
  return errors;
}

rules::Weighed weighed(store::ItemRow const& item) {
  return {.item_id = item.id,
          .what = item.what,
          .unit = item.unit,
          .better = item.better,
          .weight = item.weight,
          .target = item.target,
          .original_target = item.original_target,
          .actual = item.actual.value()};
}

}  // namespace

Result<GoalCardView> evaluate_oneself(Context& ctx, GoalCardId id, SelfEvaluationForm const& form) {
  auto card = TRY(store::find_card(ctx, id));
  TRY(store::need(ctx, card, CardAct::self_evaluate));
  auto items = store::items_of(ctx, id);
  std::vector<FieldError> errors;
  check_text(errors, "summary", form.summary);
  check_items(errors, form.items, items);
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  std::vector<std::string> missing;
  for (auto& item : items) {
    auto const* said = about(form.items, item.id);
    item.self_actual = said && said->actual ? said->actual : item.actual;
    item.self_note = said ? said->note : std::nullopt;
    item.actual = item.self_actual;
    if (!item.actual) missing.push_back(store::item_number(card.number, item.position));
  }
  if (!missing.empty()) return actual_missing(missing);
  for (auto const& item : items) store::update(ctx, item);
  card.state = CardState::self_evaluated;
  card.self_summary = form.summary;
  card.self_evaluated_at = ctx.now;
  store::update(ctx, card);
  course::set_stage(ctx, card);
  store::tell(ctx, card, "goal_card.self_evaluated", {{"goal_state", "active", "self_evaluated"}}, form.summary);
  store::notify(ctx, card, "self_evaluated", card.supervisor_id, form.summary);
  return views::card(ctx, card);
}

Result<GoalCardView> evaluate_card(Context& ctx, GoalCardId id, EvaluationForm const& form) {
  auto card = TRY(store::find_card(ctx, id));
  TRY(store::need(ctx, card, CardAct::evaluate));
  auto items = store::items_of(ctx, id);
  auto const settings = goal_settings(ctx);
  if (auto errors = wrong_fields(form, settings, items); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  std::vector<timeline::Change> changes{{"goal_state", "self_evaluated", "evaluated"}};
  std::vector<rules::Weighed> all;
  for (auto& item : items) {
    auto const* said = about(form.items, item.id);
    if (said && said->actual && said->actual != item.actual) {
      changes.push_back({"goal_actual", item.what + "：" + store::text_of(item.actual), item.what + "：" + said->actual->text()});
      item.actual = said->actual;
    }
    item.supervisor_note = said ? said->note : std::nullopt;
    all.push_back(weighed(item));
  }
  auto const calculation =
      rules::calculate(all, {form.difficulty, form.difficulty_reason, form.effort, form.effort_reason}, settings.completion_cap, settings.grades);
  for (auto const& item : items) store::update(ctx, item);
  card.state = CardState::evaluated;
  card.supervisor_summary = form.summary;
  card.difficulty = form.difficulty;
  card.difficulty_reason = form.difficulty_reason;
  card.effort = form.effort;
  card.effort_reason = form.effort_reason;
  card.calculation = to_json(calculation);
  card.score = calculation.score;
  card.grade = calculation.grade;
  card.evaluated_by_name = ctx.actor.name;
  card.evaluated_at = ctx.now;
  store::update(ctx, card);
  course::set_stage(ctx, card);
  changes.push_back({"goal_difficulty", "", form.difficulty.text() + "%"});
  changes.push_back({"goal_effort", "", form.effort.text() + "%"});
  changes.push_back({"goal_score", "", calculation.score.text()});
  changes.push_back({"goal_grade", "", calculation.grade});
  store::tell(ctx, card, "goal_card.evaluated", std::move(changes), form.summary);
  store::notify(ctx, card, "evaluated", card.person_id, calculation.shown + " " + calculation.grade);
  return views::card(ctx, card);
}

Result<GoalCardView> close_card(Context& ctx, GoalCardId id, std::string_view talk) {
  auto card = TRY(store::find_card(ctx, id));
  TRY(store::need(ctx, card, CardAct::close));
  if (is_blank(talk)) return Refusal::invalid_field("talk", "goal.talk_needed");
  card.state = CardState::closed;
  card.talk = talk;
  card.closed_at = ctx.now;
  store::update(ctx, card);
  course::end(ctx, card);
  store::tell(ctx, card, "goal_card.closed", {{"goal_state", "evaluated", "closed"}}, talk);
  store::notify(ctx, card, "closed", card.person_id, talk);
  return views::card(ctx, card);
}

}  // namespace zx::goal
