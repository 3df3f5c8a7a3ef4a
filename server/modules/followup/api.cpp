#include "modules/followup/api.hpp"

#include "modules/followup/cadence_api.hpp"
#include "modules/followup/follow_up_files.hpp"
#include "modules/followup/followup.hpp"
#include "modules/followup/policies.hpp"
#include "modules/followup/reminder_health.hpp"
#include "modules/followup/rules.hpp"

namespace zx::followup {
namespace {

constexpr std::int64_t most_standings = 50;

struct WhereQuery {
  std::string text;
  std::optional<std::int64_t> limit;
};
BOOST_DESCRIBE_STRUCT(WhereQuery, (), (text, limit))

struct ProposalQuery {
  std::optional<Direction> direction;  ///< of the touch; default inward
  std::optional<bool> recording;       ///< a touch is being recorded now: what comes after it
};
BOOST_DESCRIBE_STRUCT(ProposalQuery, (), (direction, recording))

Result<std::int64_t> limit_of(std::optional<std::int64_t> wanted, std::int64_t normal, std::int64_t most) {
  if (wanted && (*wanted < 1 || *wanted > most)) return Refusal::invalid_field("limit", "field.out_of_range", {{"least", "1"}, {"most", std::to_string(most)}});
  return wanted.value_or(normal);
}

Result<http::Page<Standing>> queue(ReadContext const& ctx, http::Call const&, QueueQuery const& query) {
  TRY(limit_of(query.limit, 50, 200));
  return http::Page<Standing>{due_queue(ctx, query), {}, {}};
}

Result<Counts> show_counts(ReadContext const& ctx, http::Call const&) { return counts(ctx); }

Result<http::Page<Standing>> search(ReadContext const& ctx, http::Call const&, WhereQuery const& query) {
  auto limit = TRY(limit_of(query.limit, 10, most_standings));
  return http::Page<Standing>{where(ctx, query.text, static_cast<int>(limit)), {}, {}};
}

Result<Standing> show(ReadContext const& ctx, http::Call const& call) { return standing_of(ctx, TRY(call.id<CommitmentId>())); }

Result<Proposal> proposal(ReadContext const& ctx, http::Call const& call, ProposalQuery const& query) {
  auto const commitment = TRY(find_visible(ctx, TRY(call.id<CommitmentId>()), permissions::read));
  return propose_next(ctx, commitment, query.direction.value_or(Direction::inward), query.recording.value_or(false) ? Recording::yes : Recording::no);
}

Result<http::Page<FollowUpView>> follow_ups(ReadContext const& ctx, http::Call const& call) {
  auto commitment = TRY(find_visible(ctx, TRY(call.id<CommitmentId>()), permissions::read));
  return http::Page<FollowUpView>{follow_ups_of(ctx, commitment.id), {}, {}};
}

Result<FollowUpView> record_follow_up(Context& ctx, http::Call const& call, FollowUpForm const& form) {
  auto const id = TRY(call.id<CommitmentId>());
  TRY(rules::takes_plain_touches(TRY(find_visible(ctx, id, permissions::record))));
  return record(ctx, id, form, TRY(call.optional_version()));
}

Result<http::Page<PolicyView>> list_policies(ReadContext const& ctx, http::Call const&) { return http::Page<PolicyView>{policies(ctx), {}, {}}; }

Result<PolicyView> put_policy(Context& ctx, http::Call const& call, PolicyForm const& form) { return change_policy(ctx, TRY(call.version()), form); }

/// Each of the three administrators looks after it in a way.
bool is_administrator(Actor const& actor) {
  return actor.may(org::permissions::manage_configuration) || actor.may(org::permissions::manage_accounts) || actor.may(org::permissions::read_audit);
}

Result<ReminderHealth> show_reminder_health(ReadContext const& ctx, http::Call const&) {
  if (!is_administrator(ctx.actor)) return Refusal::forbidden("followup.only_administrators");
  return reminder_health(ctx);
}

}  // namespace

void routes(http::Routes& routes) {
  using http::needs;
  routes.get("/api/v1/queue", needs(permissions::record), "What I follow up next: due follow-ups of what I own, in order.", &queue);
  routes.get("/api/v1/queue/counts", needs(permissions::read), "The numbers on my workbench.", &show_counts);
  routes.get("/api/v1/search", needs(permissions::read), "Where does it stand? By number, title, person (pinyin too) or phone.", &search);
  routes.get("/api/v1/commitments/{id}", needs(permissions::read), "Where one thing stands now.", &show);
  routes.get("/api/v1/commitments/{id}/proposal", needs(permissions::read), "The next follow-up the cadence proposes, with its reason.", &proposal);
  routes.get("/api/v1/commitments/{id}/follow-ups", needs(permissions::read), "All follow-ups, oldest first.", &follow_ups);
  routes.post("/api/v1/commitments/{id}/follow-ups", needs(permissions::record), "Record a follow-up.", &record_follow_up);
  file_routes(routes);
  cadence_routes(routes);
  routes.get("/api/v1/escalation-policies", needs(org::permissions::manage_configuration), "Who is reminded of what and when, and who is told next.",
             &list_policies);
  routes.put("/api/v1/escalation-policies", needs(org::permissions::manage_configuration),
             "Replace the ladder of one kind and topic, or go back to the shipped one.", &put_policy);
  routes.get("/api/v1/operating/reminders", http::signed_in(), "Whether reminders go out in time; for administrators.", &show_reminder_health);
}

}  // namespace zx::followup
