// Check-ins and their acknowledgement.

#include "modules/goal/check_ins.hpp"

#include <algorithm>

#include "modules/goal/card_numbers.hpp"
#include "modules/goal/card_rules.hpp"
#include "modules/goal/card_settings.hpp"
#include "modules/goal/card_store.hpp"
#include "modules/goal/course.hpp"
#include "modules/goal/exceptions.hpp"
#include "modules/goal/goal_rollup.hpp"
#include "modules/goal/sql.hpp"
#include "platform/base/text.hpp"

namespace zx::goal {
namespace {

constexpr std::size_t longest_text = 2000;

std::vector<FieldError> wrong_fields(CheckInForm const& form) {
  std::vector<FieldError> errors;
  auto limit = [&](char const* field, std::optional<std::string> const& text) {
    if (text && text::length(*text) > longest_text) errors.push_back({field, "field.too_long", {{"most", std::to_string(longest_text)}}});
  };
  if (text::trim(form.finding).empty()) errors.push_back({"finding", "followup.finding_required", {}});
  if (rules::is_too_large(form.actual)) errors.push_back(rules::too_large("actual"));
  limit("finding", form.finding);
  limit("obstacle", form.obstacle);
  limit("help", form.help);
  limit("catch_up", form.catch_up);
  return errors;
}

std::optional<CheckInView> check_in_called(ReadContext const& ctx, CheckInId id) {
  db::Composed statement(sql::check_ins);
  statement += sql::check_in_called;
  return ctx.db.one<CheckInView>(statement, {{"org", ctx.actor.organization}, {"id", id}});
}

bool is_blank(std::optional<std::string> const& text) { return !text || text::trim(*text).empty(); }

/// "How to do better", not "what went wrong".
Result<void> need_catch_up(ReadContext const& ctx, CheckInForm const& form, CheckInView const& view) {
  auto const tolerance = goal_settings(ctx).tolerance;
  bool const lags = form.confidence == Confidence::off_track || rules::is_behind(view.against_line, tolerance);
  if (!lags || !is_blank(form.catch_up)) return {};
  return Refusal::invalid_field("catch_up", "goal.catch_up_needed",
                                {{"actual", store::text_of(view.actual)},
                                 {"expected", view.expected ? view.expected->rounded(2, Rounding::half_up).text() : ""},
                                 {"percent", view.against_line ? view.against_line->rounded(0, Rounding::half_up).text() : ""}});
}

CheckInView view_of(Context const& ctx, store::Item const& item, CheckInForm const& form) {
  auto const& [row, card] = item;
  CheckInView view;
  view.id = form.id.value_or(CheckInId::make());
  view.item_id = row.id;
  view.number = ctx.db.sure<std::int64_t>(sql::check_ins_so_far, {{"org", ctx.actor.organization}, {"item", row.id}}) + 1;
  view.at = ctx.now;
  view.by_name = ctx.actor.name;
  view.actual = row.rollup == Rollup::by_hand ? form.actual : row.actual;
  view.finding = form.finding;
  view.confidence = form.confidence;
  view.obstacle = form.obstacle;
  view.help = is_blank(form.help) ? std::nullopt : form.help;
  view.catch_up = form.catch_up;
  view.target = row.target;
  view.expected = rules::expected_on(row.accrual, row.target, card.period_from, row.due_on.value_or(card.period_to), store::today(ctx));
  view.against_line = rules::against_line(row.better, view.expected, view.actual);
  if (view.actual) view.completion = rules::completion(row.better, row.target, *view.actual);
  auto const calendar = ctx.services.calendar_of(ctx.actor.organization);
  view.next_at = form.next_at.value_or(rules::next_check_in(card.rhythm, card.period_to, ctx.now, *calendar));
  return view;
}

followup::FollowUpForm follow_up_of(CheckInView const& view) {
  followup::FollowUpForm form;
  form.method = followup::Method::other;
  form.finding = view.finding;
  form.cause = view.obstacle;
  form.solution = view.catch_up;
  if (view.completion) form.progress = std::clamp<std::int64_t>(view.completion->whole(Rounding::down), 0, 100);
  form.next_follow_up_at = view.next_at;
  return form;
}

}  // namespace

Result<CheckInView> check_in(Context& ctx, GoalItemId id, CheckInForm const& form) {
  auto item = TRY(store::find_item(ctx, id));
  if (form.id) {
    if (auto done = check_in_called(ctx, *form.id)) return done->item_id == id ? Result<CheckInView>(*done) : Refusal::conflict("followup.id_taken");
  }
  TRY(store::need(ctx, item.card, CardAct::check_in));
  auto errors = wrong_fields(form);
  if (auto wrong = rollup::wrong_actual(item.row, form.actual, "actual")) errors.push_back(std::move(*wrong));
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  auto const view = view_of(ctx, item, form);
  TRY(need_catch_up(ctx, form, view));
  TRY(followup::record(ctx, store::commitment_id(id), follow_up_of(view)));
  ctx.db.enqueue(sql::insert_check_in, db::Parameters::of(view).and_("org", ctx.actor.organization).and_("card_id", item.card.id));
  if (view.actual) item.row.actual = view.actual, item.row.actual_at = ctx.now;
  // What was said before is no longer of the last look: it is held against today's line.
  else if (item.row.target) item.row.actual_at.reset();
  item.row.confidence = form.confidence;
  item.row.next_check_in_at = view.next_at;
  store::update(ctx, item.row);
  rollup::go_up(ctx, item.row);
  if (item.card.state == CardState::committed) course::begin(ctx, item.card);
  else store::update(ctx, item.card);
  store::tell(
      ctx, item.card, "goal_card.checked_in",
      {{"goal_what", "", item.row.what}, {"goal_actual", "", store::text_of(view.actual)}, {"goal_confidence", "", std::string(enum_text(form.confidence))}},
      form.finding);
  if (view.help || form.confidence != Confidence::on_track)
    store::notify(ctx, item.card, "check_in", item.card.supervisor_id, item.row.what + "：" + view.help.value_or(form.finding));
  return view;
}

Result<CheckInView> acknowledge(Context& ctx, CheckInId id, AcknowledgementForm const& form) {
  auto found = check_in_called(ctx, id);
  if (!found) return Refusal::not_found("goal.check_in_not_found");
  auto item = store::find_item(ctx, found->item_id);
  if (!item) return Refusal::not_found("goal.check_in_not_found");
  TRY(store::need(ctx, item->card, CardAct::acknowledge));
  if (form.answer && text::length(*form.answer) > longest_text)
    return Refusal::invalid_field("answer", "field.too_long", {{"most", std::to_string(longest_text)}});
  if (found->acknowledged_at) return Refusal::conflict("goal.acknowledged_already");
  if (found->help && is_blank(form.answer)) return Refusal::invalid_field("answer", "goal.answer_needed");
  found->acknowledged_at = ctx.now;
  found->acknowledged_by_name = ctx.actor.name;
  found->answer = form.answer;
  ctx.db.enqueue(sql::acknowledge_check_in, {{"org", ctx.actor.organization},
                                             {"id", id},
                                             {"acknowledged_at", found->acknowledged_at},
                                             {"acknowledged_by_name", found->acknowledged_by_name},
                                             {"answer", found->answer}});
  store::update(ctx, item->card);
  store::tell(ctx, item->card, "goal_card.acknowledged", {{"goal_what", "", item->row.what}}, form.answer.value_or(""));
  if (!is_blank(form.answer)) store::notify(ctx, item->card, "acknowledged", item->card.person_id, *form.answer);
  return std::move(*found);
}

}  // namespace zx::goal
