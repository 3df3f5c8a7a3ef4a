#include "modules/followup/cadence_api.hpp"

#include "modules/followup/counterparts.hpp"
#include "modules/followup/follow_up_block.hpp"
#include "modules/followup/giving_up.hpp"
#include "modules/followup/touch_funnel.hpp"

namespace zx::followup {
namespace {

struct DirectionQuery {
  std::optional<Direction> direction;  ///< default outward
};
BOOST_DESCRIBE_STRUCT(DirectionQuery, (), (direction))

struct ConsentForm {
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ConsentForm, (), (note))

struct GiveUpRefusalForm {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(GiveUpRefusalForm, (), (reason))

struct CounterpartChangeForm {
  std::optional<Direction> direction;  ///< default outward
  std::vector<Method> channels;
  std::vector<QuietHours> quiet;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(CounterpartChangeForm, (), (direction, channels, quiet, note))

Result<CommitmentId> commitment_id(http::Call const& call) { return call.id<CommitmentId>(); }

Result<KindCadenceView> show_kind(ReadContext const& ctx, http::Call const& call) { return kind_cadence(ctx, call.argument("subject_kind")); }
Result<KindCadenceView> put_kind(Context& ctx, http::Call const& call, KindCadenceForm const& form) {
  return change_kind_cadence(ctx, call.argument("subject_kind"), TRY(call.version()), form);
}

Result<ItemCadenceView> show_item(ReadContext const& ctx, http::Call const& call) { return item_cadence(ctx, TRY(commitment_id(call))); }
Result<ItemCadenceView> put_item(Context& ctx, http::Call const& call, ItemCadenceForm const& form) {
  return change_item_cadence(ctx, TRY(commitment_id(call)), TRY(call.version()), form);
}

Result<CounterpartView> show_counterpart(ReadContext const& ctx, http::Call const& call, DirectionQuery const& query) {
  return counterpart(ctx, TRY(commitment_id(call)), query.direction.value_or(Direction::outward));
}
Result<CounterpartView> put_counterpart(Context& ctx, http::Call const& call, CounterpartChangeForm const& form) {
  return change_counterpart(ctx, TRY(commitment_id(call)), form.direction.value_or(Direction::outward), TRY(call.version()),
                            {form.channels, form.quiet, form.note});
}

Result<http::Page<GiveUpRequestView>> requests_of(ReadContext const& ctx, http::Call const& call) {
  return http::Page<GiveUpRequestView>{TRY(give_up_requests_of(ctx, TRY(commitment_id(call)))), {}, {}};
}
Result<http::Page<GiveUpRequestView>> requests_waiting(ReadContext const& ctx, http::Call const&) {
  return http::Page<GiveUpRequestView>{give_up_requests_waiting(ctx), {}, {}};
}
Result<GiveUpRequestView> consent(Context& ctx, http::Call const& call, ConsentForm const& form) {
  return answer_give_up(ctx, TRY(call.id<GiveUpRequestId>()), Consent::given, form.note.value_or(""));
}
Result<GiveUpRequestView> refuse(Context& ctx, http::Call const& call, GiveUpRefusalForm const& form) {
  return answer_give_up(ctx, TRY(call.id<GiveUpRequestId>()), Consent::refused, form.reason);
}

Result<TouchReportView> report(ReadContext const& ctx, http::Call const&, TouchReportQuery const& query) { return touch_report(ctx, query); }
Result<http::Page<TouchCaseView>> cases(ReadContext const& ctx, http::Call const&, TouchCasesQuery const& query) {
  return http::Page<TouchCaseView>{TRY(touch_cases(ctx, query)), {}, {}};
}

Result<FollowUpBlockView> show_block(ReadContext const& ctx, http::Call const&) { return follow_up_block(ctx); }
Result<FollowUpBlockView> put_block(Context& ctx, http::Call const&, FollowUpBlockForm const& form) { return change_follow_up_block(ctx, form); }

}  // namespace

void cadence_routes(http::Routes& routes) {
  using http::needs;
  routes.get("/api/v1/cadences/{subject_kind}", needs(permissions::read), "The cadence of a kind; * is that of every kind without one of its own.", &show_kind);
  routes.put("/api/v1/cadences/{subject_kind}", needs(org::permissions::manage_configuration), "Replace a kind's cadence, or take it away.", &put_kind);
  routes.get("/api/v1/commitments/{id}/cadence", needs(permissions::read), "The cadence that holds for one thing, and where it comes from.", &show_item);
  routes.put("/api/v1/commitments/{id}/cadence", needs(permissions::record), "Give one thing a cadence of its own, or take it away.", &put_item);
  routes.get("/api/v1/commitments/{id}/counterpart", needs(permissions::read), "Who is on the other side, how to reach them, how punctual they are.",
             &show_counterpart);
  routes.put("/api/v1/commitments/{id}/counterpart", needs(permissions::record), "Say how the other side is reached best.", &put_counterpart);
  routes.get("/api/v1/commitments/{id}/give-up-requests", needs(permissions::read), "What was asked about giving up, oldest first.", &requests_of);
  routes.get("/api/v1/give-up-requests", needs(permissions::read), "Requests to give something up that wait for my answer.", &requests_waiting);
  routes.post("/api/v1/give-up-requests/{id}/consent", needs(permissions::read), "Consent to giving it up before its time.", &consent);
  routes.post("/api/v1/give-up-requests/{id}/refusal", needs(permissions::read), "Ask for more touches first.", &refuse);
  routes.get("/api/v1/reports/touches", needs(permissions::read), "Won and given up by touch number, over my own data.", &report);
  routes.get("/api/v1/reports/touches/cases", needs(permissions::read), "The cases behind one figure of it.", &cases);
  routes.get("/api/v1/follow-up-block", needs(permissions::record), "The hours I keep free each working day for following up.", &show_block);
  routes.put("/api/v1/follow-up-block", needs(permissions::record), "Keep such hours, or none.", &put_block);
}

}  // namespace zx::followup
