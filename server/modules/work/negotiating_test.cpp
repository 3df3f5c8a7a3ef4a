#include "modules/work/negotiating.hpp"

#include "modules/work/work_fixture.hpp"

namespace zx::work {
namespace {

using std::chrono::hours;

struct Negotiating : WorkWorld {
  std::string asking(Actor const& who, HandoffId id, std::string question) {
    return refused(who, [&](Context& ctx) { return ask(ctx, id, {question}); });
  }
  std::string answering(Actor const& who, QuestionId id) {
    return refused(who, [&](Context& ctx) { return answer(ctx, id, QuestionAnswerForm{"按原图"}); });
  }
  std::string proposing(Actor const& who, WorkItemId id, Instant due, std::string reason = "等配件") {
    return refused(who, [&](Context& ctx) { return propose_date(ctx, id, {due, reason}); });
  }
  std::string deciding(Actor const& who, WorkItemId id, ProposalAnswer wanted, std::optional<std::string> reason = {}) {
    return refused(who, [&](Context& ctx) { return answer(ctx, show(ctx, id)->date_proposals.back().id, ProposalAnswerForm{wanted, reason}); });
  }
  WorkItemView due_in(int days) { return make(li, {.due_at = in(hours(24 * days))}); }
};
ON_EACH_ENGINE(Negotiating);

TEST_P(Negotiating, the_receiver_says_what_they_understood) {
  auto handoff = offer(li, make().id, wang);
  world().write_as(wang, [&](Context& ctx) { return accept_handoff(ctx, handoff.id, "换整段立管，三天内"); });
  EXPECT_EQ(history(handoff.work_item_id).front().note, "换整段立管，三天内");
  auto kept = world().read([&](ReadContext const& ctx) { return store::handoffs_of(ctx, handoff.work_item_id).at(0).understanding; });
  EXPECT_EQ(kept, "换整段立管，三天内");
}

TEST_P(Negotiating, the_receiver_asks_and_the_giver_answers_once) {
  auto handoff = offer(li, make().id, wang);
  EXPECT_EQ(asking(zhao, handoff.id, "?"), "work.not_found");
  EXPECT_EQ(asking(chen, handoff.id, "谁买料？"), "work.handoff_not_for_you");
  EXPECT_EQ(asking(wang, handoff.id, " "), "question: field.required");
  EXPECT_EQ(asking(wang, handoff.id, "换哪一段？"), "");
  auto question = look(handoff.work_item_id).questions.at(0);
  EXPECT_EQ(question.asked_by_name, "王芳");
  EXPECT_FALSE(question.answer);
  EXPECT_EQ(answering(chen, question.id), "work.question_not_yours");
  EXPECT_EQ(answering(li, question.id), "");
  EXPECT_EQ(answering(li, question.id), "work.question_answered");
  auto all = world().read_as(wang, [&](ReadContext const& ctx) { return questions(ctx, handoff.id).value(); });
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].answer, "按原图");
  EXPECT_EQ(all[0].answered_by_name, "李明");
}

TEST_P(Negotiating, asking_does_not_stop_the_handoffs_clock) {
  auto handoff = offer(li, make().id, wang);
  EXPECT_EQ(asking(wang, handoff.id, "换哪一段？"), "");
  EXPECT_EQ(look(handoff.work_item_id).pending_handoff->answer_due_at, handoff.answer_due_at);
}

TEST_P(Negotiating, an_answered_handoff_is_not_asked_about) {
  auto handoff = offer(li, make().id, wang);
  accept(wang, handoff.id);
  EXPECT_EQ(asking(wang, handoff.id, "换哪一段？"), "work.handoff_answered");
}

TEST_P(Negotiating, a_date_agreed_before_the_first_acceptance_is_the_original_one) {
  auto item = make(chen, {.handler_id = wang.employee, .due_at = in(hours(24))});
  auto const wanted = in(hours(72));
  EXPECT_EQ(proposing(wang, item.id, wanted), "");
  EXPECT_EQ(look(item.id).due_at, item.due_at) << "proposed is not agreed";
  EXPECT_EQ(deciding(chen, item.id, ProposalAnswer::accepted), "");
  auto after = look(item.id);
  EXPECT_EQ(after.due_at, wanted);
  EXPECT_EQ(after.original_due_at, wanted);
  EXPECT_EQ(after.date_proposals.at(0).answered_by_name, "陈总工");
  EXPECT_EQ(said(history(item.id).front().changes), "due_at: " + item.due_at->text() + " → " + wanted.text() + "; ");
}

TEST_P(Negotiating, a_date_agreed_later_leaves_the_original_one) {
  auto item = due_in(2);
  accept(wang, offer(li, item.id, wang).id);
  EXPECT_EQ(proposing(wang, item.id, in(hours(96))), "");
  EXPECT_EQ(deciding(li, item.id, ProposalAnswer::accepted), "");
  EXPECT_EQ(look(item.id).due_at, in(hours(96)));
  EXPECT_EQ(look(item.id).original_due_at, item.due_at);
}

TEST_P(Negotiating, declining_needs_a_reason_and_moves_nothing) {
  auto item = due_in(2);
  accept(wang, offer(li, item.id, wang).id);
  EXPECT_EQ(proposing(wang, item.id, in(hours(96))), "");
  EXPECT_EQ(deciding(wang, item.id, ProposalAnswer::declined, "不行"), "work.proposal_owner_answers");
  EXPECT_EQ(deciding(li, item.id, ProposalAnswer::declined), "reason: field.required");
  EXPECT_EQ(deciding(li, item.id, ProposalAnswer::declined, "业主等不了"), "");
  EXPECT_EQ(look(item.id).due_at, item.due_at);
  EXPECT_EQ(deciding(li, item.id, ProposalAnswer::accepted), "work.proposal_answered");
}

TEST_P(Negotiating, one_proposal_waits_at_a_time_and_can_be_withdrawn) {
  auto item = due_in(2);
  accept(wang, offer(li, item.id, wang).id);
  EXPECT_EQ(proposing(wang, item.id, in(hours(96))), "");
  EXPECT_EQ(proposing(wang, item.id, in(hours(97))), "work.proposal_waiting");
  EXPECT_EQ(deciding(li, item.id, ProposalAnswer::withdrawn), "work.proposal_not_yours");
  EXPECT_EQ(deciding(wang, item.id, ProposalAnswer::withdrawn), "");
  EXPECT_EQ(proposing(wang, item.id, in(hours(97))), "");
}

TEST_P(Negotiating, only_who_does_the_work_proposes_and_only_in_time) {
  auto item = due_in(2);
  accept(wang, offer(li, item.id, wang).id);
  EXPECT_EQ(proposing(li, item.id, in(hours(96))), "work.proposal_handler_only");
  EXPECT_EQ(proposing(wang, item.id, in(hours(96)), " "), "reason: field.required");
  EXPECT_EQ(proposing(wang, item.id, in(-hours(1))), "due_at: work.due_in_past");
  EXPECT_EQ(proposing(wang, item.id, *item.due_at), "due_at: work.due_unchanged");
  world().clock.advance(hours(49));
  EXPECT_EQ(proposing(wang, item.id, in(hours(96))), "work.delay_report_required");
}

}  // namespace
}  // namespace zx::work
