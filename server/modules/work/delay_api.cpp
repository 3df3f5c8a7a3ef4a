#include "modules/work/delay_api.hpp"

#include "modules/work/work.hpp"

namespace zx::work {
namespace {

struct DelayApprovalForm {
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(DelayApprovalForm, (), (note))

struct DelayRefusalForm {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(DelayRefusalForm, (), (reason))

Result<WorkItemId> item_id(http::Call const& call) { return call.id<WorkItemId>(); }
Result<DelayReportId> report_id(http::Call const& call) { return call.id<DelayReportId>("report_id"); }

Result<http::Page<DelayReportView>> list_reports(ReadContext const& ctx, http::Call const&, DelayListQuery const& query) { return delay_reports(ctx, query); }
Result<http::Page<DelayReportView>> list_reports_of(ReadContext const& ctx, http::Call const& call) {
  return http::Page<DelayReportView>{TRY(delay_reports_of(ctx, TRY(item_id(call)))), {}, {}};
}
Result<DelayReportView> post_report(Context& ctx, http::Call const& call, DelayReportForm const& form) { return report_delay(ctx, TRY(item_id(call)), form); }
Result<DelayReportView> post_approval(Context& ctx, http::Call const& call, DelayApprovalForm const& form) {
  return approve_delay(ctx, TRY(item_id(call)), TRY(report_id(call)), form.note.value_or(""));
}
Result<DelayReportView> post_refusal(Context& ctx, http::Call const& call, DelayRefusalForm const& form) {
  return decline_delay(ctx, TRY(item_id(call)), TRY(report_id(call)), form.reason);
}
Result<DelayReportView> delete_report(Context& ctx, http::Call const& call) { return withdraw_delay(ctx, TRY(item_id(call)), TRY(report_id(call))); }

Result<http::Page<AwaitedView>> list_awaited(ReadContext const& ctx, http::Call const&) { return http::Page<AwaitedView>{waiting_for_me(ctx), {}, {}}; }

Result<http::Page<DelayLine>> chart_delays(ReadContext const& ctx, http::Call const&, DelayReportQuery const& query) {
  return http::Page<DelayLine>{TRY(delay_report(ctx, query)), {}, {}};
}
Result<http::Page<PunctualityLine>> rate_punctuality(ReadContext const& ctx, http::Call const&, PunctualityQuery const& query) {
  return http::Page<PunctualityLine>{TRY(punctuality(ctx, query)), {}, {}};
}

}  // namespace

void delay_routes(http::Routes& routes) {
  using http::needs;
  routes.get("/api/v1/work-items/waiting-for-me", needs(permissions::read), "Questions, date proposals, results and delay reports that wait for my word.",
             &list_awaited);
  routes.get("/api/v1/delay-reports", needs(permissions::read), "Delay reports, newest first; ?waiting_for_me=true: what I have to decide.", &list_reports);
  routes.get("/api/v1/work-items/{id}/delay-reports", needs(permissions::read), "Delay reports of a work item, oldest first.", &list_reports_of);
  routes.post("/api/v1/work-items/{id}/delay-reports", needs(permissions::read), "Say why an overdue item is late and until when it will be done.",
              &post_report);
  routes.post("/api/v1/work-items/{id}/delay-reports/{report_id}/approval", needs(permissions::read), "The supervisor approves; the due time moves.",
              &post_approval);
  routes.post("/api/v1/work-items/{id}/delay-reports/{report_id}/refusal", needs(permissions::read), "The supervisor declines, with the reason.",
              &post_refusal);
  routes.delete_("/api/v1/work-items/{id}/delay-reports/{report_id}", needs(permissions::read), "Withdraw one's own waiting report.", &delete_report);
  routes.get("/api/v1/reports/delays", needs(permissions::read), "Approved delays by cause or department, the most frequent first.", &chart_delays);
  routes.get("/api/v1/reports/on-time", needs(permissions::read), "On-time rate by department, against the dates promised first.", &rate_punctuality);
}

}  // namespace zx::work
