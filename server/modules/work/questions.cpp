// Asking the giver before accepting.

#include "modules/work/attention.hpp"
#include "modules/work/negotiations.hpp"
#include "modules/work/sql.hpp"
#include "modules/work/store.hpp"
#include "platform/base/text.hpp"

namespace zx::work {
namespace {

constexpr std::size_t longest_text = 2000;

Result<void> check(std::string_view field, std::string const& text) {
  if (text::trim(text).empty()) return Refusal::invalid_field(std::string(field), "field.required");
  if (text::length(text) > longest_text) return Refusal::invalid_field(std::string(field), "field.too_long", {{"most", std::to_string(longest_text)}});
  return {};
}

std::optional<QuestionView> find(ReadContext const& ctx, QuestionId id) {
  db::Composed statement(sql::questions);
  statement += sql::question_called;
  return ctx.db.one<QuestionView>(statement, {{"org", ctx.actor.organization}, {"id", id}});
}

bool is_pending(store::HandoffRow const& handoff) { return !handoff.accepted_at && !handoff.declined_at && !handoff.withdrawn_at; }

}  // namespace

std::vector<QuestionView> negotiations::questions_of(ReadContext const& ctx, WorkItemId id) {
  db::Composed statement(sql::questions);
  statement += sql::questions_of_item;
  return ctx.db.all<QuestionView>(statement, {{"org", ctx.actor.organization}, {"work_item", id}});
}

Result<std::vector<QuestionView>> questions(ReadContext const& ctx, HandoffId id) {
  auto handoff = store::find_handoff(ctx, id);
  if (!handoff) return Refusal::not_found("work.handoff_not_found");
  TRY(store::find_visible(ctx, handoff->work_item_id, permissions::read));
  auto all = negotiations::questions_of(ctx, handoff->work_item_id);
  std::erase_if(all, [&](auto const& question) { return question.handoff_id != id; });
  return all;
}

Result<QuestionView> ask(Context& ctx, HandoffId id, QuestionForm const& form) {
  TRY(check("question", form.question));
  auto handoff = store::find_handoff(ctx, id);
  if (!handoff) return Refusal::not_found("work.handoff_not_found");
  auto const item = TRY(store::find_visible(ctx, handoff->work_item_id, permissions::read));
  handoff = store::find_handoff(ctx, id);  // again, under the item's lock
  if (!is_pending(*handoff)) return Refusal::conflict("work.handoff_answered");
  if (handoff->to_id != ctx.actor.employee) return Refusal::forbidden("work.handoff_not_for_you");
  QuestionView view{.id = QuestionId::make(),
                    .handoff_id = id,
                    .work_item_id = item.row.id,
                    .asked_by = ctx.actor.employee,
                    .asked_by_name = ctx.actor.name,
                    .at = ctx.now,
                    .question = form.question};
  ctx.db.enqueue(sql::insert_question, db::Parameters::of(view).and_("org", ctx.actor.organization));
  store::tell(ctx, item.row.id, "work_item.question_asked", {}, form.question);
  ask_attention(ctx, item, "question", handoff->from_id, form.question);
  if (item.commitment.owner_id != handoff->from_id) ask_attention(ctx, item, "question", item.commitment.owner_id, form.question);
  return view;
}

Result<QuestionView> answer(Context& ctx, QuestionId id, QuestionAnswerForm const& form) {
  TRY(check("answer", form.answer));
  auto question = find(ctx, id);
  if (!question) return Refusal::not_found("work.question_not_found");
  auto const item = TRY(store::find_visible(ctx, question->work_item_id, permissions::read));
  auto const handoff = store::find_handoff(ctx, question->handoff_id);
  bool const may = handoff->from_id == ctx.actor.employee || item.commitment.owner_id == ctx.actor.employee || ctx.actor.is_system;
  if (!may) return Refusal::forbidden("work.question_not_yours");
  question->answer = form.answer;
  question->answered_by_name = ctx.actor.name;
  question->answered_at = ctx.now;
  if (ctx.db.execute(sql::answer_question, db::Parameters::of(*question).and_("org", ctx.actor.organization)) == 0) {
    return Refusal::conflict("work.question_answered");
  }
  store::tell(ctx, item.row.id, "work_item.question_answered", {}, form.answer);
  ask_attention(ctx, item, "answered", question->asked_by, form.answer);
  return std::move(*question);
}

}  // namespace zx::work
