// Evaluating a card: oneself first, then the supervisor, then the talk.

#include "modules/goal/evaluating.hpp"

#include <algorithm>
#include <set>

#include "modules/goal/card_numbers.hpp"
#include "modules/goal/card_settings.hpp"
#include "modules/goal/card_views.hpp"
#include "modules/goal/course.hpp"
#include "modules/goal/goal_rollup.hpp"
#include "modules/goal/style_rules.hpp"
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
    else if (auto wrong = rollup::wrong_actual(*std::ranges::find(items, forms[i].item_id, &store::ItemRow::id), forms[i].actual, path + "actual"))
      errors.push_back(std::move(*wrong));
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
  for (auto& item : items) {
    item.actual_at = ctx.now;
    store::update(ctx, item);
    rollup::go_up(ctx, item);
  }
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
      item.actual_at = ctx.now;
    }
    item.supervisor_note = said ? said->note : std::nullopt;
    all.push_back(weighed(item));
  }
  auto const calculation =
      rules::calculate(all, {form.difficulty, form.difficulty_reason, form.effort, form.effort_reason}, settings.completion_cap, settings.grades);
  for (auto const& item : items) {
    store::update(ctx, item);
    rollup::go_up(ctx, item);
  }
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

Result<GoalCardView> answer_evaluation(Context& ctx, GoalCardId id, EvaluationAnswerForm const& form) {
  auto card = TRY(store::find_card(ctx, id));
  TRY(store::need(ctx, card, CardAct::answer_evaluation));
  if (!rules::may_answer(card.answer, card.reply.has_value())) return Refusal::conflict("goal.answered_already");
  auto const note = form.note.value_or("");
  bool const is_question = form.answer == EvaluationAnswer::questioned;
  if (is_question && is_blank(note)) return Refusal::invalid_field("note", "goal.question_needed");
  if (text::length(note) > longest_text) return Refusal::invalid_field("note", "field.too_long", {{"most", std::to_string(longest_text)}});
  card.answer = form.answer;
  card.answer_note = is_blank(note) ? std::nullopt : std::optional(note);
  card.answered_at = ctx.now;
  card.reply.reset();
  card.replied_by_name.reset();
  card.replied_at.reset();
  store::update(ctx, card);
  store::tell(ctx, card, is_question ? "goal_card.evaluation_questioned" : "goal_card.evaluation_agreed", {}, note);
  store::notify(ctx, card, is_question ? "evaluation_questioned" : "evaluation_agreed", card.supervisor_id, note);
  return views::card(ctx, card);
}

Result<GoalCardView> reply_to_question(Context& ctx, GoalCardId id, std::string_view reply) {
  auto card = TRY(store::find_card(ctx, id));
  TRY(store::need(ctx, card, CardAct::reply));
  if (!rules::is_question_open(card.answer, card.reply.has_value())) return Refusal::conflict("goal.no_question");
  if (is_blank(reply)) return Refusal::invalid_field("reply", "goal.reply_needed");
  if (text::length(reply) > longest_text) return Refusal::invalid_field("reply", "field.too_long", {{"most", std::to_string(longest_text)}});
  card.reply = reply;
  card.replied_by_name = ctx.actor.name;
  card.replied_at = ctx.now;
  store::update(ctx, card);
  store::tell(ctx, card, "goal_card.evaluation_replied", {}, reply);
  store::notify(ctx, card, "evaluation_replied", card.person_id, reply);
  return views::card(ctx, card);
}

Result<GoalCardView> close_card(Context& ctx, GoalCardId id, std::string_view talk) {
  auto card = TRY(store::find_card(ctx, id));
  TRY(store::need(ctx, card, CardAct::close));
  if (rules::is_question_open(card.answer, card.reply.has_value())) return Refusal::conflict("goal.question_open");
  if (is_blank(talk)) return Refusal::invalid_field("talk", "goal.talk_needed");
  if (text::length(talk) > longest_text) return Refusal::invalid_field("talk", "field.too_long", {{"most", std::to_string(longest_text)}});
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
