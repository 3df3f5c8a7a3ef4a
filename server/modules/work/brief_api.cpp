#include "modules/work/brief_api.hpp"

#include "modules/work/work.hpp"

namespace zx::work {
namespace {

Result<http::Page<QuestionView>> list_questions(ReadContext const& ctx, http::Call const& call) {
  return http::Page<QuestionView>{TRY(questions(ctx, TRY(call.id<HandoffId>()))), {}, {}};
}
Result<QuestionView> post_question(Context& ctx, http::Call const& call, QuestionForm const& form) { return ask(ctx, TRY(call.id<HandoffId>()), form); }
Result<QuestionView> post_answer(Context& ctx, http::Call const& call, QuestionAnswerForm const& form) { return answer(ctx, TRY(call.id<QuestionId>()), form); }

Result<DateProposalView> post_proposal(Context& ctx, http::Call const& call, DateProposalForm const& form) {
  return propose_date(ctx, TRY(call.id<WorkItemId>()), form);
}
Result<DateProposalView> post_proposal_answer(Context& ctx, http::Call const& call, ProposalAnswerForm const& form) {
  return answer(ctx, TRY(call.id<DateProposalId>()), form);
}

Result<LessonView> post_lesson(Context& ctx, http::Call const& call, LessonForm const& form) { return add_lesson(ctx, TRY(call.id<WorkItemId>()), form); }

Result<http::Page<BriefReportLine>> report_briefs(ReadContext const& ctx, http::Call const&, BriefReportQuery const& query) {
  return http::Page<BriefReportLine>{TRY(brief_report(ctx, query)), {}, {}};
}
Result<http::Page<FlowLine>> report_flow(ReadContext const& ctx, http::Call const&, FlowQuery const& query) {
  return http::Page<FlowLine>{TRY(flow_report(ctx, query)), {}, {}};
}

}  // namespace

void brief_routes(http::Routes& routes) {
  using http::needs;
  routes.get("/api/v1/handoffs/{id}/questions", needs(permissions::read), "What the receiver asked, oldest first.", &list_questions);
  routes.post("/api/v1/handoffs/{id}/questions", needs(permissions::read), "The receiver asks before accepting.", &post_question);
  routes.post("/api/v1/handoff-questions/{id}/answer", needs(permissions::read), "The giver or the owner answers.", &post_answer);
  routes.post("/api/v1/work-items/{id}/date-proposals", needs(permissions::read), "The handler or receiver proposes another due time.", &post_proposal);
  routes.post("/api/v1/date-proposals/{id}/answer", needs(permissions::read), "Accept, decline or withdraw a proposed due time.", &post_proposal_answer);
  routes.post("/api/v1/work-items/{id}/lessons", needs(permissions::read), "What was learned from a done item.", &post_lesson);
  routes.get("/api/v1/briefs/report", needs(permissions::read), "How often which of the seven answers is missing.", &report_briefs);
  routes.get("/api/v1/flow", needs(permissions::read), "Waiting and working time of done items.", &report_flow);
}

}  // namespace zx::work
