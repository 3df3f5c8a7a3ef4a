#pragma once
// The reminders of commitments as rows: written in the transaction of what they are about. Private to followup.

#include "modules/followup/followup.hpp"
#include "modules/followup/policies.hpp"

namespace zx::followup::reminders {

struct Reminder {
  CommitmentId commitment_id;
  Topic topic = Topic::follow_up;
  Uuid source_id;
  std::optional<EmployeeId> receiver_id;
  Instant basis;
  Instant counts_from;
  std::int64_t rung = 0;
  std::optional<Instant> fires_at;
};
BOOST_DESCRIBE_STRUCT(Reminder, (), (commitment_id, topic, source_id, receiver_id, basis, counts_from, rung, fires_at))

/// Of one that was opened just now: nothing stands there yet.
void begin(Context const& ctx, Commitment const& opened);
/// Whatever the change of a commitment means for its reminders. `before` is absent when it was opened again.
void follow(Context const& ctx, Commitment const* before, Commitment const& after);
/// Whether it has another next look or due time to be reminded of.
bool moves_a_basis(Commitment const& before, Commitment const& after);
/// Of a closed one nothing is left.
void forget(Context const& ctx, CommitmentId id);

/// Computes the reminders of all open commitments of a kind anew, in the background.
void recount_all(Context const& ctx, std::string_view kind);
/// The same of one, at once: what has no reminder gets one, what is not due yet gets its next rung by the present ladder and
/// calendar (a rung that has passed out of hours stays and waits for the morning), what no longer has a basis loses its.
void recount(Context const& ctx, Commitment const& commitment, std::vector<Reminder> const& present, Policies const& policies,
             calendar::WorkingCalendar const& calendar);

}  // namespace zx::followup::reminders
