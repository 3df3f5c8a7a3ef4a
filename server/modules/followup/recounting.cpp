// Computing reminders anew, batch by batch, after a ladder or the calendar has changed.

#include <map>

#include "modules/followup/firing.hpp"
#include "modules/followup/sql.hpp"

namespace zx::followup::reminders {
namespace {

constexpr std::int64_t batch_size = 500;

struct Request {
  OrganizationId org_id;
  std::string subject_kind;
  Instant asked_at;
  std::optional<CommitmentId> after_id;
};
BOOST_DESCRIBE_STRUCT(Request, (), (org_id, subject_kind, asked_at, after_id))

/// One asked again meanwhile begins anew and is left to its new beginning.
void finish(Context const& ctx, Request const& request) {
  ctx.db.enqueue(sql::finish_recount, {{"org", request.org_id}, {"subject_kind", request.subject_kind}, {"asked_at", request.asked_at}});
}

void proceed(Context const& ctx, Request const& request, CommitmentId to) {
  ctx.db.enqueue(sql::proceed_recount, {{"org", request.org_id}, {"subject_kind", request.subject_kind}, {"asked_at", request.asked_at}, {"after", to}});
}

std::map<CommitmentId, std::vector<Reminder>> reminders_between(Context const& ctx, CommitmentId after, CommitmentId last) {
  std::map<CommitmentId, std::vector<Reminder>> found;
  for (auto& reminder : ctx.db.all<Reminder>(sql::reminders_between, {{"org", ctx.actor.organization}, {"after", after}, {"last", last}})) {
    found[reminder.commitment_id].push_back(std::move(reminder));
  }
  return found;
}

}  // namespace

bool recount_some(db::Transaction& tx, Services& services, Instant now) {
  auto request = tx.one<Request>(sql::next_recount, {{"now", now}});
  if (!request) return false;
  Actor const system{.organization = request->org_id, .is_system = true};
  Context const ctx{system, now, tx, services};
  auto const after = request->after_id.value_or(CommitmentId{});
  // Locked, as by every verb: a next follow-up changed meanwhile is not undone.
  db::Composed statement(sql::commitments_after);
  statement += sql::for_update;
  auto const commitments = tx.all<Commitment>(statement, {{"org", request->org_id}, {"after", after}, {"limit", batch_size}});
  if (commitments.empty()) return finish(ctx, *request), true;
  auto present = reminders_between(ctx, after, commitments.back().id);
  auto const policies = read_policies(ctx);
  auto const calendar = services.calendar_of(request->org_id);
  for (auto const& commitment : commitments) {
    bool const concerned = request->subject_kind == every_kind || request->subject_kind == commitment.subject_kind;
    if (concerned) recount(ctx, commitment, present[commitment.id], *policies, *calendar);
  }
  proceed(ctx, *request, commitments.back().id);
  return true;
}

}  // namespace zx::followup::reminders
